import { textSpan } from '../../alignment/index.ts';
import { classAt, DIGIT, HAN, LATIN, LINE_BREAK, SPACE, WIDE_MARK } from '../characters.ts';
import type { RepairRule, RuleFinding } from '../rule.ts';

/** Brackets by what closes them; the two widths of a bracket are one kind. 《》 have a rule of their own. */
const kinds = new Map<number, { readonly kind: number; readonly opens: boolean }>(
  ['(（)）', '[［]］', '【】', '〔〕', '{｛}｝', '“”', '‘’'].flatMap((pair, kind) =>
    [...pair].map((mark, i) => [mark.charCodeAt(0), { kind, opens: i < pair.length / 2 }] as const),
  ),
);
const QUOTES = 5;
/** A bracket's other half is no further away, in UTF-16 units; a speech is longer. */
const LONGEST = 500;
const LONGEST_SPEECH = 5000;
/** Marks after which a paragraph may end. */
const FINAL = '。：；！？';
/** So many unpaired marks tell all there is to tell of a document. */
const ENOUGH = 100;

/**
 * Reports brackets and quotation marks that have no other half, across the lines of a document: a quotation may go on
 * for paragraphs, each of which opens it anew. Flattened lines lost halves with all the rest, and are not looked at.
 */
export const reportUnpaired: RepairRule = ({ text, passages, marks }) => {
  const lone: number[] = [];
  const open: { readonly at: number; readonly kind: number }[] = [];
  for (const { condition, start, firstMark, lastMark } of passages) {
    if (condition !== 'sound' && condition !== 'half-width') continue;
    for (let i = firstMark; i < lastMark && lone.length < ENOUGH; i++) {
      const at = marks[i];
      const mark = kindOf(text.charCodeAt(at));
      if (mark === undefined) continue;
      const { kind, opens } = mark;
      const last = open.at(-1);
      if (opens) {
        // A paragraph that goes on with a quotation opens it anew, also where paragraphs were glued.
        const anew = kind >= QUOTES && last?.kind === kind && (at === start || FINAL.includes(text[at - 1]));
        if (!anew) open.push({ at, kind });
      } else if (last?.kind === kind) {
        open.pop();
        if (at - last.at > (kind >= QUOTES ? LONGEST_SPEECH : LONGEST)) lone.push(last.at, at);
      } else if (open.at(-2)?.kind === kind) {
        lone.push(last!.at);
        open.length -= 2;
      } else if (!closesOtherwise(text, at)) lone.push(at);
    }
  }
  for (const { at } of open) lone.push(at);
  return {
    edits: [],
    findings: lone.slice(0, ENOUGH).map(
      (at): RuleFinding => ({
        severity: 'warning',
        rule: 'report-unpaired',
        reason: `'${text[at]}' has no other half`,
        at: textSpan(at, at + 1),
      }),
    ),
  };
};

/** The kind of a bracket or quotation mark; most units are told by their range alone. */
function kindOf(unit: number) {
  if (unit < 0x28 || (unit > 0x7d && unit < 0x2018) || (unit > 0x3015 && unit < 0xff08)) return undefined;
  return kinds.get(unit);
}

/** True for what closes nothing: the bracket of a number, as in 1) and 一), and an apostrophe. */
function closesOtherwise(text: string, at: number): boolean {
  const mark = text[at];
  if (mark === '’') return classAt(text, at - 1) === LATIN || classAt(text, at - 1) === DIGIT;
  if (mark !== ')' && mark !== '）') return false;
  let start = at;
  while (at - start < 4) {
    const kind = classAt(text, start - 1);
    if (
      kind !== DIGIT &&
      kind !== LATIN &&
      !(kind === HAN && '一二三四五六七八九十'.includes(text[start - 1]))
    )
      break;
    start--;
  }
  const before = classAt(text, start - 1);
  return start < at && (before === LINE_BREAK || before === SPACE || before === WIDE_MARK);
}
