import { posIndex } from './pos-tags.ts';

const NUMERALS = new Set('〇○零一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟半几数');

const M = posIndex('m');
const N = posIndex('n');
const NR = posIndex('nr');
const NS = posIndex('ns');
const NT = posIndex('nt');
const V = posIndex('v');
const T = posIndex('t');
const X = posIndex('x');

/** Last characters that tell what a new word is. */
const LAST = new Map<string, number>([
  ...[...'省市县区乡镇村州旗盟岛港湾路街河江湖山'].map((last) => [last, NS] as const),
  ...[...'部局委院署厅社会司所处办校厂行'].map((last) => [last, NT] as const),
  ['化', V],
]);

/**
 * Guesses the part of speech of a word of Han that no dictionary has: numerals, then names of persons, places and bodies
 * by their characters, else a noun, as most new words are.
 */
export function guessTag(text: string, from: number, to: number, surnames: ReadonlySet<string>): number {
  let numerals = from;
  while (numerals < to && NUMERALS.has(text[numerals])) numerals++;
  if (numerals === to) return M;
  if (to - from === 1) return X;
  const last = text[to - 1];
  if (last === '年' || last === '月' || last === '日') return numerals > from ? T : N;
  const byLast = LAST.get(last);
  if (byLast !== undefined) return byLast;
  return to - from <= 3 && surnames.has(text[from]) ? NR : N;
}
