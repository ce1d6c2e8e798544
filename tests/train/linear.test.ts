import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  LinearModel,
  probabilityOfLogit,
  readLinearModel,
  writeLinearModel,
} from '../../src/repair/dots/linear-model.ts';
import { CueCounts, LinearExamples, trainLinear } from '../../tools/train/linear.ts';

const RECIPE = { most: 100, least: 2, passes: 3 };
const quiet = () => undefined;

/** Examples of which the first feature says the answer and the second nothing. */
function examples(): LinearExamples {
  const all = new LinearExamples();
  for (let i = 0; i < 400; i++) {
    const answer = i % 3 === 0;
    all.add(Int32Array.of(answer ? 0x10000000 : 0x20000000, 0x30000000 + (i % 7) * 0x100000), 2, answer, 1);
  }
  return all;
}

describe('the learner of yes-or-no decisions', () => {
  const data = trainLinear(examples(), Int32Array.of(5, 70), RECIPE, quiet);

  test('learns what tells the answers apart', () => {
    const model = new LinearModel(data);
    const probability = (feature: number) => probabilityOfLogit(model.logit(Int32Array.of(feature), 1));
    expect(probability(0x10000000)).toBeGreaterThan(0.8);
    expect(probability(0x20000000)).toBeLessThan(0.2);
  });

  test('gives the same bytes twice', () => {
    const again = trainLinear(examples(), Int32Array.of(5, 70), RECIPE, quiet);
    expect(writeLinearModel(again)).toEqual(writeLinearModel(data));
  });

  test('finds what stands where titles were lost', () => {
    const counts = new CueCounts();
    for (let i = 0; i < 100; i++) {
      counts.add(0x40000000, i < 10);
      counts.add(0x50000000, i < 1);
    }
    const cues = counts.cues(3, 0.05);
    const model = new LinearModel({ ...data, cues });
    expect([model.isCue(0x40000000), model.isCue(0x50000000)]).toEqual([1, 0]);
  });

  test('a model comes back from its bytes as it was', () => {
    const bucket = fc.integer({ min: 0, max: (1 << 19) - 1 });
    fc.assert(
      fc.property(fc.uniqueArray(bucket), fc.uniqueArray(bucket), (some, others) => {
        const model = {
          cues: Int32Array.from(some).sort(),
          features: Int32Array.from(others).sort(),
          weights: Int8Array.from(others, (value) => (value % 255) - 127),
          scale: 0.5,
        };
        expect(readLinearModel(writeLinearModel(model))).toEqual(model);
      }),
      { numRuns: 100 },
    );
  });

  test('bytes that are no model are refused', () => {
    expect(() => readLinearModel(new Uint8Array([1, 2, 3]))).toThrow();
  });
});
