import type { Edit } from '../../alignment/index.ts';
import { classAt, LINE_BREAK, NARROW_MARK, SPACE } from '../characters.ts';
import { isHanMark, isMarkDot } from '../diagnose.ts';
import type { RepairRule } from '../rule.ts';

const wide: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' };

/**
 * Gives half-width marks of Han text their full-width form: `,` between Han characters is ，. A dot is 。
 * only where the passage shows that its dots are told apart from its commas.
 */
export const widenMarks: RepairRule = ({ text, passages }) => {
  const edits: Edit[] = [];
  for (const { condition, carrier, start, end } of passages) {
    if (condition === 'foreign') continue;
    for (let at = start; at < end; at++) {
      const character = text[at];
      if (character === '.') {
        if (condition !== 'half-width' || !isMarkDot(text, at)) continue;
      } else if (classAt(text, at) !== NARROW_MARK || character === carrier || !isHanMark(text, at)) continue;
      edits.push({
        from: at,
        to: trailingSpaces(text, at + 1),
        insert: character === '.' ? '。' : wide[character],
        rule: 'widen-marks',
        confidence: character === '.' ? 0.95 : 0.99,
      });
    }
  }
  return { edits };
};

/** One or two spaces after a half-width mark go with it; more mean something. */
function trailingSpaces(text: string, at: number): number {
  let end = at;
  while (classAt(text, end) === SPACE) end++;
  return end - at <= 2 && classAt(text, end) !== LINE_BREAK ? end : at;
}
