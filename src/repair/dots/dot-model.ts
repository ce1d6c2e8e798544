import { OUTPUTS } from '../network/marks.ts';
import type { Asked, SequenceModel } from '../network/sequence-model.ts';
import { softmax } from '../network/softmax.ts';
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
  for (let at = 0; at < values.length; at += OUTPUTS) softmax(values, at);
  return { count: asked.count, values };
}
