import type { Edit } from '../../alignment/index.ts';
import type { RepairRule } from '../rule.ts';

const forms: Readonly<Record<string, string>> = { '「': '“', '」': '”', '『': '‘', '』': '’' };

/** Simplified text quotes with “” and ‘’: 「」 outside and 『』 inside become those. */
export const convertCornerQuotes: RepairRule = ({ text, passages, marks }) => {
  const edits: Edit[] = [];
  for (const { condition, firstMark, lastMark } of passages) {
    if (condition === 'foreign') continue;
    for (let i = firstMark; i < lastMark; i++) {
      const at = marks[i];
      const unit = text.charCodeAt(at);
      if (unit < 0x300c || unit > 0x300f) continue;
      edits.push({
        from: at,
        to: at + 1,
        insert: forms[text[at]],
        rule: 'convert-corner-quotes',
        confidence: 0.99,
      });
    }
  }
  return { edits };
};
