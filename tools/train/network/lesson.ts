import { type Asked, MOST_FEATURES } from '../../../src/repair/network/sequence-model.ts';
import { hashSymbols, SYMBOL_FEATURES } from '../../../src/repair/network/symbol-features.ts';

/** A passage to learn from, as `SequenceModel.scores` is asked about one, and the answers. */
export interface Lesson {
  readonly symbols: Uint16Array;
  readonly first: number;
  readonly count: number;
  /** What is asked about; every place where it is absent. */
  readonly asked?: Asked;
  /** Per place that is asked about, the right one of the outputs, or `UNSCORED`. */
  readonly answers: Int8Array;
}

/** Answer of a place that is not asked about. */
export const NOT_ASKED = -2;

/** The most features that a place has. */
export const MOST = SYMBOL_FEATURES + MOST_FEATURES;

const hashes = new Int32Array(MOST_FEATURES);
const all = new Int32Array(MOST);

/** Calls back for each place of a lesson with the hashes of its features, those of its symbol first, and its answer. */
export function eachPlace(
  { symbols, first, count, asked, answers }: Lesson,
  visit: (features: Int32Array, count: number, answer: number) => void,
): void {
  let next = 0;
  for (let at = first; at < first + count; at++) {
    hashSymbols(symbols, at, all);
    if (asked === undefined) visit(all, SYMBOL_FEATURES, answers[at - first]);
    else if (next >= asked.count || asked.at[next] !== at) visit(all, SYMBOL_FEATURES, NOT_ASKED);
    else {
      const more = asked.featuresOf(next, hashes);
      all.set(hashes.subarray(0, more), SYMBOL_FEATURES);
      visit(all, SYMBOL_FEATURES + more, answers[next++]);
    }
  }
}
