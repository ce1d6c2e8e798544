import { parseNumber } from '../../src/extract/figures/index.ts';
import { readSuite, type Suite, shown } from './suite.ts';

interface Corpus {
  readonly Numeral: readonly { readonly value: string; readonly examples: readonly string[] }[];
}

/** Duckling's numerals: each example is a number as a whole. */
export const duckling: Suite = {
  name: 'duckling numerals',
  run: () =>
    readSuite<Corpus>('duckling/zh_corpus.json').Numeral.flatMap(({ value, examples }) =>
      examples.map((example) => ({
        id: example,
        expected: shown(Number(/-?[\d.]+/.exec(value)?.[0])),
        found: shown(parseNumber(example)),
      })),
    ),
};
