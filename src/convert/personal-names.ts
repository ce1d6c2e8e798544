import { kindAt, kindBefore } from '../clean/character-kinds.ts';
import type { Dictionaries } from '../dictionary/index.ts';
import { Surnames } from './surnames.ts';

const key = Symbol('personal names');

/**
 * Characters that people's names keep (徐乾學, 張昇): `name-characters.tsv` has them with their form in names.
 *
 * A name is a surname and one or two characters. The surname may stand directly before the character or one
 * before that. Most surnames are words too (高, 水, 常) and must have an edge before them; `certain-surnames.tsv`
 * has those that can do without.
 */
export class PersonalNames {
  readonly #inNames: ReadonlyMap<string, string>;
  readonly #surnames: Surnames;
  readonly #certain: Surnames;

  private constructor(dictionaries: Dictionaries) {
    this.#inNames = new Map(
      dictionaries.rows('name-characters').map((row) => [row.character, row['in-names']]),
    );
    this.#surnames = Surnames.of(dictionaries);
    this.#certain = Surnames.of(dictionaries, 'certain-surnames');
  }

  static of(dictionaries: Dictionaries): PersonalNames {
    return dictionaries.derived(key, () => new PersonalNames(dictionaries));
  }

  /** The name's form of the character at `at` (UTF-16), and the name, where it stands in one. */
  verdict(text: string, at: number): { insert: string; name: string } | undefined {
    const insert = this.#inNames.get(text[at]);
    if (insert === undefined || kindBefore(text, at) !== 'han') return undefined;
    if (this.#isSurname(text, at - 1, at)) {
      return { insert, name: text.slice(at - 1, kindAt(text, at + 1) === 'han' ? at + 2 : at + 1) };
    }
    if (kindBefore(text, at - 1) !== 'han') return undefined;
    // 龍眼乾 is no Mr 龍: with a character between, only a certain surname counts.
    const isName = this.#certain.has(text[at - 2]) || this.#certain.has(text.slice(at - 2, at));
    return isName ? { insert, name: text.slice(at - 2, at + 1) } : undefined;
  }

  /** True for a surname at `[from, to)`; one that is a word as well needs an edge before it. */
  #isSurname(text: string, from: number, to: number): boolean {
    const surname = text.slice(from, to);
    if (this.#certain.has(surname)) return true;
    return kindBefore(text, from) !== 'han' && this.#surnames.has(surname);
  }
}
