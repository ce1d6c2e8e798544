import type { Arena, Block } from './arena.ts';
import { type Kernels, makeKernels } from './kernels.ts';

/** Sizes of the network. Each a multiple of eight, that of `embedding` of sixteen. */
export interface NetworkShape {
  /** Numbers in a feature's row. */
  readonly embedding: number;
  /** Width of the first recurrent layer, in each direction: it reads every row. */
  readonly recurrent: number;
  /** Width of the second one, in each direction: it reads the rows that are asked about. */
  readonly second: number;
  /** Width of the layer before the outputs. */
  readonly hidden: number;
  readonly outputs: number;
}

/** Rows that the first layer sees at once: each row, and as many on either side as make this. */
export const TAPS = 5;
const REACH = (TAPS - 1) / 2;

/** Rows between two passages in the network's memory: what stands there is nought. */
export const PAUSE = REACH;

/** A passage in the network's memory: its first row and number of rows. */
export interface Stretch {
  readonly first: number;
  readonly count: number;
}

/** Sizes of the weights, row-major, inputs down, outputs across. */
export function weightSizes({ embedding, recurrent, second, hidden, outputs }: NetworkShape) {
  return {
    taps: TAPS * embedding,
    gates1: embedding * 4 * recurrent,
    gates1Bias: 4 * recurrent,
    gates2: 2 * recurrent * 4 * second,
    gates2Bias: 4 * second,
    hiddenState: 2 * second * hidden,
    hiddenInput: embedding * hidden,
    hiddenBias: hidden,
    output: hidden * outputs,
    outputBias: outputs,
  };
}

export type WeightName = keyof ReturnType<typeof weightSizes>;

/** Weights of the layers that take nearly all the time. */
export const largeLayers = ['gates1', 'gates2', 'hiddenState', 'hiddenInput'] as const;
export type LayerName = (typeof largeLayers)[number];

/** Rows that are asked about, where not all are. */
export interface Picks {
  /** Their row numbers, ascending. */
  readonly rows: ArrayLike<number>;
  /** Those of each passage, counted among the picked ones. */
  readonly stretches: readonly Stretch[];
}

/** Floats of memory that a network takes, for runs of so many rows. */
export function networkSize(shape: NetworkShape, rows: number): number {
  const { embedding, recurrent, second, hidden, outputs } = shape;
  const weights = Object.values(weightSizes(shape)).reduce((a, b) => a + b);
  return weights + (3 * embedding + 8 * recurrent + 6 * second + hidden + outputs) * rows;
}

/**
 * Says of rows of a passage which mark stands there.
 *
 * The features of a place add up to a row. Each row takes in its neighbours', column by column; a recurrent layer carries
 * what was read from both ends of the passage, forgetting as each channel has learned. From there on only the rows
 * that are asked about go on: a second recurrent layer reads them one after another, a last layer weighs it all.
 */
export class Network {
  readonly shape: NetworkShape;
  readonly kernels: Kernels;
  readonly weights: Readonly<Record<WeightName, Block>>;
  /** The sums of the features' rows: to be filled in before a run. */
  readonly sums: Block;
  readonly inputs: Block;
  readonly gates1: Block;
  readonly states1: Block;
  readonly pickedInputs: Block;
  readonly pickedStates: Block;
  readonly gates2: Block;
  readonly states2: Block;
  readonly hidden: Block;
  readonly outputs: Block;

  /** @param rows the most that one run has, pauses included; a multiple of four */
  constructor(shape: NetworkShape, rows: number, arena: Arena) {
    this.shape = shape;
    const { embedding, recurrent, second, hidden, outputs } = shape;
    this.kernels = makeKernels(arena);
    this.weights = Object.fromEntries(
      Object.entries(weightSizes(shape)).map(([name, size]) => [name, arena.take(1, size)]),
    ) as Record<WeightName, Block>;
    this.sums = arena.take(rows, embedding);
    this.inputs = arena.take(rows, embedding);
    this.gates1 = arena.take(rows, 4 * recurrent);
    this.states1 = arena.take(rows, 2 * recurrent);
    this.pickedInputs = arena.take(rows, embedding);
    this.pickedStates = arena.take(rows, 2 * recurrent);
    this.gates2 = arena.take(rows, 4 * second);
    this.states2 = arena.take(rows, 2 * second);
    this.hidden = arena.take(rows, hidden);
    this.outputs = arena.take(rows, outputs);
  }

