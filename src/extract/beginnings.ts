import { pairOf } from './name-trie.ts';

/** What is looked for all over a text, each with its bit of sixteen. */
const bits = {
  divisions: 1,
  regionGroups: 1 << 1,
  abbreviations: 1 << 2,
  organs: 1 << 3,
  localOrgans: 1 << 4,
  localEndings: 1 << 5,
  documents: 1 << 6,
  programmes: 1 << 7,
  dates: 1 << 8,
  figures: 1 << 9,
} as const;

export type BeginningKind = keyof typeof bits;

/** The places of a text where something may begin. */
export interface Beginnings {
  /**
   * Where things of one kind may begin, ascending: UTF-16 units of the text. What is not there begins none; what is
   * there may. Lent: the same column is filled for the next text.
   */
  of(kind: BeginningKind): Uint32Array;
}

/** With what things of one kind begin: any of these is enough. Tables are by UTF-16 unit, and not 0 where it counts. */
export interface Starts {
  /** Their names, or how these begin; of one as many units are looked at as it has, up to three. */
  readonly words?: Iterable<string>;
  /** Units that are enough by themselves. */
  readonly alone?: Uint8Array;
  /** Units that are enough with any of `seconds` after them. */
  readonly firsts?: Uint8Array;
  readonly seconds?: Uint8Array;
}

const TRIPLES = 1 << 16;
/** Kinds whose bits lie above this are in the upper half of a number. */
const HALF = 16;
const LOWER = 0xffff;
/** How many units are looked at before the places in them are sorted by kind: few enough to stay close at hand. */
const STRETCH = 4096;

/**
 * Finds where in a text names, dates and figures may begin, for all who look for them in one pass.
 *
 * Most characters begin nothing. Asking each trie and table about each of them costs more than what is found; here
 * the first three characters at a place, each with the bits of those for whom they will do, answer for all.
 */
export class BeginningFinder {
  /** Per UTF-16 unit: below, for whom it is enough; above, for whom it may be the first of several. */
  readonly #firsts = new Uint32Array(65_536);
  /** Per UTF-16 unit, for whom it may be the second. */
  readonly #seconds = new Uint16Array(65_536);
  /** Per hash of two units: below, for whom they are enough; above, for whom a third must fit. */
  readonly #pairs = new Uint32Array(65_536);
  /** Per hash of three units, for whom they are enough. */
  readonly #triples = new Uint16Array(TRIPLES);
  /** The bits of those who take any of their firsts with any of their seconds. */
  #products = 0;
  /** The places of one stretch where anything may begin, and the bits of those who may. */
  readonly #places = new Uint32Array(STRETCH);
  readonly #masks = new Uint16Array(STRETCH);
  /** By number of the bit. */
  readonly #lists = Object.keys(bits).map(() => new PlaceList());

  constructor(starts: Readonly<Record<BeginningKind, Starts>>) {
    for (const kind of Object.keys(bits) as BeginningKind[]) this.#addKind(bits[kind], starts[kind]);
  }

  find(text: string): Beginnings {
    for (const list of this.#lists) list.clear();
    // The last two units have less than three before the end: there every first will do.
    const sure = Math.max(text.length - 2, 0);
    for (let from = 0; from < sure; from += STRETCH) {
      this.#sort(this.#look(text, from, Math.min(from + STRETCH, sure)));
    }
    for (let at = sure; at < text.length; at++) {
      const unit = this.#firsts[text.charCodeAt(at)];
      this.#places[0] = at;
      this.#masks[0] = unit | (unit >>> HALF);
      this.#sort(1);
    }
    return { of: (kind) => this.#lists[numberOf(bits[kind])].places() };
  }

  /**
   * Writes down the places of a stretch where anything may begin, and for whom; gives their count.
   *
   * Without a branch: what a character is can't be foretold, and a wrong guess costs more than all looks at the tables.
   */
  #look(text: string, from: number, to: number): number {
    const firsts = this.#firsts;
    const seconds = this.#seconds;
    const pairs = this.#pairs;
    const triples = this.#triples;
    const products = this.#products;
    const places = this.#places;
    const masks = this.#masks;
    let count = 0;
    let first = 0;
    let second = text.charCodeAt(from);
    let third = text.charCodeAt(from + 1);
    for (let at = from; at < to; at++) {
      first = second;
      second = third;
      third = text.charCodeAt(at + 2);
      const unit = firsts[first];
      const pair = pairs[pairOf(first, second)];
      const enough = pair | products | ((pair >>> HALF) & triples[tripleOf(first, second, third)]);
      const mask = (unit & LOWER) | ((unit >>> HALF) & seconds[second] & enough);
      places[count] = at;
      masks[count] = mask;
      // 1 where any bit is set.
      count += -mask >>> 31;
    }
    return count;
  }

  /** Gives each kind its places among those written down. */
  #sort(count: number): void {
    const lists = this.#lists;
    for (let i = 0; i < count; i++) {
      const at = this.#places[i];
      for (let mask = this.#masks[i]; mask !== 0; mask &= mask - 1) lists[numberOf(mask)].add(at);
    }
  }

  #addKind(bit: number, { words = [], alone, firsts, seconds }: Starts): void {
    if (firsts !== undefined && seconds !== undefined) this.#products |= bit;
    for (let unit = 0; unit < 65_536; unit++) {
      if (alone !== undefined && alone[unit] !== 0) this.#firsts[unit] |= bit;
      if (firsts !== undefined && firsts[unit] !== 0) this.#firsts[unit] |= bit << HALF;
      if (seconds !== undefined && seconds[unit] !== 0) this.#seconds[unit] |= bit;
    }
    for (const word of words) this.#addWord(word, bit);
  }

  #addWord(word: string, bit: number): void {
    if (word === '') return;
    const first = word.charCodeAt(0);
    if (word.length === 1) {
      this.#firsts[first] |= bit;
      return;
    }
    const second = word.charCodeAt(1);
    this.#firsts[first] |= bit << HALF;
    this.#seconds[second] |= bit;
    if (word.length === 2) {
      this.#pairs[pairOf(first, second)] |= bit;
      return;
    }
    this.#pairs[pairOf(first, second)] |= bit << HALF;
    this.#triples[tripleOf(first, second, word.charCodeAt(2))] |= bit;
  }
}

/** The number of the lowest bit that is set. */
function numberOf(bit: number): number {
  return 31 - Math.clz32(bit & -bit);
}

function tripleOf(first: number, second: number, third: number): number {
  return (Math.imul(first, 40_503) ^ Math.imul(second, 30_011) ^ third) & (TRIPLES - 1);
}

/** The places of a text with a unit that a table has, for a search for one thing alone; UTF-16 units, ascending. */
export function placesWith(units: Uint8Array, text: string): Uint32Array {
  const list = new PlaceList();
  for (let at = 0; at < text.length; at++) if (units[text.charCodeAt(at)] !== 0) list.add(at);
  return list.places();
}

/** Places that are being collected, in a column that grows and is used again. */
class PlaceList {
  #places = new Uint32Array(1024);
  #count = 0;

  clear(): void {
    this.#count = 0;
  }

  add(at: number): void {
    if (this.#count === this.#places.length) {
      const grown = new Uint32Array(this.#count * 2);
      grown.set(this.#places);
      this.#places = grown;
    }
    this.#places[this.#count++] = at;
  }

  places(): Uint32Array {
    return this.#places.subarray(0, this.#count);
  }
}
