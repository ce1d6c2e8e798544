import { UNKNOWN, type WordTrie } from './word-trie.ts';

/** What is kept between runs: a run of this many units or fewer needs no new memory. */
const USUAL = 1 << 14;

/**
 * The likeliest way through a run of Han, by the words of the dictionaries: jieba's, a word's probability being its share
 * of all words. Read it by `ends` and `tags` at the first unit of each word.
 */
export class BestPath {
  /** By UTF-16 unit of the run: where the best word that begins there ends. */
  ends = new Int32Array(USUAL + 1);
  /** The tag of that word, or {@link UNKNOWN} for a character that is no word. */
  tags = new Uint8Array(USUAL + 1);
  /** Logarithm of the probability of the best way from each unit to the end. */
  #weights = new Float64Array(USUAL + 1);

  readonly #trie: WordTrie;
  readonly #least: number;

  /** @param least the weight of a character that is no word */
  constructor(trie: WordTrie, least: number) {
    this.#trie = trie;
    this.#least = least;
  }

  /**
   * Finds the way through `text.slice(from, to)`; positions in `ends` are from the start of the run.
   *
   * From the end to the start, so that the best of the rest is known wherever a word ends. Of equal ways the one with
   * the shorter first word wins, as with jieba.
   */
  find(text: string, from: number, to: number): void {
    const length = to - from;
    this.#fit(length);
    const { ends, tags } = this;
    const weights = this.#weights;
    const trie = this.#trie;
    weights[length] = 0;
    for (let i = length - 1; i >= 0; i--) {
      const unit = text.charCodeAt(from + i);
      let end = i + 1;
      let node = trie.root(unit);
      if ((unit & 0xfc00) === 0xd800 && end < length) {
        // A character beyond the first plane is one: nothing ends between its halves.
        node = node < 0 ? node : trie.child(node, text.charCodeAt(from + end));
        end++;
      }
      let weight = this.#least + weights[end];
      let tag = UNKNOWN;
      if (node >= 0) {
        const single = trie.weight(node);
        if (single !== Number.NEGATIVE_INFINITY) {
          weight = single + weights[end];
          tag = trie.tag(node);
        }
        const goesOn = end < length && trie.mayBegin(unit, text.charCodeAt(from + i + 1));
        for (let at = goesOn ? end : length; at < length; at++) {
          node = trie.child(node, text.charCodeAt(from + at));
          if (node < 0) break;
          const longer = trie.weight(node) + weights[at + 1];
          // False where no word ends: then it is minus infinity.
          if (longer > weight) {
            weight = longer;
            tag = trie.tag(node);
            end = at + 1;
          }
        }
      }
      weights[i] = weight;
      ends[i] = end;
      tags[i] = tag;
    }
  }

  /** Makes room, and gives back what a very long run took. */
  #fit(length: number): void {
    const size = Math.max(length, USUAL) + 1;
    if (size <= this.ends.length && this.ends.length <= USUAL * 16) return;
    this.ends = new Int32Array(size);
    this.tags = new Uint8Array(size);
    this.#weights = new Float64Array(size);
  }
}
