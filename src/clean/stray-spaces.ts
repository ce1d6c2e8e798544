import type { Edit } from '../alignment/index.ts';
import { findAlignedTabs } from './aligned-tabs.ts';
import { type CharacterKind, isSpace, kindAt, kindBefore } from './character-kinds.ts';
import type { NameLists } from './name-lists.ts';
import { type CarriedLine, findCarriedLines, isMarkSpace } from './space-carriers.ts';
import { findSpaceTables } from './space-tables.ts';
import { spacesOf } from './spaces.ts';
import { findSpreadLines } from './spread-lines.ts';

/** How a space between Han characters and digits or Latin letters ends up. */
export type Spacing = 'strip' | 'keep' | 'single';

/** What a run of spaces that stands for a lost paragraph break or a column becomes, twice where it is too wide for a slip; `repair` reads it. */
export const WIDE = '    ';

/** What stands between the cells of a table's row. */
const CELL = '\t';

const finalMarks = '。！？；…」』”’）】》〉〕］.!?;)]>』';
const columnMarks = `${finalMarks}：:`;
const openingMarks = '“‘「『（【《〈〔［([<';
const tightMarks = ',.:;!?)]%‰';

/**
 * Takes out spaces that mean nothing: between Han characters, around Chinese marks and, as `spacing` asks,
 * between Han characters and digits or Latin letters.
 *
 * Never touches the single space inside Latin text or between two numbers, but where a line has one behind each character. A wide run (three spaces, or two
 * after a sentence where they are full-width or a heading follows) after what may end a block is structure: it becomes four spaces, or eight. Between the cells of a table's row stands one tab,
 * beside an empty cell two.
 */
export function straySpaces(text: string, spacing: Spacing, nameLists: Pick<NameLists, 'holds'>): Edit[] {
  const edits = spacing === 'single' ? unspaced(text) : [];
  const { at: spaces } = spacesOf(text);
  if (spaces.length === 0) return edits;
  const rows = findSpaceTables(text);
  const carried = findCarriedLines(text);
  const aligned = findAlignedTabs(text);
  const spread = findSpreadLines(text);
  let row = 0;
  let line = 0;
  let even = 0;
  let wide = 0;
  const replace = (from: number, to: number, insert: string) => {
    if (text.slice(from, to) === insert) return;
    edits.push({ from, to, insert, rule: 'stray-spaces', confidence: insert === '' ? 0.95 : 0.99 });
  };
  for (let i = 0; i < spaces.length; i++) {
    const at = spaces[i];
    while (spaces[i + 1] === spaces[i] + 1) i++;
    const end = spaces[i] + 1;
    const before = kindBefore(text, at);
    const after = kindAt(text, end);
    const atEdge = before === 'edge' || before === 'line-end' || after === 'edge' || after === 'line-end';
    if (!atEdge) {
      while (line < carried.length && carried[line].end <= at) line++;
      while (row < rows.length && rows[row].end <= at) row++;
      while (wide < spread.length && spread[wide].end <= at) wide++;
      if (row < rows.length && rows[row].start <= at) replace(at, end, CELL);
      else if (carries(text, at, end, carried[line])) replace(at, end, ' ');
      else if (parts(text, at, end)) {
        while (even < aligned.length && aligned[even].end <= at) even++;
        const isAligned = even < aligned.length && aligned[even].start <= at;
        replace(at, end, isAligned ? CELL : cellsIn(text.slice(at, end)));
      } else if (before === 'han' && after === 'han' && nameLists.holds(text, at)) replace(at, end, ' ');
      else if (wide < spread.length && spread[wide].start <= at && end - at === 1) replace(at, end, '');
      else if (isWide(text, at, end) && isLetterSpacing(text, at, end)) replace(at, end, '');
      else if (isWide(text, at, end) && endsBlock(text, at, end))
        replace(at, end, isWidest(text, at, end) ? WIDE.repeat(2) : WIDE);
      else if (before === 'han' && after === 'han') replace(at, end, '');
      else replace(at, end, narrow(text, at, end, before, after, spacing));
    }
  }
  return spacing === 'single' ? edits.sort((a, b) => a.from - b.from) : edits;
}

/** Adds a space wherever a Han character and a figure or Latin letter meet without one. */
function unspaced(text: string): Edit[] {
  const edits: Edit[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!meetsUnspaced(text, at)) continue;
    const unit = text.charCodeAt(at);
    const end = at + (kindAt(text, at) === 'han' && unit >= 0xd800 && unit < 0xe000 ? 2 : 1);
    const insert = `${text.slice(at, end)} `;
    edits.push({ from: at, to: end, insert, rule: 'stray-spaces', confidence: 0.95 });
  }
  return edits;
}

/** True where a space of a line whose spaces stand for its marks is one of them: `repair` turns it into the mark. */
function carries(text: string, from: number, to: number, line: CarriedLine | undefined): boolean {
  return line !== undefined && line.start <= from && isMarkSpace(text, from, to);
}

/** True where a run of spaces is too wide to be a slip, and the characters around it allow a break there. */
function isWide(text: string, from: number, to: number): boolean {
  const before = text[from - 1];
  const after = text[to];
  const size = to - from;
  // Two spaces after a sentence are mostly a habit of typing; before a heading, or full-width ones, they are a lost break.
  if (size < 2 || (size === 2 && !(finalMarks.includes(before) && startsBlock(text, from, to)))) return false;
  if (kindBefore(text, from) === 'wide-mark' && !columnMarks.includes(before)) return false;
  return kindAt(text, to) !== 'wide-mark' || openingMarks.includes(after) || after === '—';
}

