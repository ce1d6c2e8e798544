import { enumerationOf, hasBullet } from './enumeration.ts';
import { type Line, linesOf } from './lines.ts';

/** A line break that a fixed width made, in the middle of a paragraph. UTF-16 units of the text. */
export interface Wrap {
  /** The white space around the break, the break included. */
  readonly from: number;
  readonly to: number;
  /** A space where a Latin word ends at the break, else nothing. */
  readonly insert: '' | ' ';
}

/** A line as a typewriter sees it: a Han character is two columns wide. */
interface Measured {
  readonly start: number;
  readonly end: number;
  readonly width: number;
  /** Columns of white space before it. */
  readonly indent: number;
  /** True where a blank line stands before it. */
  readonly isApart: boolean;
  readonly han: number;
  /** Marks within it. */
  readonly marks: number;
  /** True where it ends in mid-sentence. */
  readonly isOpen: boolean;
  /** True for a row of a table. */
  readonly isRow: boolean;
}

/** Widths that texts are wrapped to, in columns. A narrower one is verse or a list. */
const NARROWEST = 30;
const WIDEST = 120;
/** How far a line may fall short of the width or hang over it: marks that begin no line, figures kept together. */
const SLACK = 4;
/** Full lines that show a width, and their share of all lines. */
const FULL = 3;
const SHARE = 0.4;
/** The share of full lines that a fixed width cuts in mid-sentence; lines that are paragraphs end with their sentence. */
const CUT = 0.6;
/** Lines that are looked at to see whether a text can be wrapped at all. */
const SAMPLE = 40;

/** 第三条: articles begin paragraphs, though they are no headings. */
const ARTICLE = /^第[〇零一二三四五六七八九十百0-9]{1,5}条/;
/** By UTF-16 unit. */
const isMark = new Uint8Array(0x10000);
for (const mark of '，。、；：？！,;:?!.') isMark[mark.charCodeAt(0)] = 1;
/** By UTF-16 unit, what a sentence ends with, and what may stand behind that. */
const ends = new Uint8Array(0x10000);
const FINAL = 1;
const BEHIND = 2;
for (const mark of '。！？；：…!?;:.') ends[mark.charCodeAt(0)] = FINAL;
for (const mark of '”’」』）)】》"\'') ends[mark.charCodeAt(0)] = BEHIND;

/**
 * Finds the breaks of a text that was wrapped at a fixed width: most of its lines are as wide, and end in
 * mid-sentence. Verse, lists, tables, addresses and code are narrower, ragged, or end with their sentences.
 */
export function findWraps(text: string): Wrap[] {
  if (!canBeWrapped(text)) return [];
  const lines = measure(text);
  const width = widthOf(lines);
  if (width === 0) return [];
  const least = lines.reduce((least, { indent }) => Math.min(least, indent), Number.POSITIVE_INFINITY);
  const hasParagraphs = lines.some(({ isApart, indent }, i) => i > 0 && (isApart || indent > least + 1));
  const byCharacter = isByCharacter(lines, width);
  const wraps: Wrap[] = [];
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i];
    const next = lines[i + 1];
    if (next.isApart || next.indent > least + 1 || line.isRow || next.isRow) continue;
    if (!goesOn(text, line, next, width, hasParagraphs)) continue;
    wraps.push({ from: line.end, to: next.start, insert: between(text, line, next, byCharacter) });
  }
  return wraps;
}

/** True where the first lines are short enough, and enough of them. Most texts end here. */
function canBeWrapped(text: string): boolean {
  let start = 0;
  let long = 0;
  let count = 0;
  for (; count < SAMPLE && start < text.length; count++) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    if (end - start > WIDEST + SLACK) long++;
    start = end + 1;
  }
  return count > FULL && long * 10 <= count;
}

function measure(text: string): Measured[] {
  const lines: Measured[] = [];
  let previous: Line | undefined;
  for (const line of linesOf(text)) {
    lines.push(measured(text, line, previous));
    previous = line;
  }
  return lines;
}

function measured(text: string, line: Line, previous: Line | undefined): Measured {
  let { start, end } = line;
  let indent = 0;
  while (isSpace(text.charCodeAt(start))) indent += columns(text.charCodeAt(start++));
  while (isSpace(text.charCodeAt(end - 1))) end--;
  let width = 0;
  let han = 0;
  let marks = 0;
  let gaps = 0;
  let isRow = false;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    width += columns(unit);
    if (unit >= 0x3400 && unit < 0xa000) han++;
    else if (isMark[unit] === 1) marks++;
    else if (unit === 0x09 || unit === 0x7c) isRow = true;
    else if (isSpace(unit) && isSpace(text.charCodeAt(at + 1))) gaps++;
  }
  const isApart = previous !== undefined && breaksIn(text, previous.end, line.start) > 1;
  const isOpen = !isFinal(text, Math.max(start, end - 4), end);
  return { start, end, width, indent, isApart, han, marks, isOpen, isRow: isRow || gaps > 1 };
}

