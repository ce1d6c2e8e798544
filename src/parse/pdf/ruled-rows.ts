import { enumerationOf } from '../enumeration.ts';
import type { Grid, GridCell } from './grid.ts';
import type { Cell, PageLine, Placed } from './page-lines.ts';
import { CLOSED } from './paragraphs.ts';

/** The lines of a cell. */
export interface CellText {
  readonly cell: GridCell;
  readonly lines: readonly PageLine[];
}

/** A cell over several rows that holds more is not said again in each, in characters; as in the tables of HTML. */
const LONGEST_REPEATED = 20;
/** Points between rows at least. */
const STEP = 0.01;

/** The pieces of a table, a row each; further paragraphs of its cells behind it. */
export function rowsIn(texts: readonly CellText[], grid: Grid): Placed[] {
  const rows: Placed[] = [];
  for (let row = 0; row < grid.rows; row++) {
    const reaching = texts.filter(({ cell }) => cell.row <= row && cell.row + cell.rows > row);
    for (const part of partsOf(reaching, grid)) {
      const cells = Array.from(
        { length: grid.columns },
        (): Cell => ({ text: '', left: grid.left, right: grid.right }),
      );
      const further: Cell[] = [];
      let own: readonly PageLine[] = [];
      for (const { cell, lines } of part) {
        if (lines.length === 0) continue;
        const { left, right, column } = cell;
        const [first, ...others] = paragraphsIn(lines, cell, row === 0);
        const isOwn = cell.row === row;
        if (isOwn) {
          further.push(...others.map((text) => ({ text, left, right })));
          own = [...own, ...lines];
        }
        const isSaid = isOwn || (others.length === 0 && first.length <= LONGEST_REPEATED);
        if (isSaid) cells[column] = { text: first, left, right };
      }
      if (own.length === 0) continue;
      const size = Math.max(...own.map((line) => line.size));
      const y = Math.max(...own.map((line) => line.y));
      for (const ruled of [cells, ...further.map((cell) => [cell])]) {
        // Rows stand below each other, whatever the heights of their texts.
        const below = rows.length === 0 ? y : Math.min(y, rows[rows.length - 1].y - STEP);
        rows.push({ text: '', left: grid.left, right: grid.right, y: below, size, ruled });
      }
    }
  }
  return rows;
}

/** Rows of a table that may have no lines between its rows but one under its head. */
export const FEW_ROWS = 2;
/** What a column of figures holds. */
const FIGURE = /^[\d.,，．%％‰+＋\-–—―－…·/／()（）\s]+$/;
/** Characters that a column's head has at most where the column is one of figures. */
const LONGEST_HEAD = 12;
/** Lines of columns without figures that tell of rows where they stand beside each other. */
const FEWEST_BESIDE = 3;

/**
 * The rows between two lines of a table: several where none are drawn between its rows, which columns of figures tell, or lines that stand
 * beside each other in all columns.
 */
function partsOf(reaching: readonly CellText[], grid: Grid): CellText[][] {
  const rows = reaching.some(({ cell }) => cell.rows > 1) ? undefined : rowsBeside(reaching, grid);
  if (rows === undefined) return [[...reaching]];
  const nearest = ({ y }: PageLine) => {
    let found = 0;
    rows.forEach((row, i) => {
      if (Math.abs(row - y) < Math.abs(rows[found] - y)) found = i;
    });
    return found;
  };
  return rows.map((_, i) =>
    reaching.map(({ cell, lines }) => ({ cell, lines: lines.filter((line) => nearest(line) === i) })),
  );
}

/** The baselines of rows that no lines part, from the top; undefined where there is one row. */
export function rowsBeside(reaching: readonly CellText[], grid: Grid): number[] | undefined {
  // Where each row has its lines, a cell of two lines is one text.
  if (grid.rows > FEW_ROWS && reaching.some((one) => one.lines.length > 1 && isFilled(one))) return undefined;
  const columns = reaching.map(({ lines }) => lines).filter((lines) => lines.length > 0);
  const figures = columns.filter(
    (lines) =>
      lines.filter(({ text }) => FIGURE.test(text)).length > 1 &&
      lines.every(({ text }) => text.length <= LONGEST_HEAD),
  );
  const telling = figures.length > 0 ? figures : columns;
  const rows: number[] = [];
  for (const { y, size } of telling.flat().sort((p, q) => q.y - p.y)) {
    if (rows.length === 0 || rows[rows.length - 1] - y > size / 2) rows.push(y);
  }
  if (figures.length > 0) return rows;
  const isBeside = columns.length > 1 && columns.every((lines) => lines.length === rows.length);
  return isBeside && rows.length >= FEWEST_BESIDE ? rows : undefined;
}

/** Sizes of a cell's width that a line leaves where the next one is the same text, and the share that it fills. */
const MOST_ROOM = 2.5;
const FILLED = 0.5;

/** True for lines that are one text, broken where the cell is full. */
export const isFilled = ({ cell, lines }: CellText) =>
  lines.slice(0, -1).every(({ left, right, size }) => {
    const [width, whole] = [right - left, cell.right - cell.left];
    return width > whole - size * MOST_ROOM && width > whole * FILLED;
  });

/** Characters from which on a cell's paragraphs are lines of their own. */
const LONG = 100;
/** Sizes that a paragraph's first line is indented at least, and its last one may stop short by at least. */
const INDENTED = 1.2;
const SHORT = 2.5;

/**
 * The paragraphs of a cell; the lines of each are parted by line feeds, or by spaces where the next one had had room on the line. What
 * is short is one.
 */
function paragraphsIn(lines: readonly PageLine[], { left, right }: GridCell, isHead: boolean): string[] {
  const length = lines.reduce((sum, { text }) => sum + text.length, 0);
  const start = Math.min(...lines.map((line) => line.left));
  const end = Math.max(...lines.map((line) => line.right));
  const paragraphs: string[] = [];
  lines.forEach(({ text, size, ...line }, i) => {
    const cellText = text.replaceAll('\t', ' ');
    const before = lines[i - 1];
    if (before === undefined) {
      paragraphs.push(cellText);
      return;
    }
    const isClosed = CLOSED.test(before.text);
    const begins =
      line.left > start + size * INDENTED ||
      (isClosed && (before.right < end - size * SHORT || enumerationOf(text) !== undefined));
    if (begins && length > LONG) {
      paragraphs.push(cellText);
      return;
    }
    const room = right - left - (before.right - before.left) - size;
    const isNumber = /\d$/.test(before.text) && /^\d/.test(text) && room > size;
    const isApart = begins || isNumber || (!isHead && room >= line.right - line.left);
    paragraphs.push(`${paragraphs.pop()}${isApart ? ' ' : '\n'}${cellText}`);
  });
  return paragraphs;
}
