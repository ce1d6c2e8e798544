import { describe, expect, test } from 'vitest';
import { findFigures } from '../../../src/extract/figures/index.ts';
import { f1, labelledTexts } from './labelled-figures.ts';

const describeFigure = (figure: object, text: string) => {
  const { value, low, high, comparator, unit } = figure as Record<string, unknown>;
  return JSON.stringify({ text, value, low, high, comparator, unit });
};

describe.each(['development', 'test'] as const)('percentages of the labelled texts, %s half', (half) => {
  const texts = labelledTexts(half);

  test('are found with value, unit and comparator', () => {
    const found = texts.flatMap(({ name, text }) =>
      findFigures(text)
        .filter(({ kind }) => kind === 'percentage')
        .map((figure) => name + describeFigure(figure, text.slice(figure.start, figure.end))),
    );
    const wanted = texts.flatMap(({ name, percentages }) =>
      percentages.map((percentage) => name + describeFigure(percentage, percentage.text)),
    );
    if (process.env.GUIYI_SHOW_MISSES) {
      console.log(
        'missed',
        wanted.filter((item) => !found.includes(item)),
      );
      console.log(
        'false',
        found.filter((item) => !wanted.includes(item)),
      );
    }
    expect(f1(found, wanted)).toBeGreaterThanOrEqual(0.98);
  });
});
