import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultDictionaries } from '../../src/dictionary/index.ts';
import { findLacunae } from '../../src/repair/dots/find-lacunae.ts';
import { findSigns } from '../../src/repair/dots/restore-percent-sign.ts';
import { hostileText, LAW_RUNS } from '../arbitraries.ts';

const dictionaries = defaultDictionaries();
const text = fc
  .array(
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom('根据', '发布了', '的规定', '和', '增长', '8', '.', '.', ')', '3.5'),
      },
      { weight: 1, arbitrary: hostileText(4) },
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''));

describe('findLacunae and findSigns', () => {
  test('stay inside any stretch of any text', () => {
    fc.assert(
      fc.property(
        text,
        fc.nat(200),
        fc.nat(200),
        fc.constantFrom('.' as const, ',' as const),
        (all, a, b, carrier) => {
          const start = Math.min(a, b, all.length);
          const end = Math.min(Math.max(a, b), all.length);
          const { gaps, beside, dots, rests } = findLacunae(all, { start, end, carrier }, dictionaries);
          for (const at of [...gaps.keys(), ...beside.keys(), ...dots, ...rests]) {
            expect(at >= start && at < end).toBe(true);
          }
          for (const [at, likely] of findSigns(all, { start, end, carrier }, dictionaries)) {
            expect(all[at]).toBe(carrier);
            expect(likely > 0 && likely <= 1).toBe(true);
          }
        },
      ),
      { numRuns: LAW_RUNS / 10 },
    );
  });

  test('a row of dots that goes on outside the stretch is left alone', () => {
    const { dots } = findLacunae('根据发布了..', { start: 0, end: 6, carrier: '.' }, dictionaries);
    expect([...dots]).toEqual([]);
  });

  test('a title in the stretch says that none was deleted', () => {
    const { gaps } = findLacunae(
      '印发《办法》.根据的规定.',
      { start: 0, end: 13, carrier: '.' },
      dictionaries,
    );
    expect(gaps.size).toBe(0);
  });
});
