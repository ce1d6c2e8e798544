import { type Edit, textSpan } from '../../alignment/index.ts';
import { classAt, classOf, DIGIT, HAN, LATIN, LINE_BREAK, STRAIGHT_QUOTE } from '../characters.ts';
import type { Passage } from '../diagnose.ts';
import type { RepairRule, RuleFinding } from '../rule.ts';

/** One straight quotation mark: `'`, `"`, or `''` and ` `` ` written for `"`. */
interface Quote {
  readonly at: number;
  readonly width: number;
  readonly double: boolean;
}

/** A pair of straight quotes, or one of wide ones that may stand around others. */
interface Pair {
  readonly opens: Quote;
  readonly closes: Quote;
  readonly confidence: number;
  readonly wide: boolean;
}

const BACKTICK = 0x60;
const SINGLE = 0x27;
const OPENS = 0x201c;
const CLOSES = 0x201d;
/** What stands between a straight quote and the wide one that is its other half is no longer than this. */
const LONGEST_HALF = 40;

/**
 * Turns straight quotation marks of Han text into pairs by nesting: “” outside, ‘’ inside (GB/T 15834, 4.8).
 *
 * An odd number of them in a passage leaves one without its half: the longest stretch is the likeliest to be
 * none, so marks pair from both ends and the one left over is reported and kept.
 */
export const pairQuotes: RepairRule = ({ text, passages, marks }) => {
  const edits: Edit[] = [];
  const findings: RuleFinding[] = [];
  for (const passage of passages) {
    if (passage.condition === 'foreign') continue;
    const quotes = quotesIn(text, passage, marks);
    if (quotes.length === 0) continue;
    const { pairs, lone } = widePairs(text, passage, marks);
    const halves = halvesOf(quotes, lone, text);
    edits.push(...halves.values());
    for (const double of [true, false]) {
      const kind = quotes.filter((q) => q.double === double && !halves.has(q));
      const stray = kind.length % 2 === 1 ? strayOf(kind) : -1;
      if (stray >= 0) findings.push(unpaired(text, kind[stray]));
      const paired = kind.filter((_, index) => index !== stray);
      for (let i = 0; i + 1 < paired.length; i += 2) {
        const confidence = stray < 0 ? 0.97 : 0.8;
        pairs.push({ opens: paired[i], closes: paired[i + 1], confidence, wide: false });
      }
    }
    edits.push(...editsOf(pairs));
  }
  return { edits: edits.sort((a, b) => a.from - b.from), findings };
};

/** The edits of a passage's pairs: each has the marks that the number of pairs around it asks for. */
function editsOf(pairs: Pair[]): Edit[] {
  pairs.sort((a, b) => a.opens.at - b.opens.at);
  const ends = pairs.map(({ closes }) => closes.at).sort((a, b) => a - b);
  const edits: Edit[] = [];
  let ended = 0;
  pairs.forEach(({ opens, closes, confidence, wide }, index) => {
    while (ended < ends.length && ends[ended] < opens.at) ended++;
    if (wide) return;
    const [left, right] = (index - ended) % 2 === 0 ? '“”' : '‘’';
    for (const [quote, insert] of [[opens, left] as const, [closes, right] as const]) {
      edits.push({ from: quote.at, to: quote.at + quote.width, insert, rule: 'pair-quotes', confidence });
    }
  });
  return edits;
}

function unpaired(text: string, { at, width }: Quote): RuleFinding {
  return {
    severity: 'warning',
    rule: 'pair-quotes',
    reason: `the quotation mark '${text.slice(at, at + width)}' has no other half`,
    at: textSpan(at, at + width),
  };
}

function quotesIn(text: string, { end, firstMark, lastMark }: Passage, marks: readonly number[]): Quote[] {
  const quotes: Quote[] = [];
  let next = 0;
  let isOpen = false;
  for (let i = firstMark; i < lastMark; i++) {
    const at = marks[i];
    const unit = text.charCodeAt(at);
    if (at < next || (unit !== BACKTICK && classOf(unit) !== STRAIGHT_QUOTE)) continue;
    const single = unit !== 0x22;
    const width = single && text.charCodeAt(at + 1) === unit && at + 1 < end ? 2 : 1;
    next = at + width;
    if (!belongsToHan(text, at, next)) continue;
    if (width === 2 && isOpen) {
      // One that closes and one that opens: '多头跑''来回跑'.
      quotes.push({ at, width: 1, double: false }, { at: at + 1, width: 1, double: false });
      continue;
    }
    if (unit === SINGLE && width === 1) isOpen = !isOpen;
    quotes.push({ at, width, double: !single || width === 2 });
  }
  return quotes;
}

/** The pairs of “” in a passage, which may have straight ones in them or around them, and those without a partner. */
function widePairs(
  text: string,
  { firstMark, lastMark }: Passage,
  marks: readonly number[],
): { pairs: Pair[]; lone: number[] } {
  const pairs: Pair[] = [];
  const lone: number[] = [];
  const open: Quote[] = [];
  for (let i = firstMark; i < lastMark; i++) {
    const at = marks[i];
    const unit = text.charCodeAt(at);
    if (unit === OPENS) open.push({ at, width: 1, double: true });
    else if (unit === CLOSES) {
      const opens = open.pop();
      if (opens === undefined) lone.push(at);
      else pairs.push({ opens, closes: { at, width: 1, double: true }, confidence: 1, wide: true });
    }
  }
  lone.push(...open.map(({ at }) => at));
  return { pairs, lone: lone.sort((a, b) => a - b) };
}

/** Straight quotes that are the other half of a lone wide one soon before or after them: “云优先". */
function halvesOf(quotes: readonly Quote[], lone: readonly number[], text: string): Map<Quote, Edit> {
  const halves = new Map<Quote, Edit>();
  let next = 0;
  quotes.forEach((quote, index) => {
    const { at, width, double } = quote;
    while (next < lone.length && lone[next] < at) next++;
    if (!double) return;
    const from = Math.max(at - LONGEST_HALF, quotes[index - 1]?.at ?? 0);
    const to = Math.min(at + LONGEST_HALF, quotes[index + 1]?.at ?? text.length);
    const before = next > 0 && lone[next - 1] > from && text.charCodeAt(lone[next - 1]) === OPENS;
    const after = next < lone.length && lone[next] < to && text.charCodeAt(lone[next]) === CLOSES;
    if (before === after) return;
    const insert = before ? '”' : '“';
    halves.set(quote, { from: at, to: at + width, insert, rule: 'pair-quotes', confidence: 0.9 });
  });
  return halves;
}

/** An apostrophe stands between Latin letters; feet, minutes and inches stand after figures. */
function belongsToHan(text: string, from: number, to: number): boolean {
  const before = classAt(text, from - 1);
  const after = classAt(text, to);
  if (before === LATIN && after === LATIN) return false;
  if (before === DIGIT && isMinute(text, from)) return false;
  return before === HAN || after === HAN || before === LINE_BREAK || after === LINE_BREAK || before !== after;
}

/** True for the minutes and seconds of an angle: 南纬77°35'. */
function isMinute(text: string, at: number): boolean {
  if (text.charCodeAt(at) === BACKTICK) return false;
  let start = at;
  while (at - start < 6 && (classAt(text, start - 1) === DIGIT || text[start - 1] === '.')) start--;
  const before = text[start - 1];
  return before === '°' || before === '′' || (before === "'" && text.charCodeAt(at) !== SINGLE);
}

/** The index of the mark that is likeliest to have no other half: the one whose removal makes the pairs shortest. */
function strayOf(quotes: readonly Quote[]): number {
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
  return best;
}
