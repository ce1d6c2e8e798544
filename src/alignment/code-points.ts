/**
 * Turns UTF-16 positions of one text into code-point positions, as Python, PostgreSQL and SQLite count.
 *
 * A lone surrogate counts as one code point, as iterating a string does. Text without astral characters
 * (almost all of it) costs one scan and no table.
 */
export class CodePoints {
  /** UTF-16 index of the low half of every surrogate pair, ascending. */
  readonly #lowHalves: number[] = [];

  constructor(text: string) {
    for (let i = 1; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit < 0xdc00 || unit > 0xdfff) continue;
      const before = text.charCodeAt(i - 1);
      if (before >= 0xd800 && before <= 0xdbff) this.#lowHalves.push(i);
    }
  }

  /** True where both counts agree everywhere, so that nothing needs converting. */
  get isIdentity(): boolean {
    return this.#lowHalves.length === 0;
  }

  /** The number of code points before the UTF-16 index `at`. */
  fromUtf16(at: number): number {
    const lows = this.#lowHalves;
    let low = 0;
    let high = lows.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (lows[middle] < at) low = middle + 1;
      else high = middle;
    }
    return at - low;
  }

  /** The UTF-16 index of the code point number `at`; of the end, where there are no more. */
  toUtf16(at: number): number {
    const lows = this.#lowHalves;
    let low = 0;
    let high = lows.length;
    // The pair number i is the code point number lows[i] - 1 - i.
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (lows[middle] - 1 - middle < at) low = middle + 1;
      else high = middle;
    }
    return at + low;
  }

  /** {@link fromUtf16} for a column of positions in any order; gives a plain array for the record. */
  column(positions: Uint32Array): number[] {
    const column = new Array<number>(positions.length);
    for (let i = 0; i < column.length; i++) column[i] = this.fromUtf16(positions[i]);
    return column;
  }
}
