import { type Dictionaries, PrefixIndex, SuffixIndex } from '../../dictionary/index.ts';
import type { Comparator } from '../../document/index.ts';
import { type NumeralCharacters, numeralCharacters } from './numerals.ts';

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

/** What figures are read with: the characters of numerals, units, words of comparison, and words that only look so. */
export interface FigureLexicon {
  readonly characters: NumeralCharacters;
  readonly units: PrefixIndex<Unit>;
  readonly comparatorsBefore: SuffixIndex<Comparator>;
  readonly comparatorsAfter: PrefixIndex<Comparator>;
  /** Words that begin with a unit and are none: 成立 after 三. */
  readonly guards: PrefixIndex<true>;
}

const key = Symbol('figure lexicon');

/** The lexicon of `numerals`, `units`, `comparators` and `figure-guards`, made once for a set of dictionaries. */
export function figureLexicon(dictionaries: Dictionaries): FigureLexicon {
  return dictionaries.derived(key, () => {
    const comparators = dictionaries.rows('comparators');
    const at = (wanted: string) =>
      comparators
        .filter(({ position }) => position === wanted)
        .map(({ word, comparator }) => [word, comparator as Comparator] as const);
    return {
      characters: numeralCharacters(dictionaries),
      units: new PrefixIndex(
        dictionaries
          .rows('units')
          .map(({ text, kind, unit, name }) => [text, { kind: kind as UnitKind, unit, name }] as const),
      ),
      comparatorsBefore: new SuffixIndex(at('before')),
      comparatorsAfter: new PrefixIndex(at('after')),
      guards: new PrefixIndex(dictionaries.rows('figure-guards').map(({ word }) => [word, true] as const)),
    };
  });
}
