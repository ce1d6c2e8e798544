import { splitsPair } from '../../alignment/index.ts';
import { MARKS, NONE } from '../network/marks.ts';
import type { SequenceModel } from '../network/sequence-model.ts';
import { gapSymbolsOf, MARGIN } from './gap-symbols.ts';

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

/** How far ahead of every mark no mark must be, in units of the softmax, to be sure: a mark is then one in four hundred. */
const SETTLED = 6;

/**
 * The probabilities of the gaps in `[start, end)` of a text, in UTF-16 units; of its end too, none of its start.
 */
export function gapProbabilities(
  model: SequenceModel,
  text: string,
  start: number,
  end: number,
): GapProbabilities {
  const { symbols, count, place, hasPairs } = gapSymbolsOf(text, start, end);
  // The first gap, before which nothing stands, is read and not answered.
  const values = model.scores(symbols, MARGIN, count + 1).subarray(GAP_OUTPUTS);
  for (let i = 0; i < count; i++) normalize(values, i * GAP_OUTPUTS);
  if (hasPairs) {
    for (let gap = 1; gap < count; gap++) {
      if (splitsPair(text, place[gap])) settle(values, (gap - 1) * GAP_OUTPUTS);
    }
  }
  return { count, place: place.subarray(1, count + 1), values };
}

/** The softmax of a row of scores; where a mark is all but out of the question, a plain no. */
function normalize(values: Float32Array, at: number): void {
  const least = values[at + NONE] - SETTLED;
  let max = least;
  for (let o = 0; o < GAP_OUTPUTS; o++) if (o !== NONE && values[at + o] > max) max = values[at + o];
  if (max === least) {
    settle(values, at);
    return;
  }
  max = Math.max(max, values[at + NONE]);
  let sum = 0;
  for (let o = 0; o < GAP_OUTPUTS; o++) {
    const weight = Math.exp(values[at + o] - max);
    values[at + o] = weight;
    sum += weight;
  }
  for (let o = 0; o < GAP_OUTPUTS; o++) values[at + o] /= sum;
}

/** No mark stands here. */
function settle(values: Float32Array, at: number): void {
  values.fill(0, at, at + GAP_OUTPUTS);
  values[at + NONE] = 1;
}
