import { GAP_FEATURES, HASH_BITS, hashGap, MARGIN } from '../../../src/repair/bare/network/symbols.ts';
import type { Passages } from './passages.ts';

/** Of each feature of a gap, how often it must be seen to get a row. */
export type Least = readonly number[];

/**
 * The features that get a row: their hashes, in groups by how often each is seen, the frequent first, each group ascending.
 */
export function vocabularyOf({ symbols, from, to }: Passages, least: Least): Int32Array {
  const counts = new Uint32Array(1 << HASH_BITS);
  const groupOf = new Uint8Array(1 << HASH_BITS);
  const out = new Int32Array(GAP_FEATURES);
  // One kind of feature after another: each has a count of its own to reach.
  least.forEach((reached, f) => {
    counts.fill(0);
    for (let p = 0; p < from.length; p++) {
      for (let i = from[p]; i <= to[p]; i++) {
        hashGap(symbols, i - MARGIN, out);
        counts[out[f]]++;
      }
    }
    for (let hash = 0; hash < counts.length; hash++) {
      if (counts[hash] < reached) continue;
      groupOf[hash] = Math.max(groupOf[hash], Math.floor(Math.log2(counts[hash])));
    }
  });
  const groups: number[][] = Array.from({ length: 33 }, () => []);
  groupOf.forEach((group, hash) => {
    if (group > 0) groups[group].push(hash);
  });
  return Int32Array.from(groups.reverse().flat());
}
