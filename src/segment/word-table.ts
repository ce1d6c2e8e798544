/**
 * Words and a small number for each, without their strings: a hash table over UTF-16 units whose entries are 24 bits of
 * a second, independent hash as the check, and the number. 150,000 words take 1 MB; a `Map` of strings takes twenty
 * times that. One entry is one number, so that a look-up is one visit to memory.
 *
 * Two different words agree in slot and check once in some 10^7 look-ups of unknown words; then one gets the other's part of
 * speech.
 */
export class WordTable {
  /** Check in the upper 24 bits, number plus one in the lower 8; 0 where the slot is free. */
  readonly #entries: Uint32Array;
  readonly #mask: number;
  #lastCheck = 0;

  /** @param most how many words will ever be set; the table does not grow */
  constructor(most: number) {
    const slots = 1 << Math.max(4, Math.ceil(Math.log2(most * 1.4)));
    this.#entries = new Uint32Array(slots);
    this.#mask = slots - 1;
  }

  /** Sets the number, 0 to 254, of the word `text.slice(from, to)`. */
  set(text: string, from: number, to: number, value: number): void {
    const slot = this.#slotOf(text, from, to);
    this.#entries[slot] = this.#lastCheck | (value + 1);
  }

  /** The number of the word `text.slice(from, to)`, or -1. */
  get(text: string, from: number, to: number): number {
    return (this.#entries[this.#slotOf(text, from, to)] & 0xff) - 1;
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
    check &= 0xffffff00;
    this.#lastCheck = check;
    const entries = this.#entries;
    const mask = this.#mask;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const entry = entries[slot];
      if (entry === 0 || (entry & 0xffffff00) === check) return slot;
      slot = (slot + 1) & mask;
    }
  }
}
