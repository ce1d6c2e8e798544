import type { Arena, Block } from '../../../src/repair/network/arena.ts';
import {
  largeLayers,
  type Network,
  type Picks,
  type Stretch,
  TAPS,
  type WeightName,
  weightSizes,
} from '../../../src/repair/network/network.ts';
import type { LearningKernels } from './learning-kernels.ts';
import type { Exchange } from './shared.ts';

/** The slopes of the loss for what each layer gave. */
type LayerSlopes = Readonly<
  Record<
    | 'inputs'
    | 'pickedInputs'
    | 'pickedStates'
    | 'gates1'
    | 'states1'
    | 'gates2'
    | 'states2'
    | 'hidden'
    | 'outputs',
    Block
  >
>;

/** The way back through the network: from the slopes of the loss for its outputs to those for its weights and sums. */
export class WayBack {
  /** Those of `outputs` are to be filled in before a run. */
  readonly slopes: LayerSlopes;
  readonly #network: Network;
  readonly #kernels: LearningKernels;
  readonly #exchange: Exchange;
  readonly #weightSlopes: Readonly<Record<WeightName, Block>>;
  readonly #transposed: Readonly<Record<string, Block>>;
  readonly #one: Block;
  readonly #reversed: Block;

  readonly #rows: number;

  /** @param rows that every run has */
  constructor(network: Network, rows: number, kernels: LearningKernels, arena: Arena, exchange: Exchange) {
    this.#rows = rows;
    this.#network = network;
    this.#kernels = kernels;
    this.#exchange = exchange;
    const { embedding, recurrent, second, hidden, outputs } = network.shape;
    const sizes = weightSizes(network.shape);
    let at = exchange.slopes.at;
    this.#weightSlopes = Object.fromEntries(
      Object.entries(sizes).map(([name, size]) => {
        const block = { at, width: size, values: new Float32Array(arena.memory.buffer, at, size) };
        at += size * 4;
        return [name, block];
      }),
    ) as Record<WeightName, Block>;
    this.#transposed = Object.fromEntries(
      [...largeLayers, 'output' as const].map((name) => [name, arena.take(1, sizes[name])]),
    );
    this.slopes = {
      inputs: arena.take(rows, embedding),
      gates1: arena.take(rows, 4 * recurrent),
      states1: arena.take(rows, 2 * recurrent),
      pickedInputs: arena.take(rows, embedding),
      pickedStates: arena.take(rows, 2 * recurrent),
      gates2: arena.take(rows, 4 * second),
      states2: arena.take(rows, 2 * second),
      hidden: arena.take(rows, hidden),
      outputs: arena.take(rows, outputs),
    };
    this.#one = arena.take(1, 4);
    this.#one.values.fill(1);
    this.#reversed = arena.take(TAPS, embedding);
  }

  run(stretches: readonly Stretch[], picks: Picks): void {
    const network = this.#network;
    const { inputs, gates1, states1 } = network;
    const d = this.slopes;
    const slopes = this.#weightSlopes;
    this.#exchange.slopes.values.fill(0);
    d.inputs.values.fill(0);
    d.states1.values.fill(0);
    const asked = picks.rows.length;
    if (asked > 0) this.#answerBack((asked + 3) & ~3, picks.stretches);
    for (const [from, to] of [
      [d.pickedInputs, d.inputs],
      [d.pickedStates, d.states1],
    ]) {
      const { width } = from;
      for (let i = 0; i < asked; i++) {
        to.values.set(from.values.subarray(i * width, (i + 1) * width), picks.rows[i] * width);
      }
    }
    this.#transpose('gates1', d.inputs, d.gates1);
    this.#scanBack(gates1, states1, d.states1, d.gates1, stretches);
    this.#slopesOf(slopes.gates1, slopes.gates1Bias, inputs, d.gates1, this.#rows);
    network.multiply(d.inputs, d.gates1, this.#transposed.gates1, this.#rows);
    this.#mixBack();
  }

  /** The way back of the second half, of so many picked rows. */
  #answerBack(rows: number, stretches: readonly Stretch[]): void {
    const network = this.#network;
    const { pickedInputs, pickedStates, gates2, states2, hidden } = network;
    const d = this.slopes;
    const slopes = this.#weightSlopes;
    const back = this.#transposed;
    this.#transpose('output', d.hidden, d.outputs);
    this.#transpose('hiddenState', d.states2, d.hidden);
    this.#transpose('hiddenInput', d.pickedInputs, d.hidden);
    this.#transpose('gates2', d.pickedStates, d.gates2);

    this.#slopesOf(slopes.output, slopes.outputBias, hidden, d.outputs, rows);
    d.hidden.values.fill(0);
    network.multiply(d.hidden, d.outputs, back.output, rows);
    for (let i = 0; i < rows * d.hidden.width; i++) if (hidden.values[i] <= 0) d.hidden.values[i] = 0;

    this.#slopesOf(slopes.hiddenState, slopes.hiddenBias, states2, d.hidden, rows);
    this.#slopesOf(slopes.hiddenInput, undefined, pickedInputs, d.hidden, rows);
    d.states2.values.fill(0);
    network.multiply(d.states2, d.hidden, back.hiddenState, rows);
    d.pickedInputs.values.fill(0);
    network.multiply(d.pickedInputs, d.hidden, back.hiddenInput, rows);

    this.#scanBack(gates2, states2, d.states2, d.gates2, stretches);
    this.#slopesOf(slopes.gates2, slopes.gates2Bias, pickedStates, d.gates2, rows);
    d.pickedStates.values.fill(0);
    network.multiply(d.pickedStates, d.gates2, back.gates2, rows);
  }

  /** The way back of the mixing of neighbours: the same, with the taps in the other order. */
  #mixBack(): void {
    const network = this.#network;
    const { embedding } = network.shape;
    const { sums, weights } = network;
    const slopes = this.slopes.inputs;
    const reach = (TAPS - 1) / 2;
    const width = embedding * 4;
    const tapSlopes = this.#weightSlopes.taps.at;
    const rows = this.#rows - 2 * reach;
    for (let t = 0; t < TAPS; t++) {
      const w = t * embedding;
      this.#reversed.values.set(weights.taps.values.subarray(w, w + embedding), (TAPS - 1 - t) * embedding);
      this.#kernels.multiplyRows(
        tapSlopes + t * width,
        slopes.at + reach * width,
        sums.at + t * width,
        embedding,
        rows,
      );
    }
    network.kernels.mixRows(
      this.#exchange.sumSlopes.at + reach * width,
      slopes.at,
      this.#reversed.at,
      embedding,
      TAPS,
      rows,
    );
  }

  /** Lays out the weights between two widths the other way round. */
  #transpose(name: WeightName, from: Block, to: Block): void {
    const { values } = this.#network.weights[name];
    const turned = this.#transposed[name].values;
    for (let i = 0; i < from.width; i++) {
      for (let o = 0; o < to.width; o++) turned[o * from.width + i] = values[i * to.width + o];
    }
  }

  #slopesOf(weights: Block, bias: Block | undefined, from: Block, dto: Block, rows: number): void {
    const network = this.#network;
    network.kernels.multiplyAdd(
      weights.at,
      dto.width * 4,
      from.at,
      4,
      from.width * 4,
      dto.at,
      dto.width * 4,
      from.width,
      rows,
      dto.width,
    );
    if (bias === undefined) return;
    // Times one for every row; the four rows that are reckoned at once are the same row.
    const one = this.#one.at;
    network.kernels.multiplyAdd(bias.at, 0, one, 0, 0, dto.at, dto.width * 4, 4, rows, dto.width);
  }

  #scanBack(gates: Block, states: Block, dstates: Block, dgates: Block, stretches: readonly Stretch[]): void {
    const kernels = this.#kernels;
    const recurrent = gates.width / 4;
    dgates.values.fill(0);
    const row = gates.width * 4;
    const stateRow = states.width * 4;
    for (const { first, count } of stretches) {
      if (count === 0) continue;
      const last = first + count - 1;
      kernels.scanBack(
        gates.at + last * row,
        states.at + last * stateRow,
        dstates.at + last * stateRow,
        dgates.at + last * row,
        -row,
        -stateRow,
        recurrent,
        count,
      );
      kernels.scanBack(
        gates.at + first * row + recurrent * 8,
        states.at + first * stateRow + recurrent * 4,
        dstates.at + first * stateRow + recurrent * 4,
        dgates.at + first * row + recurrent * 8,
        row,
        stateRow,
        recurrent,
        count,
      );
    }
  }
}
