import { type Convolution, convolution, convolve } from './convolve.ts';
import { FeatureRows } from './feature-rows.ts';
import { MOST_FEATURES, OUTPUTS, ROW } from './marks.ts';

/** The layer above the features; row-major, one row an output. */
export interface Layers {
  readonly bias: Float32Array;
  readonly hidden: Float32Array;
  readonly hiddenBias: Float32Array;
  /** From the hidden layer to the outputs. */
  readonly outputs: Float32Array;
}

export interface MarkModelData {
  /** Width of the hidden layer, a multiple of eight. */
  readonly hidden: number;
  /** How many places on either side the hidden layer sees. */
  readonly reach: number;
  /** The features that the model knows: one a slot, told by its print; see `FeatureRows`. */
  readonly prints: Uint8Array;
  /** A row of `ROW` whole numbers a slot. */
  readonly weights: Int8Array;
  /** What one unit of each column of `weights` is worth. */
  readonly scales: Float32Array;
  readonly layers: Layers;
  /** The softmax's temperature, so that probabilities say how often they are right. */
  readonly temperature: number;
}

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
 * what kind of place it is. A small convolution over the sequence then sees the neighbours:
 * what stands two marks away, so that a list is one list and a sentence ends once.
 */
export class MarkModel {
  readonly #data: MarkModelData;
  readonly #rows: FeatureRows;
  readonly #features = new Int32Array(MOST_FEATURES);
  readonly #scores = new Float64Array(OUTPUTS);
  readonly #hidden: Convolution;

  constructor(data: MarkModelData) {
    this.#data = data;
    this.#rows = new FeatureRows(data.prints, data.weights);
    const { hidden, reach, layers } = data;
    this.#hidden = convolution(layers.hidden, layers.hiddenBias, ROW, hidden, reach);
  }

  /** The probabilities of each place of a sequence. */
  probabilities(count: number, featuresOf: FeatureWriter): MarkProbabilities {
    const { scales, hidden } = this.#data;
    const sums = new Float64Array(count * ROW);
    for (let i = 0; i < count; i++) {
      this.#rows.sum(this.#features, featuresOf(i, this.#features), scales, sums, i * ROW);
    }
    const above = convolve(sums, this.#hidden, count);
    const values = new Float32Array(count * OUTPUTS);
    for (let i = 0; i < count; i++) {
      this.#score(sums, i * ROW, above, i * hidden);
      this.#normalize(values, i * OUTPUTS);
    }
    return { values, count };
  }

  /** The scores of one place: what its own features say, and what the hidden layer says of its neighbourhood. */
  #score(sums: Float64Array, row: number, above: Float64Array, hiddenRow: number): void {
    const { hidden, layers } = this.#data;
    const { bias, outputs } = layers;
    const scores = this.#scores;
    for (let o = 0; o < OUTPUTS; o++) scores[o] = sums[row + o] + bias[o];
    for (let k = 0; k < hidden; k += 4) {
      const h0 = above[hiddenRow + k];
      const h1 = above[hiddenRow + k + 1];
      const h2 = above[hiddenRow + k + 2];
      const h3 = above[hiddenRow + k + 3];
      for (let o = 0, w = k; o < OUTPUTS; o++, w += hidden) {
        scores[o] += outputs[w] * h0 + outputs[w + 1] * h1 + (outputs[w + 2] * h2 + outputs[w + 3] * h3);
      }
    }
  }

  /** Writes the scores of one place as probabilities. */
  #normalize(values: Float32Array, at: number): void {
    const scores = this.#scores;
    let max = scores[0];
    for (let o = 1; o < OUTPUTS; o++) if (scores[o] > max) max = scores[o];
    const steepness = 1 / this.#data.temperature;
    let sum = 0;
    for (let o = 0; o < OUTPUTS; o++) {
      const below = (scores[o] - max) * steepness;
      scores[o] = below < NEGLIGIBLE ? 0 : Math.exp(below);
      sum += scores[o];
    }
    const share = 1 / sum;
    for (let o = 0; o < OUTPUTS; o++) values[at + o] = scores[o] * share;
  }
}

/** Logarithm of odds that four decimals don't show: most marks of most places are as unlikely. */
const NEGLIGIBLE = -12;
