import { findFigures, parseMoney } from '../../src/extract/figures/index.ts';
import { readSuite, type Suite, shown } from './suite.ts';

type Extraction = readonly [
  string,
  readonly { readonly text: string; readonly offset: readonly [number, number] }[],
];
type Parse = readonly [
  string,
  { readonly num: string | readonly string[]; readonly case: string; readonly definition: string },
];

export const moneySpans: Suite = {
  name: 'JioNLP money spans',
  run: () =>
    readSuite<{ money_string_list: readonly Extraction[] }>(
      'jionlp/test_money_extractor.json',
    ).money_string_list.map(([text, sums]) => ({
      id: text,
      expected: sums.map((sum) => `${sum.offset[0]} ${sum.text}`).join(', '),
      found: findFigures(text, { loose: true })
        .filter(({ kind }) => kind === 'money')
        .map(({ start, end }) => `${start} ${text.slice(start, end)}`)
        .join(', '),
    })),
};

/** JioNLP's names of currencies. */
const CODES: Readonly<Record<string, string>> = {
  元: 'CNY',
  港元: 'HKD',
  美元: 'USD',
  日元: 'JPY',
  新台币: 'TWD',
  泰铢: 'THB',
  卢布: 'RUB',
  欧元: 'EUR',
  澳元: 'AUD',
  韩元: 'KRW',
};

export const moneyValues: Suite = {
  name: 'JioNLP money values',
  run: () =>
    readSuite<{ money_string_list: readonly Parse[] }>('jionlp/test_money_parser.json').money_string_list.map(
      ([text, { num, case: name }]) => {
        const figure = parseMoney(text);
        const bounds = Array.isArray(num) ? num : [num];
        const open = figure?.comparator === 'gt' && bounds.length === 2 && figure.value !== undefined;
        const found = figure?.value === undefined ? [figure?.low, figure?.high] : [figure.value];
        // 3000多 is above 3000 to us; JioNLP closes the span at the next round number.
        const same = open ? [figure.value, nextRound(figure.value)] : found;
        return {
          id: text,
          expected: `${bounds.map((bound) => cents(Number(bound))).join('–')} ${CODES[name] ?? name}`,
          found: `${same.map((bound) => cents(bound)).join('–')} ${figure?.unit}`,
        };
      },
    ),
};

function nextRound(value: number | undefined): number {
  const unit = 10 ** Math.floor(Math.log10(value ?? 1));
  return (Math.floor((value ?? 1) / unit) + 1) * unit;
}

function cents(value: number | undefined): string {
  return value === undefined ? '?' : shown(Math.round(value * 100) / 100);
}
