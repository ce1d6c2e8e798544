/** What a phrase stands for: its replacement, and the list that it comes from. */
export interface PhraseValue {
  readonly phrase: string;
  readonly insert: string;
  readonly list: string;
}

/**
 * Phrases by their first characters, matched longest first. The first step is an array look-up, as almost
 * every character of a text starts no phrase.
 */
export class PhraseTable {
  /** Per UTF-16 unit, the node of the phrases that start with it; 0 where none does. */
  readonly #roots = new Int32Array(0x10000);
  /** The node reached from a node by a unit, under `node * 0x10000 + unit`. */
  readonly #next = new Map<number, number>();
  readonly #values: (PhraseValue | undefined)[] = [undefined];
  readonly #isParent: boolean[] = [false];
  /** One past the last UTF-16 unit of the phrase that {@link match} found last. */
  end = 0;

  /** Adds a phrase; a phrase that is there already is replaced. An empty one is left out. */
  add(value: PhraseValue): void {
    const { phrase } = value;
    if (phrase === '') return;
    let node = this.#roots[phrase.charCodeAt(0)];
    if (node === 0) {
      node = this.#newNode();
      this.#roots[phrase.charCodeAt(0)] = node;
    }
    for (let i = 1; i < phrase.length; i++) {
      const key = node * 0x10000 + phrase.charCodeAt(i);
      let next = this.#next.get(key);
      if (next === undefined) {
        next = this.#newNode();
        this.#next.set(key, next);
        this.#isParent[node] = true;
      }
      node = next;
    }
    this.#values[node] = value;
  }

  #newNode(): number {
    this.#isParent.push(false);
    return this.#values.push(undefined) - 1;
  }

  /** True where some phrase starts with this UTF-16 unit. */
  starts(unit: number): boolean {
    return this.#roots[unit] !== 0;
  }

  /**
   * The longest phrase that starts at `at` and ends no later than `limit` (UTF-16 units); {@link end} says
   * where it ends.
   */
  match(text: string, at: number, limit: number): PhraseValue | undefined {
    let node = this.#roots[text.charCodeAt(at)];
    if (node === 0) return undefined;
    let found = this.#values[node];
    this.end = at + 1;
    for (let i = at + 1; i < limit && this.#isParent[node]; i++) {
      const next = this.#next.get(node * 0x10000 + text.charCodeAt(i));
      if (next === undefined) break;
      node = next;
      const value = this.#values[node];
      if (value !== undefined) {
        found = value;
        this.end = i + 1;
      }
    }
    return found;
  }
}
