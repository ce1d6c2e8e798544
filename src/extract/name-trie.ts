import { UnitSet } from '../dictionary/index.ts';

/** Per edge: the node that it leaves, its character, the node it leads to, and the name that ends there. */
const SIZE = 4;
const CHARACTER = 1;
/** 0 where the slot is free: no edge leads back to the root. */
const CHILD = 2;
/** -1 where none does. */
const NAME = 3;

/**
 * A set of names, matched against a text without making strings: a trie whose edges lie in one hash table.
 *
 * Compact, because there are dozens of them and what a text asks of them all must stay close at hand: a step from a
 * node to the next looks at one place in memory.
 */
export class NameTrie {
  readonly words: readonly string[];
  /** What {@link walk} found: per match, where it ends (UTF-16 units of the text) and the number of its name. */
  readonly ends: Int32Array;
  readonly names: Int32Array;
  readonly #edges: Int32Array;
  readonly #mask: number;
  readonly #firsts = new UnitSet();

  /** @param names the names; each one's number is its place in this list. Of equal names the last counts. */
  constructor(names: readonly string[]) {
    this.words = names;
    const edges = new Map<number, number>();
    const ending: number[] = [-1];
    let longest = 0;
    names.forEach((name, number) => {
      if (name === '') return;
      this.#firsts.add(name.charCodeAt(0));
      longest = Math.max(longest, name.length);
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
    let slots = 16;
    while (slots < edges.size * 2) slots *= 2;
    this.#mask = slots - 1;
    this.#edges = new Int32Array(slots * SIZE);
    for (const [key, child] of edges) {
      const node = Math.floor(key / 65_536);
      const char = key % 65_536;
      let slot = slotOf(node, char) & this.#mask;
      while (this.#edges[slot * SIZE + CHILD] !== 0) slot = (slot + 1) & this.#mask;
      this.#edges.set([node, char, child, ending[child]], slot * SIZE);
    }
    this.ends = new Int32Array(longest);
    this.names = new Int32Array(longest);
  }

  /**
   * Finds every name that begins at `at`, shortest first; gives their count. They stand in {@link ends} and
   * {@link names} until the next call.
   */
  walk(text: string, at: number): number {
    if (!this.mayBeginAt(text, at)) return 0;
    const edges = this.#edges;
    let node = 0;
    let count = 0;
    for (let i = at; i < text.length; i++) {
      const edge = this.#edgeOf(node, text.charCodeAt(i));
      if (edge === -1) break;
      node = edges[edge + CHILD];
      if (edges[edge + NAME] === -1) continue;
      this.ends[count] = i + 1;
      this.names[count++] = edges[edge + NAME];
    }
    return count;
  }

  /** The end of the longest name that begins at `at`, or -1. */
  longestEnd(text: string, at: number): number {
    const count = this.walk(text, at);
    return count === 0 ? -1 : this.ends[count - 1];
  }

  /** False only where no name begins at `at`: looks at one character. */
  mayBeginAt(text: string, at: number): boolean {
    return this.#firsts.has(text.charCodeAt(at));
  }

  /** Where the edge lies that leaves a node with a character, or -1. */
  #edgeOf(node: number, char: number): number {
    const edges = this.#edges;
    for (let slot = slotOf(node, char) & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const edge = slot * SIZE;
      if (edges[edge + CHILD] === 0) return -1;
      if (edges[edge + CHARACTER] === char && edges[edge] === node) return edge;
    }
  }
}

/** Spreads edges over slots (Fibonacci hashing). */
function slotOf(node: number, char: number): number {
  const mixed = Math.imul(node, -1_640_531_527) ^ Math.imul(char, 40_503);
  return mixed ^ (mixed >>> 15);
}
