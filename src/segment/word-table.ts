/**
 * Words and a small number for each, without their strings: a hash table over UTF-16 units with a second, independent
 * hash as the check. 350,000 words take 2.6 MB; a `Map` of strings takes twenty times that.
 *
 * Two different words agree in slot and check once in some 10^9 look-ups; then one gets the other's part of speech.
 */
export class WordTable {
  readonly #check: Uint32Array;
  /** The number plus one; 0 where the slot is free. */
  readonly #value: Uint8Array;
  readonly #mask: number;
  #lastCheck = 0;

  /** @param most how many words will ever be set; the table does not grow */
  constructor(most: number) {
    const slots = 1 << Math.max(4, Math.ceil(Math.log2(most * 1.4)));
    this.#check = new Uint32Array(slots);
    this.#value = new Uint8Array(slots);
    this.#mask = slots - 1;
  }

  /** Sets the number, 0 to 254, of the word `text.slice(from, to)`. */
  set(text: string, from: number, to: number, value: number): void {
    const slot = this.#slotOf(text, from, to);
    this.#check[slot] = this.#lastCheck;
    this.#value[slot] = value + 1;
  }

  /** The number of the word `text.slice(from, to)`, or -1. */
  get(text: string, from: number, to: number): number {
    return this.#value[this.#slotOf(text, from, to)] - 1;
  }

  /** Where the word stands or would stand. Leaves its check in `#lastCheck`: both hashes come of one pass. */
  #slotOf(text: string, from: number, to: number): number {
    let hash = 0x811c9dc5;
    let check = to - from;
    for (let i = from; i < to; i++) {
      const unit = text.charCodeAt(i);
      hash = Math.imul(hash ^ unit, 0x01000193);
      check = Math.imul(check + unit, 0x85ebca6b);
      check ^= check >>> 13;
    }
    check >>>= 0;
    this.#lastCheck = check;
    let slot = (hash ^ (hash >>> 15)) & this.#mask;
    while (this.#value[slot] !== 0 && this.#check[slot] !== check) slot = (slot + 1) & this.#mask;
    return slot;
  }
}
