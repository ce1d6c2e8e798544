import { type Figure, findFigures, findNumberRanges } from '../../src/extract/figures/index.ts';
import { folded, type RecognizersCase, readSuite, type Suite, shown } from './suite.ts';

/** The suites of Recognizers-Text's number and unit models. */
const FOLDER = 'recognizers-text/Specs/';

export const percent: Suite = {
  name: 'Recognizers-Text Percent',
  run: () =>
    cases('Number/Chinese/PercentModel.json', (text) =>
      findFigures(text, { compatibility: 'percentage' }).map((figure) =>
        line(text, figure, shown(figure.value)),
      ),
    ),
};

export const number: Suite = {
  name: 'Recognizers-Text Number',
  run: () =>
    cases('Number/Chinese/NumberModel.json', (text) =>
      findFigures(text, { compatibility: 'number' }).map((figure) => line(text, figure, shown(figure.value))),
    ),
};

function line(text: string, { start, end }: Figure, value: string): string {
  return `${folded(text.slice(start, end))}=${value}`;
}

function cases(file: string, find: (text: string) => string[]) {
  return readSuite<RecognizersCase[]>(`${FOLDER}${file}`).map(({ Input, Results }, index) => ({
    id: `${index} ${Input}`,
    expected: Results.map(({ Text, Resolution }) => {
      const value = Resolution?.value;
      return `${folded(Text)}=${typeof value === 'string' ? shown(Number.parseFloat(value)) : '?'}`;
    }).join(' '),
    found: find(Input).join(' '),
  }));
}

/** Ranges in the suite's own notation: [20,35). */
export const numberRange: Suite = {
  name: 'Recognizers-Text NumberRange',
  run: () =>
    readSuite<RecognizersCase[]>(`${FOLDER}Number/Chinese/NumberRangeModel.json`).map(
      ({ Input, Results }, index) => ({
        id: `${index} ${Input}`,
        expected: Results.map(({ Text, Resolution }) => `${folded(Text)}=${Resolution?.value}`).join(' '),
        found: findNumberRanges(Input)
          .map(({ start, end, low, high, lowIncluded, highIncluded }) => {
            const bounds = `${low === undefined ? '' : low},${high === undefined ? '' : high}`;
            const text = folded(Input.slice(start, end));
            return `${text}=${lowIncluded ? '[' : '('}${bounds}${highIncluded ? ']' : ')'}`;
          })
          .join(' '),
      }),
    ),
};
