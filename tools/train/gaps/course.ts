import { PAUSE } from '../../../src/repair/bare/network/network.ts';
import { randomFrom } from '../random.ts';
import type { Barrier } from './barrier.ts';
import { type Batch, Learner } from './learner.ts';
import type { Passages } from './passages.ts';
import { BATCH, PIECE, type Shared } from './shared.ts';

/** What is learned in which order, and how fast. */
export interface Course extends Rates {
  /** First gap and number of gaps of each piece. */
  readonly from: Int32Array;
  readonly count: Int32Array;
  /** First piece of each batch; one more at the end. */
  readonly batches: Int32Array;
}

interface Rates {
  /** First rates of learning, of the weights and of the rows; both fall to nearly nought. */
  readonly layerRate: number;
  readonly rowRate: number;
}

export interface Plan extends Rates {
  /** Part of the pieces that come. */
  readonly part: number;
  /** Decides on their order, and on which come. */
  readonly seed: number;
}

export function courseOf({ from, to }: Passages, { part, seed, layerRate, rowRate }: Plan): Course {
  const starts: number[] = [];
  const counts: number[] = [];
  for (let p = 0; p < from.length; p++) {
    for (let at = from[p]; at <= to[p]; at += PIECE) {
      starts.push(at);
      counts.push(Math.min(PIECE, to[p] + 1 - at));
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
  order.forEach((piece, i) => {
    if (used + counts[piece] + PAUSE > BATCH) {
      batches.push(i);
      used = PAUSE;
    }
    used += counts[piece] + PAUSE;
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
    layerRate,
    rowRate,
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
  const learner = new Learner(shared, self, weights);
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
