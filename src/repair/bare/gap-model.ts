import { splitsPair } from '../../alignment/index.ts';
import { NONE, OUTPUTS } from '../network/marks.ts';
import type { Reading, SequenceModel } from '../network/sequence-model.ts';
import { softmax } from '../network/softmax.ts';
import { type GapSymbols, gapSymbolsOf, MARGIN } from './gap-symbols.ts';

/** What the model says of the gaps of a passage. */
export interface GapProbabilities {
  /** Number of gaps; the first stands after the first symbol, the last after the last. */
  readonly count: number;
  /** Per gap, the UTF-16 index in the text at which the symbol before it ends. */
  readonly place: Int32Array;
  /** Per gap a row of `OUTPUTS`: the probability of each mark, of none, and of a break without a mark. */
  readonly values: Float32Array;
}

/** How far ahead of every mark no mark must be, in units of the softmax, to be sure: a mark is then one in four hundred. */
const SETTLED = 6;

/** A passage as the network reads it: symbol by symbol, each for the gap before it, and what stands after the last one. */
export function readingOf({ symbols, count }: GapSymbols): Reading {
  const rows = new Int32Array(count + 2);
  for (let i = 0; i < rows.length; i++) rows[i] = MARGIN + i;
  return { symbols, rows, count: count + 1 };
}

/**
 * The probabilities of the gaps in `[start, end)` of a text, in UTF-16 units; of its end too, none of its start.
 */
export function gapProbabilities(
  model: SequenceModel,
  text: string,
  start: number,
  end: number,
): GapProbabilities {
  const read = gapSymbolsOf(text, start, end);
  const { count, place, hasPairs } = read;
  // The first gap, before which nothing stands, is read and not answered.
  const values = model.scores(readingOf(read)).subarray(OUTPUTS);
  for (let i = 0; i < count; i++) normalize(values, i * OUTPUTS);
  if (hasPairs) {
    for (let gap = 1; gap < count; gap++) {
      if (splitsPair(text, place[gap])) settle(values, (gap - 1) * OUTPUTS);
    }
  }
  return { count, place: place.subarray(1, count + 1), values };
}

/** The probabilities of a row of scores; where a mark is all but out of the question, a plain no. */
function normalize(values: Float32Array, at: number): void {
  const least = values[at + NONE] - SETTLED;
  let isOpen = false;
  for (let o = 0; o < OUTPUTS; o++) isOpen ||= o !== NONE && values[at + o] > least;
  if (isOpen) softmax(values, at);
  else settle(values, at);
}

/** No mark stands here. */
function settle(values: Float32Array, at: number): void {
  values.fill(0, at, at + OUTPUTS);
  values[at + NONE] = 1;
}
