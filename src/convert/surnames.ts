import type { Dictionaries } from '../dictionary/index.ts';
import { simplifiedUnits, simplifyUnits } from './simplified-characters.ts';

const keys = { surnames: Symbol('surnames'), 'certain-surnames': Symbol('certain surnames') };

/** Tells surnames in either script: the tables have the Simplified ones. */
export class Surnames {
  readonly #surnames: ReadonlySet<string>;
  readonly #units: Uint16Array;

  private constructor(surnames: ReadonlySet<string>, units: Uint16Array) {
    this.#surnames = surnames;
    this.#units = units;
  }

  static of(dictionaries: Dictionaries, table: keyof typeof keys = 'surnames'): Surnames {
    return dictionaries.derived(keys[table], () => {
      const surnames = new Set(dictionaries.rows(table).map(({ surname }) => surname));
      return new Surnames(surnames, simplifiedUnits(dictionaries));
    });
  }

  /** True where the whole of `text` is a surname. */
  has(text: string): boolean {
    return this.#surnames.has(text) || this.#surnames.has(simplifyUnits(text, this.#units));
  }
}
