import { HASH_BITS } from './hash.ts';

/** Bits of the table that tells unknown features: 256 KB, which stays in a near cache. */
const BITS = 21;

/** Finds the rows of features by hash: most unknown ones by a table of bits, the rest by open addressing. */
export class FeatureIndex {
  readonly #bits = new Int32Array(1 << (BITS - 5));
  readonly #table: Int32Array;

  constructor(hashes: Int32Array) {
    let size = 1024;
    while (size < hashes.length * 2) size *= 2;
    this.#table = new Int32Array(size * 2);
    for (let i = 0; i < hashes.length; i++) {
      const bit = hashes[i] >>> (HASH_BITS - BITS);
      this.#bits[bit >>> 5] |= 1 << (bit & 31);
      let at = (hashes[i] & (size - 1)) * 2;
      while (this.#table[at + 1] !== 0) at = (at + 2) & (size * 2 - 1);
      this.#table[at] = hashes[i];
      this.#table[at + 1] = i + 1;
    }
  }

  /** One more than the place of a hash among those known; nought of one that is not. */
  rowOf(hash: number): number {
    const bit = hash >>> (HASH_BITS - BITS);
    if ((this.#bits[bit >>> 5] & (1 << (bit & 31))) === 0) return 0;
    const table = this.#table;
    const last = table.length - 1;
    let at = (hash * 2) & last;
    while (table[at] !== hash && table[at + 1] !== 0) at = (at + 2) & last;
    return table[at + 1];
  }
}
