import { describe, expect, test } from 'vitest';
import { Learner } from '../../tools/train/network/learner.ts';
import type { Lesson } from '../../tools/train/network/lesson.ts';
import { materialOf } from '../../tools/train/network/material.ts';
import { share } from '../../tools/train/network/shared.ts';
import { vocabularyOf } from '../../tools/train/network/vocabulary.ts';
import { randomFrom } from '../../tools/train/random.ts';

const shape = { embedding: 8, recurrent: 8, second: 16, hidden: 8, outputs: 8 };
const batch = { from: [5, 58], count: [30, 37] };

/** A learner of a text of twenty symbols, with some answer for each place or for each third one. */
function learnerOfNoise(isSparse: boolean): { learner: Learner; shared: ReturnType<typeof share> } {
  const random = randomFrom(1);
  const symbols = Uint16Array.from({ length: 110 }, () => 100 + Math.floor(random() * 20));
  const answers = Int8Array.from({ length: 110 }, () => Math.floor(random() * 8));
  const at = Int32Array.from({ length: 36 }, (_, i) => i * 3);
  const rows = Int32Array.from({ length: 108 }, (_, i) => i + 2);
  const featuresOf = (index: number, out: Int32Array) => {
    for (let f = 0; f < 5; f++) out[f] = 1000 + ((index * 7 + f) % 20);
    return 5;
  };
  const every: Lesson = { symbols, rows, count: 107, answers };
  const lesson = isSparse ? { ...every, asked: { at, count: at.length, featuresOf } } : every;
  const vocabulary = vocabularyOf([lesson], [1, 1, 200, 200, 1]);
  const material = materialOf([lesson], vocabulary);
  const shared = share(shape, { batch: 80, piece: 40 }, material, vocabulary.length, 1);
  for (let i = shared.rows.width; i < shared.rows.values.length; i++) {
    if (i % shared.rows.width < shape.embedding) shared.rows.values[i] = random() - 0.5;
  }
  return { learner: new Learner(shared, 0, 0), shared };
}

describe.each([
  ['every place', false],
  ['each third place', true],
])('learning the answers of %s', (_, isSparse) => {
  test('the slopes are those of the loss', () => {
    const { learner, shared } = learnerOfNoise(isSparse);
    const [{ slopes, scored }] = shared.exchange;
    const lossWith = (at: number, value: number) => {
      const before = learner.weights[at];
      learner.weights[at] = value;
      learner.learn(batch);
      learner.weights[at] = before;
      return scored[1];
    };
    learner.learn(batch);
    const reckoned = slopes.values.slice();
    expect(reckoned.some((slope) => Math.abs(slope) > 0.1)).toBe(true);
    const step = 1e-2;
    let far = 0;
    let tried = 0;
    for (let at = 0; at < reckoned.length; at += 17) {
      const value = learner.weights[at];
      const measured = (lossWith(at, value + step) - lossWith(at, value - step)) / (2 * step);
      tried++;
      if (Math.abs(measured - reckoned[at]) > 0.02 * (1 + Math.abs(measured))) far++;
    }
    // Where the step passes the corner of a hidden unit, the slope measured is that of neither side.
    expect(far).toBeLessThan(tried * 0.08);
  });

  test('what was noise is learned by heart, the same way each time', () => {
    const losses = [0, 1].map(() => {
      const { learner, shared } = learnerOfNoise(isSparse);
      for (let step = 0; step < 60; step++) {
        learner.learn(batch);
        learner.move(0.01, 0.1);
      }
      return shared.exchange[0].scored[1];
    });
    expect(losses[0]).toBeLessThan(60);
    expect(losses[1]).toBe(losses[0]);
  });
});
