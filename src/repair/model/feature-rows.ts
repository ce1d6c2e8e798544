import { MOST_FEATURES, ROW } from './marks.ts';

/** Words of four bytes that a feature has: its row, and its print as the last byte. */
const WORDS = (ROW + 1) / 4;
const LOW = 0x00ff00ff;
/** How many prints there are. */
export const PRINTS = 256;

/** The slot of a hash among `slots`, a power of two from 2¹⁶ to 2²⁴: its low bits. */
export function slotOf(hash: number, slots: number): number {
  return hash & (slots - 1);
}

/** What tells features of one slot apart: the topmost byte of a hash. */
export function printOf(hash: number): number {
  return hash >>> 24;
}

/**
 * The rows of weights of a model's features, found by hash and added up.
 *
 * Much of the time of repairing goes here, most of it waiting for memory. So a look-up touches one place only:
 * a hash has one slot, where the print stands beside the row that it belongs to. All places are asked for
 * first, without a branch that a processor could guess wrong, so that it waits for many of them together; then
 * the rows that are known are added up, four bytes at once as two pairs of sixteen-bit lanes. Weights are
 * kept with 128 added, so that lanes never borrow; a lane holds the sum of 128 features, the most that a place has.
 */
export class FeatureRows {
  readonly #words: Int32Array;
  readonly #slots: number;
  readonly #known: Int32Array;

  /**
   * @param prints of the features, one a slot
   * @param weights the row of slot `s` is `weights[s * ROW …]`; all zeros for slots without a feature
   */
  constructor(prints: Uint8Array, weights: Int8Array) {
    this.#slots = prints.length;
    this.#known = new Int32Array(MOST_FEATURES + 1);
    const bytes = new Uint8Array(prints.length * (ROW + 1));
    for (let slot = 0, from = 0, to = 0; slot < prints.length; slot++) {
      for (let d = 0; d < ROW; d++) bytes[to++] = weights[from++] + 128;
      bytes[to++] = prints[slot];
    }
    this.#words = new Int32Array(bytes.buffer);
  }

  /** Adds up the rows of the first `count` of `features` and writes the sum, scaled, to `sums[base …]`. */
  sum(features: Int32Array, count: number, scales: Float32Array, sums: Float64Array, base: number): void {
    const words = this.#words;
    const slots = this.#slots;
    const known = this.#known;
    let n = 0;
    for (let f = 0; f < count; f++) {
      const hash = features[f];
      const w = slotOf(hash, slots) * WORDS;
      known[n] = w;
      // Counts only where the prints are equal.
      n += (((words[w + WORDS - 1] >>> 24) ^ printOf(hash)) - 1) >>> 31;
    }
    // Lanes: of word w, the bytes 0 and 2, and the bytes 1 and 3.
    let a0 = 0;
    let b0 = 0;
    let a1 = 0;
    let b1 = 0;
    let a2 = 0;
    let b2 = 0;
    let a3 = 0;
    let b3 = 0;
    for (let f = 0; f < n; f++) {
      const w = known[f];
      const w0 = words[w];
      const w1 = words[w + 1];
      const w2 = words[w + 2];
      const w3 = words[w + 3];
      a0 = (a0 + (w0 & LOW)) | 0;
      b0 = (b0 + ((w0 >>> 8) & LOW)) | 0;
      a1 = (a1 + (w1 & LOW)) | 0;
      b1 = (b1 + ((w1 >>> 8) & LOW)) | 0;
      a2 = (a2 + (w2 & LOW)) | 0;
      b2 = (b2 + ((w2 >>> 8) & LOW)) | 0;
      a3 = (a3 + (w3 & LOW)) | 0;
      b3 = (b3 + ((w3 >>> 8) & 0xff)) | 0;
    }
    const raised = n * 128;
    spread(a0, b0, raised, scales, 0, sums, base);
    spread(a1, b1, raised, scales, 4, sums, base);
    spread(a2, b2, raised, scales, 8, sums, base);
    sums[base + 12] = ((a3 & 0xffff) - raised) * scales[12];
    sums[base + 13] = (b3 - raised) * scales[13];
    sums[base + 14] = ((a3 >>> 16) - raised) * scales[14];
  }
}

/** Writes the four sums of a word's lanes, from column `d` on. */
function spread(
  even: number,
  odd: number,
  raised: number,
  scales: Float32Array,
  d: number,
  sums: Float64Array,
  base: number,
): void {
  sums[base + d] = ((even & 0xffff) - raised) * scales[d];
  sums[base + d + 1] = ((odd & 0xffff) - raised) * scales[d + 1];
  sums[base + d + 2] = ((even >>> 16) - raised) * scales[d + 2];
  sums[base + d + 3] = ((odd >>> 16) - raised) * scales[d + 3];
}
