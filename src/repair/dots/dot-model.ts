import { OUTPUTS } from '../network/marks.ts';
import type { Asked, SequenceModel } from '../network/sequence-model.ts';
import type { Boundaries } from './boundaries.ts';
import { clauseFeatures } from './clause-features.ts';

/** What the model says of the boundaries of a passage, the two ends apart. */
export interface DotProbabilities {
  readonly count: number;
  /** Per boundary a row of `OUTPUTS`: the probability of each mark. */
  readonly values: Float32Array;
}

/** The boundaries that the model is asked about: all but the two ends. */
export function askedOf(boundaries: Boundaries): Asked {
  const count = Math.max(0, boundaries.count - 2);
  return { at: boundaries.at.subarray(1, 1 + count), count, featuresOf: clauseFeatures(boundaries) };
}

/** Says of each boundary of a passage which mark it is. */
export function dotProbabilities(model: SequenceModel, boundaries: Boundaries): DotProbabilities {
  const asked = askedOf(boundaries);
  const values = model.scores(boundaries.symbols, 1, boundaries.length - 1, asked);
  for (let at = 0; at < values.length; at += OUTPUTS) normalize(values, at);
  return { count: asked.count, values };
}

/** Logarithm of odds that four decimals don't show: most marks of most places are as unlikely. */
const NEGLIGIBLE = -12;

/** The softmax of a row of scores. */
function normalize(values: Float32Array, at: number): void {
  let max = values[at];
  for (let o = 1; o < OUTPUTS; o++) if (values[at + o] > max) max = values[at + o];
  let sum = 0;
  for (let o = 0; o < OUTPUTS; o++) {
    const below = values[at + o] - max;
    values[at + o] = below < NEGLIGIBLE ? 0 : Math.exp(below);
    sum += values[at + o];
  }
  for (let o = 0; o < OUTPUTS; o++) values[at + o] /= sum;
}
