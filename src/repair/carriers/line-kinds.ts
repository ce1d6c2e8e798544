import { enumerationOf, hasBullet } from '../../parse/index.ts';
import { classAt, DIGIT, FOREIGN, HAN } from '../characters.ts';

/** The longest line that can be one clause, in UTF-16 units. */
const LONGEST = 45;

/** The longest figure that can be one, with its unit: 2013年, 30%. */
const LONGEST_FIGURE = 8;

/** True for a line that could be one clause: mostly Han text, not a mark in it, no number or bullet before it. */
export function isClauseLine(text: string, start: number, end: number): boolean {
  const size = end - start;
  if (size < 1 || size > LONGEST) return false;
  let han = 0;
  for (let at = start; at < end; at++) {
    const kind = classAt(text, at);
    if (kind === HAN) han++;
    else if (kind === FOREIGN || isMark(text, at)) return false;
    // Astral characters and symbols beyond: no text that is ours to judge.
    else if ((text.charCodeAt(at) & 0xf800) === 0xd800) return false;
  }
  const line = text.slice(start, end);
  const isFigure = size <= LONGEST_FIGURE && classAt(text, start) === DIGIT;
  return (han * 2 >= size || isFigure) && enumerationOf(line) === undefined && !hasBullet(line);
}

const MARKS = '，。、；：？！,;:?!.\t|';

/** True for a mark; a decimal point or a colon between figures is none. */
function isMark(text: string, at: number): boolean {
  if (!MARKS.includes(text[at])) return false;
  return !(classAt(text, at - 1) === DIGIT && classAt(text, at + 1) === DIGIT);
}

/** How many lines make a poem, at least. */
const VERSES = 4;

/** True for lines of one length, four to eight characters each. */
export function isVerse(lines: readonly string[]): boolean {
  if (lines.length < VERSES) return false;
  const counts = new Map<number, number>();
  for (const { length } of lines) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [size, count] = [...counts].reduce((most, one) => (one[1] > most[1] ? one : most));
  return size >= 4 && size <= 8 && count * 10 >= lines.length * 8;
}
