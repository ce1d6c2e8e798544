import type { Edit } from '../../alignment/index.ts';
import { classAt, HAN } from '../characters.ts';
import type { RepairRule } from '../rule.ts';

/** A bracket pair longer than this is taken for two strays. */
const LONGEST = 200;
/** Brackets open at once that are kept in mind. */
const DEEPEST = 8;

/** Gives round brackets with Han text inside their full-width form, both halves together; one half may have it already. */
export const widenBrackets: RepairRule = ({ text, passages, marks }) => {
  const edits: Edit[] = [];
  for (const { condition, firstMark, lastMark } of passages) {
    if (condition === 'foreign') continue;
    let open: number[] = [];
    for (let i = firstMark; i < lastMark; i++) {
      const at = marks[i];
      const character = text.charCodeAt(at);
      if (character === 0x28 || character === 0xff08) open.push(at);
      else if (character === 0x29 || character === 0xff09) {
        const opens = open.pop();
        if (opens === undefined || at - opens > LONGEST) continue;
        // Where one half is wide already, so is the other, whatever they hold.
        const wide = text.charCodeAt(opens) === 0xff08 || character === 0xff09;
        if (!wide && !hasHan(text, opens + 1, at)) continue;
        if (text[opens] === '(') edits.push(widened(opens, '（'));
        if (character === 0x29) edits.push(widened(at, '）'));
      }
      if (open.length > DEEPEST) open = open.slice(-DEEPEST);
    }
  }
  return { edits: edits.sort((a, b) => a.from - b.from) };
};

function hasHan(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (classAt(text, at) === HAN) return true;
  return false;
}

function widened(at: number, insert: string): Edit {
  return { from: at, to: at + 1, insert, rule: 'widen-brackets', confidence: 0.98 };
}
