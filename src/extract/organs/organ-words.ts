import type { Dictionaries } from '../../dictionary/index.ts';
import { NameTrie } from '../name-trie.ts';

/** Words around organs' names that say what stands there. */
export interface OrganWords {
  /** Words that begin as a name's ending does: 部门 in 公安部门. */
  readonly ending: NameTrie;
  /** Exceptions to those: 部分别 in 财政部分别. */
  readonly kept: NameTrie;
  /** Words after a name that speak of a kind of body, not of this one: 国务院有关部门. */
  readonly generic: NameTrie;
  /** Words before a name that make it a local body: 地方发改委. */
  readonly local: WordsBefore;
  /** Words before a name that make it another country's: 美国国防部. */
  readonly foreign: WordsBefore;
}

/** Words to be found by where they end. */
export class WordsBefore {
  readonly #words: ReadonlySet<string>;
  readonly #longest: number;

  constructor(words: readonly string[]) {
    this.#words = new Set(words);
    this.#longest = Math.max(0, ...words.map(({ length }) => length));
  }

  /** Where the longest of the words begins that end at `end`, or -1. UTF-16 units of the text. */
  startBefore(text: string, end: number): number {
    for (let length = Math.min(this.#longest, end); length > 0; length--) {
      if (this.#words.has(text.slice(end - length, end))) return end - length;
    }
    return -1;
  }
}

const key = Symbol('organ-words');

/** The words of a run, sorted once. */
export function organWords(dictionaries: Dictionaries): OrganWords {
  return dictionaries.derived(key, (from) => {
    const rows = from.rows('organ-words');
    const words = (use: string) => rows.filter((row) => row.use === use).map(({ word }) => word);
    return {
      ending: new NameTrie(words('ending')),
      kept: new NameTrie(words('kept')),
      generic: new NameTrie(words('generic')),
      local: new WordsBefore(words('local')),
      foreign: new WordsBefore(words('foreign')),
    };
  });
}
