/** A layer of `hidden` outputs, a multiple of eight, each from the rows within `reach` of its own. */
export interface Convolution {
  /** The weights, eight outputs at a time: for each input in order, its eight weights side by side. */
  readonly weights: Float64Array;
  readonly bias: Float64Array;
  readonly width: number;
  readonly hidden: number;
  readonly reach: number;
}

/** How many outputs are computed at once. */
const LANES = 8;

/** Lays out the weights of a layer, given row-major, one row an output, so that they are read in order. */
export function convolution(
  weights: Float32Array,
  bias: Float32Array,
  width: number,
  hidden: number,
  reach: number,
): Convolution {
  const row = width * (2 * reach + 1);
  const laid = new Float64Array(weights.length);
  for (let k = 0; k < hidden; k++) {
    const block = (k - (k % LANES)) * row;
    for (let d = 0; d < row; d++) laid[block + d * LANES + (k % LANES)] = weights[k * row + d];
  }
  return { weights: laid, bias: Float64Array.from(bias), width, hidden, reach };
}

/**
 * `relu(bias + Σ weights · rows[i-reach … i+reach])` for each of `count` rows, zeros beyond the ends.
 *
 * Eight sums at once don't wait for each other, and each input is read once for the eight.
 */
export function convolve(rows: Float64Array, layer: Convolution, count: number): Float64Array {
  const { weights, bias, width, hidden, reach } = layer;
  const result = new Float64Array(count * hidden);
  const row = width * (2 * reach + 1);
  for (let i = 0; i < count; i++) {
    const low = Math.max(0, i - reach);
    const high = Math.min(count - 1, i + reach);
    const from = low * width;
    const to = (high + 1) * width;
    for (let k = 0; k < hidden; k += LANES) {
      let s0 = bias[k];
      let s1 = bias[k + 1];
      let s2 = bias[k + 2];
      let s3 = bias[k + 3];
      let s4 = bias[k + 4];
      let s5 = bias[k + 5];
      let s6 = bias[k + 6];
      let s7 = bias[k + 7];
      let w = k * row + (low - i + reach) * width * LANES;
      for (let d = from; d < to; d++, w += LANES) {
        const value = rows[d];
        s0 += weights[w] * value;
        s1 += weights[w + 1] * value;
        s2 += weights[w + 2] * value;
        s3 += weights[w + 3] * value;
        s4 += weights[w + 4] * value;
        s5 += weights[w + 5] * value;
        s6 += weights[w + 6] * value;
        s7 += weights[w + 7] * value;
      }
      const at = i * hidden + k;
      result[at] = Math.max(s0, 0);
      result[at + 1] = Math.max(s1, 0);
      result[at + 2] = Math.max(s2, 0);
      result[at + 3] = Math.max(s3, 0);
      result[at + 4] = Math.max(s4, 0);
      result[at + 5] = Math.max(s5, 0);
      result[at + 6] = Math.max(s6, 0);
      result[at + 7] = Math.max(s7, 0);
    }
  }
  return result;
}
