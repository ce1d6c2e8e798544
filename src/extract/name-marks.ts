import type { NameTrie } from './name-trie.ts';

/** The sets of names that are looked for all over a text, each with its bit. */
export const nameBits = { divisions: 1, regionGroups: 2, organs: 4, localOrgans: 8 } as const;

/**
 * Says at which places of a text names may begin, for several tries in one pass.
 *
 * Most characters begin no name. Asking each trie about each of them costs more than the names themselves; here one look
 * at a character and one at its pair with the next answer for all tries.
 */
export class NameMarker {
  /** Per UTF-16 unit, the bits of the tries that have it as a name; per hash of two, of those with names that begin so. */
  readonly #singles = new Uint8Array(65_536);
  readonly #pairs = new Uint8Array(65_536);

  /** @param tries each with its bit */
  constructor(tries: Iterable<readonly [bit: number, trie: NameTrie]>) {
    for (const [bit, trie] of tries) trie.addToFilter(this.#singles, this.#pairs, bit);
  }

  /**
   * Per UTF-16 unit of the text, the bits of the tries whose names may begin there. A bit that is not set is certain, one
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
