import { classAt, DIGIT, DOT, HAN, LATIN } from '../characters.ts';
import type { Dot, DotContext, Reading } from './dot.ts';

/** What goes on after a share without a mark between. */
const CONTINUES = ['以上', '以下', '以内', '以外', '左右', '上下', '的', '多', '和', '与', '至', '到', '或'];
/** Words before a figure that make it no share. */
const NO_SHARE = '第号款条章节页版年期';

/**
 * Gives back a % that became the dot after a figure: 80.以上 is 80%以上, 近90. before a new clause is 近90%
 * and a mark. Figures that count, years, numbers in a row and versions have none.
 *
 * @returns the sign, and whether the dot also stood for the mark after it
 */
export function restorePercentSign(
  { text, dots }: DotContext,
  index: number,
): (Reading & { mark: boolean }) | undefined {
  const { at } = dots[index];
  if (classAt(text, at - 1) !== DIGIT) return undefined;
  let start = at;
  while (
    classAt(text, start - 1) === DIGIT ||
    (classAt(text, start - 1) === DOT && classAt(text, start - 2) === DIGIT)
  ) {
    start--;
  }
  const figure = text.slice(start, at);
  const value = Number(figure);
  if (!(value < 1000) || figure.length > 6 || (figure.length > 1 && figure[0] === '0' && figure[1] !== '.'))
    return undefined;
  const before = classAt(text, start - 1);
  if (before === LATIN || (before !== HAN && before !== DOT) || NO_SHARE.includes(text[start - 1]))
    return undefined;
  const mark = !CONTINUES.some((word) => text.startsWith(word, at + 1));
  const surer = !mark || hasShareWord(text, dots[index]);
  return {
    insert: '%',
    mark,
    confidence: surer ? 0.97 : 0.85,
    reason: `'${figure}' has no unit, as a share that lost its sign`,
  };
}

function hasShareWord(text: string, { clauseStart, at }: Dot): boolean {
  return /[率占达超近约增降]|比重|比例/.test(text.slice(Math.max(clauseStart, at - 40), at));
}
