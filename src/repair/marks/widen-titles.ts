import type { Edit } from '../../alignment/index.ts';
import { classAt, HAN } from '../characters.ts';
import type { RepairRule } from '../rule.ts';

/** The longest title, in UTF-16 units. */
const LONGEST = 80;

/** Gives titles in `<<` and `>>` their marks: <<管理条例>> is 《管理条例》. */
export const widenTitles: RepairRule = ({ text, passages, marks }) => {
  const edits: Edit[] = [];
  for (const { condition, end, firstMark, lastMark } of passages) {
    if (condition === 'foreign') continue;
    let next = 0;
    for (let i = firstMark; i < lastMark; i++) {
      const at = marks[i];
      if (at < next || text.charCodeAt(at) !== 0x3c || text.charCodeAt(at + 1) !== 0x3c) continue;
      const close = closing(text, at + 2, end);
      if (close < 0) continue;
      edits.push(widened(at, '《'), widened(close, '》'));
      next = close + 1;
    }
  }
  return { edits };
};

/** Where the `>>` of a title that begins at `from` stands; -1 where what is between can be no title. */
function closing(text: string, from: number, end: number): number {
  if (classAt(text, from) !== HAN) return -1;
  for (let at = from; at + 1 < Math.min(end, from + LONGEST); at++) {
    const character = text[at];
    if (character === '>') return text[at + 1] === '>' ? at : -1;
    if (character === '<' || character === '。' || character === ';') return -1;
  }
  return -1;
}

function widened(at: number, insert: string): Edit {
  return { from: at, to: at + 2, insert, rule: 'widen-titles', confidence: 0.95 };
}
