import { CLOSING, classAt, isOneOf, LINE_BREAK, WIDE_MARK } from '../characters.ts';
import { beginsNumber, type HeadingNumber, numberAt, STYLES, type Style } from './heading-number.ts';

/** What stands right before a number: `clauses` a heading of several clauses, `contents` anything, as the headings that follow show what it is. */
export type Left =
  | 'line'
  | 'stop'
  | 'semicolon'
  | 'colon'
  | 'bracket'
  | 'heading'
  | 'clauses'
  | 'contents'
  | 'text';

/** A number in its place. */
export interface Numbered extends HeadingNumber {
  readonly left: Left;
}

/** Numbers of one style that count up, from one line or several. */
export interface Series {
  readonly style: Style;
  /** Members, in order; those at the starts of lines included. */
  readonly members: Numbered[];
  /** Members that earlier lines begin with. */
  before: number;
}

/** The longest heading without a mark between two numbers, in UTF-16 units: 第一章总则第一条. */
const HEADING = 30;
/** Headings in a row, with nothing but their numbers between them, that are the contents of a document. */
const CONTENTS = 4;
/** The longest title without a mark before the first number of its text. */
const TITLE = 50;
const rankOf = new Map(STYLES.map((style, rank) => [style, rank]));
/** Articles count on through chapters. */
const ARTICLE = rankOf.get('第一条')!;
/** By rank of the style, how many numbers may be missing: provisions that were repealed, an article within a table. */
const skips = new Uint8Array(STYLES.length);
skips[ARTICLE] = 3;
skips[rankOf.get('第一章')!] = 1;
const NTH = '第'.charCodeAt(0);

/** Follows the numbers of a text from line to line, and gathers those of each line into series. */
export class SeriesReader {
  /** Per rank of a style, the value of the last number that began a block, since the last one that stands above it; 0 without one. */
  readonly #last = new Int32Array(STYLES.length);
  /** The same, whatever stood above: some documents count their items through. */
  readonly #through = new Int32Array(STYLES.length);

  /** The series of the line `[start, end)`, in order of their first member. */
  read(text: string, start: number, end: number): Series[] {
    const open: (Series | undefined)[] = [];
    const all: Series[] = [];
    let previous: Numbered | undefined;
    for (let at = start; at < end; at++) {
      if (!beginsNumber(text.charCodeAt(at))) continue;
      // Figures abound, and what stands before most of them says at once that they number nothing.
      const before = leftOf(text, at, start, previous);
      if (before === undefined && !mayBeContents(text, at)) continue;
      const number = numberAt(text, at);
      if (number === undefined || number.end >= end) continue;
      const left =
        before !== undefined && fits(number, before, previous)
          ? before
          : isContents(text, number, end)
            ? 'contents'
            : undefined;
      if (left === undefined) continue;
      // Written out: copying an object is many times slower.
      const { end: numberEnd, style, value } = number;
      const member: Numbered = { at, end: numberEnd, style, value, left };
      if (this.#add(open, all, member)) {
        previous = member;
        at = numberEnd - 1;
      }
    }
    open.forEach((series, rank) => {
      if (series !== undefined) this.#last[rank] = series.members[series.members.length - 1].value;
    });
    return all;
  }

  /** Puts a number into the series that it continues, or opens one with it. False where it is no member of any. */
  #add(open: (Series | undefined)[], all: Series[], member: Numbered): boolean {
    const { style, value, left } = member;
    const rank = rankOf.get(style)!;
    const series = open[rank];
    const last = series?.members[series.members.length - 1].value ?? this.#last[rank];
    const goesOn = value > last && value <= last + 1 + (last > 0 ? skips[rank] : 0);
    const goesThrough = value > 1 && value === this.#through[rank] + 1;
    // After the end of a sentence a series may begin with any number: what stood before has no mark, or was cut off.
    if (!goesOn && !goesThrough && value !== 1 && !BEGINS.has(left)) return false;
    if ((left === 'bracket' || left === 'clauses') && !goesOn && !goesThrough) return false;
    this.#through[rank] = value;
    if (goesOn && series !== undefined) series.members.push(member);
    else {
      const begun = { style, members: [member], before: (goesOn && last > 0) || goesThrough ? 1 : 0 };
      open[rank] = begun;
      all.push(begun);
    }
    // What stands below counts from one again.
    for (let below = rank + 1; below < STYLES.length; below++) {
      if (below === ARTICLE) continue;
      open[below] = undefined;
      this.#last[below] = 0;
    }
    return true;
  }
}

