import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultDictionaries } from '../../src/dictionary/index.ts';
import { findBoundaries } from '../../src/repair/dots/boundaries.ts';
import { type DotProbabilities, dotProbabilities, readingOf } from '../../src/repair/dots/dot-model.ts';
import { dotModel } from '../../src/repair/network/load-model.ts';
import { OUTPUTS, STOP } from '../../src/repair/network/marks.ts';
import { hostileText } from '../arbitraries.ts';

const probabilities = (text: string): DotProbabilities =>
  dotProbabilities(
    dotModel(defaultDictionaries()),
    findBoundaries(text, 0, text.length, (_, at) => text[at] === '.'),
  );

describe('the model of dots', () => {
  test('reads each symbol once: marks alone, what is between them two by two', () => {
    const text = '各地要抓.好\n.好事';
    const boundaries = findBoundaries(text, 0, text.length, (_, at) => text[at] === '.');
    const { symbols, rows, count, asked } = readingOf(boundaries);
    const read = Array.from({ length: count }, (_, i) =>
      String.fromCharCode(...symbols.subarray(rows[i], rows[i + 1])),
    );
    expect(read).toEqual(['各地', '要抓', '.', '好', '.', '\n', '.', '好事', '.']);
    expect(Array.from(asked!.at, (row) => read[row])).toEqual(['.', '.', '.']);
  });

  test('each boundary gets a distribution, whatever the text', () => {
    const dotted = fc
      .array(fc.oneof(hostileText(8), fc.constantFrom('.', '...', '，', '\n', '改革', '3.5')))
      .map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(dotted, (text) => {
        const { count, values } = probabilities(text);
        expect(values).toHaveLength(count * OUTPUTS);
        for (let i = 0; i < count; i++) {
          const row = values.subarray(i * OUTPUTS, (i + 1) * OUTPUTS);
          expect(row.reduce((a, b) => a + b)).toBeCloseTo(1, 4);
        }
      }),
    );
  });

  test('a thousand dots in a row, and dots between single characters', () => {
    expect(probabilities('.'.repeat(1000)).count).toBe(1000);
    expect(probabilities('好.'.repeat(3000)).count).toBe(3000);
  });

  test('a passage is judged the same in one run and in many', () => {
    const sentence = '各地要认真落实各项措施.确保取得实效.同时要加大宣传力度.营造良好氛围.';
    const once = probabilities(sentence.repeat(20));
    const often = probabilities(sentence.repeat(200));
    // Far from either end, what is beyond a few sentences makes no difference that counts.
    for (let i = 0; i < 4 * OUTPUTS; i++) {
      expect(often.values[4 * 100 * OUTPUTS + i]).toBeCloseTo(once.values[4 * 10 * OUTPUTS + i], 1);
    }
  });

  test('what ends before a paragraph is a full stop', () => {
    const { values } = probabilities('各地要认真落实各项措施.\n各部门要加强协调配合.');
    expect(values[STOP]).toBeGreaterThan(0.9);
  });
});
