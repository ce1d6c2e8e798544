import { PAUSE } from '../../../src/repair/network/network.ts';
import { randomFrom } from '../random.ts';
import type { Barrier } from './barrier.ts';
import { type Batch, Learner } from './learner.ts';
import type { Material } from './material.ts';
import type { Portion, Shared } from './shared.ts';

/** What is learned in which order, and how fast. */
export interface Course extends Rates {
  /** First place and number of places of each piece. */
  readonly from: Int32Array;
  readonly count: Int32Array;
  /** First piece of each batch; one more at the end. */
  readonly batches: Int32Array;
}

interface Rates {
  /** First rates of learning, of the weights and of the rows; both fall to nearly nought. */
  readonly layerRate: number;
  readonly rowRate: number;
  /** Part of the features that each place does without. */
  readonly dropout: number;
}

export interface Plan extends Rates {
  /** Part of the pieces that come. */
  readonly part: number;
  /** Decides on their order, and on which come. */
  readonly seed: number;
}

export function courseOf(
  { passages }: Material,
  { batch, piece }: Portion,
  { part, seed, ...rates }: Plan,
): Course {
  const starts: number[] = [];
  const counts: number[] = [];
  for (let p = 0; p + 1 < passages.length; p++) {
    for (let at = passages[p]; at < passages[p + 1]; at += piece) {
      starts.push(at);
      counts.push(Math.min(piece, passages[p + 1] - at));
    }
  }
  const random = randomFrom(seed);
  const order = starts.map((_, i) => i);
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  order.length = Math.ceil(order.length * part);
  const batches = [0];
  let used = PAUSE;
  order.forEach((which, i) => {
    if (used + counts[which] + PAUSE > batch) {
      batches.push(i);
      used = PAUSE;
    }
    used += counts[which] + PAUSE;
  });
  const shared = (values: number[]) => {
    const array = new Int32Array(new SharedArrayBuffer(values.length * 4));
    array.set(values);
    return array;
  };
  return {
    from: shared(order.map((i) => starts[i])),
    count: shared(order.map((i) => counts[i])),
    batches: shared(batches),
    ...rates,
  };
}

/** Takes one learner's part in a whole course. */
export function learn(
  shared: Shared,
  course: Course,
  self: number,
  barrier: Barrier,
  log: (line: string) => void,
  weights?: Float32Array,
): Learner {
  const learners = shared.exchange.length;
  const learner = new Learner(shared, self, course.dropout, weights);
  const steps = Math.floor((course.batches.length - 1) / learners);
  let loss = 0;
  let n = 0;
  for (let step = 0; step < steps; step++) {
    const b = step * learners + self;
    const [start, end] = [course.batches[b], course.batches[b + 1]];
    const batch: Batch = {
      from: [...course.from.subarray(start, end)],
      count: [...course.count.subarray(start, end)],
    };
    learner.learn(batch);
    barrier.meet();
    const left = 1 - step / steps;
    const warm = Math.min(1, (step + 1) / 100);
    learner.move(course.layerRate * left * warm, course.rowRate * (0.05 + 0.95 * left));
    if (self === 0)
      for (const { scored } of shared.exchange) {
        n += scored[0];
        loss += scored[1];
      }
    barrier.meet();
    if (self === 0 && (step + 1) % Math.max(1, Math.floor(steps / 8)) === 0) {
      log(`step ${step + 1} of ${steps}: loss ${(loss / n).toFixed(4)}`);
      loss = n = 0;
    }
  }
  return learner;
}
