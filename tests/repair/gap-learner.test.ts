import { describe, expect, test } from 'vitest';
import { hashGap } from '../../src/repair/bare/network/symbols.ts';
import { Learner } from '../../tools/train/gaps/learner.ts';
import { share } from '../../tools/train/gaps/shared.ts';
import { randomFrom } from '../../tools/train/random.ts';

const shape = { embedding: 8, recurrent: 8, hidden: 8, outputs: 8 };
const batch = { from: [10, 60], count: [30, 37] };

/** A learner of a text of twenty symbols, with some answer for each. */
function learnerOfNoise(): { learner: Learner; shared: ReturnType<typeof share> } {
  const random = randomFrom(1);
  const symbols = Uint16Array.from({ length: 110 }, () => 100 + Math.floor(random() * 20));
  const marks = Int8Array.from({ length: 110 }, () => Math.floor(random() * 8));
  const hashes = new Set<number>();
  const out = new Int32Array(4);
  for (let i = 10; i < 100; i++) {
    hashGap(symbols, i - 2, out);
    hashes.add(out[0]).add(out[1]);
  }
  const shared = share(shape, { symbols, marks }, Int32Array.from(hashes), 1);
  for (let i = shared.rows.width; i < shared.rows.values.length; i++) {
    if (i % shared.rows.width < shape.embedding) shared.rows.values[i] = random() - 0.5;
  }
  return { learner: new Learner(shared, 0), shared };
}

describe('learning the gaps', () => {
  test('the slopes are those of the loss', () => {
    const { learner, shared } = learnerOfNoise();
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
      const { learner, shared } = learnerOfNoise();
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
