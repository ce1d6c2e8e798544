import type { Hyphens } from './hyphens.ts';
import type { PageLine } from './page-lines.ts';
import { CLOSED } from './paragraphs.ts';
import type { Page } from './running-lines.ts';

/** Rows that were left out because a page's top repeats them, with how often. */
export type RepeatedHeads = ReadonlyMap<string, number>;

/** Where a table goes on over a page's end, its head stands at the next page's top again: it is left out there. */
export function withoutRepeatedHeads(pages: readonly Page[]): { pages: Page[]; dropped: RepeatedHeads } {
  const dropped = new Map<string, number>();
  let table: readonly string[] = [];
  const kept = pages.map((page) => {
    const [first, ...others] = page.columns;
    const all = page.columns.flatMap(({ lines }) => lines);
    const repeated = first === undefined ? 0 : repeatedRows(first.lines, table);
    for (const { text } of all.slice(0, repeated)) dropped.set(text, (dropped.get(text) ?? 0) + 1);
    const own = all.slice(repeated);
    // A table that fills the whole page is still the one before.
    if (own.length > 0 && !(repeated > 0 && own.every(isRow))) table = lastTable(own);
    return repeated === 0 ? page : { ...page, columns: [{ lines: first.lines.slice(repeated) }, ...others] };
  });
  return { pages: kept, dropped };
}

const isRow = ({ cells, isRuled }: PageLine) => cells.length > 1 || isRuled === true;

/** How many lines of a page's top are the first rows of the table that ends the page before. */
function repeatedRows(lines: readonly PageLine[], table: readonly string[]): number {
  let count = 0;
  while (count < lines.length && isRow(lines[count]) && lines[count].text === table[count]) count++;
  return count;
}

/** The rows of the table that ends a page, from its first on; empty where no table does. */
function lastTable(lines: readonly PageLine[]): string[] {
  const before = lines.findLastIndex((line) => !isRow(line));
  return lines.slice(before + 1).map(({ text }) => text);
}

/** Sizes: how far a cell's lines may be apart, how far from where they begin, and from the cell's right edge. */
const MOST_LEADING = 1.7;
const MOST_ASIDE = 0.3;
const MOST_RAGGED = 1.6;

/**
 * Joins the further lines of a table's cell to its row: single pieces under a cell other than the first, where the
 * cell is full, or where they are nearer than the table's rows are.
 */
export function withWholeCells(pages: readonly Page[], hyphens: Hyphens): Page[] {
  return pages.map((page) => ({
    ...page,
    columns: page.columns.map(({ lines }) => ({ lines: cellsJoined(lines, hyphens) })),
  }));
}

function cellsJoined(lines: readonly PageLine[], hyphens: Hyphens): PageLine[] {
  const edge = lines.reduce((most, { right }) => Math.max(most, right), 0);
  const leading = rowDistance(lines);
  const joined: PageLine[] = [];
  let end = 0;
  lines.forEach((line, i) => {
    const row = joined.at(-1);
    const distance = end - line.y;
    end = line.y;
    if (line.isRuled) {
      joined.push(withJoinedLines(line, hyphens));
      return;
    }
    // A line nearer to the next belongs there: its row's other cells stand halfway down.
    const isNearerToNext = i + 1 < lines.length && Math.abs(line.y - lines[i + 1].y) < distance * 0.9;
    const index = row === undefined || isNearerToNext ? -1 : cellOver(line, row, distance, leading, edge);
    if (row !== undefined && index > 0) joined.splice(-1, 1, extended(row, index, line, hyphens));
    else joined.push(line);
  });
  return joined;
}

/** The cell of a row that a line goes on in; -1 where there is none. */
function cellOver(line: PageLine, row: PageLine, distance: number, leading: number, edge: number): number {
  const { size } = line;
  if (row.isRuled || !isRow(row) || isRow(line) || Math.abs(row.size - size) > size * 0.1) return -1;
  if (distance <= 0 || distance > size * MOST_LEADING) return -1;
  const index = row.cells.findIndex(({ left }) => Math.abs(left - line.left) < size * MOST_ASIDE);
  if (index < 1) return -1;
  const cell = row.cells[index];
  const right = row.cells[index + 1]?.left ?? edge;
  const isFull = cell.right > right - size * MOST_RAGGED && !CLOSED.test(cell.text);
  return isFull || distance < leading * 0.95 ? index : -1;
}

/** How far a table's rows are apart, at least; 0 where none follow each other. */
function rowDistance(lines: readonly PageLine[]): number {
  let least = Number.POSITIVE_INFINITY;
  lines.slice(1).forEach((line, i) => {
    const distance = lines[i].y - line.y;
    // Less has a row whose other cells stand halfway between a cell's lines.
    if (isRow(line) && distance > line.size * 0.9) least = Math.min(least, distance);
  });
  return Number.isFinite(least) ? least : 0;
}

/** A row of a ruled table with one line a cell. */
function withJoinedLines(row: PageLine, hyphens: Hyphens): PageLine {
  const cells = row.cells.map((cell) => ({
    ...cell,
    text: cell.text.split('\n').reduce((before, after) => hyphens.joined(before, after)),
  }));
  return { ...row, cells, text: cells.map(({ text }) => text).join('\t') };
}

function extended(row: PageLine, index: number, line: PageLine, hyphens: Hyphens): PageLine {
  const cells = row.cells.map((cell, i) =>
    i === index ? { ...cell, text: hyphens.joined(cell.text, line.text), right: line.right } : cell,
  );
  return {
    ...row,
    cells,
    text: cells.map(({ text }) => text).join('\t'),
    right: Math.max(row.right, line.right),
  };
}
