/** A table by UTF-16 unit: 1 for the characters given, all of one unit; 0 for all others. */
export function unitTable(characters: Iterable<string>): Uint8Array {
  const table = new Uint8Array(65_536);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  return table;
}

/** A set of UTF-16 units, a bit each: small enough that many of them stay close at hand. */
export class UnitSet {
  readonly #bits = new Int32Array(65_536 / 32);

  add(unit: number): void {
    this.#bits[unit >>> 5] |= 1 << (unit & 31);
  }

  /** False for what is no unit (`NaN`, beyond a text's end). */
  has(unit: number): boolean {
    return ((this.#bits[unit >>> 5] >>> (unit & 31)) & 1) === 1;
  }
}
