import { findFigures } from '../../src/extract/figures/index.ts';
import { folded, type RecognizersCase, readSuite, type Suite, shown } from './suite.ts';

const FOLDER = 'recognizers-text/Specs/NumberWithUnit/Chinese/';

/** Sums with the value and the ISO 4217 code; where the suite knows no code, with the unit's English name. */
export const currency: Suite = {
  name: 'Recognizers-Text Currency',
  run: () =>
    readSuite<RecognizersCase[]>(`${FOLDER}CurrencyModel.json`).map(({ Input, Results }, index) => ({
      id: `${index} ${Input}`,
      expected: Results.map(({ Text, Resolution }) => {
        const unit = Resolution?.isoCurrency ?? CODES[`${Resolution?.unit}`] ?? Resolution?.unit;
        const value = Resolution?.value;
        return `${folded(Text)}=${typeof value === 'string' ? shown(Number(value)) : 'none'} ${unit}`;
      }).join(' '),
      found: findFigures(Input, { compatibility: 'currency' })
        .map(({ start, end, value, unit }) => {
          const written = value === undefined ? 'none' : shown(value);
          return `${folded(Input.slice(start, end))}=${written} ${unit}`;
        })
        .join(' '),
    })),
};

/** What the suite gives no code for, and what we read it as. */
const CODES: Readonly<Record<string, string>> = { Dollar: 'USD', Bitcoin: 'BTC' };

export const dimension: Suite = {
  name: 'Recognizers-Text Dimension',
  run: () =>
    readSuite<RecognizersCase[]>(`${FOLDER}DimensionModel.json`).map(({ Input, Results }, index) => ({
      id: `${index} ${Input}`,
      expected: Results.map(
        ({ Text, Resolution }) => `${folded(Text)}=${shown(Number(Resolution?.value))} ${Resolution?.unit}`,
      ).join(' '),
      found: findFigures(folded(Input))
        .filter(({ unitName, kind }) => kind === 'quantity' && unitName !== undefined && unitName !== '')
        .map(
          ({ start, end, value, unitName }) =>
            `${folded(Input).slice(start, end)}=${shown(value)} ${unitName}`,
        )
        .join(' '),
    })),
};
