import { FeatureIndex } from '../../../src/repair/network/feature-index.ts';
import { eachPlace, type Lesson } from './lesson.ts';

/** Lessons in columns that threads share. */
export interface Material {
  /** The rows of the features of each place, counted from one, of known features only. */
  readonly features: Int32Array;
  /** Per place, where its features begin; one more at the end. */
  readonly from: Int32Array;
  /** Per place, the right output, `UNSCORED` or `NOT_ASKED`. */
  readonly answers: Int8Array;
  /** Per passage its first place; one more at the end. */
  readonly passages: readonly number[];
}

/** The same column with twice the room. */
function grown<Column extends Int32Array | Int8Array>(column: Column): Column {
  const Larger = column.constructor as new (buffer: SharedArrayBuffer) => Column;
  const larger = new Larger(new SharedArrayBuffer(column.byteLength * 2));
  larger.set(column);
  return larger;
}

/** Lays out lessons, with the features that the vocabulary knows. */
export function materialOf(lessons: Iterable<Lesson>, vocabulary: Int32Array): Material {
  const index = new FeatureIndex(vocabulary);
  let features: Int32Array = new Int32Array(new SharedArrayBuffer(1 << 26));
  let from: Int32Array = new Int32Array(new SharedArrayBuffer(1 << 24));
  let answers: Int8Array = new Int8Array(new SharedArrayBuffer(1 << 22));
  const passages = [0];
  let used = 0;
  let places = 0;
  for (const lesson of lessons) {
    eachPlace(lesson, (hashes, count, answer) => {
      if (used + count > features.length) features = grown(features);
      if (places + 2 > from.length) from = grown(from);
      if (places + 1 > answers.length) answers = grown(answers);
      for (let f = 0; f < count; f++) {
        const row = index.rowOf(hashes[f]);
        if (row !== 0) features[used++] = row;
      }
      answers[places++] = answer;
      from[places] = used;
    });
    passages.push(places);
  }
  return { features, from, answers: answers.subarray(0, places), passages };
}
