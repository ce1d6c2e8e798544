import { type Edit, textSpan } from '../../alignment/index.ts';
import { classAt, HAN, WIDE_MARK } from '../characters.ts';
import type { RepairRule, RuleFinding } from '../rule.ts';

/** A title longer than this has lost its end rather than gone on. */
const LONGEST = 60;
/** What the names of documents end with: where one half of a title is left, its end is behind the first of these. */
const ENDINGS = [
  '条例',
  '规定',
  '办法',
  '意见',
  '通知',
  '决定',
  '纲要',
  '规划',
  '方案',
  '指南',
  '公告',
  '细则',
  '准则',
  '法',
];

/**
 * Closes a title of which only 《 is left, where the name of a document ends soon after; other halves of 《》
 * and 〈〉 without their partner are reported.
 */
export const closeTitles: RepairRule = ({ text, passages }) => {
  const edits: Edit[] = [];
  const findings: RuleFinding[] = [];
  const unpaired = (at: number) =>
    findings.push({
      severity: 'warning',
      rule: 'close-titles',
      reason: `'${text[at]}' has no other half`,
      at: textSpan(at, at + 1),
    });
  for (const { condition, start, end } of passages) {
    if (condition === 'foreign') continue;
    const open: number[] = [];
    for (let at = start; at < end; at++) {
      const character = text[at];
      if (character === '《' || character === '〈') open.push(at);
      else if (character === '》' || character === '〉') {
        if (open.pop() === undefined) unpaired(at);
      }
    }
    for (const at of open) {
      const last = text[at] === '《' ? endOfName(text, at + 1, end) : -1;
      if (last < 0) unpaired(at);
      else {
        edits.push({
          from: last,
          to: last + 1,
          insert: `${text[last]}》`,
          rule: 'close-titles',
          confidence: 0.8,
        });
      }
    }
  }
  return { edits, findings };
};

/** The last character of the document's name that begins at `from`; -1 where none ends before a mark. */
function endOfName(text: string, from: number, end: number): number {
  for (let at = from; at < Math.min(end, from + LONGEST); at++) {
    const kind = classAt(text, at);
    if (kind === WIDE_MARK || text[at] === '《' || text[at] === '》') return -1;
    if (kind !== HAN) continue;
    for (const ending of ENDINGS) {
      // A name that goes on, as in 规定的, has ended all the same; one such as 法规 has not.
      if (at > from + 1 && text.startsWith(ending, at) && text[at + ending.length] !== '规')
        return at + ending.length - 1;
    }
  }
  return -1;
}
