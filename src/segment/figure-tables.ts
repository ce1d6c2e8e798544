import type { Dictionaries } from '../dictionary/index.ts';

/** Bits of a character that stands in figures. */
export const DIGIT_BIT = 1;
export const MULTIPLIER_BIT = 2;
/** 多 余 来 几 数: about so many. */
export const VAGUE_BIT = 4;
/** 这 那 每 各: stand where a numeral could, before a measure. */
export const DETERMINER_BIT = 8;

/** What the scanner of figures must know of characters and measures. */
export interface FigureTables {
  /** Bits by UTF-16 unit. */
  readonly bits: Uint8Array;
  /** Measures by first character, the longest first. */
  readonly measures: ReadonlyMap<string, readonly string[]>;
  /** Measures of one character that follow 这, 每 and the like as readily as a numeral: 个, 项, 年. */
  readonly counters: ReadonlySet<string>;
}

const CHARACTERS: readonly (readonly [string, number])[] = [
  ['〇○零一二三四五六七八九两廿卅壹贰叁肆伍陆柒捌玖半', DIGIT_BIT],
  ['十百千万亿兆拾佰仟', MULTIPLIER_BIT],
  ['多余来几数', VAGUE_BIT],
  ['这那每各此本某该哪', DETERMINER_BIT],
];

const key = Symbol('figure tables');

/** The tables, made once from `lexicon-measures.tsv`. */
export function figureTables(dictionaries: Dictionaries): FigureTables {
  return dictionaries.derived(key, (own) => {
    const bits = new Uint8Array(0x10000);
    for (const [characters, bit] of CHARACTERS) for (const one of characters) bits[one.charCodeAt(0)] |= bit;
    const measures = new Map<string, string[]>();
    const counters = new Set('年天月周');
    for (const { measure, kind } of own.rows('measures')) {
      if (kind === 'count' && measure.length === 1) counters.add(measure);
      const known = measures.get(measure[0]);
      if (known === undefined) measures.set(measure[0], [measure]);
      else known.push(measure);
    }
    for (const known of measures.values()) known.sort((a, b) => b.length - a.length);
    return { bits, measures, counters };
  });
}
