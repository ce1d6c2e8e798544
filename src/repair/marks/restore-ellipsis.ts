import type { Edit } from '../../alignment/index.ts';
import { classAt, HAN } from '../characters.ts';
import type { RepairRule } from '../rule.ts';

/** Three to six dots, or hyphens in twos, beside Han text are …… and ——. */
export const restoreEllipsis: RepairRule = ({ text, passages }) => {
  const edits: Edit[] = [];
  for (const { condition, start, end } of passages) {
    if (condition === 'foreign') continue;
    for (let at = start; at < end; at++) {
      const unit = text.charCodeAt(at);
      if (unit !== 0x2e && unit !== 0x2d) continue;
      let to = at + 1;
      while (to < end && text.charCodeAt(to) === unit) to++;
      const length = to - at;
      const fits = unit === 0x2e ? length >= 3 && length <= 6 : length === 2 || length === 4;
      if (fits && (classAt(text, at - 1) === HAN || classAt(text, to) === HAN)) {
        edits.push({
          from: at,
          to,
          insert: unit === 0x2e ? '……' : '——',
          rule: 'restore-ellipsis',
          confidence: 0.95,
        });
      }
      at = to - 1;
    }
  }
  return { edits };
};
