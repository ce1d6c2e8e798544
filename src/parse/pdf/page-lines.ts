import { raisedText } from '../raised-text.ts';

/** A piece of text on a page, as the PDF reader gives it. Lengths in points, y upwards. */
export interface TextItem {
  readonly str: string;
  /** The text matrix: size in the first four, x and y of the baseline in the last two. */
  readonly transform: readonly number[];
  readonly width: number;
  /** How far a vertical one goes down. */
  readonly height: number;
  readonly fontName: string;
}

/** A line of text on a page, in one column. */
export interface PageLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of the baseline. */
  readonly y: number;
  /** Of the font. */
  readonly size: number;
  /** The parts that stand apart: tabs part them in the text. */
  readonly cells: readonly Cell[];
  /** For a row of a ruled table: its cells are told, empty ones too. Line feeds part the lines of a cell. */
  readonly isRuled?: true;
}

/** A part of a line. */
export interface Cell {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

/** A piece of a page that has text. */
export interface Placed {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  /** The cells of a row of a ruled table; its text is in them. */
  readonly ruled?: readonly Cell[];
}

/** The pieces of a page, row by row. */
export type Rows = readonly (readonly Placed[])[];

/** Gaps in font sizes: above the first words stand apart, above the second cells do, above the third columns. */
const WORD_GAP = 0.2;
const CELL_GAP = 1.5;

/** The items of a page as pieces that have text, top to bottom, left to right. */
export function placedItems(items: readonly TextItem[]): Placed[] {
  const placed: Placed[] = [];
  for (const { str, transform, width } of items) {
    const [a, , , d, left, y] = transform;
    const size = Math.abs(d) || Math.abs(a);
    if (str.trim() === '' || size === 0) continue;
    placed.push({ text: str, left, right: left + width, y, size });
  }
  return placed.sort((p, q) => q.y - p.y || p.left - q.left);
}

/** Pieces whose baselines are about the same, in lines; raised and lowered marks are in the line of the words that they stand at. */
export function rowsOf(placed: readonly Placed[]): Placed[][] {
  const rows: Placed[][] = [];
  for (const piece of placed) {
    const row = rows.at(-1);
    const [first] = row ?? [];
    const isAlone = piece.ruled !== undefined && row?.some(({ ruled }) => ruled !== undefined);
    if (row !== undefined && !isAlone && first.y - piece.y < Math.min(first.size, piece.size) * 0.5)
      row.push(piece);
    else rows.push([piece]);
  }
  const lines = marksInPlace(rows);
  for (const row of lines) row.sort((p, q) => p.left - q.left);
  return lines;
}

/** Shares of the size of the words at which a mark stands: it is smaller, not far from their baseline, and right beside them. */
const MARK_SIZE = 0.8;
const MARK_RISE = 0.7;
const MARK_GAP = 0.35;
/** What is raised by less stands on the baseline. */
const LEAST_RISE = 0.15;

/** Puts marks, whose baseline is another, into the rows of their words. */
function marksInPlace(rows: readonly Placed[][]): Placed[][] {
  const kept = rows.map((row) => [...row]);
  rows.forEach((row, i) => {
    for (const piece of row) {
      const home = [i + 1, i - 1].find((near) => rows[near]?.some((word) => standsAt(piece, word)));
      if (home === undefined) continue;
      kept[i].splice(kept[i].indexOf(piece), 1);
      kept[home].push(piece);
    }
  });
  return kept.filter((row) => row.length > 0);
}

function standsAt(mark: Placed, word: Placed): boolean {
  if (mark.ruled !== undefined || word.ruled !== undefined) return false;
  if (mark.size > word.size * MARK_SIZE || Math.abs(mark.y - word.y) > word.size * MARK_RISE) return false;
  const gap = word.size * MARK_GAP;
  return Math.abs(mark.left - word.right) < gap || Math.abs(word.left - mark.right) < gap;
}

/**
 * One line of a row's pieces: a space where words stand apart, a tab where cells do; raised numbers are {@link raisedText}.
 */
export function joinedLine(pieces: readonly Placed[]): PageLine {
  const { size, y } = pieces.reduce((most, piece) => (piece.size > most.size ? piece : most));
  if (pieces.some(({ ruled }) => ruled !== undefined)) return ruledLine(pieces, size, y);
  const cells: { text: string; readonly left: number; right: number }[] = [];
  for (const piece of pieces) {
    const { left, right } = piece;
    const last = cells.at(-1);
    const gap = last === undefined ? Number.POSITIVE_INFINITY : (left - last.right) / piece.size;
    const cell = last === undefined || gap > CELL_GAP ? { text: '', left, right } : last;
    if (cell !== last) cells.push(cell);
    else if (gap > WORD_GAP && /[\x21-\x7e]$/.test(cell.text) && /^[\x21-\x7e]/.test(piece.text))
      cell.text += ' ';
    const isRaised = piece.size <= size * MARK_SIZE && piece.y - y > size * LEAST_RISE;
    cell.text += isRaised ? raisedText(cell.text, piece.text) : piece.text;
    cell.right = Math.max(cell.right, right);
  }
  const text = cells.map((cell) => cell.text).join('\t');
  const right = Math.max(...cells.map((cell) => cell.right));
  return { text: text.trim(), left: pieces[0].left, right, y, size, cells };
}

function ruledLine(pieces: readonly Placed[], size: number, y: number): PageLine {
  const cells = pieces.flatMap((piece) => piece.ruled ?? [piece]);
  const text = cells.map((cell) => cell.text).join('\t');
  return {
    text,
    left: pieces[0].left,
    right: pieces[pieces.length - 1].right,
    y,
    size,
    cells,
    isRuled: true,
  };
}

/** Where a page's two columns part: the x of the gutter; undefined where there is one column. */
export function gutterOf(rows: Rows): number | undefined {
  const all = rows.flat();
  if (rows.length < 6) return undefined;
  const left = Math.min(...all.map((piece) => piece.left));
  const right = Math.max(...all.map((piece) => piece.right));
  const width = right - left;
  // The middle third, in steps of a hundredth of the width: the place that fewest rows cross.
  let best: { x: number; crossed: number; beside: number } | undefined;
  for (let step = 35; step <= 65; step++) {
    const x = left + (width * step) / 100;
    const crossed = crossing(rows, x);
    const beside = besideEachOther(rows, x).length;
    if (
      best === undefined ||
      crossed < best.crossed ||
      (crossed === best.crossed && Math.abs(step - 50) < Math.abs(((best.x - left) / width) * 100 - 50))
    ) {
      best = { x, crossed, beside };
    }
  }
  if (best === undefined || best.crossed > rows.length * MOST_CROSSED || best.beside < rows.length * 0.4)
    return undefined;
  return isTable(rows, best.x) ? undefined : best.x;
}

/** Share of a page's rows that may go across both columns. */
const MOST_CROSSED = 0.3;

/** In sizes, how far behind the place where columns part the second one begins. */
const WIDEST_GUTTER = 5;

/** True for a page whose columns may part at x: few rows go across, and something begins right behind it. */
export function partsAt(rows: Rows, x: number): boolean {
  const isBehind = rows.some((row) =>
    row.some(({ left, size }) => left >= x - 1 && left < x + size * WIDEST_GUTTER),
  );
  return isBehind && crossing(rows, x) <= rows.length * MOST_CROSSED && !isTable(rows, x);
}

/** How many rows have a piece across x; a table may stand across two columns. */
const crossing = (rows: Rows, x: number) =>
  rows.filter((row) =>
    row.some(({ left, right, ruled }) => left < x - 1 && right > x + 1 && ruled === undefined),
  ).length;

/** The rows that have pieces on both sides of x. */
const besideEachOther = (rows: Rows, x: number) =>
  rows.filter((row) => row.some((p) => p.right <= x + 1) && row.some((p) => p.left >= x - 1));

/** Rows of a table meet at the same heights as columns do, but their cells are short and many. */
function isTable(rows: Rows, x: number): boolean {
  const beside = besideEachOther(rows, x);
  const full = beside.filter((row) => {
    const { left, right, size } = joinedLine(row);
    const filled = row.reduce((sum, piece) => sum + piece.right - piece.left, 0);
    return filled > (right - left) * 0.75 && right - left > size * 16;
  });
  return full.length < beside.length * 0.5;
}
