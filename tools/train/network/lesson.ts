import { MOST_FEATURES, type Reading } from '../../../src/repair/network/sequence-model.ts';
import { hashRow, ROW_FEATURES } from '../../../src/repair/network/symbol-features.ts';

/** A passage to learn from, as `SequenceModel.scores` is asked about one, and the answers. */
export interface Lesson extends Reading {
  /** Per row that is asked about, the right one of the outputs, or `UNSCORED`. */
  readonly answers: Int8Array;
}

/** Answer of a place that is not asked about. */
export const NOT_ASKED = -2;

/** The most features that a place has. */
export const MOST = ROW_FEATURES + MOST_FEATURES;

const hashes = new Int32Array(MOST_FEATURES);
const all = new Int32Array(MOST);

/** Calls back for each row of a lesson with the hashes of its features, those of its symbols first, and its answer. */
export function eachPlace(
  { symbols, rows, count, asked, answers }: Lesson,
  visit: (features: Int32Array, count: number, answer: number) => void,
): void {
  let next = 0;
  for (let row = 0; row < count; row++) {
    const at = rows[row];
    hashRow(symbols, at, rows[row + 1] - at > 1, all);
    if (asked === undefined) visit(all, ROW_FEATURES, answers[row]);
    else if (next >= asked.count || asked.at[next] !== row) visit(all, ROW_FEATURES, NOT_ASKED);
    else {
      const more = asked.featuresOf(next, hashes);
      all.set(hashes.subarray(0, more), ROW_FEATURES);
      visit(all, ROW_FEATURES + more, answers[next++]);
    }
  }
}
