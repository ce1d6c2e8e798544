import { type Dictionaries, SuffixIndex } from '../../dictionary/index.ts';
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
  readonly local: SuffixIndex<true>;
  /** Words before a name that make it another country's: 美国国防部. */
  readonly foreign: SuffixIndex<true>;
}

const key = Symbol('organ-words');

/** The words of a run, sorted once. */
export function organWords(dictionaries: Dictionaries): OrganWords {
  return dictionaries.derived(key, (from) => {
    const rows = from.rows('organ-words');
    const words = (use: string) => rows.filter((row) => row.use === use).map(({ word }) => word);
    const before = (use: string) => new SuffixIndex(words(use).map((word) => [word, true] as const));
    return {
      ending: new NameTrie(words('ending')),
      kept: new NameTrie(words('kept')),
      generic: new NameTrie(words('generic')),
      local: before('local'),
      foreign: before('foreign'),
    };
  });
}
