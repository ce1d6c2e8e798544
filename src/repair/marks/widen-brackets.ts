import type { Edit } from '../../alignment/index.ts';
import { classAt, HAN } from '../characters.ts';
import type { RepairRule } from '../rule.ts';

/** A bracket pair longer than this is taken for two strays. */
const LONGEST = 200;
/** Brackets open at once that are kept in mind. */
const DEEPEST = 8;

/** Gives round brackets with Han text inside their full-width form, both halves together; one half may have it already. */
export const widenBrackets: RepairRule = ({ text, passages }) => {
  const edits: Edit[] = [];
  for (const { condition, start, end } of passages) {
    if (condition === 'foreign') continue;
    let open: { at: number; han: boolean }[] = [];
    for (let at = start; at < end; at++) {
      const character = text.charCodeAt(at);
      if (character === 0x28 || character === 0xff08) open.push({ at, han: false });
      else if (character === 0x29 || character === 0xff09) {
        const pair = open.pop();
        if (pair === undefined) continue;
        const outer = open.at(-1);
        if (outer !== undefined && pair.han) outer.han = true;
        // Where one half is wide already, so is the other, whatever they hold.
        const wide = text.charCodeAt(pair.at) === 0xff08 || character === 0xff09;
        if (!(pair.han || wide) || at - pair.at > LONGEST) continue;
        if (text[pair.at] === '(') edits.push(widened(pair.at, '（'));
        if (character === 0x29) edits.push(widened(at, '）'));
      } else if (open.length > 0 && classAt(text, at) === HAN) open[open.length - 1].han = true;
      if (open.length > DEEPEST) open = open.slice(-DEEPEST);
    }
  }
  return { edits: edits.sort((a, b) => a.from - b.from) };
};

function widened(at: number, insert: string): Edit {
  return { from: at, to: at + 1, insert, rule: 'widen-brackets', confidence: 0.98 };
}
