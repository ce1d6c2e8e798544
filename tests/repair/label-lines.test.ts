import { describe, expect, test } from 'vitest';
import { scoreLines, tallyOf } from './label-lines.ts';

/** F1 of each half of the labelled lines: floors, raised when the models get better. */
const floors = {
  titles: { development: 0.65, test: 0.62 },
  signs: { development: 0.96, test: 0.94 },
} as const;

describe('lines of our own, flattened', () => {
  test.each([
    ['titles', 'development'],
    ['titles', 'test'],
    ['signs', 'development'],
    ['signs', 'test'],
  ] as const)('%s, %s half', (name, half) => {
    const lines = scoreLines(name, half);
    expect(lines.length).toBeGreaterThan(30);
    expect(tallyOf(lines).f1).toBeGreaterThanOrEqual(floors[name][half]);
  });
});
