import type { Dictionaries } from '../dictionary/index.ts';
import { PhraseTable, type PhraseValue } from './phrase-table.ts';
import { simplifiedUnits } from './simplified-characters.ts';

/** What a phrase says of one character in it. */
export interface Verdict {
  /** What the character becomes; the character itself where the phrase keeps it. */
  readonly insert: string;
  /** The phrase as `contexts.tsv` has it. */
  readonly phrase: string;
}

/** A phrase reaches at most this far before or after the character that it decides about. */
const REACH = 8;
const key = Symbol('contexts');

/**
 * The phrases of `contexts.tsv`: they decide about characters that have more than one Simplified form (著,
 * 乾, 徵, 覆). Of all phrases that hold the character the longest wins: 著 in 看著作業 belongs to 著作業.
 * Of two of the same length the one that keeps it: 著 in 等著名企業 belongs to 著名.
 *
 * Phrases are written in Simplified apart from the characters that they decide about, and fit a text in
 * either script or half converted: 隨著, 随著.
 */
export class Contexts {
  /** Per UTF-16 unit: its Simplified form by itself, but the unit where phrases decide about it. */
  readonly #units: Uint16Array;
  /** Per UTF-16 unit: 1 where phrases decide about it, 2 where they do so in Simplified text too. */
  readonly #pivots = new Uint8Array(0x10000);
  readonly #phrases = new PhraseTable();

  private constructor(dictionaries: Dictionaries) {
    const plain = simplifiedUnits(dictionaries);
    const rows = dictionaries.rows('contexts');
    for (const { phrase, standard, where } of rows) {
      for (let i = 0; i < phrase.length; i++) {
        const unit = phrase.charCodeAt(i);
        if (plain[unit] === standard.charCodeAt(i)) continue;
        this.#pivots[unit] = Math.max(this.#pivots[unit], where === 'any' ? 2 : 1);
      }
    }
    for (const { character } of dictionaries.rows('name-characters')) {
      this.#pivots[character.charCodeAt(0)] = 2;
    }
    this.#units = plain.map((simplified, unit) => (this.#pivots[unit] > 0 ? unit : simplified));
    for (const { phrase, standard, where } of rows) {
      this.#phrases.add({ phrase, insert: standard, list: where });
    }
  }

  static of(dictionaries: Dictionaries): Contexts {
    return dictionaries.derived(key, () => new Contexts(dictionaries));
  }

  /** True where phrases may decide about this UTF-16 unit; in Simplified text only some do. */
  decidesAbout(unit: number, isTraditional: boolean): boolean {
    return this.#pivots[unit] > (isTraditional ? 0 : 1);
  }

  /**
   * What the longest phrase around the character at `at` says of it.
   *
   * @param from where the passage starts that a phrase must lie in, UTF-16 units of `text`; `to` is its end
   * @param isTraditional phrases that would do harm in Simplified text are used in Traditional text only
   */
  verdict(text: string, at: number, from: number, to: number, isTraditional: boolean): Verdict | undefined {
    const start = Math.max(from, at - REACH);
    const end = Math.min(to, at + REACH);
    let window = '';
    for (let i = start; i < end; i++) window += String.fromCharCode(this.#units[text.charCodeAt(i)]);
    const pivot = at - start;
    let best: PhraseValue | undefined;
    let bestStart = 0;
    for (let i = 0; i <= pivot; i++) {
      const value = this.#phrases.match(window, i, window.length);
      if (value === undefined || this.#phrases.end <= pivot) continue;
      if (!isTraditional && value.list === 'traditional') continue;
      const keeps = value.insert[pivot - i] === text[at];
      const isBetter =
        best === undefined ||
        value.phrase.length > best.phrase.length ||
        (value.phrase.length === best.phrase.length && keeps);
      if (!isBetter) continue;
      best = value;
      bestStart = i;
    }
    if (best === undefined) return undefined;
    return { insert: best.insert[pivot - bestStart], phrase: best.phrase };
  }
}
