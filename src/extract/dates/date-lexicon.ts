import { type Dictionaries, PrefixIndex } from '../../dictionary/index.ts';
import { type NumeralCharacters, numeralCharacters } from '../figures/numerals.ts';

/** What dates are read with. */
export interface DateLexicon {
  readonly characters: NumeralCharacters;
  /** Names of eras (民国, 康熙) with the year that was their first. */
  readonly eras: PrefixIndex<number>;
  /** 1 for each UTF-16 unit with which a date can begin. */
  readonly starts: Uint8Array;
}

/** Characters that begin a date without a numeral: 正月, 上半年, 年底, 今年. */
const OTHER_STARTS = '正腊大上下前后年今去明本第初';

const key = Symbol('date lexicon');

export function dateLexicon(dictionaries: Dictionaries): DateLexicon {
  return dictionaries.derived(key, () => {
    const characters = numeralCharacters(dictionaries);
    const eras = new PrefixIndex(
      dictionaries.rows('eras').map(({ name, first_year }) => [name, Number(first_year)] as const),
    );
    const starts = new Uint8Array(0x10000);
    for (let code = 0; code < 0x10000; code++) {
      const kind = characters.kinds[code];
      if (kind >= 1 && kind <= 4) starts[code] = 1;
    }
    for (const first of eras.firsts()) starts[first] = 1;
    for (const character of OTHER_STARTS) starts[character.charCodeAt(0)] = 1;
    return { characters, eras, starts };
  });
}
