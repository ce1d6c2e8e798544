import { splitsPair } from '../../../alignment/index.ts';
import { MARKS, NONE } from '../../model/marks.ts';
import { Arena } from './arena.ts';
import { FeatureIndex } from './feature-index.ts';
import { type NetworkShape, PAUSE, TAPS, type WeightName } from './network.ts';
import { RoundedNetwork, roundedNetworkSize } from './rounded-network.ts';
import { GAP_FEATURES, gapSymbolsOf, hashGap } from './symbols.ts';

export interface GapModelData {
  readonly shape: NetworkShape;
  /** The features that the model knows, by hash; in groups, the frequent first, each ascending. */
  readonly hashes: Int32Array;
  /** A row of whole numbers a feature. */
  readonly rows: Int8Array;
  /** What one unit of each column of `rows` is worth. */
  readonly scales: Float32Array;
  readonly weights: Readonly<Record<WeightName, Float32Array>>;
  /** Softmax temperature, so that probabilities say how often they are right. */
  readonly temperature: number;
}

/** What the model says of the gaps of a passage. */
export interface GapProbabilities {
  /** Number of gaps; the first stands after the first symbol, the last after the last. */
  readonly count: number;
  /** Per gap, the UTF-16 index in the text at which the symbol before it ends. */
  readonly place: Int32Array;
  /** Per gap a row of `GAP_OUTPUTS`: the probability of each mark, of none, and of a break without a mark. */
  readonly values: Float32Array;
}

export const GAP_OUTPUTS = MARKS.length;

/** Gaps that are settled in one run of the network, and on either side those that are read beside. */
const CORE = 896;
const BESIDE = 64;
const ROWS = CORE + 2 * BESIDE + 2 * PAUSE;

/** How far ahead of every mark no mark must be, in units of the softmax, to be sure: a mark is then one in four hundred. */
const SETTLED = 6;

/** A network with its features' rows, ready to run. It keeps one passage's numbers at a time. */
export class GapModel {
  readonly #network: RoundedNetwork;
  readonly #index: FeatureIndex;
  readonly #temperature: number;
  readonly #addresses: Int32Array;
  readonly #addressesAt: number;
  readonly #rowsAt: number;
  readonly #width: number;
  readonly #hashes = new Int32Array(GAP_FEATURES);

  constructor({ shape, hashes, rows, scales, weights, temperature }: GapModelData) {
    const { embedding } = shape;
    const size =
      roundedNetworkSize(shape, ROWS) + ROWS * GAP_FEATURES + (hashes.length + 1) * (embedding / 4);
    const arena = Arena.of(size);
    this.#network = new RoundedNetwork(shape, ROWS, arena);
    for (const [name, values] of Object.entries(weights)) {
      this.#network.weights[name as WeightName].values.set(values);
    }
    // Sums are of whole numbers; what they are worth goes into the taps.
    const taps = this.#network.weights.taps.values;
    for (let i = 0; i < TAPS * embedding; i++) taps[i] *= scales[i % embedding];
    this.#network.round();
    const addresses = arena.take(ROWS, GAP_FEATURES);
    const table = arena.take(hashes.length + 1, embedding / 4);
    const { buffer } = arena.memory;
    this.#addressesAt = addresses.at;
    this.#addresses = new Int32Array(buffer, addresses.at, ROWS * GAP_FEATURES);
    // The first row, of noughts, is that of unknown features.
    this.#rowsAt = table.at;
    new Int8Array(buffer, table.at + embedding, rows.length).set(rows);
    this.#width = embedding;
    this.#index = new FeatureIndex(hashes);
    this.#temperature = temperature;
  }

  /** The probabilities of the gaps in `[start, end)` of a text, in UTF-16 units; of its end too, none of its start. */
  probabilities(text: string, start: number, end: number): GapProbabilities {
    const { symbols, count, place, hasPairs } = gapSymbolsOf(text, start, end);
    const values = new Float32Array(count * GAP_OUTPUTS);
    for (let first = 1; first <= count; first += CORE) {
      const last = Math.min(count, first + CORE - 1);
      const from = Math.max(0, first - BESIDE);
      const to = Math.min(count, last + BESIDE);
      this.#run(symbols, from, to - from + 1);
      this.#read(PAUSE + first - from, last - first + 1, values, (first - 1) * GAP_OUTPUTS);
    }
    if (hasPairs) {
      for (let gap = 1; gap < count; gap++) {
        if (splitsPair(text, place[gap])) {
          values.fill(0, (gap - 1) * GAP_OUTPUTS, gap * GAP_OUTPUTS);
          settle(values, (gap - 1) * GAP_OUTPUTS);
        }
      }
    }
    return { count, place: place.subarray(1, count + 1), values };
  }

  #run(symbols: Uint16Array, from: number, count: number): void {
    const network = this.#network;
    const addresses = this.#addresses;
    const hashes = this.#hashes;
    const index = this.#index;
    const base = this.#rowsAt;
    const width = this.#width;
    for (let i = 0; i < count; i++) {
      hashGap(symbols, from + i, hashes);
      const at = i * GAP_FEATURES;
      addresses[at] = base + index.rowOf(hashes[0]) * width;
      // Each of the others adds a symbol to the one before it: where that is too rare to be known, so is it.
      let row = 1;
      for (let f = 1; f < GAP_FEATURES; f++) {
        if (row !== 0) row = index.rowOf(hashes[f]);
        addresses[at + f] = base + row * width;
      }
    }
    const rows = (count + 2 * PAUSE + 3) & ~3;
    network.sums.values.fill(0, 0, PAUSE * width);
    network.sums.values.fill(0, (PAUSE + count) * width, rows * width);
    network.kernels.sumRows(network.sums.at + PAUSE * width * 4, this.#addressesAt, width, count);
    network.run(rows, [{ first: PAUSE, count }]);
  }

  /** The softmax of rows of outputs; where a mark is all but out of the question, a plain no. */
  #read(row: number, count: number, values: Float32Array, to: number): void {
    const outputs = this.#network.outputs.values;
    const temperature = this.#temperature;
    const margin = SETTLED * temperature;
    for (let i = 0; i < count; i++) {
      const at = (row + i) * GAP_OUTPUTS;
      const base = to + i * GAP_OUTPUTS;
      const none = outputs[at + NONE];
      let max = none - margin;
      for (let o = 0; o < GAP_OUTPUTS; o++) if (o !== NONE && outputs[at + o] > max) max = outputs[at + o];
      if (max === none - margin) {
        settle(values, base);
        continue;
      }
      max = Math.max(max, none);
      let sum = 0;
      for (let o = 0; o < GAP_OUTPUTS; o++) {
        const weight = Math.exp((outputs[at + o] - max) / temperature);
        values[base + o] = weight;
        sum += weight;
      }
      for (let o = 0; o < GAP_OUTPUTS; o++) values[base + o] /= sum;
    }
  }
}

/** No mark stands here. */
function settle(values: Float32Array, at: number): void {
  values[at + NONE] = 1;
}
