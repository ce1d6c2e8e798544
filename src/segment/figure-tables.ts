import type { Dictionaries } from '../dictionary/index.ts';

/** Bits of a character that stands in figures. */
export const DIGIT_BIT = 1;
export const MULTIPLIER_BIT = 2;
/** 多 余 来 几 数: about so many. */
export const VAGUE_BIT = 4;
/** 这 那 每 各: stand where a numeral could, before a measure. */
export const DETERMINER_BIT = 8;
export const NUMERAL_BITS = DIGIT_BIT | MULTIPLIER_BIT | VAGUE_BIT;

/** What the scanner of figures must know of characters and measures. */
export interface FigureTables {
  /** Bits by UTF-16 unit. */
  readonly bits: Uint8Array;
  /** Measures by first UTF-16 unit, the longest first. */
  readonly measures: ReadonlyMap<number, readonly string[]>;
  /** Measures of one character that follow 这, 每 and the like as readily as a numeral: 个, 项, 年. */
  readonly counters: ReadonlySet<string>;
  /** What 个 takes along, being a measure itself: 个|月, 个|百分点. The longest first, as the next two. */
  readonly afterItem: readonly string[];
  /** What a month takes along: 5月|上旬. */
  readonly afterMonth: readonly string[];
  /** What a year takes along: 2013年|底. */
  readonly afterYear: readonly string[];
  /** What a numeral makes a name of, no measure: 十八|世纪. */
  readonly pointsInTime: ReadonlySet<string>;
  /** Words that a date goes on from: 今年|7月1日. */
  readonly relativeDates: ReadonlySet<string>;
  /** What may be left of a word whose front is a measure: 年|前, 日|电. */
  readonly remainders: ReadonlySet<string>;
}

const BIT_OF_USE: Readonly<Record<string, number>> = {
  digit: DIGIT_BIT,
  multiplier: MULTIPLIER_BIT,
  vague: VAGUE_BIT,
  determiner: DETERMINER_BIT,
};

const key = Symbol('figure tables');

/** The tables, made once from `lexicon-measures.tsv` and `lexicon-parts.tsv`. */
export function figureTables(dictionaries: Dictionaries): FigureTables {
  return dictionaries.derived(key, (own) => {
    const bits = new Uint8Array(0x10000);
    const byUse = new Map<string, string[]>();
    for (const { word, use } of own.rows('word-parts')) {
      bits[word.charCodeAt(0)] |= BIT_OF_USE[use] ?? 0;
      addTo(byUse, use, word);
    }
    const measures = new Map<number, string[]>();
    for (const { measure, kind } of own.rows('measures')) {
      addTo(measures, measure.charCodeAt(0), measure);
      if (kind === 'count' && measure.length === 1) addTo(byUse, 'counter', measure);
    }
    const longestFirst = (words: string[]) => words.sort((a, b) => b.length - a.length);
    for (const known of measures.values()) longestFirst(known);
    const wordsOf = (use: string) => byUse.get(use) ?? [];
    return {
      bits,
      measures,
      counters: new Set(wordsOf('counter')),
      afterItem: longestFirst(wordsOf('after-item')),
      afterMonth: longestFirst(wordsOf('after-month')),
      afterYear: longestFirst(wordsOf('after-year')),
      pointsInTime: new Set(wordsOf('point-in-time')),
      relativeDates: new Set(wordsOf('relative-date')),
      remainders: new Set(wordsOf('remainder')),
    };
  });
}

function addTo<Name>(lists: Map<Name, string[]>, name: Name, word: string): void {
  const list = lists.get(name);
  if (list === undefined) lists.set(name, [word]);
  else list.push(word);
}
