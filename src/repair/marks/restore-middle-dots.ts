import type { Edit } from '../../alignment/index.ts';
import { classAt, HAN } from '../characters.ts';
import type { RepairRule } from '../rule.ts';

/**
 * Code points that look like the middle dot of names: bullet, hyphenation point, bullet and dot operators, dot above
 * the line, katakana middle dot and its narrow form.
 */
const LOOKALIKES = new Set([0x2022, 0x2027, 0x2219, 0x22c5, 0x2e31, 0x30fb, 0xff65]);

/** Between two Han characters a lookalike of the middle dot is the middle dot: 卡尔•马克思. */
export const restoreMiddleDots: RepairRule = ({ text, passages, marks }) => {
  const edits: Edit[] = [];
  for (const { condition, start, end, firstMark, lastMark } of passages) {
    if (condition === 'foreign') continue;
    for (let i = firstMark; i < lastMark; i++) {
      const at = marks[i];
      if (!LOOKALIKES.has(text.charCodeAt(at)) || at === start || at + 1 === end) continue;
      if (classAt(text, at - 1) !== HAN || classAt(text, at + 1) !== HAN) continue;
      edits.push({ from: at, to: at + 1, insert: '·', rule: 'restore-middle-dots', confidence: 0.97 });
    }
  }
  return { edits };
};
