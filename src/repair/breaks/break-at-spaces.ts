import type { Edit } from '../../alignment/index.ts';
import { CLOSING, classAt, DIGIT, HAN, LINE_BREAK, OPENING, WIDE_MARK } from '../characters.ts';
import type { RepairRule } from '../rule.ts';

const WIDTH = 4;
/** As wide is what `clean` leaves where nobody set the spaces by mistake. */
const WIDEST = 8;
/** Marks after which a block may end. */
const FINAL = '。！？：；.!?:;>》】…';

/**
 * Turns the four spaces that `clean` leaves where a paragraph break was lost into the break, and takes
 * them out where none was lost.
 */
export const breakAtSpaces: RepairRule = ({ text }) => {
  const edits: Edit[] = [];
  for (let at = text.indexOf('    '); at >= 0; at = text.indexOf('    ', at)) {
    let end = at + WIDTH;
    while (text.charCodeAt(end) === 0x20) end++;
    const insert = isBreak(text, at, end) ? '\n' : '';
    edits.push({
      from: at,
      to: end,
      insert,
      rule: 'break-at-spaces',
      confidence: insert === '' ? 0.9 : 0.97,
    });
    at = end;
  }
  return { edits };
};

function isBreak(text: string, from: number, to: number): boolean {
  const before = classAt(text, from - 1);
  const after = classAt(text, to);
  if (before === LINE_BREAK || after === LINE_BREAK) return false;
  if (after === WIDE_MARK || after === CLOSING) return false;
  if (FINAL.includes(text[from - 1])) return true;
  // A bracket closes a heading or a line of its own only where something new begins after it; a word, where the run is too
  // wide for a slip.
  const mayEnd = before === CLOSING || (to - from >= WIDEST && (before === HAN || before === DIGIT));
  return mayEnd && (after === HAN || after === OPENING);
}
