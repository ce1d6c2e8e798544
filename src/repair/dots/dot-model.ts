import { OUTPUTS } from '../network/marks.ts';
import type { Reading, SequenceModel } from '../network/sequence-model.ts';
import { softmax } from '../network/softmax.ts';
import type { Boundaries } from './boundaries.ts';
import { clauseFeatures } from './clause-features.ts';

/** What the model says of the boundaries of a passage, the two ends apart. */
export interface DotProbabilities {
  readonly count: number;
  /** Per boundary a row of `OUTPUTS`: the probability of each mark. */
  readonly values: Float32Array;
}

/**
 * A passage as the network reads it: marks one by one, so that they can be asked about, what stands between them two
 * characters at a time, from the start of each clause.
 */
export function readingOf(boundaries: Boundaries): Reading {
  const { symbols, at, length } = boundaries;
  const asked = Math.max(0, boundaries.count - 2);
  const rows = new Int32Array(length + 1);
  const asks = new Int32Array(asked);
  let count = 0;
  for (let boundary = 0; boundary + 1 < boundaries.count; boundary++) {
    if (boundary > 0) {
      asks[boundary - 1] = count;
      rows[count++] = at[boundary];
    }
    for (let i = at[boundary] + 1; i < at[boundary + 1]; i += 2) rows[count++] = i;
  }
  rows[count++] = length - 1;
  rows[count] = length;
  return { symbols, rows, count, asked: { at: asks, count: asked, featuresOf: clauseFeatures(boundaries) } };
}

/** Says of each boundary of a passage which mark it is. */
export function dotProbabilities(model: SequenceModel, boundaries: Boundaries): DotProbabilities {
  const values = model.scores(readingOf(boundaries));
  for (let at = 0; at < values.length; at += OUTPUTS) softmax(values, at);
  return { count: values.length / OUTPUTS, values };
}