/** After these a series may begin with any number. */
const BEGINS: ReadonlySet<Left> = new Set(['line', 'stop', 'contents']);
const FINAL = '。！？；';

/** What stands before the number at `at`; undefined where no number of a heading can follow it. */
function leftOf(text: string, at: number, start: number, previous: Numbered | undefined): Left | undefined {
  if (at === start) return 'line';
  const kind = classAt(text, at - 1);
  if (kind === WIDE_MARK || kind === CLOSING) {
    switch (text[at - 1]) {
      case '。':
      case '！':
      case '？':
        return 'stop';
      case '；':
        return 'semicolon';
      case '：':
        return 'colon';
      case '”':
      case '）':
      case ')':
        return FINAL.includes(text[at - 2] ?? '') ? 'stop' : 'bracket';
    }
  }
  if (previous !== undefined) {
    const size = at - previous.end;
    if (size > 1 && size <= HEADING && isUnmarked(text, previous.end, at)) {
      return text.slice(previous.end, at).includes('，') ? 'clauses' : 'heading';
    }
  } else if (at - start <= TITLE && isUnmarked(text, start, at) && !text.slice(start, at).includes('，')) {
    return 'heading';
  }
  // 第 is looked at anywhere in the line: chapters follow what has no mark, a table or a signature.
  return text.charCodeAt(at) === NTH && kind !== LINE_BREAK ? 'text' : undefined;
}

/** True where no mark stands in `[from, to)`, which is short, but that of clauses. */
function isUnmarked(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isOneOf('。！？；：', text, at)) return false;
  return true;
}

/** True where a number with 、 may begin at `at`. */
function mayBeContents(text: string, at: number): boolean {
  return at + 2 < text.length && (text.charCodeAt(at + 1) === 0x3001 || text.charCodeAt(at + 2) === 0x3001);
}

/** True where a heading follows the number, then the next number and another heading, and so on: 三、资产处置四、收入分配五、… */
function isContents(text: string, first: HeadingNumber, end: number): boolean {
  if (first.style !== '一、') return false;
  let number: HeadingNumber | undefined = first;
  for (let count = 1; count < CONTENTS; count++) {
    number = nextHeading(text, number, end);
    if (number === undefined) return false;
  }
  return true;
}

/** The number that counts on from one, after no more than a heading without any mark. */
function nextHeading(
  text: string,
  { end: from, style, value }: HeadingNumber,
  end: number,
): HeadingNumber | undefined {
  for (let at = from + 2; at < end && at - from <= HEADING; at++) {
    if (isOneOf('。！？；：，、', text, at)) return undefined;
    if (!beginsNumber(text.charCodeAt(at))) continue;
    const next = numberAt(text, at);
    if (next?.style === style && next.value === value + 1) return next;
  }
  return undefined;
}

/** True where a number of this style can stand after what is before it. */
function fits({ style, value }: HeadingNumber, left: Left, previous: Numbered | undefined): boolean {
  if (left === 'text') return style === '第一章' || style === '第一节' || (style === '第一条' && value === 1);
  if (left === 'clauses') {
    return (
      style === '（一）' && previous !== undefined && rankOf.get('（一）')! > rankOf.get(previous.style)!
    );
  }
  if (left !== 'heading') return true;
  if (previous === undefined) return value === 1 && (style === '一、' || style.startsWith('第'));
  // An article has its text after it, and no heading: 第三条…坚持安全第一、预防为主.
  if (previous.style === '第一条') return false;
  // Below a heading stands what is below it in rank; articles count on through chapters.
  if (style === '第一条') return previous.style === '第一章' || previous.style === '第一节';
  // Headings of one kind, one after another, are the contents of the document.
  if (style === previous.style) return value === previous.value + 1;
  return rankOf.get(style)! > rankOf.get(previous.style)!;
}
