import { type Dictionaries, defaultDictionaries } from '../../dictionary/index.ts';
import type { Figure } from './figure.ts';
import { findFigures } from './find-figures.ts';

/**
 * Reads a text that is a sum of money and nothing else but words of comparison: 约4.287亿美元, 近700万元, 10~15k元, 三百万.
 * A number without a currency is of yuan.
 *
 * @returns the figure, with positions in UTF-16 units of the text; `undefined` where there is no number
 */
export function parseMoney(
  text: string,
  { dictionaries = defaultDictionaries() }: { readonly dictionaries?: Dictionaries } = {},
): Figure | undefined {
  const figures = findFigures(text, { dictionaries, loose: true, numbers: true });
  const sum = figures.find(({ kind }) => kind === 'money') ?? figures.find(({ kind }) => kind === 'number');
  return sum === undefined ? undefined : { ...sum, kind: 'money', unit: sum.unit ?? 'CNY' };
}
