import { HASH_BITS } from './hash.ts';

/** Bits of the table that tells unknown features: 256 KB, which stays in a near cache. */
const BITS = 21;
/** Low bits of an entry: the top bits of the hash. The others are the feature's row. */
const TAG_BITS = 13;
const TAG = (1 << TAG_BITS) - 1;
const MOST_ROWS = 1 << (32 - TAG_BITS);

/**
 * Finds the rows of features by hash: most unknown ones by a table of bits, the rest by open addressing. Most of its time is
 * waiting for memory, so an entry is four bytes: it has the top of the hash, and its place says the rest but for how far
 * it was pushed. The few that this can't tell apart are one to a model, as are those of one hash.
 */
export class FeatureIndex {
  readonly #bits = new Int32Array(1 << (BITS - 5));
  readonly #table: Int32Array;

  /** @throws RangeError where an entry can't hold so many rows */
  constructor(hashes: Int32Array) {
    if (hashes.length >= MOST_ROWS)
      throw new RangeError(`${hashes.length} features are more than ${MOST_ROWS - 1}`);
    let size = 1024;
    while (size < hashes.length * 2) size *= 2;
    this.#table = new Int32Array(size);
    for (let i = 0; i < hashes.length; i++) {
      const bit = hashes[i] >>> (HASH_BITS - BITS);
      this.#bits[bit >>> 5] |= 1 << (bit & 31);
      let at = hashes[i] & (size - 1);
      while (this.#table[at] !== 0) at = (at + 1) & (size - 1);
      this.#table[at] = ((i + 1) << TAG_BITS) | (hashes[i] >>> (HASH_BITS - TAG_BITS));
    }
  }

  /** One more than the place of a hash among those known; nought of one that is not. */
  rowOf(hash: number): number {
    const bit = hash >>> (HASH_BITS - BITS);
    if ((this.#bits[bit >>> 5] & (1 << (bit & 31))) === 0) return 0;
    const table = this.#table;
    const last = table.length - 1;
    const tag = hash >>> (HASH_BITS - TAG_BITS);
    let at = hash & last;
    let entry = table[at];
    while (entry !== 0 && (entry & TAG) !== tag) {
      at = (at + 1) & last;
      entry = table[at];
    }
    return entry >>> TAG_BITS;
  }
}
