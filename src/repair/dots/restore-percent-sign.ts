import { classAt, DIGIT, DOT, HAN, LATIN } from '../characters.ts';
import { LOST, NONE } from '../model/marks.ts';
import { type Dot, type DotContext, probabilityOf, type Reading } from './dot.ts';
import { typeDot } from './type-dot.ts';

/** What goes on after a share without a mark between. */
const CONTINUES = ['以上', '以下', '以内', '以外', '左右', '上下', '的', '多', '和', '与', '至', '到', '或'];
/** Characters before a figure that make it no share. */
const NO_SHARE = '第号款条章节页版期';

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
  if (share < (goesOn ? 0.2 : 0.5)) return undefined;
  const reason = `'${figure}' has no unit, as a share that lost its sign`;
  if (goesOn) return { insert: '%', confidence: Math.max(share, 0.9), reason };
  const mark = typeDot(context, dot, probabilityOf(context, dot, NONE) > 0.5);
  return { insert: `%${mark.insert}`, confidence: share * mark.confidence, reason };
}

/** The figure right before a dot, where it can be a share. */
function figureBefore(text: string, at: number): string | undefined {
  if (classAt(text, at - 1) !== DIGIT) return undefined;
  let start = at;
  while (
    classAt(text, start - 1) === DIGIT ||
    (classAt(text, start - 1) === DOT && classAt(text, start - 2) === DIGIT)
  ) {
    start--;
  }
  const figure = text.slice(start, at);
  if (!(Number(figure) < 10_000) || figure.length > 7 || /^0\d/.test(figure)) return undefined;
  const before = classAt(text, start - 1);
  if (before === LATIN || (before === HAN && NO_SHARE.includes(text[start - 1]))) return undefined;
  return figure;
}
