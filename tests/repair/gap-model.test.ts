import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultDictionaries } from '../../src/dictionary/index.ts';
import { gapProbabilities } from '../../src/repair/bare/gap-model.ts';
import { gapModel } from '../../src/repair/network/load-model.ts';
import { OUTPUTS } from '../../src/repair/network/marks.ts';
import { hostileText } from '../arbitraries.ts';

const probabilities = (text: string) =>
  gapProbabilities(gapModel(defaultDictionaries()), text, 0, text.length);

describe('the model of gaps', () => {
  test('each gap gets a distribution, whatever the text', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        const { count, place, values } = probabilities(text);
        for (let i = 0; i < count; i++) {
          const row = values.subarray(i * OUTPUTS, (i + 1) * OUTPUTS);
          expect(row.reduce((a, b) => a + b)).toBeCloseTo(1, 4);
          expect(place[i]).toBeGreaterThan(i === 0 ? 0 : place[i - 1]);
          expect(place[i]).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });

  test('a passage is judged the same in one run and in many', () => {
    const sentence = '各地要认真落实各项措施确保取得实效同时要加大宣传力度营造良好氛围';
    const once = probabilities(sentence.repeat(20));
    const often = probabilities(sentence.repeat(200));
    // Far from either end, what is beyond a few hundred characters makes no difference that counts.
    for (let i = 0; i < sentence.length * OUTPUTS; i++) {
      const at = sentence.length * 10 * OUTPUTS + i;
      const elsewhere = sentence.length * 100 * OUTPUTS + i;
      expect(often.values[elsewhere]).toBeCloseTo(once.values[at], 1);
    }
  });

  test('no mark parts the halves of a pair', () => {
    const text = '𠮷'.repeat(80);
    const { count, place, values } = probabilities(text);
    for (let i = 0; i < count; i++) {
      if (place[i] % 2 === 1) expect(values[i * OUTPUTS + 6]).toBe(1);
    }
  });
});
