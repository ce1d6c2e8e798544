import { type Edit, textSpan } from '../../alignment/index.ts';
import { findCarriedLines, isMarkSpace } from '../../clean/index.ts';
import type { Dictionaries } from '../../dictionary/index.ts';
import { classifyLine, type LineNeighbours } from '../../parse/index.ts';
import { CLOSING, classAt, DIGIT, HAN, LATIN, SPACE, STRAIGHT_QUOTE } from '../characters.ts';
import type { RepairRule, RuleFinding } from '../rule.ts';
import { carriedMarks } from './mark-odds.ts';

/** A line shorter than this, in UTF-16 units, is a heading: it ends without a mark. */
const SENTENCE = 12;
/** How much of the next line is looked at. */
const NEXT = 400;

/**
 * Turns the spaces that stand for the marks of a line into dots, which are then typed like those of any flattened
 * text; spaces where no mark can have been go. Verse is left alone, and reported.
 */
export const dotSpaces: RepairRule = ({ text, dictionaries }) => {
  const edits: Edit[] = [];
  const findings: RuleFinding[] = [];
  let carried = false;
  for (const { start, end, isVerse } of findCarriedLines(text)) {
    if (isVerse) {
      findings.push({
        severity: 'info',
        rule: 'dot-spaces',
        reason: 'pieces of one length between spaces are verse; it is left alone',
        at: textSpan(start, end),
      });
      continue;
    }
    const marks = carriedMarks(text, start, end, dictionaries);
    for (let at = start; at < end; at++) {
      if (classAt(text, at) !== SPACE) continue;
      let to = at + 1;
      while (to < end && classAt(text, to) === SPACE) to++;
      if (isMarkSpace(text, at, to)) edits.push(reading(at, to, marks.get(to) ?? 0.5));
      at = to - 1;
    }
    carried = true;
  }
  if (carried) edits.push(...closings(text, dictionaries));
  return { edits, findings };
};

function reading(from: number, to: number, probability: number): Edit {
  const isMark = probability >= 0.5;
  return {
    from,
    to,
    insert: isMark ? '.' : '',
    rule: 'dot-spaces',
    confidence: isMark ? probability : 1 - probability,
  };
}

/** The last marks of the lines of such a text: their spaces stood at the edges of lines, where `clean` took them out. */
function closings(text: string, dictionaries: Dictionaries): Edit[] {
  const edits: Edit[] = [];
  let previous: LineNeighbours['previous'];
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    const line = text.slice(start, end);
    const next = feed < 0 ? undefined : text.slice(feed + 1, feed + 1 + NEXT).split('\n', 1)[0];
    const found = classifyLine(line, { previous, next }, dictionaries);
    const isText = found.kind === 'paragraph' || found.kind === 'list-item';
    if (isText && line.length >= SENTENCE && endsOpen(text, end)) edits.push(closing(text, end));
    previous = { ...found, text: line };
    start = end + 1;
  }
  return edits;
}

/** True where the line that ends at `end` lost its last mark too: the space for it was at the line's edge. */
function endsOpen(text: string, end: number): boolean {
  const last = classAt(text, end - 1);
  return last === HAN || last === DIGIT || last === LATIN || last === CLOSING || last === STRAIGHT_QUOTE;
}

function closing(text: string, end: number): Edit {
  return {
    from: end - 1,
    to: end,
    insert: `${text[end - 1]}.`,
    rule: 'dot-spaces',
    confidence: 0.9,
    reason: 'the last mark of the line went with the space at its edge',
  };
}
