import type { SpanColumns } from '../document/index.ts';

/** Entries that a list keeps room for between texts: 2.4 MB. */
const LARGE = 1 << 18;

/** A growing list of spans and a byte for each, in typed arrays: a token costs nine bytes, not an object. */
export class SpanList {
  starts: Uint32Array;
  ends: Uint32Array;
  pos: Uint8Array;
  length = 0;

  constructor(capacity: number) {
    const size = Math.max(16, capacity);
    this.starts = new Uint32Array(size);
    this.ends = new Uint32Array(size);
    this.pos = new Uint8Array(size);
  }

  push(start: number, end: number, pos = 0): void {
    if (this.length === this.starts.length) this.#resize(this.starts.length * 2);
    this.starts[this.length] = start;
    this.ends[this.length] = end;
    this.pos[this.length++] = pos;
  }

  /** Empties the list for the next text; what a very long one took is given back. */
  clear(): void {
    this.length = 0;
    if (this.starts.length > LARGE) this.#resize(LARGE);
  }

  columns(): SpanColumns {
    return { starts: this.starts.slice(0, this.length), ends: this.ends.slice(0, this.length) };
  }

  #resize(size: number): void {
    const grown = <A extends Uint32Array | Uint8Array>(old: A, fresh: A): A => {
      fresh.set(old.subarray(0, this.length));
      return fresh;
    };
    this.starts = grown(this.starts, new Uint32Array(size));
    this.ends = grown(this.ends, new Uint32Array(size));
    this.pos = grown(this.pos, new Uint8Array(size));
  }
}
