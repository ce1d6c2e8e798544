import type { Dictionaries } from '../dictionary/index.ts';
import { type FigureTables, NUMERAL_BITS } from './figure-tables.ts';
import { posIndex } from './pos-tags.ts';

const M = posIndex('m');
const N = posIndex('n');
const NR = posIndex('nr');
const T = posIndex('t');
const X = posIndex('x');

/** What a guess goes by. */
export interface Clues {
  readonly figures: FigureTables;
  /** Surnames of one character and of two. */
  readonly surnames: ReadonlySet<string>;
  /** Last characters that tell what a new word is, and its tag's index: 镇 a place, 局 a body. */
  readonly endings: ReadonlyMap<string, number>;
}

const TAG_OF_USE: Readonly<Record<string, string>> = {
  'place-ending': 'ns',
  'body-ending': 'nt',
  'verb-ending': 'v',
};

/** The endings of `lexicon-parts.tsv`. */
export function readEndings(dictionaries: Dictionaries): Map<string, number> {
  const endings = new Map<string, number>();
  for (const { word, use } of dictionaries.rows('word-parts')) {
    const tag = TAG_OF_USE[use];
    if (tag !== undefined) endings.set(word, posIndex(tag));
  }
  return endings;
}

/**
 * Guesses the part of speech of a word of Han that no dictionary has: numerals, then names of persons, places and bodies
 * by their characters, else a noun, as most new words are.
 */
export function guessTag(
  text: string,
  from: number,
  to: number,
  { figures, surnames, endings }: Clues,
): number {
  let numerals = from;
  while (numerals < to && (figures.bits[text.charCodeAt(numerals)] & NUMERAL_BITS) !== 0) numerals++;
  if (numerals === to) return M;
  if (to - from === 1) return X;
  const last = text[to - 1];
  if (last === '年' || last === '月' || last === '日') return numerals > from ? T : N;
  const byEnding = endings.get(last);
  if (byEnding !== undefined) return byEnding;
  return to - from <= 3 && surnames.has(text[from]) ? NR : N;
}
