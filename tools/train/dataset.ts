import { type FeatureWriter, MOST_FEATURES } from '../../src/repair/model/mark-model.ts';
import type { Dataset } from './trainer.ts';

/** A sequence to learn from: the features of its places, and their answers. */
export interface Sequence {
  readonly count: number;
  readonly featuresOf: FeatureWriter;
  /** Per place, the right one of the outputs, or -1 where it is not scored. */
  readonly marks: Int8Array;
  /** Per place, whether a sign or title was lost. */
  readonly lost: Uint8Array;
}

/** Counts features in a table of buckets: hashes that share one count together, which only lets a few more in. */
export class FeatureCounts {
  readonly #counts = new Uint16Array(1 << 24);
  readonly #out = new Int32Array(MOST_FEATURES);

  add({ count, featuresOf }: Sequence): void {
    for (let i = 0; i < count; i++) {
      const n = featuresOf(i, this.#out);
      for (let f = 0; f < n; f++) {
        const bucket = bucketOf(this.#out[f]);
        if (this.#counts[bucket] < 65_535) this.#counts[bucket]++;
      }
    }
  }

  reaches(hash: number, least: number): boolean {
    return this.#counts[bucketOf(hash)] >= least;
  }
}

const bucketOf = (hash: number) => (hash >>> 8) ^ (hash & 0xff);

/** Hashes to slots, by open addressing. */
export class SlotTable {
  readonly #keys = new Int32Array(1 << 22);
  readonly #slots = new Int32Array(1 << 22);
  readonly hashes: number[] = [];

  slotOf(hash: number, add: boolean): number {
    for (let at = (hash >>> 10) & 0x3fffff; ; at = (at + 1) & 0x3fffff) {
      const slot = this.#slots[at];
      if (slot === 0) {
        if (!add) return -1;
        this.#keys[at] = hash;
        this.#slots[at] = this.hashes.push(hash);
        return this.hashes.length - 1;
      }
      if (this.#keys[at] === hash) return slot - 1;
    }
  }
}

/** Grows columns while samples come. */
export class DatasetBuilder {
  #slots = new Int32Array(1 << 20);
  #length = 0;
  readonly #from: number[] = [0];
  readonly #marks: number[] = [];
  readonly #lost: number[] = [];
  readonly #sequences: number[] = [0];
  readonly #out = new Int32Array(MOST_FEATURES);
  readonly table: SlotTable;

  constructor(table: SlotTable) {
    this.table = table;
  }

  /** @param reaches tells which new features get a slot; left out, none does */
  add({ count, featuresOf, marks, lost }: Sequence, reaches?: (hash: number) => boolean): void {
    if (count === 0) return;
    for (let i = 0; i < count; i++) {
      const n = featuresOf(i, this.#out);
      if (this.#length + n > this.#slots.length) {
        const larger = new Int32Array(this.#slots.length * 2);
        larger.set(this.#slots);
        this.#slots = larger;
      }
      for (let f = 0; f < n; f++) {
        const hash = this.#out[f];
        const slot = this.table.slotOf(hash, reaches?.(hash) ?? false);
        if (slot >= 0) this.#slots[this.#length++] = slot;
      }
      this.#from.push(this.#length);
      this.#marks.push(marks[i]);
      this.#lost.push(lost[i]);
    }
    this.#sequences.push(this.#marks.length);
  }

  build(): Dataset {
    return {
      slots: this.#slots.subarray(0, this.#length),
      from: Float64Array.from(this.#from),
      marks: Int8Array.from(this.#marks),
      lost: Uint8Array.from(this.#lost),
      sequences: Int32Array.from(this.#sequences),
    };
  }
}
