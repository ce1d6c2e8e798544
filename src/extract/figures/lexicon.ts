import { type Dictionaries, PrefixIndex, SuffixIndex } from '../../dictionary/index.ts';
import type { Comparator } from '../../document/index.ts';
import type { Starts } from '../beginnings.ts';
import { brokenRow } from '../broken-row.ts';
import { Kind, type NumeralCharacters, numeralCharacters } from './numerals.ts';
import { startsRangeMark } from './read-bounds.ts';

export type UnitKind =
  | 'percent'
  | 'percentage-point'
  | 'tenth'
  | 'discount'
  | 'multiple'
  | 'currency'
  | 'measure'
  | 'counter';

/** What a unit's word stands for. */
export interface Unit {
  readonly kind: UnitKind;
  /** As the record gives it: %, CNY, kg, 个. */
  readonly unit: string;
  /** In English, for measures and currencies. */
  readonly name: string;
}

/** A part of a currency's unit: 角 is a tenth of CNY. */
export interface MoneyPart {
  readonly unit: string;
  readonly value: number;
}

/** What figures are read with: the characters of numerals, units, words of comparison, and words that only look so. */
export interface FigureLexicon {
  readonly characters: NumeralCharacters;
  readonly units: PrefixIndex<Unit>;
  /** Currencies that are named before the number: 人民币5万元, ￥300. */
  readonly currenciesBefore: SuffixIndex<Unit>;
  readonly moneyParts: PrefixIndex<MoneyPart>;
  /** Words that make a number of 万 or 亿 without a unit one of money: 总投资2.3万亿. */
  readonly moneyBefore: SuffixIndex<true>;
  readonly moneyAfter: PrefixIndex<true>;
  readonly comparatorsBefore: SuffixIndex<Comparator>;
  readonly comparatorsAfter: PrefixIndex<Comparator>;
  /** Words that are figures by themselves: 一半, 翻两番. */
  readonly words: PrefixIndex<{ readonly kind: 'fraction' | 'multiple'; readonly value: number }>;
  /** 1 for each UTF-16 unit with which a figure can begin. */
  readonly starts: Uint8Array;
  /** 1 for each UTF-16 unit that can follow a numeral within its figure. */
  readonly follows: Uint8Array;
  readonly beginnings: Starts;
  /** Words that begin with a unit and are none: 成立 after 三; false for a unit before a word that looks so: 成|行业. */
  readonly guards: PrefixIndex<boolean>;
}

/** Signs of currencies; a dollar sign alone is the United States', as ISO 4217 has no code for "some dollar". */
const SIGNS: readonly (readonly [string, string])[] = [
  ['￥', 'CNY'],
  ['¥', 'CNY'],
  ['US$', 'USD'],
  ['HK$', 'HKD'],
  ['NT$', 'TWD'],
  ['$', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
];

const COMPARATORS: ReadonlySet<string> = new Set<Comparator>([
  'eq',
  'approx',
  'gt',
  'ge',
  'lt',
  'le',
  'range',
]);

const key = Symbol('figure lexicon');

/** The lexicon of the figures' tables, made once for a set of dictionaries. */
export function figureLexicon(dictionaries: Dictionaries): FigureLexicon {
  return dictionaries.derived(key, () => {
    const comparators = dictionaries.rows('comparators');
    for (const { word, comparator } of comparators) {
      if (!COMPARATORS.has(comparator)) {
        throw brokenRow('comparators', word, `no comparator is called '${comparator}'`);
      }
    }
    const cues = dictionaries.rows('money-cues');
    const units = dictionaries
      .rows('units')
      .map(({ text, kind, unit, name }) => [text, { kind: kind as UnitKind, unit, name }] as const);
    const named = units.filter(
      ([text, { kind }]) => kind === 'currency' && text.length > 1 && text[0] !== '元',
    );
    const comparatorsAt = (wanted: string) =>
      comparators
        .filter(({ position }) => position === wanted)
        .map(({ word, comparator }) => [word, comparator as Comparator] as const);
    const cuesAt = (wanted: string) =>
      cues.filter(({ position }) => position === wanted).map(({ word }) => [word, true] as const);
    const characters = numeralCharacters(dictionaries);
    const words = new PrefixIndex(
      dictionaries
        .rows('figure-words')
        .map(
          ({ word, kind, value }) =>
            [word, { kind: kind as 'fraction' | 'multiple', value: Number(value) }] as const,
        ),
    );
    const starts = new Uint8Array(0x10000);
    for (let code = 0; code < 0x10000; code++) {
      const kind = characters.kinds[code];
      if (kind !== Kind.None && kind <= Kind.Half) starts[code] = 1;
    }
    for (const first of words.firsts()) starts[first] = 1;
    const unitWords = new PrefixIndex(units);
    const follows = new Uint8Array(0x10000);
    for (let code = 0; code < 0x10000; code++) {
      // 分 leads to 分之.
      if (characters.kinds[code] !== Kind.None || startsRangeMark(code) || code === 0x5206) follows[code] = 1;
    }
    for (const first of unitWords.firsts()) follows[first] = 1;
    return {
      characters,
      words,
      starts,
      follows,
      beginnings: beginningsOf(characters, words, follows),
      units: unitWords,
      currenciesBefore: new SuffixIndex([
        ...named,
        ...SIGNS.map(([sign, code]) => [sign, { kind: 'currency', unit: code, name: '' }] as const),
      ]),
      moneyParts: new PrefixIndex(
        dictionaries
          .rows('money-parts')
          .map(({ word, unit, value }) => [word, { unit, value: Number(value) }] as const),
      ),
      moneyBefore: new SuffixIndex(cuesAt('before')),
      moneyAfter: new PrefixIndex(cuesAt('after')),
      comparatorsBefore: new SuffixIndex(comparatorsAt('before')),
      comparatorsAfter: new PrefixIndex(comparatorsAt('after')),
      guards: new PrefixIndex<boolean>([
        ...dictionaries.rows('figure-guards').map(({ word }) => [word, true] as const),
        ...dictionaries.rows('figure-guard-exceptions').map(({ word }) => [word, false] as const),
      ]),
    };
  });
}

/** Where figures with a unit may begin: digits, 几 and 半 only where something of a figure follows. */
function beginningsOf(
  { kinds }: NumeralCharacters,
  words: FigureLexicon['words'],
  follows: Uint8Array,
): Starts {
  const alone = new Uint8Array(0x10000);
  const firsts = new Uint8Array(0x10000);
  const seconds = follows.slice();
  for (let code = 0; code < 0x10000; code++) {
    const kind = kinds[code];
    if (kind === Kind.Digit || kind === Kind.Some || kind === Kind.Half) firsts[code] = 1;
    else if (kind !== Kind.None && kind < Kind.Some) alone[code] = 1;
  }
  for (const word of words.words()) {
    (word.length === 1 ? alone : firsts)[word.charCodeAt(0)] = 1;
    if (word.length > 1) seconds[word.charCodeAt(1)] = 1;
  }
  return { alone, firsts, seconds };
}
