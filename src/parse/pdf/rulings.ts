import { getResolvedPDFJS } from 'unpdf';
import type { Turn } from './upright.ts';

/** A line along one axis, in points: across for a horizontal one is its y, from and to are x; for a vertical one the other way round. */
export interface Ruling {
  readonly across: number;
  readonly from: number;
  readonly to: number;
}

/** The lines of a page that may rule tables. */
export interface Rulings {
  readonly horizontal: readonly Ruling[];
  readonly vertical: readonly Ruling[];
}

/** What the PDF reader tells of how a page is drawn. */
export interface Operators {
  readonly fnArray: readonly number[];
  // biome-ignore lint/suspicious/noExplicitAny: each operator has arguments of its own
  readonly argsArray: readonly any[];
}

type Matrix = readonly [number, number, number, number, number, number];

/** A drawing with more is no table. */
const MOST_RULINGS = 20_000;
/** Points: a filled box as thin as this is a line, as word processors draw borders; a line as short is none. */
const THICKEST = 3;
const SHORTEST = 4;
/** Points that a line may be off its axis. */
const ASKEW = 0.5;

/** How the reader writes a path: what each number stands for, and how many coordinates follow it. */
const MOVE = 0;
const LINE = 1;
const COORDINATES: Readonly<Record<number, number>> = { 0: 2, 1: 2, 2: 6, 3: 4, 4: 0 };

/** The lines and thin boxes that a page draws, in the page's own coordinates turned by `turn`. */
export async function rulingsOf(operators: Operators, turn: Turn): Promise<Rulings> {
  const { OPS } = await getResolvedPDFJS();
  const strokes = new Set([OPS.stroke, OPS.closeStroke, OPS.fillStroke, OPS.eoFillStroke]);
  for (const both of [OPS.closeFillStroke, OPS.closeEOFillStroke]) strokes.add(both);
  const fills = new Set([OPS.fill, OPS.eoFill]);
  const found = new Found(turn);
  const stack: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  for (let i = 0; i < operators.fnArray.length && !found.isFull; i++) {
    const args = operators.argsArray[i];
    switch (operators.fnArray[i]) {
      case OPS.save:
        stack.push(matrix);
        break;
      case OPS.paintFormXObjectBegin:
        stack.push(matrix);
        if (args[0]) matrix = multiplied(matrix, args[0]);
        break;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        matrix = stack.pop() ?? matrix;
        break;
      case OPS.transform:
        matrix = multiplied(matrix, args);
        break;
      case OPS.constructPath: {
        const [painted, [path]] = args;
        if (path !== null && strokes.has(painted)) found.addStrokes(path, matrix);
        else if (path !== null && fills.has(painted)) found.addFilled(path, matrix);
      }
    }
  }
  return found.isFull ? { horizontal: [], vertical: [] } : found;
}

class Found implements Rulings {
  readonly horizontal: Ruling[] = [];
  readonly vertical: Ruling[] = [];
  readonly #turn: Turn;

  constructor(turn: Turn) {
    this.#turn = turn;
  }

  get isFull(): boolean {
    return this.horizontal.length + this.vertical.length > MOST_RULINGS;
  }

  /** Each straight piece of a path. */
  addStrokes(path: ArrayLike<number>, matrix: Matrix): void {
    for (const { points, isClosed } of partsOf(path)) {
      for (let i = 1; i < points.length; i++) this.#add(points[i - 1], points[i], matrix);
      if (isClosed) this.#add(points[points.length - 1], points[0], matrix);
    }
  }

  /** Boxes so thin that they are lines. */
  addFilled(path: ArrayLike<number>, matrix: Matrix): void {
    for (const { points } of partsOf(path)) {
      const placed = points.map((point) => this.#placed(point, matrix));
      const [left, right] = rangeOf(placed.map(([x]) => x));
      const [bottom, top] = rangeOf(placed.map(([, y]) => y));
      const [width, height] = [right - left, top - bottom];
      if (Math.min(width, height) > THICKEST) continue;
      if (width > height) this.#keep(this.horizontal, (bottom + top) / 2, left, right);
      else this.#keep(this.vertical, (left + right) / 2, bottom, top);
    }
  }

  #add(from: Point, to: Point, matrix: Matrix): void {
    const [x1, y1] = this.#placed(from, matrix);
    const [x2, y2] = this.#placed(to, matrix);
    if (Math.abs(y1 - y2) <= ASKEW)
      this.#keep(this.horizontal, (y1 + y2) / 2, Math.min(x1, x2), Math.max(x1, x2));
    else if (Math.abs(x1 - x2) <= ASKEW)
      this.#keep(this.vertical, (x1 + x2) / 2, Math.min(y1, y2), Math.max(y1, y2));
  }

  #keep(rulings: Ruling[], across: number, from: number, to: number): void {
    if (Number.isFinite(across + from + to) && to - from >= SHORTEST) rulings.push({ across, from, to });
  }

  #placed([x, y]: Point, [a, b, c, d, e, f]: Matrix): Point {
    return this.#turn(a * x + c * y + e, b * x + d * y + f);
  }
}

type Point = readonly [x: number, y: number];

/** The parts of a path that hang together, without those that have curves. */
function partsOf(path: ArrayLike<number>): { points: Point[]; isClosed: boolean }[] {
  const parts: { points: Point[]; isClosed: boolean; isCurved: boolean }[] = [];
  for (let at = 0; at < path.length; ) {
    const kind = path[at];
    const last = parts.at(-1);
    if (kind === MOVE) parts.push({ points: [], isClosed: false, isCurved: false });
    else if (last === undefined) break;
    if (kind === MOVE || kind === LINE) parts.at(-1)!.points.push([path[at + 1], path[at + 2]]);
    else if (kind === 4) last!.isClosed = true;
    else last!.isCurved = true;
    at += 1 + (COORDINATES[kind] ?? path.length);
  }
  return parts.filter(({ points, isCurved }) => !isCurved && points.length > 1);
}

function rangeOf(values: readonly number[]): [least: number, most: number] {
  return values.reduce(([least, most], value) => [Math.min(least, value), Math.max(most, value)], [
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ] as [number, number]);
}

function multiplied([a, b, c, d, e, f]: Matrix, [p, q, r, s, t, u]: Matrix): Matrix {
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}
