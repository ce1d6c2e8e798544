import { LOST, OUTPUTS } from './marks.ts';

/** How many dots on either side the two layers see. */
export const REACH_1 = 2;
export const REACH_2 = 1;

/** The layers above the features; row-major, one row an output. */
export interface Layers {
  readonly bias: Float32Array;
  readonly first: Float32Array;
  readonly firstBias: Float32Array;
  readonly second: Float32Array;
  readonly secondBias: Float32Array;
  /** From each layer to the outputs. */
  readonly outputs1: Float32Array;
  readonly outputs2: Float32Array;
}

export interface MarkModelData {
  readonly embedding: number;
  readonly hidden: number;
  /** The features that the model knows, by hash, ascending as signed numbers. */
  readonly hashes: Int32Array;
  /** A row of `OUTPUTS + embedding` whole numbers a feature. */
  readonly weights: Int8Array;
  /** What one unit of each column of `weights` is worth. */
  readonly scales: Float32Array;
  readonly layers: Layers;
  /** Softmax temperatures, so that probabilities say how often they are right: for the marks, and for what was lost. */
  readonly temperature: number;
  readonly lostTemperature: number;
}

/** The most features that one place can have. */
export const MOST_FEATURES = 128;

/** Writes the hashed features of one place of a sequence and gives their number, {@link MOST_FEATURES} at most. */
export type FeatureWriter = (index: number, out: Int32Array) => number;

/** What the model says of the places of a sequence: a probability an output, row by row. */
export interface MarkProbabilities {
  readonly values: Float32Array;
  readonly count: number;
}

/**
 * Says of each place of a sequence which mark it is: of the dots of a flattened text, or of the gaps of a bare one.
 *
 * Each feature adds a row of numbers: one an output, which alone make a linear model, and some more that say
 * what kind of place it is. Two small convolutions over the sequence then see the neighbours:
 * what stands two and three marks away, so that a list is one list and a sentence ends once.
 */
export class MarkModel {
  readonly #data: MarkModelData;
  readonly #width: number;
  readonly #mask: number;
  readonly #keys: Int32Array;
  readonly #rows: Int32Array;
  readonly #features = new Int32Array(MOST_FEATURES);

  constructor(data: MarkModelData) {
    this.#data = data;
    this.#width = OUTPUTS + data.embedding;
    let size = 1024;
    while (size < data.hashes.length * 2) size *= 2;
    this.#mask = size - 1;
    this.#keys = new Int32Array(size);
    this.#rows = new Int32Array(size);
    for (let i = 0; i < data.hashes.length; i++) {
      const hash = data.hashes[i];
      let at = slotOf(hash) & this.#mask;
      while (this.#rows[at] !== 0) at = (at + 1) & this.#mask;
      this.#keys[at] = hash;
      this.#rows[at] = i + 1;
    }
  }

  /** The probabilities of each place of a sequence. */
  probabilities(count: number, featuresOf: FeatureWriter): MarkProbabilities {
    const width = this.#width;
    const sums = new Float32Array(count * width);
    for (let i = 0; i < count; i++) this.#sum(featuresOf(i, this.#features), sums, i * width);
    const values = new Float32Array(count * OUTPUTS);
    this.#combine(sums, count, values);
    this.#normalize(values, count);
    return { values, count };
  }

  readonly #units = new Int32Array(64);

  /** Adds up the rows of the first `n` features. */
  #sum(n: number, sums: Float32Array, base: number): void {
    const { weights, scales } = this.#data;
    const features = this.#features;
    const keys = this.#keys;
    const rows = this.#rows;
    const mask = this.#mask;
    const units = this.#units;
    const width = this.#width;
    for (let d = 0; d < width; d++) units[d] = 0;
    for (let f = 0; f < n; f++) {
      const hash = features[f];
      let at = slotOf(hash) & mask;
      let row = rows[at];
      while (row !== 0 && keys[at] !== hash) {
        at = (at + 1) & mask;
        row = rows[at];
      }
      if (row === 0) continue;
      const w = (row - 1) * width;
      for (let d = 0; d < width; d++) units[d] += weights[w + d];
    }
    for (let d = 0; d < width; d++) sums[base + d] = units[d] * scales[d];
  }

  #combine(sums: Float32Array, count: number, values: Float32Array): void {
    const { hidden, layers } = this.#data;
    const width = this.#width;
    const h1 = convolve(sums, width, layers.first, layers.firstBias, hidden, count, REACH_1);
    const h2 = convolve(h1, hidden, layers.second, layers.secondBias, hidden, count, REACH_2);
    const { bias, outputs1, outputs2 } = layers;
    for (let i = 0; i < count; i++) {
      for (let o = 0; o < OUTPUTS; o++) {
        let sum = sums[i * width + o] + bias[o];
        for (let k = 0; k < hidden; k++) {
          sum +=
            outputs1[o * hidden + k] * h1[i * hidden + k] + outputs2[o * hidden + k] * h2[i * hidden + k];
        }
        values[i * OUTPUTS + o] = sum;
      }
    }
  }

  #normalize(values: Float32Array, count: number): void {
    const { temperature, lostTemperature } = this.#data;
    for (let i = 0; i < count; i++) {
      const at = i * OUTPUTS;
      let max = values[at];
      for (let o = 1; o < LOST; o++) if (values[at + o] > max) max = values[at + o];
      let sum = 0;
      for (let o = 0; o < LOST; o++) {
        values[at + o] = Math.exp((values[at + o] - max) / temperature);
        sum += values[at + o];
      }
      for (let o = 0; o < LOST; o++) values[at + o] /= sum;
      values[at + LOST] = 1 / (1 + Math.exp(-values[at + LOST] / lostTemperature));
    }
  }
}

/** Where a hash is looked for first. */
function slotOf(hash: number): number {
  return Math.imul(hash, 0x85ebca6b) >>> 11;
}

/** `relu(bias + Σ weights · rows[i-reach … i+reach])` for each row, zeros beyond the ends. */
export function convolve(
  rows: Float32Array,
  width: number,
  weights: Float32Array,
  bias: Float32Array,
  hidden: number,
  count: number,
  reach: number,
): Float32Array {
  const result = new Float32Array(count * hidden);
  const row = width * (2 * reach + 1);
  for (let i = 0; i < count; i++) {
    const low = Math.max(0, i - reach);
    const high = Math.min(count - 1, i + reach);
    const offset = (low - i + reach) * width;
    const length = (high - low + 1) * width;
    const base = low * width;
    for (let k = 0; k < hidden; k++) {
      let sum = bias[k];
      const w = k * row + offset;
      for (let d = 0; d < length; d++) sum += weights[w + d] * rows[base + d];
      result[i * hidden + k] = sum > 0 ? sum : 0;
    }
  }
  return result;
}
