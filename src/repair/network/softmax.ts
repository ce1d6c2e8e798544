import { OUTPUTS } from './marks.ts';

/** Makes a row of scores, in units of the softmax, the probabilities that they stand for. */
export function softmax(values: Float32Array, at: number): void {
  let max = values[at];
  for (let o = 1; o < OUTPUTS; o++) if (values[at + o] > max) max = values[at + o];
  let sum = 0;
  for (let o = 0; o < OUTPUTS; o++) {
    values[at + o] = Math.exp(values[at + o] - max);
    sum += values[at + o];
  }
  for (let o = 0; o < OUTPUTS; o++) values[at + o] /= sum;
}
