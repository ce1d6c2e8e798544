import type { Edit } from '../../alignment/index.ts';
import type { Dictionaries } from '../../dictionary/index.ts';
import { indexWithin, isOneOf } from '../characters.ts';
import type { Memory, RepairRule } from '../rule.ts';
import { breakBefore } from './break-before.ts';
import { clauseOdds } from './clause-odds.ts';
import { beginsText, isBalanced, usualHeadingEnd } from './heading-cues.ts';
import { gapsOf, headingEndModel, LONGEST, oddsOf } from './heading-end-model.ts';
import { type HeadingNumber, numberAt, type Style } from './heading-number.ts';

/** Numbers that headings have; articles and items have their text right after the number. */
const STYLES: ReadonlySet<Style> = new Set(['第一章', '第一节', '一、', '（一）', '1.', '1、']);
/** Under articles these are items: conditions and duties, a sentence each. */
const ITEMS: ReadonlySet<Style> = new Set(['（一）', '1.', '1、']);
/** How much of a line is looked at, in UTF-16 units: the heading and the first clauses of its text. */
const WINDOW = 60;
const STOP = '。'.charCodeAt(0);
/** A heading's text is longer than this. */
const TEXT = 16;
/** A heading and the first sentence of its text are together longer than this. */
const SENTENCE = 18;
/** Below these odds, as a logarithm, the words of a heading alone say that it has no end here. */
const HOPELESS = -2;
/** How sure an end must be: of a heading among others, and of one alone. */
const LEAST = 0.75;
const LEAST_ALONE = 0.95;
/** The most that the other headings of a series add to the odds of one: all of them have their text glued on, or none. */
const MOST_SHARED = 5;
/** What a heading of the kind on a line of its own adds, and each further one. */
const ALONE = 3;
const ALONE_TOO = 1;

/** A numbered line and how its heading could end. */
interface Candidate {
  readonly style: Style;
  /** Where the text could begin, in UTF-16 units from the beginning of the line, and the score of each. */
  readonly gaps: readonly number[];
  readonly scores: readonly number[];
  readonly odds: number;
}

/**
 * Breaks a line between a numbered heading and the text that was glued to it without a mark: 一、总体要求坚持以….
 *
 * Two models have a say: a small one knows how headings end and how texts begin, the model of gaps where any
 * clause ends. The headings of one kind in a document lend each other their odds.
 */
export const breakAfterHeadings: RepairRule = ({ text, passages, dictionaries, memory }) => {
  const byStyle = new Map<Style, { readonly at: number; readonly found: Candidate }[]>();
  const alone = new Map<Style, number>();
  let isLaw = false;
  for (const { condition, start, end } of passages) {
    if (condition === 'foreign' || condition === 'bare' || condition === 'flattened') continue;
    const number = numberAt(text, start);
    isLaw ||= number?.style === '第一条';
    if (number === undefined || !STYLES.has(number.style) || (isLaw && ITEMS.has(number.style))) continue;
    if (isHeading(text, number.end, end)) {
      alone.set(number.style, (alone.get(number.style) ?? ALONE - ALONE_TOO) + ALONE_TOO);
      continue;
    }
    const found = candidateIn(text, number, end, dictionaries, memory);
    if (found === undefined) continue;
    const others = byStyle.get(number.style);
    if (others === undefined) byStyle.set(number.style, [{ at: start, found }]);
    else others.push({ at: start, found });
  }
  const edits: Edit[] = [];
  const { none } = byStyle.size > 0 ? headingEndModel(dictionaries) : { none: 0 };
  for (const [style, candidates] of byStyle) {
    const mean = candidates.reduce((sum, { found }) => sum + found.odds, 0) / candidates.length;
    // Where some of a kind stand on lines of their own, without a mark, so did the others.
    const common = (candidates.length > 1 ? Math.max(0, 2 * mean) : 0) + (alone.get(style) ?? 0);
    const shared = Math.min(MOST_SHARED, common);
    for (const { at, found } of candidates) {
      const { gaps, scores } = found;
      const highest = Math.max(...scores);
      const best = at + gaps[scores.indexOf(highest)];
      const probability =
        1 / scores.reduce((sum, score) => sum + Math.exp(score - highest), Math.exp(none - shared - highest));
      if (probability >= (shared > 0 ? LEAST : LEAST_ALONE))
        edits.push(breakBefore(text, best, 'break-after-headings', probability));
    }
  }
  return { edits: edits.sort((a, b) => a.from - b.from) };
};

