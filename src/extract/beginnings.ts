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

/** Slots of the tables of pairs and triples: small tables stay close at hand, and few who don't fit get through. */
const PAIRS = 1 << 15;
const TRIPLES = 1 << 14;
/** Kinds whose bits lie above this are in the upper half of a number. */
const HALF = 16;
const LOWER = 0xffff;
const none = new Uint32Array();
/** How many units are looked at before the places in them are sorted by kind: few enough to stay close at hand. */
const STRETCH = 4096;

/**
 * Finds where in a text names, dates and figures may begin, for all who look for them in one pass.
 *
 * Most characters begin nothing. Asking each trie and table about each of them costs more than what is found; here
 * the first three characters at a place, each with the bits of those for whom they will do, answer for all.
 */
export class BeginningFinder {
  /** Per UTF-16 unit its number, as the units that count lie together then; 0 for units with which nothing begins. */
  readonly #numbers = new Uint16Array(65_536);
  #numbered = 0;
  /** Per number of a unit: below, for whom it is enough; above, for whom it may be the first of several. */
  readonly #firsts = new Uint32Array(65_536);
  /** Per number of a unit, for whom it may be the second. */
  readonly #seconds = new Uint16Array(65_536);
  /** Per hash of two units: below, for whom they are enough; above, for whom a third must fit. */
  readonly #pairs = new Uint32Array(PAIRS);
  /** Per hash of three units, for whom they are enough. */
  readonly #triples = new Uint16Array(TRIPLES);
  /** The bits of those who take any of their firsts with any of their seconds. */
  #products = 0;
  /** The places of one stretch where anything may begin, and the bits of those who may. */
  readonly #places = new Uint32Array(STRETCH);
  readonly #masks = new Uint16Array(STRETCH);
  /** By number of the bit: places, and how many there are. */
  readonly #columns: Uint32Array[] = Object.keys(bits).map(() => new Uint32Array(STRETCH));
  readonly #counts = new Uint32Array(this.#columns.length);

  constructor(starts: Readonly<Record<BeginningKind, Starts>>) {
    for (const kind of Object.keys(bits) as BeginningKind[]) this.#addKind(bits[kind], starts[kind]);
  }

  find(text: string): Beginnings {
    this.#counts.fill(0);
    // The last two units have less than three before the end: there every first will do.
    const sure = Math.max(text.length - 2, 0);
    for (let from = 0; from < sure; from += STRETCH) {
      this.#sort(this.#look(text, from, Math.min(from + STRETCH, sure)));
    }
    for (let at = sure; at < text.length; at++) {
      const unit = this.#firsts[this.#numbers[text.charCodeAt(at)]];
      this.#places[0] = at;
      this.#masks[0] = unit | (unit >>> HALF);
      if (this.#masks[0] !== 0) this.#sort(1);
    }
    return {
      of: (kind) => {
        const number = numberOf(bits[kind]);
        const count = this.#counts[number];
        return count === 0 ? none : this.#columns[number].subarray(0, count);
      },
    };
  }

  /**
   * Writes down the places of a stretch where anything may begin, and for whom; gives their count.
   *
   * Without a branch: what a character is can't be foretold, and a wrong guess costs more than all looks at the tables.
   */
  #look(text: string, from: number, to: number): number {
    const numbers = this.#numbers;
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
    let firstNumber = 0;
    let secondNumber = numbers[second];
    let thirdNumber = numbers[third];
    for (let at = from; at < to; at++) {
      first = second;
      second = third;
      third = text.charCodeAt(at + 2);
      firstNumber = secondNumber;
      secondNumber = thirdNumber;
      thirdNumber = numbers[third];
      const unit = firsts[firstNumber];
      const pair = pairs[pairOf(first, second)];
      const enough = pair | products | ((pair >>> HALF) & triples[tripleOf(first, second, third)]);
      const mask = (unit & LOWER) | ((unit >>> HALF) & seconds[secondNumber] & enough);
      places[count] = at;
      masks[count] = mask;
      // 1 where any bit is set.
      count += (0 - mask) >>> 31;
    }
    return count;
  }

  /** Gives each kind its places among those written down. */
  #sort(count: number): void {
    const places = this.#places;
    const masks = this.#masks;
    const columns = this.#columns;
    const counts = this.#counts;
    for (let kind = 0; kind < columns.length; kind++) {
      if (counts[kind] + count > columns[kind].length) columns[kind] = grown(columns[kind], count);
    }
    for (let i = 0; i < count; i++) {
      const at = places[i];
      let mask = masks[i];
      do {
        const kind = numberOf(mask);
        columns[kind][counts[kind]++] = at;
        mask &= mask - 1;
      } while (mask !== 0);
    }
  }

  #addKind(bit: number, { words = [], alone, firsts, seconds }: Starts): void {
    if (firsts !== undefined && seconds !== undefined) this.#products |= bit;
    for (const unit of unitsIn(alone)) this.#firsts[this.#numberOf(unit)] |= bit;
    for (const unit of unitsIn(firsts)) this.#firsts[this.#numberOf(unit)] |= bit << HALF;
    for (const unit of unitsIn(seconds)) this.#seconds[this.#numberOf(unit)] |= bit;
    for (const word of words) this.#addWord(word, bit);
  }

  #addWord(word: string, bit: number): void {
    if (word === '') return;
    const first = word.charCodeAt(0);
    if (word.length === 1) {
      this.#firsts[this.#numberOf(first)] |= bit;
      return;
    }
    const second = word.charCodeAt(1);
    this.#firsts[this.#numberOf(first)] |= bit << HALF;
    this.#seconds[this.#numberOf(second)] |= bit;
    if (word.length === 2) {
      this.#pairs[pairOf(first, second)] |= bit;
      return;
    }
    this.#pairs[pairOf(first, second)] |= bit << HALF;
    this.#triples[tripleOf(first, second, word.charCodeAt(2))] |= bit;
  }

  #numberOf(unit: number): number {
    if (this.#numbers[unit] === 0) this.#numbers[unit] = ++this.#numbered;
    return this.#numbers[unit];
  }
}

/** The units that a table has. */
function unitsIn(table: ArrayLike<number> = none): number[] {
  const units: number[] = [];
  for (let unit = 0; unit < table.length; unit++) if (table[unit] !== 0) units.push(unit);
  return units;
}

/** The number of the lowest bit that is set. */
function numberOf(bit: number): number {
  return 31 - Math.clz32(bit & -bit);
}

function pairOf(first: number, second: number): number {
  return (Math.imul(first, 40_503) ^ second) & (PAIRS - 1);
}

function tripleOf(first: number, second: number, third: number): number {
  return (Math.imul(first, 40_503) ^ Math.imul(second, 30_011) ^ third) & (TRIPLES - 1);
}

/** The places of a text with a unit that a table has, for a search for one thing alone; UTF-16 units, ascending. */
export function placesWith(units: Uint8Array, text: string): Uint32Array {
  const places: number[] = [];
  for (let at = 0; at < text.length; at++) if (units[text.charCodeAt(at)] !== 0) places.push(at);
  return Uint32Array.from(places);
}

/** The column with room for so many more, and for as many again. */
function grown(column: Uint32Array, more: number): Uint32Array {
  const larger = new Uint32Array((column.length + more) * 2);
  larger.set(column);
  return larger;
}
