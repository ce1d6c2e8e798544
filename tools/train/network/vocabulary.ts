import { HASH_BITS } from '../../../src/repair/network/hash.ts';
import { ROW_FEATURES } from '../../../src/repair/network/symbol-features.ts';
import { eachPlace, type Lesson } from './lesson.ts';

/** How often each feature of a row's symbols must be seen to get a row, and last the features that asked rows have beside. */
export type Least = readonly number[];

/**
 * The features that get a row: their hashes, in groups by how often each is seen, the frequent first, each group ascending.
 */
export function vocabularyOf(lessons: Iterable<Lesson>, least: Least): Int32Array {
  const counts = least.map(() => new Uint32Array(1 << HASH_BITS));
  for (const lesson of lessons) {
    eachPlace(lesson, (features, count) => {
      for (let f = 0; f < count; f++) counts[Math.min(f, ROW_FEATURES)][features[f]]++;
    });
  }
  const groups: number[][] = Array.from({ length: 33 }, () => []);
  for (let hash = 0; hash < 1 << HASH_BITS; hash++) {
    let group = -1;
    least.forEach((reached, kind) => {
      const seen = counts[kind][hash];
      if (seen >= reached) group = Math.max(group, Math.floor(Math.log2(seen)));
    });
    if (group >= 0) groups[group].push(hash);
  }
  return Int32Array.from(groups.reverse().flat());
}
