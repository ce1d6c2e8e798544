import type { Ruling, Rulings } from './rulings.ts';

/** A rectangle on a page, in points. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** A cell of a ruled table: its place in rows and columns from 0. */
export interface GridCell extends Box {
  readonly row: number;
  readonly column: number;
  /** How many of them it spans. */
  readonly rows: number;
  readonly columns: number;
}

/** A table as its lines rule it; the cells from left to right, top to bottom. */
export interface Grid extends Box {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly GridCell[];
}

/** Points: lines as near to each other are one, drawn twice; their ends may be as far apart where they meet. */
const NEAR = 2.5;
const MEETING = 3;
/** Points by which lines reach over the outermost ones across them where a table has no line at its side. */
const OPEN = 6;
/** Lines and cells of a page that may be tables; drawings have more. */
const MOST_LINES = 1_000;
const MOST_CELLS = 5_000;
const FEWEST_CELLS = 3;

/** The tables of a page whose cells are ruled: two columns and three cells at least. What no rectangles make up is a drawing. */
export function gridsOf({ horizontal, vertical }: Rulings): Grid[] {
  const [across, down] = [snapped(horizontal), snapped(vertical)];
  if (across.length + down.length > MOST_LINES) return [];
  return connected(across, down)
    .map(({ across, down }) => gridOf(across, down))
    .filter((grid) => grid !== undefined);
}

/** The same lines, each once: those near each other at one place, and joined where they go on. */
function snapped(rulings: readonly Ruling[]): Ruling[] {
  const groups: Ruling[][] = [];
  for (const ruling of [...rulings].sort((p, q) => p.across - q.across)) {
    const group = groups.at(-1);
    if (group !== undefined && ruling.across - group.at(-1)!.across <= NEAR) group.push(ruling);
    else groups.push([ruling]);
  }
  return groups.flatMap((group) => {
    const across = group.reduce((sum, ruling) => sum + ruling.across, 0) / group.length;
    const joined: { across: number; from: number; to: number }[] = [];
    for (const { from, to } of group.sort((p, q) => p.from - q.from)) {
      const last = joined.at(-1);
      if (last !== undefined && from <= last.to + MEETING) last.to = Math.max(last.to, to);
      else joined.push({ across, from, to });
    }
    return joined;
  });
}

interface Lines {
  readonly across: readonly Ruling[];
  readonly down: readonly Ruling[];
}

/** The lines that hang together. */
function connected(across: readonly Ruling[], down: readonly Ruling[]): Lines[] {
  const groups: { across: Ruling[]; down: Ruling[] }[] = [];
  const left = new Set(down);
  const waiting = new Set(across);
  for (const first of across) {
    if (!waiting.delete(first)) continue;
    const group = { across: [first], down: [] as Ruling[] };
    for (let i = 0; i < group.across.length; i++) {
      for (const line of left) {
        if (!meet(group.across[i], line)) continue;
        left.delete(line);
        group.down.push(line);
        for (const other of waiting) {
          if (meet(other, line) && waiting.delete(other)) group.across.push(other);
        }
      }
    }
    groups.push(group);
  }
  return groups;
}

const meet = (across: Ruling, down: Ruling) => covers(across, down.across) && covers(down, across.across);

const covers = ({ from, to }: Ruling, place: number) => place >= from - MEETING && place <= to + MEETING;

function gridOf(across: readonly Ruling[], down: readonly Ruling[]): Grid | undefined {
  const xs = placesOf(down, across);
  const ys = placesOf(across, down).reverse();
  const [rows, columns] = [ys.length - 1, xs.length - 1];
  if (rows < 1 || columns < 2 || rows * columns > MOST_CELLS) return undefined;
  const cells = cellsBetween(xs, ys, across, down);
  if (cells === undefined || cells.length < FEWEST_CELLS) return undefined;
  return { rows, columns, left: xs[0], right: xs[columns], bottom: ys[rows], top: ys[0], cells };
}

/** Where lines stand, from the lowest on, and the edges that have none. @param crossing the lines across them */
function placesOf(lines: readonly Ruling[], crossing: readonly Ruling[]): number[] {
  const places = [...new Set(lines.map(({ across }) => across))].sort((p, q) => p - q);
  const from = Math.min(...crossing.map((line) => line.from));
  const to = Math.max(...crossing.map((line) => line.to));
  if (from < places[0] - OPEN) places.unshift(from);
  if (to > places[places.length - 1] + OPEN) places.push(to);
  return places;
}

/** The cells; undefined where they are no rectangles. */
function cellsBetween(
  xs: readonly number[],
  ys: readonly number[],
  across: readonly Ruling[],
  down: readonly Ruling[],
): GridCell[] | undefined {
  const [rows, columns] = [ys.length - 1, xs.length - 1];
  const acrossAt = byPlace(across);
  const downAt = byPlace(down);
  const isRuled = (lines: readonly Ruling[] | undefined, from: number, to: number) =>
    lines?.some((line) => line.from <= (from + to) / 2 && line.to >= (from + to) / 2) ?? false;
  const isParted = {
    right: (row: number, column: number) => isRuled(downAt.get(xs[column + 1]), ys[row + 1], ys[row]),
    below: (row: number, column: number) => isRuled(acrossAt.get(ys[row + 1]), xs[column], xs[column + 1]),
  };
  const taken = new Set<number>();
  const cells: GridCell[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (taken.has(row * columns + column)) continue;
      let [right, bottom] = [column, row];
      while (right + 1 < columns && !isParted.right(row, right)) right++;
      while (bottom + 1 < rows && !isParted.below(bottom, column)) bottom++;
      for (let y = row; y <= bottom; y++) {
        for (let x = column; x <= right; x++) {
          const isOwn =
            (x === right || !isParted.right(y, x)) &&
            (y === bottom || !isParted.below(y, x)) &&
            (x < right || x + 1 === columns || isParted.right(y, x)) &&
            (y < bottom || y + 1 === rows || isParted.below(y, x));
          if (!isOwn || taken.has(y * columns + x)) return undefined;
          taken.add(y * columns + x);
        }
      }
      const size = { rows: bottom - row + 1, columns: right - column + 1 };
      const [left, top] = [xs[column], ys[row]];
      cells.push({ row, column, ...size, left, right: xs[right + 1], bottom: ys[bottom + 1], top });
    }
  }
  return cells;
}

function byPlace(lines: readonly Ruling[]): Map<number, Ruling[]> {
  const places = new Map<number, Ruling[]>();
  for (const line of lines) {
    const there = places.get(line.across);
    if (there === undefined) places.set(line.across, [line]);
    else there.push(line);
  }
  return places;
}
