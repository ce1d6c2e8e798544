import type { Edit } from '../../alignment/index.ts';
import type { Passage } from '../diagnose.ts';
import type { RepairRule } from '../rule.ts';

const OPENS = 0x201c;
const CLOSES = 0x201d;
/** What is quoted between two marks that point the same way is no longer than this. */
const LONGEST = 40;

/**
 * Turns “” that point the wrong way, as in “云优先“ and ”云优先”: where the quotes of a passage don't pair, yet are even
 * in number, each second one closes.
 */
export const turnQuotes: RepairRule = ({ text, passages, marks }) => {
  const edits: Edit[] = [];
  for (const passage of passages) {
    if (passage.condition === 'foreign') continue;
    const quotes = unbalancedQuotes(text, passage, marks);
    if (quotes.length === 0 || quotes.length % 2 === 1) continue;
    for (let i = 0; i < quotes.length; i += 2) {
      const opens = quotes[i];
      const closes = quotes[i + 1];
      const right = text.charCodeAt(opens) === OPENS && text.charCodeAt(closes) === CLOSES;
      if (right || closes - opens > LONGEST) continue;
      if (text.charCodeAt(opens) !== OPENS) edits.push(turned(opens, '“'));
      if (text.charCodeAt(closes) !== CLOSES) edits.push(turned(closes, '”'));
    }
  }
  return { edits };
};

function turned(at: number, insert: string): Edit {
  return { from: at, to: at + 1, insert, rule: 'turn-quotes', confidence: 0.85 };
}

/** All “ and ” of a passage in which they don't pair; none where they do. */
function unbalancedQuotes(
  text: string,
  { firstMark, lastMark }: Passage,
  marks: readonly number[],
): number[] {
  const quotes: number[] = [];
  let depth = 0;
  let balanced = true;
  for (let i = firstMark; i < lastMark; i++) {
    const at = marks[i];
    const unit = text.charCodeAt(at);
    if (unit !== OPENS && unit !== CLOSES) continue;
    quotes.push(at);
    depth += unit === OPENS ? 1 : -1;
    if (depth < 0) balanced = false;
  }
  return balanced && depth === 0 ? [] : quotes;
}
