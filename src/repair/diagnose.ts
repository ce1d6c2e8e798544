import { type Alien, CODE_SIGNS, findCommaTables, type LineCounts, whyAlien } from './alien-lines.ts';
import {
  CLOSING,
  classAt,
  classOf,
  DIGIT,
  DOT,
  FOREIGN,
  HAN,
  LATIN,
  LINE_BREAK,
  NARROW_MARK,
  OPENING,
  SPACE,
  STRAIGHT_QUOTE,
  WIDE_MARK,
} from './characters.ts';

/**
 * What happened to the marks of a passage.
 *
 * - `sound`: nothing, or nothing that shows;
 * - `half-width`: they stand there in half-width form, each saying what it is;
 * - `flattened`: one character, the `carrier`, stands for all of them;
 * - `mixed`: flattened, with some sound marks left;
 * - `bare`: none are left;
 * - `foreign`: Japanese, Korean, hardly any Han text, code or a table; nothing here is for us to judge.
 */
export type Condition = 'sound' | 'half-width' | 'flattened' | 'mixed' | 'bare' | 'foreign';

export type { Alien };

/** A line of the text and the condition of its marks. */
export interface Passage {
  readonly condition: Condition;
  /** UTF-16 units of the text that the step sees; the line break is not part of it. */
  readonly start: number;
  readonly end: number;
  /** The character that stands for every mark, where the condition is `flattened` or `mixed`. */
  readonly carrier?: '.' | ',';
  /** Why the passage is left alone, where it is `foreign`. */
  readonly alien?: Alien;
  /** Which of the text's {@link Diagnosis.marks} stand in it: from the first index to before the last. */
  readonly firstMark: number;
  readonly lastMark: number;
}

/** The lines of a text, judged, and where its marks stand. */
export interface Diagnosis {
  readonly passages: readonly Passage[];
  /**
   * UTF-16 indices of all that is neither Han text nor figure nor Latin letter, ascending. Rules about marks look only
   * there: it is a tenth of a text.
   */
  readonly marks: readonly number[];
}

/** What a line has of each kind of mark. */
interface Census extends LineCounts {
  start: number;
  end: number;
  firstMark: number;
  lastMark: number;
  han: number;
  foreign: number;
  letters: number;
  signs: number;
  marks: number;
  allCommas: number;
  wide: number;
  /** Dots that stand beside Han text, a figure or a bracket as a mark does; no decimals, no addresses. */
  dots: number;
  commas: number;
  narrow: number;
  /** Dots between a figure and 以上 and its like, where no mark can stand: signs that were flattened. */
  shares: number;
  /** The longest run of Han text, figures and letters without anything that could be a mark. */
  longest: number;
}

/** Han characters that a line needs before the absence of marks says anything. Sound lines without marks are headings and items of lists; they are shorter. */
const BARE_LENGTH = 100;
/** Marks that a line needs to be judged by itself; with fewer it follows the document. */
const ENOUGH = 4;

/** Dots beside Han text, and no other mark at all: that many are no accident. */
const FEW = 2;
/** Han characters that sentences have on average at the least: a few of them, and as many as make an average. */
const SENTENCE = [12, 16];
const CLAUSES = 6;

/** Judges each line of a text by its marks; lines with too few follow the document as a whole. */
export function diagnose(text: string): Diagnosis {
  const { lines, marks } = censusOf(text);
  const whole = emptyCensus(0, 0);
  const tables = findCommaTables(text, lines);
  const aliens = lines.map((line, i) => (tables[i] ? 'a table' : whyAlien(text, line)));
  lines.forEach((line, i) => {
    if (aliens[i] !== undefined) return;
    whole.han += line.han;
    whole.wide += line.wide;
    whole.dots += line.dots;
    whole.commas += line.commas;
    whole.narrow += line.narrow;
    whole.shares += line.shares;
  });
  const document = judge(whole, 'sound');
  const allCommas = document === 'flattened' && whole.dots === 0;
  const passages = lines.map((line, i): Passage => {
    const { start, end, firstMark, lastMark } = line;
    const alien = aliens[i];
    if (alien !== undefined) return { condition: 'foreign', start, end, alien, firstMark, lastMark };
    const enough =
      line.wide + line.dots + line.commas + line.narrow >= ENOUGH || line.dots >= FEW || line.shares > 0;
    const condition =
      allCommas && line.commas > 0 ? 'flattened' : enough ? judge(line, document) : follow(line, document);
    if (condition !== 'flattened' && condition !== 'mixed')
      return { condition, start, end, firstMark, lastMark };
    const carrier = line.commas > line.dots ? ',' : '.';
    return { condition, start, end, carrier, firstMark, lastMark };
  });
  return { passages, marks };
}