const headingStart =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]|第[一二三四五六七八九十百\d]+[章节条]|【|\d{1,2}[.、])/;

function startsBlock(text: string, from: number, to: number): boolean {
  return text.slice(from, to) === '\u3000\u3000' || headingStart.test(text.slice(to, to + 6));
}

/**
 * True where a run parts the cells of a table: it holds a tab, or it is wide and its line is a row, which has
 * at least two wide runs, short cells with figures among them, and no end of a sentence. Rows with single spaces are known by their neighbours.
 */
function parts(text: string, from: number, to: number): boolean {
  if (text.slice(from, to).includes(CELL)) return true;
  if (to - from < 2) return false;
  const start = Math.max(text.lastIndexOf('\n', from) + 1, from - ROW_LIMIT);
  const end = text.indexOf('\n', to);
  const line = text.slice(start, end === -1 ? to + ROW_LIMIT : Math.min(end, to + ROW_LIMIT));
  if (/[。！？；]/.test(line)) return false;
  const cells = line.trim().split(/[ \u3000]{2,}/);
  return (
    cells.length > 2 &&
    cells.every((cell) => cell.length <= 24) &&
    cells.some((cell) => /^[\d,.%‰-]+$/.test(cell))
  );
}

/** A tab for each that parts cells: two in a row have an empty cell between them. */
const cellsIn = (spaces: string) => spaces.replace(/[^\t]/g, '') || CELL;

/** A row of a table is no longer than this; it bounds how far around a run is looked. */
const ROW_LIMIT = 400;

/** Marks after which a block may end, and what closes one. */
const blockEnds = '。！？：；.!?:;>》】…';
const closings = ')]}）］｝〉〕」』”’';

/** Nobody sets so many in a line by mistake: 特此通知, and far on the right who signs it. */
const isWidest = (text: string, from: number, to: number) => WIDEST_RUN.test(text.slice(from, to));
const WIDEST_RUN = /^(?:[ \t]*\u3000){4}|^ {10}/;

/** True where a wide run may be a lost break by what it stands between; any other is one more slip. */
function endsBlock(text: string, from: number, to: number): boolean {
  if (blockEnds.includes(text[from - 1])) return true;
  const after = kindAt(text, to);
  const begins = after === 'han' || openingMarks.includes(text[to]);
  return begins && (closings.includes(text[from - 1]) || isWidest(text, from, to));
}

/** True for 通    知: characters set wide apart for looks, each alone between wide runs or line edges. */
function isLetterSpacing(text: string, from: number, to: number): boolean {
  return standsAlone(text, from - 1, from - 2, from, -1) && standsAlone(text, to, to + 1, to, 1);
}

function standsAlone(text: string, at: number, beyond: number, edge: number, step: 1 | -1): boolean {
  const kind = step === 1 ? kindAt(text, edge) : kindBefore(text, edge);
  if (kind !== 'han' || text.charCodeAt(at) >= 0xd800) return false;
  let size = 0;
  while (isSpace(text.charCodeAt(beyond + size * step))) size++;
  const next = text.charCodeAt(beyond + size * step);
  return Number.isNaN(next) || next === 0x0a || size >= 3;
}

/** What a narrow run between two characters that are not both Han becomes. */
function narrow(
  text: string,
  from: number,
  to: number,
  before: CharacterKind,
  after: CharacterKind,
  spacing: Spacing,
): string {
  if (before === 'wide-mark') return isLatinQuote(text, from, to) ? ' ' : '';
  if (after === 'wide-mark') return isLatinQuote(text, from, to) ? ' ' : '';
  const [left, right] = [text[from - 1], text[to]];
  if (before === 'digit' && (right === '%' || right === '‰')) return '';
  if (before === 'han' || after === 'han') {
    const hasMark =
      before === 'han' ? tightMarks.includes(right) || right === '(' : tightMarks.includes(left);
    if (hasMark || left === '(' || left === '[' || right === '[') return '';
    return spacing === 'strip' ? '' : ' ';
  }
  return ' ';
}

/** True where a curly quote or dash stands inside Latin text, where its space belongs to it. */
function isLatinQuote(text: string, from: number, to: number): boolean {
  const left = kindBefore(text, from) === 'wide-mark' ? kindBefore(text, from - 1) : kindBefore(text, from);
  const right = kindAt(text, to) === 'wide-mark' ? kindAt(text, to + 1) : kindAt(text, to);
  const mark = kindBefore(text, from) === 'wide-mark' ? text[from - 1] : text[to];
  return left === 'letter' && right === 'letter' && '“”‘’—–…·'.includes(mark);
}

/** True where `at` is the last unit of a Han character or an alphanumeric one and the other kind follows. */
function meetsUnspaced(text: string, at: number): boolean {
  const here = kindAt(text, at);
  if (here === 'han') {
    const unit = text.charCodeAt(at);
    const next = kindAt(text, unit >= 0xd800 && unit < 0xe000 ? at + 2 : at + 1);
    return next === 'digit' || next === 'letter';
  }
  return (here === 'digit' || here === 'letter') && kindAt(text, at + 1) === 'han';
}
