import { classAt, DIGIT, DOT, HAN, OPENING, STRAIGHT_QUOTE } from '../characters.ts';
import { isMarkDot } from '../diagnose.ts';
import { LOST, NONE } from '../model/marks.ts';
import { type Dot, type DotContext, probabilityOf, type Reading } from './dot.ts';
import { typeDot } from './type-dot.ts';

/** What goes on after a share without a mark between. */
const CONTINUES = ['以上', '以下', '以内', '以外', '左右', '上下', '的', '多', '和', '与', '至', '到', '或'];
/** How sure the model must be: before a word that goes on after shares, and elsewhere. */
const LIKELY_BEFORE_WORD = 0.2;
const LIKELY = 0.45;
/** Characters before a figure that make it no share. */
const NO_SHARE = /(?:[第号款条章节页版期]|版本|(?<![占同环])比)$/;
/** A year that stands alone. */
const YEAR = /^(?:19|20)\d\d$/;

/**
 * Gives back a % that became the dot after a figure: 80.以上 is 80%以上, 近90. before a new clause is 近90%
 * and a mark. Figures that count have their measure word; years, numbers in a row and versions have no %.
 */
export function restorePercentSign(context: DotContext, dot: Dot): Reading | undefined {
  const { text } = context;
  const { at } = dot;
  const figure = figureBefore(text, at);
  if (figure === undefined) return undefined;
  const share = probabilityOf(context, dot, LOST);
  const goesOn = CONTINUES.some((word) => text.startsWith(word, at + 1));
  if (share < (goesOn ? LIKELY_BEFORE_WORD : LIKELY)) return undefined;
  const reason = `'${figure}' has no unit, as a share that lost its sign`;
  if (goesOn) return { insert: '%', confidence: Math.max(share, 0.9), reason };
  const mark = typeDot(context, dot, probabilityOf(context, dot, NONE) > 0.5);
  return { insert: `%${mark.insert}`, confidence: share * mark.confidence, reason };
}

/** The figure right before a dot, where it can be a share. */
function figureBefore(text: string, at: number): string | undefined {
  if (classAt(text, at - 1) !== DIGIT) return undefined;
  let start = at;
  while (classAt(text, start - 1) === DIGIT) start--;
  const whole = start - 1;
  // The dot before belongs to the figure where it is a decimal point, and not a mark itself.
  if (classAt(text, whole) === DOT && classAt(text, whole - 1) === DIGIT && !isMarkDot(text, whole)) {
    start = whole;
    while (classAt(text, start - 1) === DIGIT) start--;
  }
  const figure = text.slice(start, at);
  if (!(Number(figure) < 10_000) || figure.length > 7 || /^0\d/.test(figure)) return undefined;
  const before = classAt(text, start - 1);
  if (before !== HAN && before !== DOT && before !== OPENING && before !== STRAIGHT_QUOTE) return undefined;
  if (YEAR.test(figure) || NO_SHARE.test(text.slice(Math.max(0, start - 2), start))) return undefined;
  return figure;
}
