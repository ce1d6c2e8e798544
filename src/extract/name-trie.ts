/**
 * A set of names, matched against a text without making strings: a trie whose edges lie in one hash table.
 *
 * Compact because it holds a hundred thousand edges in three typed arrays, and fast because most characters
 * of a text begin no name, which one look into {@link #roots} tells.
 */
export class NameTrie {
  readonly words: readonly string[];
  /** What {@link walk} found: per match, where it ends (UTF-16 units of the text) and the number of its name. */
  readonly ends: Int32Array;
  readonly names: Int32Array;
  readonly #roots: Int32Array;
  /** Per slot of the hash table, the node and character of its edge, and where that leads; 0 where the slot is free. */
  readonly #nodes: Int32Array;
  readonly #chars: Uint16Array;
  readonly #children: Int32Array;
  readonly #mask: number;
  /** Per UTF-16 unit, 1 where it is a name by itself; per hash of two, 1 where names begin so. */
  readonly #singles = new Uint8Array(65_536);
  readonly #pairs = new Uint8Array(65_536);
  /** Per node, the number of the name that ends there, or -1. */
  readonly #ending: Int32Array;

  /** @param names the names; each one's number is its place in this list. Of equal names the last counts. */
  constructor(names: readonly string[]) {
    this.words = names;
    const edges = new Map<number, number>();
    const ending: number[] = [-1];
    let longest = 0;
    names.forEach((name, number) => {
      if (name === '') return;
      longest = Math.max(longest, name.length);
      if (name.length === 1) this.#singles[name.charCodeAt(0)] = 1;
      else this.#pairs[pairOf(name.charCodeAt(0), name.charCodeAt(1))] = 1;
      let node = 0;
      for (let i = 0; i < name.length; i++) {
        const key = node * 65_536 + name.charCodeAt(i);
        let child = edges.get(key);
        if (child === undefined) {
          child = ending.length;
          ending.push(-1);
          edges.set(key, child);
        }
        node = child;
      }
      ending[node] = number;
    });
    let size = 16;
    while (size < edges.size * 2) size *= 2;
    this.#mask = size - 1;
    this.#nodes = new Int32Array(size);
    this.#chars = new Uint16Array(size);
    this.#children = new Int32Array(size);
    this.#roots = new Int32Array(65_536);
    for (const [key, child] of edges) {
      const node = Math.floor(key / 65_536);
      const char = key % 65_536;
      if (node === 0) this.#roots[char] = child;
      let slot = slotOf(node, char) & this.#mask;
      while (this.#children[slot] !== 0) slot = (slot + 1) & this.#mask;
      this.#nodes[slot] = node;
      this.#chars[slot] = char;
      this.#children[slot] = child;
    }
    this.#ending = Int32Array.from(ending);
    this.ends = new Int32Array(longest);
    this.names = new Int32Array(longest);
  }

  /**
   * Finds every name that begins at `at`, shortest first; gives their count. They stand in {@link ends} and
   * {@link names} until the next call.
   */
  walk(text: string, at: number): number {
    if (at >= text.length) return 0;
    let node = this.#roots[text.charCodeAt(at)];
    let count = 0;
    for (let i = at + 1; node !== 0; i++) {
      const name = this.#ending[node];
      if (name !== -1) {
        this.ends[count] = i;
        this.names[count++] = name;
      }
      if (i >= text.length) break;
      node = this.#child(node, text.charCodeAt(i));
    }
    return count;
  }

  /** The end of the longest name that begins at `at`, or -1. */
  longestEnd(text: string, at: number): number {
    const count = this.walk(text, at);
    return count === 0 ? -1 : this.ends[count - 1];
  }

  /** False only where no name begins at `at`: looks at two characters, by a filter that lets a few others through. */
  mayBeginAt(text: string, at: number): boolean {
    const first = text.charCodeAt(at);
    return (
      this.#roots[first] !== 0 &&
      (this.#singles[first] === 1 || this.#pairs[pairOf(first, text.charCodeAt(at + 1))] === 1)
    );
  }

  #child(node: number, char: number): number {
    const children = this.#children;
    for (let slot = slotOf(node, char) & this.#mask; children[slot] !== 0; slot = (slot + 1) & this.#mask) {
      if (this.#chars[slot] === char && this.#nodes[slot] === node) return children[slot];
    }
    return 0;
  }
}

/** Slot of two characters in a filter of pairs. */
function pairOf(first: number, second: number): number {
  return (Math.imul(first, 40_503) ^ second) & 0xffff;
}

/** Spreads edges over slots (Fibonacci hashing). */
function slotOf(node: number, char: number): number {
  const mixed = Math.imul(node, -1_640_531_527) ^ Math.imul(char, 40_503);
  return mixed ^ (mixed >>> 15);
}