/** A census of nothing yet. */
function emptyCensus(start: number, firstMark: number): Census {
  return {
    start,
    end: start,
    firstMark,
    lastMark: firstMark,
    han: 0,
    foreign: 0,
    letters: 0,
    signs: 0,
    marks: 0,
    allCommas: 0,
    wide: 0,
    dots: 0,
    commas: 0,
    narrow: 0,
    shares: 0,
    longest: 0,
  };
}

/** What goes on after a share without a mark between. */
const afterShares = ['以上', '以下', '以内', '左右', '上下'];

/** Apart from the loop over a text: a function made in there takes memory for every character, whether it is made or not. */
function isAfterShare(text: string, at: number): boolean {
  return afterShares.some((word) => text.startsWith(word, at));
}

/** Judges a line, or the whole, that has marks enough to show what happened to them. */
function judge(count: Census, document: Condition): Condition {
  const { wide, dots, commas, narrow } = count;
  if (dots + commas + narrow === 0) return 'sound';
  if (count.shares > 0) return wide === 0 ? 'flattened' : 'mixed';
  // Where commas and dots are told apart, each says what it is. A mark or two that outlived flattening tell nothing apart: then
  // the dots end clauses, not sentences.
  const survived = dots >= ENOUGH && commas * 2 < dots && count.han < dots * SENTENCE[dots < CLAUSES ? 0 : 1];
  if (dots > 0 && (commas + narrow) * 8 >= dots && document !== 'flattened' && !survived) {
    return wide > dots + commas + narrow ? 'sound' : 'half-width';
  }
  if (dots >= FEW && wide === 0) return document === 'half-width' ? 'half-width' : 'flattened';
  if (dots >= ENOUGH) return dots * 2 > wide ? 'mixed' : 'sound';
  // A text of clauses and no sentence: the commas stand for the stops too.
  if (commas >= ENOUGH * 2 && dots + narrow + wide === 0 && document !== 'half-width') return 'flattened';
  return wide > dots + commas + narrow ? 'sound' : 'half-width';
}

/** The condition of a line with hardly a mark, in a document of this condition. */
function follow(line: Census, document: Condition): Condition {
  const { dots, commas, narrow, wide, longest } = line;
  if (longest >= BARE_LENGTH && dots + commas + narrow + wide === 0) return 'bare';
  if (wide === 0 && dots > 0 && (document === 'flattened' || document === 'mixed')) return 'flattened';
  if (dots + commas + narrow > 0 && wide === 0) return document === 'sound' ? 'sound' : 'half-width';
  return 'sound';
}

/** Half-width quotes, brackets and signs outlive the marks; full-width ones show that nothing was stripped. */
const survives = new Uint8Array(0x80);
for (const sign of '\'"()%+-/') survives[sign.charCodeAt(0)] = 1;

const isCodeSign = new Uint8Array(0x80);
for (const sign of CODE_SIGNS) isCodeSign[sign.charCodeAt(0)] = 1;

/** Counts what the lines of a text have; empty ones are left out. */
function censusOf(text: string): { lines: Census[]; marks: number[] } {
  const { length } = text;
  const lines: Census[] = [];
  const marks: number[] = [];
  let line = emptyCensus(0, 0);
  let han = 0;
  let run = 0;
  for (let at = 0; at <= length; at++) {
    // The text ends as a line does.
    const unit = at < length ? text.charCodeAt(at) : LINE_FEED;
    const kind = classOf(unit);
    if (kind === HAN) {
      run++;
      han++;
      continue;
    }
    if (kind === DIGIT) {
      run++;
      continue;
    }
    if (kind === LATIN) {
      run++;
      line.letters++;
      continue;
    }
    if (at < length) marks.push(at);
    if (kind === FOREIGN) {
      run++;
      line.foreign++;
      continue;
    }
    if (run > line.longest) line.longest = run;
    if (unit >= 0x80) run = 0;
    else {
      if (survives[unit] === 0) run = 0;
      if (isCodeSign[unit] === 1) line.signs++;
    }
    if (kind === WIDE_MARK) {
      line.wide++;
      line.marks++;
    } else if (kind === DOT) {
      line.marks++;
      if (isMarkDot(text, at)) {
        line.dots++;
        if (classAt(text, at - 1) === DIGIT && isAfterShare(text, at + 1)) line.shares++;
      }
    } else if (kind === NARROW_MARK) {
      line.marks++;
      if (unit === COMMA) line.allCommas++;
      if (isHanMark(text, at)) {
        if (unit === COMMA) line.commas++;
        else line.narrow++;
      }
    } else if (kind === LINE_BREAK) {
      if (at > line.start) {
        line.end = at;
        line.lastMark = marks.length - (at < length ? 1 : 0);
        line.han = han;
        lines.push(line);
      }
      line = emptyCensus(at + 1, marks.length);
      han = 0;
    }
  }
  return { lines, marks };
}

