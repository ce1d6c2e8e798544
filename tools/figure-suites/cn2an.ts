import { findFigures, parseMoney, parseNumber } from '../../src/extract/figures/index.ts';
import { readSuite, type Suite, shown } from './suite.ts';

type Values = Readonly<Record<string, number>>;
interface Cn2an {
  readonly strict_data_dict: Values;
  readonly normal_data_dict: Values;
  readonly smart_data_dict: Values;
}

/** cn2an's values: numbers in words, and sums where 元 or 圆 is written. */
export const cn2an: Suite = {
  name: 'cn2an values',
  run: () => {
    const { strict_data_dict, normal_data_dict, smart_data_dict } = readSuite<Cn2an>('cn2an/cn2an_test.json');
    return Object.entries({ ...strict_data_dict, ...normal_data_dict, ...smart_data_dict }).map(
      ([text, value]) => ({
        id: text,
        expected: shown(value),
        found: shown(/[元圆]/u.test(text) ? parseMoney(text)?.value : parseNumber(text)),
      }),
    );
  },
};

interface Chinese2Digits {
  readonly input: string;
  readonly CHNumberStringList: readonly string[];
  readonly digitsStringList: readonly string[];
}

/** chinese2digits' numbers and percentages, by their values alone: it writes numerals in a form of its own. */
export const chinese2digits: Suite = {
  name: 'chinese2digits values',
  run: () =>
    readSuite<Chinese2Digits[]>('chinese2digits/cases.json').map(({ input, digitsStringList }) => ({
      id: input,
      expected: digitsStringList.map((digits) => shown(valueOfDigits(digits))).join(' '),
      found: findFigures(input, { numbers: true, loose: true })
        .map(({ value, unit }) =>
          shown(unit === '%' ? (value ?? 0) / 100 : unit === '‰' ? (value ?? 0) / 1000 : value),
        )
        .join(' '),
    })),
};

function valueOfDigits(digits: string): number {
  if (digits.endsWith('%')) return Number(digits.slice(0, -1)) / 100;
  const [numerator, denominator = '1'] = digits.split('/');
  return Number(numerator) / Number(denominator);
}
