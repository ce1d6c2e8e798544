import { kindAt, kindBefore } from '../clean/character-kinds.ts';
import type { Surnames } from './surnames.ts';

/**
 * 著 that no phrase decides about, in text that writes the particle 着 as 著: it is the particle, unless it
 * says who wrote something (魯迅著《吶喊》, 王力等著).
 *
 * @param at UTF-16 index of 著 in `text`
 */
export function particleZhe(text: string, at: number, surnames: Surnames): '着' | '著' {
  const end = at + 1;
  const after = kindAt(text, end);
  const closes = after === 'edge' || after === 'line-end' || text[end] === '《' || text[end] === '）';
  if (!closes) return '着';
  const nameEnd = text[at - 1] === '等' ? at - 1 : at;
  let start = nameEnd;
  while (nameEnd - start < 4 && kindBefore(text, start) === 'han') start--;
  const size = nameEnd - start;
  if (size < 2 || size > 3 || kindBefore(text, start) === 'han') return '着';
  return surnames.has(text[start]) ? '著' : '着';
}
