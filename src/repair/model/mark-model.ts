import { type Convolution, convolution, convolve } from './convolve.ts';
import { FeatureRows } from './feature-rows.ts';
import { LOST, OUTPUTS, ROW } from './marks.ts';

/** How many places on either side the second layer sees; of the first, the model says. */
export const SECOND_REACH = 1;

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
  /** Width of both layers, a multiple of eight. */
  readonly hidden: number;
  /** How many places on either side the first layer sees. */
  readonly reach: number;
  /** The features that the model knows, by hash; in groups, the frequent first, each ascending as signed numbers. */
  readonly hashes: Int32Array;
  /** A row of `ROW` whole numbers a feature. */
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
  readonly #rows: FeatureRows;
  readonly #features = new Int32Array(MOST_FEATURES);
  readonly #first: Convolution;
  readonly #second: Convolution;

  constructor(data: MarkModelData) {
    this.#data = data;
    this.#rows = new FeatureRows(data.hashes, data.weights);
    const { hidden, reach, layers } = data;
    this.#first = convolution(layers.first, layers.firstBias, ROW, hidden, reach);
    this.#second = convolution(layers.second, layers.secondBias, hidden, hidden, SECOND_REACH);
  }

  /** The probabilities of each place of a sequence. */
  probabilities(count: number, featuresOf: FeatureWriter): MarkProbabilities {
    const { scales } = this.#data;
    const sums = new Float64Array(count * ROW);
    for (let i = 0; i < count; i++) {
      this.#rows.sum(this.#features, featuresOf(i, this.#features), scales, sums, i * ROW);
    }
    const values = new Float32Array(count * OUTPUTS);
    this.#combine(sums, count, values);
    this.#normalize(values, count);
    return { values, count };
  }

  #combine(sums: Float64Array, count: number, values: Float32Array): void {
    const { hidden, layers } = this.#data;
    const h1 = convolve(sums, this.#first, count);
    const h2 = convolve(h1, this.#second, count);
    const { bias, outputs1, outputs2 } = layers;
    for (let i = 0; i < count; i++) {
      const row = i * hidden;
      for (let o = 0; o < OUTPUTS; o++) {
        let one = sums[i * ROW + o] + bias[o];
        let two = 0;
        const w = o * hidden;
        for (let k = 0; k < hidden; k++) {
          one += outputs1[w + k] * h1[row + k];
          two += outputs2[w + k] * h2[row + k];
        }
        values[i * OUTPUTS + o] = one + two;
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
