import { PRINTS, printOf, slotOf } from '../../src/repair/model/feature-rows.ts';
import type { FeatureWriter } from '../../src/repair/model/mark-model.ts';
import { MOST_FEATURES } from '../../src/repair/model/marks.ts';
import type { Dataset } from './trainer.ts';

/** A sequence to learn from: the features of its places, and their answers. */
export interface Sequence {
  readonly count: number;
  readonly featuresOf: FeatureWriter;
  /** Per place, the right one of the outputs, or -1 where it is not scored. */
  readonly marks: Int8Array;
}

/** Grows columns while samples come; a place's features are hashes at first. */
export class DatasetBuilder {
  #hashes = new Int32Array(1 << 24);
  #length = 0;
  readonly #from: number[] = [0];
  readonly #marks: number[] = [];
  readonly #sequences: number[] = [0];
  readonly #out = new Int32Array(MOST_FEATURES);

  add({ count, featuresOf, marks }: Sequence): void {
    if (count === 0) return;
    for (let i = 0; i < count; i++) {
      const n = featuresOf(i, this.#out);
      if (this.#length + n > this.#hashes.length) {
        const larger = new Int32Array(this.#hashes.length * 2);
        larger.set(this.#hashes);
        this.#hashes = larger;
      }
      this.#hashes.set(this.#out.subarray(0, n), this.#length);
      this.#length += n;
      this.#from.push(this.#length);
      this.#marks.push(marks[i]);
    }
    this.#sequences.push(this.#marks.length);
  }

  /**
   * Gives each slot the most frequent of the features that want it, and the data with slots in the place of
   * hashes; features without a slot are left out.
   *
   * @param slots how many there are: the model's size
   * @param least features seen less often than this say too little to learn from
   */
  build(slots: number, least: number): { data: Dataset; prints: Uint8Array } {
    const hashes = this.#hashes.subarray(0, this.#length);
    const counts = new Uint32Array(slots * PRINTS);
    for (const hash of hashes) counts[slotOf(hash, slots) * PRINTS + printOf(hash)]++;
    const prints = new Uint8Array(slots);
    const used = new Uint8Array(slots);
    for (let slot = 0; slot < slots; slot++) {
      let most = least - 1;
      for (let print = 0; print < PRINTS; print++) {
        const count = counts[slot * PRINTS + print];
        if (count <= most) continue;
        most = count;
        prints[slot] = print;
        used[slot] = 1;
      }
    }
    const from = new Float64Array(this.#from.length);
    let kept = 0;
    for (let i = 0; i + 1 < from.length; i++) {
      for (let f = this.#from[i]; f < this.#from[i + 1]; f++) {
        const slot = slotOf(hashes[f], slots);
        if (used[slot] === 1 && prints[slot] === printOf(hashes[f])) hashes[kept++] = slot;
      }
      from[i + 1] = kept;
    }
    const data = {
      slots: hashes.subarray(0, kept),
      from,
      marks: Int8Array.from(this.#marks),
      sequences: Int32Array.from(this.#sequences),
    };
    return { data, prints };
  }
}
