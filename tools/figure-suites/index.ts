import { chinese2digits, cn2an } from './cn2an.ts';
import { currency, dimension } from './currency.ts';
import { absoluteDates } from './dates.ts';
import { duckling } from './duckling.ts';
import { moneySpans, moneyValues } from './jionlp.ts';
import { number, numberRange, percent } from './recognizers.ts';
import type { Suite } from './suite.ts';

/** Every suite that figures and dates are held to. */
export const suites: readonly Suite[] = [
  percent,
  number,
  numberRange,
  currency,
  dimension,
  duckling,
  moneySpans,
  moneyValues,
  absoluteDates,
  cn2an,
  chinese2digits,
];
export { passes, type SuiteCase, suitesPresent } from './suite.ts';
