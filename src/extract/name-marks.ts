import type { NameTrie } from './name-trie.ts';

/** What is looked for all over a text, each with its bit. */
export const nameBits = {
  divisions: 1,
  regionGroups: 2,
  organs: 4,
  localOrgans: 8,
  abbreviations: 16,
  programmes: 32,
  dates: 64,
  figures: 128,
} as const;

/**
 * Says at which places of a text names, dates and figures may begin, for all who look for them in one pass.
 *
 * Most characters begin nothing. Asking each trie and table about each of them costs more than what is found; here one
 * look at a character and one at its pair with the next answer for all.
 */
export class NameMarker {
  /** Per UTF-16 unit, the bits of those for whom it is enough; per hash of two, of the tries with names that begin so. */
  readonly #singles = new Uint8Array(65_536);
  readonly #pairs = new Uint8Array(65_536);

  /**
   * @param tries each with its bit
   * @param units per bit, a table by UTF-16 unit that is not 0 where something may begin
   */
  constructor(
    tries: Iterable<readonly [bit: number, trie: NameTrie]>,
    units: Iterable<readonly [bit: number, starts: Uint8Array]>,
  ) {
    for (const [bit, trie] of tries) trie.addToFilter(this.#singles, this.#pairs, bit);
    for (const [bit, starts] of units) {
      for (let unit = 0; unit < starts.length; unit++) if (starts[unit] !== 0) this.#singles[unit] |= bit;
    }
  }

  /**
   * Per UTF-16 unit of the text, the bits of what may begin there. A bit that is not set is certain, one
   * that is set is not.
   */
  mark(text: string): Uint8Array {
    const singles = this.#singles;
    const pairs = this.#pairs;
    const marks = new Uint8Array(text.length);
    let next = text.charCodeAt(0);
    for (let at = 0; at < marks.length; at++) {
      const first = next;
      next = at + 1 < marks.length ? text.charCodeAt(at + 1) : 0;
      marks[at] = singles[first] | pairs[pairOf(first, next)];
    }
    return marks;
  }
}

/** Slot of two characters in a filter of pairs. */
export function pairOf(first: number, second: number): number {
  return (Math.imul(first, 40_503) ^ second) & 0xffff;
}