  /**
   * Runs the first `rows` rows, a multiple of four, of which `stretches` are passages with a pause before and after each.
   * The outputs are those of the picked rows, or of all.
   */
  run(rows: number, stretches: readonly Stretch[], picks?: Picks): void {
    const { weights, inputs, gates1, states1 } = this;
    this.#mixNeighbours(rows);
    this.layer(gates1, inputs, 'gates1', weights.gates1Bias, rows);
    states1.values.fill(0, 0, rows * states1.width);
    this.#scan(gates1, states1, stretches);
    if (picks === undefined) this.#answer(inputs, states1, rows, stretches);
    else this.#answer(this.pickedInputs, this.pickedStates, this.#pick(picks.rows), picks.stretches);
  }

  /** Copies the rows that go on, and gives their number, made a multiple of four with noughts. */
  #pick(picked: ArrayLike<number>): number {
    const { inputs, states1, pickedInputs, pickedStates } = this;
    const rows = (picked.length + 3) & ~3;
    for (const [from, to] of [
      [inputs, pickedInputs],
      [states1, pickedStates],
    ]) {
      const { width } = from;
      for (let i = 0; i < picked.length; i++) {
        const at = picked[i] * width;
        to.values.set(from.values.subarray(at, at + width), i * width);
      }
      to.values.fill(0, picked.length * width, rows * width);
    }
    return rows;
  }

  /** The second half, on the rows that are asked about. */
  #answer(inputs: Block, states1: Block, rows: number, stretches: readonly Stretch[]): void {
    const { weights, gates2, states2, hidden, outputs } = this;
    if (rows === 0) return;
    this.layer(gates2, states1, 'gates2', weights.gates2Bias, rows);
    states2.values.fill(0, 0, rows * states2.width);
    this.#scan(gates2, states2, stretches);
    this.layer(hidden, states2, 'hiddenState', weights.hiddenBias, rows);
    this.layer(hidden, inputs, 'hiddenInput', hidden, rows);
    this.kernels.raise(hidden.at, rows * hidden.width);
    spread(outputs, weights.outputBias, rows);
    this.multiply(outputs, hidden, weights.output, rows);
  }

  /** `to = base + from · weights` for so many rows; the base is a bias, or `to` as it is. */
  protected layer(to: Block, from: Block, weights: LayerName, base: Block, rows: number): void {
    if (base !== to) spread(to, base, rows);
    this.multiply(to, from, this.weights[weights], rows);
  }

  /** `to += from · weights` for so many rows. */
  multiply(to: Block, from: Block, weights: Block, rows: number): void {
    this.kernels.multiplyAdd(
      to.at,
      to.width * 4,
      from.at,
      from.width * 4,
      4,
      weights.at,
      to.width * 4,
      rows,
      from.width,
      to.width,
    );
  }

  /** What is beside the first and the last pauses is no matter: rows there are nought. */
  #mixNeighbours(rows: number): void {
    const { inputs, sums, weights, shape } = this;
    const { embedding } = shape;
    inputs.values.fill(0, 0, REACH * embedding);
    inputs.values.fill(0, (rows - REACH) * embedding, rows * embedding);
    const skip = REACH * embedding * 4;
    this.kernels.mixRows(inputs.at + skip, sums.at, weights.taps.at, embedding, TAPS, rows - 2 * REACH);
  }

  #scan(gates: Block, states: Block, stretches: readonly Stretch[]): void {
    const recurrent = gates.width / 4;
    const row = gates.width * 4;
    const stateRow = states.width * 4;
    for (const { first, count } of stretches) {
      if (count === 0) continue;
      const last = first + count - 1;
      this.kernels.scan(
        gates.at + first * row,
        states.at + first * stateRow,
        row,
        stateRow,
        recurrent,
        count,
      );
      this.kernels.scan(
        gates.at + last * row + recurrent * 8,
        states.at + last * stateRow + recurrent * 4,
        -row,
        -stateRow,
        recurrent,
        count,
      );
    }
  }
}

/** The same row again and again. */
function spread({ values, width }: Block, row: Block, rows: number): void {
  for (let i = 0; i < rows; i++) values.set(row.values, i * width);
}
