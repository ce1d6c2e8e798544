import { isSpace, kindAt, kindBefore } from './character-kinds.ts';
import { spacesOf } from './spaces.ts';

/** A line whose spaces stand for its marks. UTF-16 units of the text. */
export interface CarriedLine {
  readonly start: number;
  readonly end: number;
  /** True where the pieces between the spaces are all as long, as in verse: the spaces are as they should be. */
  readonly isVerse: boolean;
}

/** What a line, or a whole text, has between its spaces. */
class Census {
  /** Spaces that can stand for a mark. */
  spaces = 0;
  /** What lies between them, in lines that have one. */
  pieces = 0;
  /** Other spaces: around brackets, or around figures set apart. */
  others = 0;
  han = 0;
  /** Marks of a sentence. */
  marks = 0;
  /** Pieces of one or two characters, and pieces without a Han character. */
  slips = 0;
  /** Units of all pieces. */
  units = 0;
  longest = 0;
  /** How often each length of a piece occurs. */
  readonly lengths = new Map<number, number>();

  addPiece(size: number, hasHan: boolean): void {
    this.pieces++;
    if (size <= 2 || !hasHan) this.slips++;
    this.units += size;
    if (size > this.longest) this.longest = size;
    this.lengths.set(size, (this.lengths.get(size) ?? 0) + 1);
  }

  add(other: Census): void {
    this.han += other.han;
    this.marks += other.marks;
    this.others += other.others;
    if (other.spaces === 0) return;
    this.spaces += other.spaces;
    this.pieces += other.pieces;
    this.slips += other.slips;
    this.units += other.units;
    this.longest = Math.max(this.longest, other.longest);
    for (const [size, count] of other.lengths) this.lengths.set(size, (this.lengths.get(size) ?? 0) + count);
  }

  /** Clauses are five to forty characters long; words between spaces have two, letters set apart one. */
  get hasClauses(): boolean {
    const mean = this.units / this.pieces;
    return (
      this.others <= this.spaces &&
      mean >= 5 &&
      mean <= 40 &&
      this.longest >= 8 &&
      this.slips * 2 <= this.pieces
    );
  }

  get isVerse(): boolean {
    const most = Math.max(...this.lengths.values());
    const [size] = [...this.lengths].find(([, count]) => count === most) ?? [0];
    return this.pieces >= 4 && size >= 4 && size <= 8 && most * 10 >= this.pieces * 9;
  }
}

/** Spaces, Han characters, that a text must have before its spaces say anything; and a line by itself. */
const SPACES = 3;
const HAN = 30;
/** What a line must have where the rest of the text has its marks. */
const SPACES_ALONE = 10;
/** Marks that may be left, one to so many spaces. */
const LEFT = 8;

/**
 * Finds the lines whose marks were flattened to spaces: hardly a mark, and between the spaces pieces as long as clauses
 * are. Lines with a space or two follow the text.
 */
export function findCarriedLines(text: string): CarriedLine[] {
  const spaces = spacesOf(text);
  if (spaces.carriers === 0) return [];
  // In a sound text only a line full of spaces is looked at.
  const isSound = spaces.marks * LEFT > spaces.carriers;
  if (isSound && spaces.at.length < SPACES_ALONE) return [];
  const whole = new Census();
  const lines: { start: number; end: number; census: Census }[] = [];
  let next = 0;
  for (let start = 0; start <= text.length; ) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    const first = next;
    while (next < spaces.at.length && spaces.at[next] < end) next++;
    if (!isSound || next - first >= SPACES_ALONE) {
      const census = censusOf(text, start, end);
      lines.push({ start, end, census });
      whole.add(census);
    }
    start = end + 1;
  }
  const hasOwn = ({ spaces, han, marks }: Census) => spaces >= SPACES && han >= HAN && marks * LEFT <= spaces;
  const flattened = !isSound && hasOwn(whole) && whole.hasClauses;
  const carried: CarriedLine[] = [];
  for (const { start, end, census } of lines) {
    if (census.spaces === 0 || census.marks * LEFT > census.spaces) continue;
    const found = flattened
      ? census.slips * 10 <= census.pieces * 7
      : census.spaces >= SPACES_ALONE &&
        census.others * 4 <= census.spaces &&
        hasOwn(census) &&
        census.hasClauses;
    const isVerse = (census.pieces >= 4 ? census : whole).isVerse;
    if (found || (isVerse && whole.marks === 0)) carried.push({ start, end, isVerse });
  }
  return carried;
}

/** Marks that end a clause, half-width ones included where Han text stands beside them. By UTF-16 unit. */
const markWidths = new Uint8Array(0x10000);
const WIDE = 1;
const NARROW = 2;
for (const mark of '，。、；：？！') markWidths[mark.charCodeAt(0)] = WIDE;
for (const mark of ',.;:?!') markWidths[mark.charCodeAt(0)] = NARROW;

function censusOf(text: string, start: number, end: number): Census {
  const census = new Census();
  let from = start;
  while (from < end && isSpace(text.charCodeAt(from))) from++;
  let last = end;
  while (last > from && isSpace(text.charCodeAt(last - 1))) last--;
  let size = 0;
  let hasHan = false;
  for (let at = from; at < last; at++) {
    const unit = text.charCodeAt(at);
    if (isSpace(unit)) {
      const first = at;
      while (isSpace(text.charCodeAt(at + 1))) at++;
      if (!isMarkSpace(text, first, at + 1)) {
        census.others++;
        continue;
      }
      census.spaces++;
      census.addPiece(size, hasHan);
      size = 0;
      hasHan = false;
      continue;
    }
    size++;
    if (kindAt(text, at) === 'han') {
      hasHan = true;
      census.han++;
    } else if (markWidths[unit] === WIDE) census.marks++;
    else if (
      markWidths[unit] === NARROW &&
      (kindBefore(text, at) === 'han' || kindAt(text, at + 1) === 'han')
    ) {
      census.marks++;
    }
  }
  census.addPiece(size, hasHan);
  return census;
}

/**
 * True where the space `[from, to)` can stand for a mark of Han text: one or two spaces, no tab, Han text on a side. A
 * figure or a Latin word with a space on each side is set apart by them: 覆盖 31 个省.
 */
export function isMarkSpace(text: string, from: number, to: number): boolean {
  if (to - from > 2 || text[from] === '\t' || text[to - 1] === '\t') return false;
  const before = kindBefore(text, from);
  const after = kindAt(text, to);
  if (before === 'han') {
    if (after === 'han') return true;
    return isPart(after) ? !isSetApart(text, to, 1) : after === 'mark' && '("\''.includes(text[to]);
  }
  if (after !== 'han') return false;
  if (isPart(before)) return !isSetApart(text, from, -1);
  return before === 'mark' && ')"\'%'.includes(text[from - 1]);
}

function isPart(kind: ReturnType<typeof kindAt>): boolean {
  return kind === 'digit' || kind === 'letter';
}

/** True where the figure or word that the edge at `edge` begins or ends has a space, or an end of the line, on its other side too. */
function isSetApart(text: string, edge: number, step: 1 | -1): boolean {
  let at = step === 1 ? edge : edge - 1;
  for (let size = 0; size < 24; size++, at += step) {
    const unit = text.charCodeAt(at);
    if (Number.isNaN(unit) || unit === 0x0a || isSpace(unit)) return true;
    const kind = kindAt(text, at);
    if (!isPart(kind) && !'.,%-'.includes(text[at])) return false;
  }
  return false;
}
