import type { Box, Grid, GridCell } from './grid.ts';
import { joinedLine, type Placed, rowsOf } from './page-lines.ts';
import { type CellText, FEW_ROWS, isFilled, rowsBeside, rowsIn } from './ruled-rows.ts';

/**
 * Puts what stands in ruled tables into rows: one piece a row, with a cell for each column, empty ones too. A table whose text
 * does not keep to its cells is left as it is.
 *
 * @param placed from top to bottom
 */
export function withRuledRows(placed: readonly Placed[], grids: readonly Grid[]): readonly Placed[] {
  let pieces = placed;
  for (const grid of grids) {
    const inside = new Set(pieces.filter((piece) => isInside(piece, grid)));
    const outside = pieces.filter((piece) => !inside.has(piece));
    if (inside.size === 0 || outside.some((piece) => standsAt(piece, grid))) continue;
    const texts = textsOf([...inside], grid);
    if (texts !== undefined && isTable(texts, grid)) pieces = [...outside, ...rowsIn(texts, grid)];
  }
  return pieces === placed ? placed : [...pieces].sort((p, q) => q.y - p.y || p.left - q.left);
}

/** Share of a piece's size above its baseline at which its middle is. */
const MIDDLE = 0.35;

const middleOf = ({ left, right, y, size }: Placed) => ({ x: (left + right) / 2, y: y + size * MIDDLE });

function isInside(piece: Placed, { left, right, bottom, top }: Box): boolean {
  const { x, y } = middleOf(piece);
  return x > left && x < right && y > bottom && y < top;
}

/** True for text that goes on beside a grid: that is a frame within a line. */
function standsAt(piece: Placed, { left, right, bottom, top }: Box): boolean {
  const { y } = middleOf(piece);
  const gap = Math.max(left - piece.right, piece.left - right);
  return y > bottom && y < top && gap > -piece.size && gap < piece.size;
}

/** What stands in each cell; undefined where text goes across the lines between them. */
function textsOf(inside: readonly Placed[], { cells }: Grid): CellText[] | undefined {
  const pieces = new Map<GridCell, Placed[]>(cells.map((cell) => [cell, []]));
  const waiting = [...inside];
  for (let piece = waiting.pop(); piece !== undefined; piece = waiting.pop()) {
    const whole = piece;
    const home = cells.find((cell) => isInside(whole, cell));
    if (home === undefined || piece.ruled !== undefined) return undefined;
    const over = [home.left, home.right].find(
      (x) => whole.left < x - whole.size / 2 && whole.right > x + whole.size / 2,
    );
    if (over === undefined) pieces.get(home)!.push(piece);
    else {
      const parts = partedAt(piece, over);
      if (parts === undefined) return undefined;
      waiting.push(...parts);
    }
  }
  return cells.map((cell) => {
    const own = pieces.get(cell)!.sort((p, q) => q.y - p.y || p.left - q.left);
    return { cell, lines: rowsOf(own).map(joinedLine) };
  });
}

/** Share of a table's columns that may have no text at all: charts have ticks. */
const MOST_EMPTY = 0.25;
/** Lines of two columns by which a row has several rows. */
const MANY_LINES = 3;

/** False for a chart, and for a table whose rows cannot be told. */
function isTable(texts: readonly CellText[], grid: Grid): boolean {
  const columns = new Map<number, boolean>();
  for (const { cell, lines } of texts)
    columns.set(cell.column, columns.get(cell.column) === true || lines.length > 0);
  const empty = [...columns.values()].filter((hasText) => !hasText).length;
  if (empty > columns.size * MOST_EMPTY) return false;
  if (grid.rows > FEW_ROWS) return true;
  return Array.from({ length: grid.rows }, (_, row) => row).every((row) => {
    const own = texts.filter(({ cell }) => cell.row === row);
    const long = own.filter(({ lines }) => lines.length >= MANY_LINES);
    return long.length < 2 || rowsBeside(own, grid) !== undefined || long.every(isFilled);
  });
}

/** Sizes within which a piece must have a space where a line parts it. */
const ASIDE = 1.5;

/** A piece that the reader made of two cells' texts, a space between them. */
function partedAt(piece: Placed, x: number): [Placed, Placed] | undefined {
  const { text, left, right, size } = piece;
  const scale = (right - left) / halvesOf(text);
  let nearest: { at: number; x: number } | undefined;
  for (const { index } of text.matchAll(/(?<=\S)\s+(?=\S)/g)) {
    const place = left + halvesOf(text.slice(0, index)) * scale;
    if (nearest === undefined || Math.abs(place - x) < Math.abs(nearest.x - x))
      nearest = { at: index, x: place };
  }
  if (nearest === undefined || Math.abs(nearest.x - x) > size * ASIDE) return undefined;
  const { at } = nearest;
  return [
    { ...piece, text: text.slice(0, at), right: x - size / 4 },
    { ...piece, text: text.slice(at).trimStart(), left: x + size / 4 },
  ];
}

const halvesOf = (text: string) => text.replace(/[^\x20-\x7e]/gu, '  ').length;
