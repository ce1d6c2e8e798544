import type { Edit } from '../../alignment/index.ts';
import { isOneOf } from '../characters.ts';
import type { RepairRule } from '../rule.ts';
import { breakBefore } from './break-before.ts';
import { type Series, SeriesReader } from './numbered-series.ts';

/** A line shorter than this, in UTF-16 units, is one paragraph that counts its points; articles and chapters never stand in one. */
const GLUED = 100;
/** Members of a series shorter than this on average are points of one sentence: 一、方向要准。二、步子要稳。 */
const POINT = 30;
/** The same where the series begins within the line: what is said before can go on to count its points. */
const PARAGRAPH = 120;
/** A line longer than this holds many paragraphs, so that a number alone begins one. */
const LONG = 600;

const SURE = 0.97;
const LIKELY = 0.9;
const FAIR = 0.8;

/**
 * Breaks a glued line before the headings, articles and items inside it: numbers that count up, each after the
 * end of a sentence or of a heading, and headings in 【】.
 */
export const breakBeforeHeadings: RepairRule = ({ text, passages }) => {
  const edits: Edit[] = [];
  const reader = new SeriesReader();
  let bracket = text.indexOf('【');
  for (const { condition, start, end } of passages) {
    if (condition === 'foreign' || condition === 'bare') continue;
    if (bracket >= 0 && bracket < start) bracket = text.indexOf('【', start);
    for (; bracket >= 0 && bracket < end; bracket = text.indexOf('【', bracket + 1)) {
      if (bracket > start && isOneOf('。！？；', text, bracket - 1))
        edits.push(breakBefore(text, bracket, 'break-before-headings', SURE));
    }
    const all = reader.read(text, start, end);
    if (all.length > 0) edits.push(...breaksOf(all, start, end, text));
  }
  return { edits: edits.sort((a, b) => a.from - b.from) };
};

function breaksOf(all: readonly Series[], start: number, end: number, text: string): Edit[] {
  const edits: Edit[] = [];
  // Two articles in a line: whatever is numbered in it stands on lines of its own.
  const isLaw = all.some(({ style, members }) => style === '第一条' && members.length > 1);
  const confidences = all.map((series) => judge(series, start, end, isLaw));
  // A line that surely holds several blocks holds more of them.
  const glued = end - start >= LONG && confidences.some((confidence) => confidence > 0);
  all.forEach((series, i) => {
    const confidence = confidences[i] || (glued ? judgeGlued(series) : 0);
    if (confidence === 0) return;
    for (const { at } of series.members)
      if (at > start && !text.endsWith('附件：', at))
        edits.push(breakBefore(text, at, 'break-before-headings', confidence));
  });
  return edits;
}

/** How sure it is that the members of a series begin blocks; 0 where they may be points of a paragraph. */
function judge({ style, members, before }: Series, start: number, end: number, isLaw: boolean): number {
  const count = members.length + before;
  if (count === 1) return isLaw && (style === '第一章' || style === '第一节') ? SURE : 0;
  const confidence = count > 2 ? SURE : LIKELY;
  if (style === '第一条' || style === '第一章' || style === '第一节' || isLaw) return confidence;
  const last = members[members.length - 1];
  // Without a mark between them they are no points of a sentence.
  if (last.left === 'heading' && members.length > 1) return confidence;
  if (end - start < GLUED) return 0;
  // Items after ； are sentences of one paragraph as often as lines of their own.
  if (members.some(({ left }) => left === 'semicolon')) return 0;
  const size = (last.at - members[0].at) / (members.length - 1);
  const begins = before > 0 || members[0].left === 'line' || members[0].left === 'heading';
  return members.length === 1 || size >= (begins ? POINT : PARAGRAPH) ? confidence : 0;
}

/** The same in a line that holds several blocks for certain. */
function judgeGlued({ members, before }: Series): number {
  const [first] = members;
  if (members.length + before === 1) return first.left === 'stop' || first.left === 'heading' ? FAIR : 0;
  return FAIR;
}
