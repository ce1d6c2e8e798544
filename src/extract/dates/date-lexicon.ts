import { type Dictionaries, PrefixIndex } from '../../dictionary/index.ts';
import type { Starts } from '../beginnings.ts';
import { Kind, type NumeralCharacters, numeralCharacters } from '../figures/numerals.ts';

/** What dates are read with. */
export interface DateLexicon {
  readonly characters: NumeralCharacters;
  /** Names of eras (民国, 康熙) with the year that was their first. */
  readonly eras: PrefixIndex<number>;
  /** 1 for each UTF-16 unit with which a date can begin. */
  readonly starts: Uint8Array;
  /** 1 for each UTF-16 unit that can follow the number, or the one character, with which a date begins. */
  readonly follows: Uint8Array;
  readonly beginnings: Starts;
}

/** Characters that begin a date without a numeral: 正月, 上半年, 年底, 今年. */
const OTHER_STARTS = '正腊大上下前后年今去明本第';
/** 2013年, 5月, 20世纪, 一季度, 2013-05, 上半年, 年底, 正月. */
const FOLLOWS = '年月日号世季半三底末初终-/.–—―－~～〜∼至到 ';

const key = Symbol('date lexicon');

export function dateLexicon(dictionaries: Dictionaries): DateLexicon {
  return dictionaries.derived(key, () => {
    const characters = numeralCharacters(dictionaries);
    const eras = new PrefixIndex(
      dictionaries.rows('eras').map(({ name, first_year }) => [name, Number(first_year)] as const),
    );
    const starts = new Uint8Array(0x10000);
    for (let code = 0; code < 0x10000; code++) {
      if (isDateDigit(characters.kinds[code])) starts[code] = 1;
    }
    for (const first of eras.firsts()) starts[first] = 1;
    for (const character of OTHER_STARTS) starts[character.charCodeAt(0)] = 1;
    const follows = new Uint8Array(0x10000);
    for (const character of FOLLOWS) follows[character.charCodeAt(0)] = 1;
    for (const { name } of dictionaries.rows('eras')) follows[name.charCodeAt(1)] = 1;
    // 第一季度: a numeral follows.
    for (const character of '一二四') follows[character.charCodeAt(0)] = 1;
    // The number goes on, or what follows it comes.
    const seconds = follows.map((does, code) => does | (isDateDigit(characters.kinds[code]) ? 1 : 0));
    return { characters, eras, starts, follows, beginnings: { firsts: starts, seconds } };
  });
}

/** True for the kinds of characters that numbers in dates are made of. */
function isDateDigit(kind: number): boolean {
  return kind >= Kind.Arabic && kind <= Kind.Tens;
}
