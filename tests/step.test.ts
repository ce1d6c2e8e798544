import { describe, expect, test } from 'vitest';
import { steps } from '../src/pipeline.ts';
import { assertOrder, type Step } from '../src/step.ts';

const step = (name: string, facts: Partial<Step>): Step => ({
  name,
  edits: false,
  requires: [],
  provides: [],
  attach: () => {},
  ...facts,
});

describe('the order of steps', () => {
  test('is one that works', () => {
    expect(() => assertOrder(steps)).not.toThrow();
    expect(steps.map(({ name }) => name)).toEqual([
      'clean',
      'convert',
      'repair',
      'segment',
      'extract',
      'relate',
    ]);
  });

  test('is refused where a step misses what it requires', () => {
    expect(() => assertOrder([step('extract', { requires: ['tokens'] })])).toThrow(
      /'extract' requires tokens/,
    );
  });

  test('is refused where text changes after things were placed in it', () => {
    expect(() =>
      assertOrder([step('segment', { provides: ['tokens'] }), step('repair', { edits: true })]),
    ).toThrow(/'repair' edits text after 'segment'/);
  });
});
