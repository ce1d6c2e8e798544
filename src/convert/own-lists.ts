import type { Edit } from '../alignment/index.ts';
import type { Dictionaries } from '../dictionary/index.ts';
import { PhraseTable } from './phrase-table.ts';

/** A stretch that the user's lists have settled: an edit, or, where the text stays, none. */
export interface Settled {
  readonly from: number;
  readonly to: number;
  readonly edit?: Edit;
  /** Which row keeps the text as it is, in words; absent where the text is what a row made before. */
  readonly kept?: string;
}

const key = Symbol('own lists');

/**
 * The user's own lists: `protected.tsv` (text that stays as it is) and `custom.tsv` (what becomes what).
 * They win over everything else, in every passage; where both know a text, protection wins.
 */
export class OwnLists {
  readonly #table = new PhraseTable();
  readonly #isEmpty: boolean;

  private constructor(dictionaries: Dictionaries) {
    const custom = dictionaries.rows('custom');
    const kept = dictionaries.rows('protected');
    for (const { text, replacement } of custom) {
      this.#table.add({ phrase: text, insert: replacement, list: 'custom' });
    }
    // What a row has made stays, so that converting again changes nothing; a row about it wins over that.
    const keys = new Set(custom.map(({ text }) => text));
    for (const { replacement } of custom) {
      if (!keys.has(replacement))
        this.#table.add({ phrase: replacement, insert: replacement, list: 'custom' });
    }
    for (const { text } of kept) this.#table.add({ phrase: text, insert: text, list: 'protected' });
    this.#isEmpty = custom.length + kept.length === 0;
  }

  static of(dictionaries: Dictionaries): OwnLists {
    return dictionaries.derived(key, () => new OwnLists(dictionaries));
  }

  /** What the lists settle in the text, in order; UTF-16 units. */
  settle(text: string): Settled[] {
    const settled: Settled[] = [];
    if (this.#isEmpty) return settled;
    for (let from = 0; from < text.length; from++) {
      const value = this.#table.match(text, from, text.length);
      if (value === undefined) continue;
      const { phrase, insert, list } = value;
      const to = this.#table.end;
      const reason = `${list}.tsv: ${phrase} → ${insert}`;
      if (phrase !== insert) {
        settled.push({ from, to, edit: { from, to, insert, rule: list, confidence: 1, reason } });
      } else {
        settled.push(
          list === 'protected' ? { from, to, kept: `${list}.tsv: ${phrase} stays as it is` } : { from, to },
        );
      }
      from = to - 1;
    }
    return settled;
  }
}