/** True where a sentence ends with `[from, to)`, which is as far as is looked. */
function isFinal(text: string, from: number, to: number): boolean {
  let last = to - 1;
  while (last >= from && ends[text.charCodeAt(last)] === BEHIND) last--;
  return last >= from && ends[text.charCodeAt(last)] === FINAL;
}

function breaksIn(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (
      (unit >= 0x0a && unit <= 0x0d && !(unit === 0x0a && text.charCodeAt(at - 1) === 0x0d)) ||
      unit === 0x85
    )
      count++;
    else if (unit === 0x2028 || unit === 0x2029) count++;
  }
  return count;
}

/** How many columns a unit takes; half a surrogate pair takes half of a wide character. */
function columns(unit: number): number {
  return unit >= 0x1100 && (unit < 0xd800 || unit >= 0xe000) ? 2 : 1;
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0x3000 || unit === 0xa0;
}

/** The width that the lines were wrapped to, in columns; 0 where they were not. */
function widthOf(lines: readonly Measured[]): number {
  const running = lines.filter(({ isRow }) => !isRow);
  if (running.length <= FULL || running.length * 5 < lines.length * 4) return 0;
  // One line in twenty may be wider: a title, an address of a page.
  const widths = running.map(({ width, indent }) => width + indent).sort((a, b) => b - a);
  const width = widths[Math.floor(widths.length / 20)];
  if (width < NARROWEST || width > WIDEST) return 0;
  const full = running.filter((line) => isFull(line, width));
  if (full.length < FULL || full.length < SHARE * running.length) return 0;
  const open = full.filter(({ isOpen }) => isOpen).length;
  if (open < CUT * full.length) return 0;
  const sum = (part: (line: Measured) => number) => full.reduce((all, line) => all + part(line), 0);
  // Code and foreign text are not ours to join.
  if (sum(({ han }) => han) * 4 < sum(({ width }) => width)) return 0;
  // Titles in a list can be as long as each other; they have no marks. Bare text is cut at the very column.
  if (sum(({ marks }) => marks) * 2 < full.length) {
    return full.length > FULL && full.every((line) => width - line.width - line.indent <= 1) ? width : 0;
  }
  return width;
}

function isFull({ width, indent }: Measured, full: number): boolean {
  return width + indent >= full - SLACK && width + indent <= full + SLACK;
}

/** True where lines were cut at a column, words or not: nearly all are as wide as can be. */
function isByCharacter(lines: readonly Measured[], width: number): boolean {
  const full = lines.filter((line) => isFull(line, width));
  const exact = full.filter((line) => Math.abs(width - line.width - line.indent) <= 1);
  return exact.length * 5 >= full.length * 4;
}

/** True where a line fills the width and its paragraph goes on in the next. */
function goesOn(
  text: string,
  line: Measured,
  next: Measured,
  width: number,
  hasParagraphs: boolean,
): boolean {
  const last = text[line.end - 1];
  const first = text.charCodeAt(next.start);
  const isCutWord = isLatin(text.charCodeAt(line.end - 1)) && isLatin(first);
  if (!isFull(line, width)) {
    // A long Latin word went to the next line whole.
    const word = isLatin(first) ? wordAt(text, next.start) : 0;
    if (line.width + line.indent + word < width - SLACK || (word === 0 && last !== '，' && last !== '、'))
      return false;
  }
  const head = text.slice(next.start, Math.min(next.end, next.start + 48));
  if (!isCutWord && (enumerationOf(head) !== undefined || ARTICLE.test(head) || hasBullet(head)))
    return false;
  return line.isOpen || (hasParagraphs && last !== '：');
}

function wordAt(text: string, at: number): number {
  let end = at;
  while (end - at < 40 && isLatin(text.charCodeAt(end))) end++;
  return end - at;
}

/** True for a Latin letter or a figure. */
function isLatin(unit: number): boolean {
  const small = unit | 0x20;
  return (small >= 0x61 && small <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
}

/** What a break stands for: nothing between Han characters or within a word, a space between two words. */
function between(text: string, line: Measured, next: Measured, byCharacter: boolean): '' | ' ' {
  const left = text.charCodeAt(line.end - 1);
  const right = text.charCodeAt(next.start);
  const isWord = (unit: number) => isLatin(unit) || (unit > 0x20 && unit < 0x7f);
  if (!isWord(left) || !isWord(right)) return '';
  if (hasSpace(text, line.end, next.start)) return ' ';
  const areFigures = left < 0x3a && right < 0x3a;
  return byCharacter || areFigures ? '' : ' ';
}

function hasSpace(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isSpace(text.charCodeAt(at))) return true;
  return false;
}
