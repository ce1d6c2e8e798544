import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultDictionaries } from '../../src/dictionary/index.ts';
import { GAP_OUTPUTS } from '../../src/repair/bare/network/gap-model.ts';
import { readGapModel, writeGapModel } from '../../src/repair/bare/network/gap-model-file.ts';
import { gapModel } from '../../src/repair/bare/network/load-gap-model.ts';
import { weightSizes } from '../../src/repair/bare/network/network.ts';
import { hostileText } from '../arbitraries.ts';

const model = () => gapModel(defaultDictionaries());

describe('the model of gaps', () => {
  test('each gap gets a distribution, whatever the text', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        const { count, place, values } = model().probabilities(text, 0, text.length);
        for (let i = 0; i < count; i++) {
          const row = values.subarray(i * GAP_OUTPUTS, (i + 1) * GAP_OUTPUTS);
          expect(row.reduce((a, b) => a + b)).toBeCloseTo(1, 4);
          expect(place[i]).toBeGreaterThan(i === 0 ? 0 : place[i - 1]);
          expect(place[i]).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });

  test('a passage is judged the same in one run and in many', () => {
    const sentence = '各地要认真落实各项措施确保取得实效同时要加大宣传力度营造良好氛围';
    const once = model().probabilities(sentence.repeat(20), 0, sentence.length * 20);
    const often = model().probabilities(sentence.repeat(200), 0, sentence.length * 200);
    // Far from either end, what is beyond a few hundred characters makes no difference that counts.
    for (let i = 0; i < sentence.length * GAP_OUTPUTS; i++) {
      const at = sentence.length * 10 * GAP_OUTPUTS + i;
      const elsewhere = sentence.length * 100 * GAP_OUTPUTS + i;
      expect(often.values[elsewhere]).toBeCloseTo(once.values[at], 1);
    }
  });

  test('no mark parts the halves of a pair', () => {
    const text = '𠮷'.repeat(80);
    const { count, place, values } = model().probabilities(text, 0, text.length);
    for (let i = 0; i < count; i++) {
      if (place[i] % 2 === 1) expect(values[i * GAP_OUTPUTS + 6]).toBe(1);
    }
  });
});

describe('the file of the model of gaps', () => {
  test('reading gives what was written', () => {
    const shape = { embedding: 8, recurrent: 8, hidden: 8, outputs: 8 };
    const weights = Object.fromEntries(
      Object.entries(weightSizes(shape)).map(([name, size]) => [
        name,
        Float32Array.from({ length: size }, (_, i) => Math.sin(i + size)),
      ]),
    ) as ReturnType<typeof readGapModel>['weights'];
    const data = {
      shape,
      hashes: Int32Array.of(5, 70_000, 16_000_000, 0, 3),
      rows: Int8Array.from({ length: 40 }, (_, i) => i * 6 - 120),
      scales: Float32Array.from({ length: 8 }, (_, i) => i / 16),
      weights,
      temperature: 1.25,
    };
    const back = readGapModel(writeGapModel(data));
    expect({ ...back, weights: {} }).toEqual({ ...data, weights: {} });
    for (const [name, block] of Object.entries(weights)) {
      for (let i = 0; i < block.length; i++) {
        expect(back.weights[name as keyof typeof weights][i]).toBeCloseTo(block[i], 3);
      }
    }
  });
  test('other bytes are refused', () => {
    expect(() => readGapModel(new Uint8Array(40))).toThrow();
  });
});
