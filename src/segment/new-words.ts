import { readFileSync } from 'node:fs';
import { widthAt } from './characters.ts';

/** States of a character: at the begin of a word, at its end, in its middle, alone. */
const STATES = 4;
const END = 1;
const SINGLE = 3;
/** Stands for the logarithm of zero, as in jieba: sums of it still compare. */
const NEVER = -3.14e100;

/**
 * jieba's model of new words, a hidden Markov model: which characters begin, end and fill words, and what follows what.
 * It cuts what the dictionaries leave as single characters.
 */
export class NewWords {
  /** From the state `p` to the state `s`: at `p * STATES + s`. */
  readonly #transitions = new Float64Array(STATES * STATES);
  readonly #start = new Float64Array(STATES);
  /** The four logarithms of a UTF-16 unit side by side. */
  readonly #emissions = new Float64Array(0x10000 * STATES).fill(NEVER);
  /** Of the sequence at hand: weights and best predecessors, a row of `STATES` a character. */
  #weights = new Float64Array(256 * STATES);
  #previous = new Uint8Array(256 * STATES);
  #starts = new Int32Array(257);

  /**
   * @param path of a file with a line for the start, a line for each state, then a line a character: its name and four
   *   natural logarithms in the order begin, end, middle, single; `-` for never. Made by `tools/dictionaries/build-new-words.ts`
   */
  constructor(path: string) {
    const lines = readFileSync(path, 'utf8').split('\n');
    const read = (line: string, into: Float64Array, at: number) => {
      const cells = line.split(' ');
      for (let s = 0; s < STATES; s++) into[at + s] = cells[s + 1] === '-' ? NEVER : Number(cells[s + 1]);
    };
    read(lines[0], this.#start, 0);
    for (let s = 0; s < STATES; s++) read(lines[1 + s], this.#transitions, s * STATES);
    for (let i = 1 + STATES; i < lines.length; i++)
      if (lines[i] !== '') read(lines[i], this.#emissions, lines[i].charCodeAt(0) * STATES);
  }

  /**
   * Cuts `text.slice(from, to)`, two characters at least.
   *
   * @param place gets the words in order, as UTF-16 units of `text`
   */
  cut(text: string, from: number, to: number, place: (start: number, end: number) => void): void {
    const count = this.#weigh(text, from, to);
    const weights = this.#weights;
    const previous = this.#previous;
    const last = (count - 1) * STATES;
    let state = weights[last + END] >= weights[last + SINGLE] ? END : SINGLE;
    for (let i = count - 1; i >= 0; i--) {
      const before = previous[i * STATES + state];
      // The first column has served: it keeps the state itself.
      previous[i * STATES] = state;
      state = before;
    }
    let start = from;
    for (let i = 0; i < count; i++) {
      const own = previous[i * STATES];
      if (own !== END && own !== SINGLE) continue;
      place(start, this.#starts[i + 1]);
      start = this.#starts[i + 1];
    }
  }

  /** Viterbi's sums; gives the number of characters. */
  #weigh(text: string, from: number, to: number): number {
    if (this.#starts.length <= to - from) {
      const size = (to - from) * 2;
      this.#weights = new Float64Array(size * STATES);
      this.#previous = new Uint8Array(size * STATES);
      this.#starts = new Int32Array(size + 1);
    }
    const weights = this.#weights;
    const transitions = this.#transitions;
    const emissions = this.#emissions;
    let count = 0;
    for (let at = from; at < to; count++) {
      this.#starts[count] = at;
      // The half of a pair has no emissions: what lies beyond the first plane is unknown to the model.
      const emission = text.charCodeAt(at) * STATES;
      const row = count * STATES;
      for (let s = 0; s < STATES; s++) {
        if (count === 0) {
          weights[s] = this.#start[s] + emissions[emission + s];
          continue;
        }
        let best = NEVER;
        let origin = END;
        for (let p = 0; p < STATES; p++) {
          const weight = weights[row - STATES + p] + transitions[p * STATES + s] + emissions[emission + s];
          if (weight > best) {
            best = weight;
            origin = p;
          }
        }
        weights[row + s] = best;
        this.#previous[row + s] = origin;
      }
      at += widthAt(text, at);
    }
    this.#starts[count] = to;
    return count;
  }
}
