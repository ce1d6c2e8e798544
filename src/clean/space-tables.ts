import { spacesOf } from './spaces.ts';

/** A row of a table. UTF-16 units of the text. */
export interface Row {
  readonly start: number;
  readonly end: number;
}

/** How many rows make a table, and how many cells a row of one has. */
const ROWS = 3;
const CELLS = 3;
/** The longest cell and the longest row, in UTF-16 units. */
const CELL = 16;
const ROW = 200;

const FIGURE = /^[-+]?\d[\d.,]*[%‰]?$/;
const MARKS = /[，。；：！？]/;

/**
 * Finds the rows of tables whose cells single spaces part: three lines or more with as many cells, all short, and a
 * figure in each row but the first.
 */
export function findSpaceTables(text: string): Row[] {
  const found: Row[] = [];
  const spaces = spacesOf(text).at;
  if (spaces.length === 0) return found;
  let next = 0;
  let run: Row[] = [];
  let cells = 0;
  const close = () => {
    if (run.length >= ROWS) for (const row of run) found.push(row);
    run = [];
  };
  for (let start = 0; start <= text.length; ) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    const first = next;
    while (next < spaces.length && spaces[next] < end) next++;
    const row = next > first ? rowOf(text, start, end) : undefined;
    if (run.length > 0 && (row === undefined || row.cells !== cells || !row.hasFigure)) close();
    if (row !== undefined) {
      cells = row.cells;
      run.push({ start, end });
    }
    start = end + 1;
  }
  close();
  return found;
}

/** @param start,end a line that has a space */
function rowOf(text: string, start: number, end: number): { cells: number; hasFigure: boolean } | undefined {
  if (end - start > ROW) return undefined;
  const line = text.slice(start, end).trim();
  // Two tabs in a row have an empty cell between them.
  if (MARKS.test(line) || line.includes('\t\t')) return undefined;
  const cells = line.split(/[ \u3000\u00a0\t]+/);
  if (cells.length < CELLS || cells.some(({ length }) => length > CELL)) return undefined;
  return { cells: cells.length, hasFigure: cells.some((cell) => FIGURE.test(cell)) };
}
