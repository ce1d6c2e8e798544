import type { Edit } from '../../alignment/index.ts';
import { classAt, HAN } from '../characters.ts';
import type { RepairRule } from '../rule.ts';

/** A bracket pair longer than this is taken for two strays. */
const LONGEST = 200;

/** Gives round brackets with Han text inside their full-width form, both halves together. */
export const widenBrackets: RepairRule = ({ text, passages }) => {
  const edits: Edit[] = [];
  for (const { condition, start, end } of passages) {
    if (condition === 'foreign') continue;
    let open: { at: number; han: boolean }[] = [];
    for (let at = start; at < end; at++) {
      const character = text.charCodeAt(at);
      if (character === 0x28) open.push({ at, han: false });
      else if (character === 0x29) {
        const pair = open.pop();
        if (pair === undefined) continue;
        const outer = open.at(-1);
        if (outer !== undefined && pair.han) outer.han = true;
        if (!pair.han || at - pair.at > LONGEST) continue;
        edits.push(widened(pair.at, '（'), widened(at, '）'));
      } else if (open.length > 0 && classAt(text, at) === HAN) open[open.length - 1].han = true;
      if (open.length > 8) open = open.slice(-8);
    }
  }
  return { edits: edits.sort((a, b) => a.from - b.from) };
};

function widened(at: number, insert: string): Edit {
  return { from: at, to: at + 1, insert, rule: 'widen-brackets', confidence: 0.98 };
}
