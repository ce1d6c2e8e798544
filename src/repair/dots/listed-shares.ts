import { classAt, DIGIT } from '../characters.ts';
import type { Stretch } from './find-stretches.ts';

/** What says that each of several has its own figure. */
const EACH = '分别';
/** How many characters may stand between it and the first figure: 分别达到, 分别比上年增长. */
const REACH = 12;
/** The most digits of a share. */
const DIGITS = 3;
const JOINERS = '和与及或';

/** The lost signs of lists of shares, by their UTF-16 indices in the text. */
export interface ListedShares {
  /** Dots between two figures that were % and 、. */
  readonly dots: readonly number[];
  /** Digits before a joiner that lost the % between them without a trace. */
  readonly digits: readonly number[];
}

/**
 * Finds the signs that lists of whole shares lost where they look like decimal points: 分别达到96.93.和88. is 96%、93%和88%, and
 * so is 96.93和88. Decimals come two and two, most of them with one digit after the point.
 *
 * @param signs the dots that were a % for other reasons, by their UTF-16 indices in the text
 */
export function listedShares(
  text: string,
  { start, end, carrier }: Stretch,
  signs: ReadonlyMap<number, number>,
): ListedShares {
  const dots: number[] = [];
  const digits: number[] = [];
  for (let at = text.indexOf(EACH, start); at >= 0 && at < end; at = text.indexOf(EACH, at + EACH.length)) {
    let from = at + EACH.length;
    while (from < at + REACH && isWord(text, from, carrier)) from++;
    const found = wholeShares(text, from, carrier);
    if (found.points.length === 0 || !signs.has(found.last)) continue;
    dots.push(...found.points);
    digits.push(...found.unsigned);
  }
  return { dots, digits };
}

function isWord(text: string, at: number, carrier: string): boolean {
  return at < text.length && classAt(text, at) !== DIGIT && text[at] !== carrier && text[at] !== '\n';
}

interface WholeShares {
  /** Dots between two figures. */
  readonly points: readonly number[];
  /** Last digits of figures that no dot follows. */
  readonly unsigned: readonly number[];
  /** What stands behind the last figure. */
  readonly last: number;
}

/** Reads a list of figures that begins at `from`. No points where they are no whole shares. */
function wholeShares(text: string, from: number, carrier: string): WholeShares {
  const points: number[] = [];
  const unsigned: number[] = [];
  let last = -1;
  /** Figures since the last joiner, with dots alone between them. */
  let inRow = 0;
  for (let at = from; ; ) {
    let end = at;
    while (classAt(text, end) === DIGIT) end++;
    const behind = text[end] === carrier ? end + 1 : end;
    const joins = JOINERS.includes(text[behind] ?? ' ');
    if (end === at || (behind === end && !joins)) break;
    const follows = last === at - 1 && text[last] === carrier;
    // 44.6 is one figure nearly always, 96.93 may be two; neither 0 nor 05 nor a figure of five digits is a whole share.
    if (end - at > DIGITS || text[at] === '0' || (follows && end - at === 1))
      return { points: [], unsigned, last };
    if (follows) points.push(last);
    if (behind === end) unsigned.push(end - 1);
    inRow = follows ? inRow + 1 : 1;
    last = end;
    at = joins ? behind + 1 : behind;
  }
  return { points: inRow % 2 === 1 ? points : [], unsigned, last };
}