/** The shortest first sentence of a text. */
const FIRST = 8;

/** True where a text can begin at `at`: a sentence of some length, with an article under chapters alone, and nothing quoted before. */
function isBeginning(text: string, at: number, stop: number, style: Style): boolean {
  if (stop - at < FIRST || text[at - 1] === '”') return false;
  return text[at] !== '第' || style === '第一章' || style === '第一节';
}

/** True where a numbered line is a heading without a mark, and nothing else. */
function isHeading(text: string, from: number, end: number): boolean {
  if (end - from > LONGEST) return false;
  for (let at = from; at < end; at++) if (isOneOf('。；：！？', text, at)) return false;
  return true;
}

const CANDIDATES = Symbol('lines looked at for the ends of their headings');

/** {@link candidate}, once a line of a document: the rules of breaks run until nothing changes, and most lines are as they were. */
function candidateIn(
  text: string,
  number: HeadingNumber,
  end: number,
  dictionaries: Dictionaries,
  memory: Memory,
): Candidate | undefined {
  const known = memory.of(CANDIDATES, () => new Map<string, Candidate | null>());
  const line = text.slice(number.at, end);
  let found = known.get(line);
  if (found === undefined) {
    found = candidate(text, number, end, dictionaries) ?? null;
    known.set(line, found);
  }
  return found ?? undefined;
}

function candidate(
  text: string,
  { at, end: from, style }: HeadingNumber,
  end: number,
  dictionaries: Dictionaries,
): Candidate | undefined {
  // A line without a sentence is a heading by itself; one whose first sentence is short has its heading there.
  const stop = indexWithin(text, STOP, from, end);
  if (stop < from + SENTENCE) return undefined;
  const possible = gapsOf(text, from, end).filter(
    (gap) => gap < end - TEXT && isBeginning(text, gap, stop, style),
  );
  const dates = new Set(possible.filter((gap) => gap - from > 3 && beginsWithDate(text, gap)));
  // A word or two before a date are the heading's: 建设加快‖十二五以来.
  const gaps =
    dates.size === 0
      ? possible
      : possible.filter((gap) => dates.has(gap) || ![1, 2, 3].some((size) => dates.has(gap + size)));
  if (gaps.length === 0) return undefined;
  const model = headingEndModel(dictionaries);
  const words = model.scores(text, from, gaps, style);
  if (oddsOf(words, model.none) < HOPELESS) return undefined;
  const clauses = clauseOdds(text, at, from, Math.min(end, at + WINDOW), gaps, dictionaries);
  const usual = usualHeadingEnd(text, from);
  const scores = words.map(
    (score, i) =>
      score +
      clauses[i] +
      (dates.size > 0 && dates.has(gaps[i]) ? DATE : 0) +
      (gaps[i] === usual ? USUAL : 0) +
      (isBalanced(text, from, gaps[i]) ? BALANCED : 0) +
      (beginsText(text, gaps[i]) ? BEGINNING : 0),
  );
  return { style, gaps: gaps.map((gap) => gap - at), scores, odds: oddsOf(scores, model.none) };
}

/** What a date at the beginning of the text adds to the odds: 工作目标到2020年，…. */
const DATE = 3.5;

/** What words that are a heading in many documents add, what texts begin with, and two halves of one length. */
const USUAL = 3;
const BEGINNING = 2;
const BALANCED = 2;

/** The units that such a date can begin with: most gaps need no more than a look at these. */
const DATE_BEGINS = new Set([...'到至自截“"十近0123456789'].map((character) => character.charCodeAt(0)));

function beginsWithDate(text: string, at: number): boolean {
  if (!DATE_BEGINS.has(text.charCodeAt(at))) return false;
  // 截止‖到2013年底 parts a word.
  if (text[at - 1] === '止' || text[at - 1] === '至') return false;
  return DATE_FIRST.test(text.slice(at, at + 16));
}

const DATE_FIRST = new RegExp(
  [
    '^(?:到|至|自|截[止至]到?)?\\d{4}年(?:初|底|末|前|\\d{1,2}月(?:底|初|末|\\d{1,2}日)?)?[，起]',
    '^[“"]?十[一二三四]?五[”"]?(?:以来|期间|时期)',
    '^(?:近年来|近几年来?)，',
  ].join('|'),
);
