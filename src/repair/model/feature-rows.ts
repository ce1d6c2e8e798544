import { ROW } from './marks.ts';

/** Words of four bytes in a row. */
const WORDS = ROW / 4;
const LOW = 0x00ff00ff;

/**
 * The rows of weights of a model's features, found by hash and added up.
 *
 * Nearly all the time of repairing goes here, so: a small table of bits, which stays in the nearest cache, tells
 * most unknown features; the rest is found by open addressing, hash and row side by side; and four bytes are
 * added at once, as two pairs of sixteen-bit lanes. Weights are kept with 128 added, so that lanes never borrow;
 * the lanes hold the sum of 128 features, the most that a place has, without overflow.
 */
export class FeatureRows {
  readonly #bits: Int32Array;
  readonly #table: Int32Array;
  readonly #mask: number;
  readonly #words: Int32Array;

  /** @param hashes of the features; the row of the feature `i` is `weights[i * ROW …]` */
  constructor(hashes: Int32Array, weights: Int8Array) {
    let size = 1024;
    while (size < hashes.length * 2) size *= 2;
    this.#mask = size - 1;
    this.#table = new Int32Array(size * 2);
    this.#bits = new Int32Array(BITS / 32);
    for (let i = 0; i < hashes.length; i++) {
      const place = spread(hashes[i]);
      this.#bits[(place & (BITS - 1)) >>> 5] |= 1 << (place & 31);
      let at = (place & this.#mask) * 2;
      while (this.#table[at + 1] !== 0) at = (at + 2) & (size * 2 - 1);
      this.#table[at] = hashes[i];
      this.#table[at + 1] = i + 1;
    }
    const raised = new Uint8Array(weights.length);
    for (let i = 0; i < weights.length; i++) raised[i] = weights[i] + 128;
    this.#words = new Int32Array(raised.buffer);
  }

  /** Adds up the rows of the first `count` of `features` and writes the sum, scaled, to `sums[base …]`. */
  sum(features: Int32Array, count: number, scales: Float32Array, sums: Float64Array, base: number): void {
    const bits = this.#bits;
    const table = this.#table;
    const words = this.#words;
    const last = table.length - 1;
    const mask = this.#mask;
    let known = 0;
    // Lanes: of word w, the bytes 0 and 2, and the bytes 1 and 3.
    let a0 = 0;
    let b0 = 0;
    let a1 = 0;
    let b1 = 0;
    let a2 = 0;
    let b2 = 0;
    let a3 = 0;
    let b3 = 0;
    let a4 = 0;
    let b4 = 0;
    let a5 = 0;
    let b5 = 0;
    for (let f = 0; f < count; f++) {
      const hash = features[f];
      const place = spread(hash);
      if ((bits[(place & (BITS - 1)) >>> 5] & (1 << (place & 31))) === 0) continue;
      let at = (place & mask) * 2;
      while (table[at] !== hash && table[at + 1] !== 0) at = (at + 2) & last;
      const row = table[at + 1];
      if (row === 0) continue;
      known++;
      const w = (row - 1) * WORDS;
      const w0 = words[w];
      const w1 = words[w + 1];
      const w2 = words[w + 2];
      const w3 = words[w + 3];
      const w4 = words[w + 4];
      const w5 = words[w + 5];
      a0 = (a0 + (w0 & LOW)) | 0;
      b0 = (b0 + ((w0 >>> 8) & LOW)) | 0;
      a1 = (a1 + (w1 & LOW)) | 0;
      b1 = (b1 + ((w1 >>> 8) & LOW)) | 0;
      a2 = (a2 + (w2 & LOW)) | 0;
      b2 = (b2 + ((w2 >>> 8) & LOW)) | 0;
      a3 = (a3 + (w3 & LOW)) | 0;
      b3 = (b3 + ((w3 >>> 8) & LOW)) | 0;
      a4 = (a4 + (w4 & LOW)) | 0;
      b4 = (b4 + ((w4 >>> 8) & LOW)) | 0;
      a5 = (a5 + (w5 & LOW)) | 0;
      b5 = (b5 + ((w5 >>> 8) & LOW)) | 0;
    }
    const raised = known * 128;
    const lanes = this.#lanes;
    lanes[0] = a0;
    lanes[1] = b0;
    lanes[2] = a1;
    lanes[3] = b1;
    lanes[4] = a2;
    lanes[5] = b2;
    lanes[6] = a3;
    lanes[7] = b3;
    lanes[8] = a4;
    lanes[9] = b4;
    lanes[10] = a5;
    lanes[11] = b5;
    for (let w = 0; w < WORDS; w++) {
      const even = lanes[w * 2];
      const odd = lanes[w * 2 + 1];
      const d = w * 4;
      sums[base + d] = ((even & 0xffff) - raised) * scales[d];
      sums[base + d + 1] = ((odd & 0xffff) - raised) * scales[d + 1];
      sums[base + d + 2] = ((even >>> 16) - raised) * scales[d + 2];
      sums[base + d + 3] = ((odd >>> 16) - raised) * scales[d + 3];
    }
  }

  readonly #lanes = new Int32Array(2 * WORDS);
}

/** Bits of the table that tells unknown features: 256 KB. */
const BITS = 1 << 21;

/** Spreads a hash: its low bits say where it is looked for. */
function spread(hash: number): number {
  return Math.imul(hash, 0x85ebca6b) >>> 9;
}
