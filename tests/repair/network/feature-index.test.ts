import { describe, expect, test } from 'vitest';
import { FeatureIndex } from '../../../src/repair/network/feature-index.ts';
import { HASH_BITS } from '../../../src/repair/network/hash.ts';
import { randomFrom } from '../../../tools/train/random.ts';

/** So many hashes, none twice. */
function someHashes(count: number): Int32Array {
  const random = randomFrom(count);
  const hashes = new Set<number>();
  while (hashes.size < count) hashes.add(Math.floor(random() * (1 << HASH_BITS)));
  return Int32Array.from(hashes);
}

describe('the index of features', () => {
  test.each([0, 1, 900, 50_000])('of %i features finds each, and nothing else', (count) => {
    const hashes = someHashes(count);
    const index = new FeatureIndex(hashes);
    const rows = new Int32Array(1 << HASH_BITS);
    hashes.forEach((hash, i) => {
      rows[hash] = i + 1;
    });
    let wrong = 0;
    for (let hash = 0; hash < rows.length; hash++) if (index.rowOf(hash) !== rows[hash]) wrong++;
    expect(wrong).toBe(0);
  });

  test('neighbours of one group are told apart', () => {
    const hashes = Int32Array.from({ length: 600 }, (_, i) => 5 + (i << 14));
    const index = new FeatureIndex(hashes);
    expect(Array.from(hashes, (hash) => index.rowOf(hash))).toEqual(Array.from(hashes, (_, i) => i + 1));
  });
});
