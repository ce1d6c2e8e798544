import type { Edit } from '../../alignment/index.ts';
import { classAt, HAN } from '../characters.ts';
import type { RepairRule } from '../rule.ts';

/** What an ellipsis is made of where it is not `……`, and how many in a row may make one. */
const kinds = new Map<number, readonly [least: number, most: number]>([
  ['.'.charCodeAt(0), [3, 6]],
  ['。'.charCodeAt(0), [3, 6]],
  ['·'.charCodeAt(0), [3, 6]],
  ['⋯'.charCodeAt(0), [1, 2]],
  ['…'.charCodeAt(0), [1, 1]],
]);

/** Three to six dots beside Han text are …… (GB/T 15834, 4.11), and so is half of one. */
export const restoreEllipsis: RepairRule = ({ text, passages, marks }) => {
  const edits: Edit[] = [];
  for (const { condition, end, firstMark, lastMark } of passages) {
    if (condition === 'foreign') continue;
    let next = 0;
    for (let i = firstMark; i < lastMark; i++) {
      const at = marks[i];
      const unit = text.charCodeAt(at);
      if (at < next || unit > 0x3002 || (unit !== 0x2e && unit < 0xb7)) continue;
      const range = kinds.get(unit);
      if (range === undefined) continue;
      let to = at + 1;
      while (to < end && text.charCodeAt(to) === unit) to++;
      const fits = to - at >= range[0] && to - at <= range[1];
      if (fits && (classAt(text, at - 1) === HAN || classAt(text, to) === HAN)) {
        edits.push({ from: at, to, insert: '……', rule: 'restore-ellipsis', confidence: 0.95 });
      }
      next = to;
    }
  }
  return { edits };
};
