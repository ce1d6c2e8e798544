import { type Edit, textSpan } from '../../alignment/index.ts';
import { classAt, HAN, LATIN, LINE_BREAK, STRAIGHT_QUOTE } from '../characters.ts';
import type { Passage } from '../diagnose.ts';
import type { RepairRule, RuleFinding } from '../rule.ts';

/** One straight quotation mark: `'`, `"`, or `''` written for `"`. */
interface Quote {
  readonly at: number;
  readonly width: number;
  readonly double: boolean;
}

/**
 * Turns straight quotation marks of Han text into pairs by nesting: “” outside, ‘’ inside.
 *
 * An odd number of them in a passage leaves one without its half: the longest stretch is the likeliest to be
 * none, so marks pair from both ends and the one left over is reported and kept.
 */
export const pairQuotes: RepairRule = ({ text, passages }) => {
  const edits: Edit[] = [];
  const findings: RuleFinding[] = [];
  for (const passage of passages) {
    if (passage.condition === 'foreign') continue;
    const quotes = quotesIn(text, passage);
    if (quotes.length === 0) continue;
    const bothKinds = quotes.some((q) => q.double) && quotes.some((q) => !q.double);
    for (const double of bothKinds ? [true, false] : [quotes[0].double]) {
      const [left, right] = double || !bothKinds ? '“”' : '‘’';
      const kind = quotes.filter((q) => q.double === double);
      const stray = kind.length % 2 === 1 ? strayOf(text, kind) : -1;
      let opens = true;
      kind.forEach((quote, index) => {
        const { at, width } = quote;
        if (index === stray) {
          findings.push({
            severity: 'warning',
            rule: 'pair-quotes',
            reason: `the quotation mark '${text.slice(at, at + width)}' has no other half`,
            at: textSpan(at, at + width),
          });
          return;
        }
        const insert = opens ? left : right;
        edits.push({
          from: at,
          to: at + width,
          insert,
          rule: 'pair-quotes',
          confidence: stray < 0 ? 0.97 : 0.8,
        });
        opens = !opens;
      });
    }
  }
  return { edits: edits.sort((a, b) => a.from - b.from), findings };
};

function quotesIn(text: string, { start, end }: Passage): Quote[] {
  const quotes: Quote[] = [];
  for (let at = start; at < end; at++) {
    if (classAt(text, at) !== STRAIGHT_QUOTE) continue;
    const single = text.charCodeAt(at) === 0x27;
    const width = single && text.charCodeAt(at + 1) === 0x27 && at + 1 < end ? 2 : 1;
    if (belongsToHan(text, at, at + width)) quotes.push({ at, width, double: !single || width === 2 });
    at += width - 1;
  }
  return quotes;
}

/** An apostrophe stands between Latin letters; feet, minutes and inches stand after figures. */
function belongsToHan(text: string, from: number, to: number): boolean {
  const before = classAt(text, from - 1);
  const after = classAt(text, to);
  if (before === LATIN && after === LATIN) return false;
  return before === HAN || after === HAN || before === LINE_BREAK || after === LINE_BREAK || before !== after;
}

/** The index of the mark that is likeliest to have no other half: the one whose removal makes the pairs shortest. */
function strayOf(text: string, quotes: readonly Quote[]): number {
  const gap = (i: number, j: number) => (i < 0 || j >= quotes.length ? 0 : quotes[j].at - quotes[i].at);
  let inner = 0;
  for (let i = 1; i + 1 < quotes.length; i += 2) inner += gap(i, i + 1);
  // With mark k taken out, pairs before it start at even indices, pairs after it at odd ones.
  let best = 0;
  let shortest = inner;
  let total = inner;
  for (let k = 2; k < quotes.length; k += 2) {
    total += gap(k - 2, k - 1) - gap(k - 1, k);
    if (total < shortest) {
      shortest = total;
      best = k;
    }
  }
  return text.length > 0 ? best : -1;
}
