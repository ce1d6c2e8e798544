import { classAt, DIGIT, DOT } from '../characters.ts';
import type { DotContext } from './dot.ts';

/** Words before a figure that compare it. */
const COMPARING = ['超过', '大约', '将近', '达到', '不到', '不足', '至少', '近', '约', '逾', '超', '有'];

/**
 * Finds the dots before a share of which something is said: 江西.湖南.26.的省份… is two names, then a statement about
 * 26% of them. A share is no member of a list of names, so 、 is not what stood there.
 *
 * @param signs the dots that were a %, by their UTF-16 indices in the text
 * @returns indices of `dots`, ascending
 */
export function partShares({ text, dots }: DotContext, signs: ReadonlyMap<number, number>): number[] {
  const found: number[] = [];
  for (let index = 0; index + 1 < dots.length; index++) {
    const { at } = dots[index];
    const sign = dots[index + 1].at;
    if (!signs.has(sign) || signs.has(at) || text[sign + 1] !== '的') continue;
    // After a figure it may be one of several in a row.
    if (classAt(text, at - 1) === DIGIT) continue;
    if (isFigure(text, at + 1, sign)) found.push(index);
  }
  return found;
}

/** True where `[from, to)` is a figure and no more than a word that compares it. */
function isFigure(text: string, from: number, to: number): boolean {
  const word = COMPARING.find((comparing) => text.startsWith(comparing, from)) ?? '';
  let at = from + word.length;
  if (at >= to) return false;
  while (at < to && (classAt(text, at) === DIGIT || classAt(text, at) === DOT)) at++;
  return at === to;
}