const LINE_FEED = 0x0a;
const COMMA = 0x2c;

/** True where the half-width mark at `at` belongs to Han text: Han, a bracket or a quote before it, and no figure goes on after it. */
export function isHanMark(text: string, at: number): boolean {
  const before = classAt(text, at - 1);
  const after = classAt(text, at + 1);
  if (before === HAN) return true;
  if (before === CLOSING || before === STRAIGHT_QUOTE) return after !== LATIN && after !== DIGIT;
  return (before === DIGIT || before === LATIN || isSign(text, at - 1)) && after === HAN;
}

/** True for a sign that stands after figures. */
function isSign(text: string, at: number): boolean {
  return text[at] === '%' || text[at] === '％' || text[at] === '‰' || text[at] === '℃';
}

/**
 * True where the dot at `at` can stand for a mark of Han text: not inside a figure, a date, an address or
 * an abbreviation, not one of a row of dots, not after a Latin word whose sentence goes on in Latin.
 */
export function isMarkDot(text: string, at: number): boolean {
  const before = classAt(text, at - 1);
  const after = classAt(text, at + 1);
  if (before === DOT || after === DOT) return false;
  if (before === HAN || before === CLOSING || before === STRAIGHT_QUOTE) {
    return (
      before === HAN ||
      after === HAN ||
      after === LINE_BREAK ||
      after === CLOSING ||
      after === OPENING ||
      after === DIGIT ||
      after === STRAIGHT_QUOTE
    );
  }
  if (before === DIGIT) {
    if (after === HAN) return !isListNumber(text, at);
    if (after === DIGIT)
      return (startsYear(text, at + 1) && !isDateBefore(text, at)) || partsDecimals(text, at);
    return (
      after === CLOSING ||
      after === OPENING ||
      after === STRAIGHT_QUOTE ||
      (after === LINE_BREAK && !isListNumber(text, at))
    );
  }
  if (before === LATIN) return after === HAN || (after === LINE_BREAK && hanInWord(text, at));
  if (isSign(text, at - 1))
    return after === HAN || after === DIGIT || after === LINE_BREAK || after === CLOSING;
  return before === SPACE && after === HAN;
}

/** `1.` at the start of a line or after a break is the number of a heading: the dot is as it should be. */
function isListNumber(text: string, at: number): boolean {
  let start = at;
  while (classAt(text, start - 1) === DIGIT) start--;
  return at - start <= 2 && classAt(text, start - 1) === LINE_BREAK;
}

/** True for four digits and 年: a figure that begins with a year is not the rest of a decimal. */
function startsYear(text: string, at: number): boolean {
  for (let i = 0; i < 4; i++) if (classAt(text, at + i) !== DIGIT) return false;
  return text[at + 4] === '年' && (text[at] === '1' || text[at] === '2');
}

function isDateBefore(text: string, at: number): boolean {
  let start = at;
  while (classAt(text, start - 1) === DIGIT) start--;
  return at - start === 4;
}

/** True where the Latin word that ends at `at` has Han text right before it, as in 移动it. */
function hanInWord(text: string, at: number): boolean {
  let start = at;
  while (at - start < 12 && classAt(text, start - 1) === LATIN) start--;
  return classAt(text, start - 1) === HAN;
}

/** Characters before figures that grow, reach and share: what goes on after them counts in decimals. */
const MEASURES = '长达到率高降升增减占约过为近';
/** The longest chain of figures and dots that is looked at, in UTF-16 units. */
const CHAIN = 32;

/**
 * True where a dot in a chain of figures parts two decimals rather than making one: of 分别为36.4.8.9. the second.
 * In such a chain each second dot is a mark. Dates, versions and IP addresses are chains too: they begin with
 * a year, follow no measure, or end without a dot.
 */
function partsDecimals(text: string, at: number): boolean {
  let start = at;
  let nth = 1;
  while (at - start < CHAIN && (classAt(text, start - 1) === DIGIT || classAt(text, start - 1) === DOT)) {
    start--;
    if (classAt(text, start) === DOT) nth++;
  }
  if (nth % 2 === 1 || classAt(text, start) !== DIGIT) return false;
  const year = [0, 1, 2, 3].every((i) => classAt(text, start + i) === DIGIT);
  return !year && MEASURES.includes(text[start - 1] ?? ' ');
}
