/** What `find` and the columns of a path say of a word that no dictionary has. */
export const UNKNOWN = 0xff;

/** `int32` words of an entry: parent; unit, tag and what goes on; and the two halves of the weight. */
const ENTRY = 4;
const PAIR_LOG = 19;
const PAIR_BITS = 1 << PAIR_LOG;
const FREE = -1;
const NO_WORD = Number.NEGATIVE_INFINITY;
/** Of an entry's second word: the unit, below; the tag above it; and eight bits that tell most units by which no word goes on. */
const UNIT = 0xffff;
const TAG_AT = 16;
const TAG = 0xff;
const GOES_ON_AT = 24;

/**
 * The words of the dictionaries, to be walked one UTF-16 unit at a time.
 *
 * A hash table of links: an entry says which node it hangs below, by which unit, and of the word that ends there its
 * weight and part of speech, and a hint of the units by which others go on. The sixteen bytes of an entry lie in one line of
 * the processor's cache, so that a step costs one visit to memory, and most that lead nowhere none; 200,000 nodes take
 * 8 MB. Exact: units are compared, not their hashes.
 */
export class WordTrie {
  readonly #links: Int32Array;
  /** The same memory; the weight of the node `n` is at `2 * n + 1`, minus infinity where no word ends. */
  readonly #weights: Float64Array;
  readonly #mask: number;
  /**
   * Bits that tell most pairs of units with which no word begins: 64 KB, which stay near the processor, where the table would
   * have to come from memory.
   */
  readonly #pairs = new Int32Array(PAIR_BITS / 32);
  /** Nodes of the words' first units. */
  readonly #roots = new Int32Array(0x10000).fill(FREE);

  /** @param mostNodes how many nodes the words can need, at most; the table does not grow */
  constructor(mostNodes: number) {
    let slots = 16;
    while (slots < mostNodes * 1.5) slots *= 2;
    const memory = new ArrayBuffer(slots * ENTRY * 4);
    this.#mask = slots - 1;
    this.#links = new Int32Array(memory);
    this.#weights = new Float64Array(memory);
    for (let node = 0; node < slots; node++) {
      this.#links[node * ENTRY] = FREE;
      this.#weights[node * 2 + 1] = NO_WORD;
    }
  }

  /**
   * Sets the word `text.slice(from, to)`, of one unit at least; one that is there gets the new weight and tag.
   *
   * @param tag below {@link UNKNOWN}
   */
  set(text: string, from: number, to: number, weight: number, tag: number): void {
    const first = text.charCodeAt(from);
    let node = this.#roots[first];
    if (node === FREE) {
      // Of roots, the parent is a number that no node has.
      node = this.#freeSlot(-2 - first, first);
      this.#roots[first] = node;
    }
    if (from + 1 < to) {
      const pair = pairOf(first, text.charCodeAt(from + 1));
      this.#pairs[pair >>> 5] |= 1 << (pair & 31);
    }
    for (let at = from + 1; at < to; at++) {
      const unit = text.charCodeAt(at);
      const next = this.child(node, unit);
      if (next === FREE) {
        this.#links[node * ENTRY + 1] |= 1 << (GOES_ON_AT + (unit & 7));
        node = this.#freeSlot(node, unit);
      } else node = next;
    }
    this.#weights[node * 2 + 1] = weight;
    this.#links[node * ENTRY + 1] = (this.#links[node * ENTRY + 1] & ~(TAG << TAG_AT)) | (tag << TAG_AT);
  }

  /** The node of a word's first unit; -1 where no word begins with it. */
  root(unit: number): number {
    return this.#roots[unit];
  }

  /** False where surely no word begins with the two units. */
  mayBegin(first: number, second: number): boolean {
    const pair = pairOf(first, second);
    return (this.#pairs[pair >>> 5] & (1 << (pair & 31))) !== 0;
  }

  /** The node below `node` by `unit`; -1 where no word goes on so. */
  child(node: number, unit: number): number {
    const links = this.#links;
    if (((links[node * ENTRY + 1] >>> (GOES_ON_AT + (unit & 7))) & 1) === 0) return FREE;
    const mask = this.#mask;
    let slot = slotOf(node, unit) & mask;
    for (;;) {
      const parent = links[slot * ENTRY];
      if (parent === node && (links[slot * ENTRY + 1] & UNIT) === unit) return slot;
      if (parent === FREE) return FREE;
      slot = (slot + 1) & mask;
    }
  }

  /** The weight of the word that ends at `node`; minus infinity where none does. */
  weight(node: number): number {
    return this.#weights[node * 2 + 1];
  }

  /** The tag of the word that ends at `node`; without meaning where none does. */
  tag(node: number): number {
    return (this.#links[node * ENTRY + 1] >>> TAG_AT) & TAG;
  }

  /** The tag of the word `text.slice(from, to)`, or {@link UNKNOWN}. */
  find(text: string, from: number, to: number): number {
    if (from >= to) return UNKNOWN;
    let node = this.#roots[text.charCodeAt(from)];
    for (let at = from + 1; at < to && node !== FREE; at++) node = this.child(node, text.charCodeAt(at));
    return node === FREE || this.weight(node) === NO_WORD ? UNKNOWN : this.tag(node);
  }

  /** Replaces the weight of every word by what `weigh` makes of it. */
  reweigh(weigh: (weight: number) => number): void {
    const weights = this.#weights;
    for (let at = 1; at < weights.length; at += 2)
      if (weights[at] !== NO_WORD) weights[at] = weigh(weights[at]);
  }

  #freeSlot(parent: number, unit: number): number {
    let slot = slotOf(parent, unit) & this.#mask;
    while (this.#links[slot * ENTRY] !== FREE) slot = (slot + 1) & this.#mask;
    this.#links[slot * ENTRY] = parent;
    this.#links[slot * ENTRY + 1] = unit;
    return slot;
  }
}

function pairOf(first: number, second: number): number {
  return Math.imul((first << 16) | second, 0x9e3779b1) >>> (32 - PAIR_LOG);
}

function slotOf(parent: number, unit: number): number {
  const hash = Math.imul((Math.imul(parent, 0x1003f) + unit) | 0, 0x9e3779b1);
  return hash ^ (hash >>> 15);
}
