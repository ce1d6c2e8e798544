/** A larger buffer is not kept once it was used. */
const LARGEST_KEPT = 1 << 26;

/** A buffer in which one thing after another is put together. It grows to the largest and is kept. */
export class Scratch {
  readonly #smallest: number;
  #buffer: Buffer;

  /** @param smallest bytes to begin with */
  constructor(smallest: number) {
    this.#smallest = smallest;
    this.#buffer = Buffer.allocUnsafeSlow(smallest);
  }

  /** The buffer, with room for `more` bytes behind the first `used`, which stay; valid until the next call. */
  reserve(used: number, more: number): Buffer {
    if (used + more > this.#buffer.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(used + more, this.#buffer.length * 2));
      this.#buffer.copy(larger, 0, 0, used);
      this.#buffer = larger;
    }
    return this.#buffer;
  }

  /** The first bytes, in a buffer of their own. */
  taken(length: number): Buffer {
    const bytes = Buffer.allocUnsafeSlow(length);
    this.#buffer.copy(bytes, 0, 0, length);
    if (this.#buffer.length > LARGEST_KEPT) this.#buffer = Buffer.allocUnsafeSlow(this.#smallest);
    return bytes;
  }
}
