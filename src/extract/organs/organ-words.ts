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
  readonly local: ReadonlySet<string>;
  readonly longestLocal: number;
}

const key = Symbol('organ-words');

/** The words of a run, sorted once. */
export function organWords(dictionaries: Dictionaries): OrganWords {
  return dictionaries.derived(key, (from) => {
    const rows = from.rows('organ-words');
    const words = (use: string) => rows.filter((row) => row.use === use).map(({ word }) => word);
    const local = words('local');
    return {
      ending: new NameTrie(words('ending')),
      kept: new NameTrie(words('kept')),
      generic: new NameTrie(words('generic')),
      local: new Set(local),
      longestLocal: Math.max(0, ...local.map(({ length }) => length)),
    };
  });
}

/** Where the local word begins that ends at `end`, or -1. UTF-16 units of the text. */
export function localWordBefore(text: string, end: number, { local, longestLocal }: OrganWords): number {
  for (let length = Math.min(longestLocal, end); length > 0; length--) {
    if (local.has(text.slice(end - length, end))) return end - length;
  }
  return -1;
}
