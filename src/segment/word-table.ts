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

  /** @param most how many words will ever be set; the table does not grow */
  constructor(most: number) {
    const slots = 1 << Math.max(4, Math.ceil(Math.log2(most * 1.4)));
    this.#check = new Uint32Array(slots);
    this.#value = new Uint8Array(slots);
    this.#mask = slots - 1;
  }

  /** Sets the number, 0 to 254, of the word `text.slice(from, to)`. */
  set(text: string, from: number, to: number, value: number): void {
    const check = checkOf(text, from, to);
    const slot = this.#slotOf(text, from, to, check);
    this.#check[slot] = check;
    this.#value[slot] = value + 1;
  }

  /** The number of the word `text.slice(from, to)`, or -1. */
  get(text: string, from: number, to: number): number {
    return this.#value[this.#slotOf(text, from, to, checkOf(text, from, to))] - 1;
  }

  #slotOf(text: string, from: number, to: number, check: number): number {
    let hash = 0x811c9dc5;
    for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    let slot = (hash ^ (hash >>> 15)) & this.#mask;
    while (this.#value[slot] !== 0 && this.#check[slot] !== check) slot = (slot + 1) & this.#mask;
    return slot;
  }
}

function checkOf(text: string, from: number, to: number): number {
  let hash = to - from;
  for (let i = from; i < to; i++) {
    hash = Math.imul(hash + text.charCodeAt(i), 0x85ebca6b);
    hash ^= hash >>> 13;
  }
  return hash >>> 0;
}
