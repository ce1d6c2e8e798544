import {
  CUE_BITS,
  cueBucket,
  FEATURE_BITS,
  featureBucket,
  type LinearModelData,
} from '../../src/repair/dots/linear-model.ts';

/** How a linear model is made. */
export interface LinearRecipe {
  /** Features kept, at most: size for accuracy. */
  readonly most: number;
  /** Features seen less often are left out. */
  readonly least: number;
  readonly passes: number;
}

/** Follow-the-regularized-leader (McMahan et al. 2013): the rate, and how hard weights are drawn to nought. */
const RATE = 0.1;
const L1 = 1;
const L2 = 1;
/** An example whose answer is this sure teaches nothing more. */
const SURE = 1e-4;

/** Examples to learn from, as rows of buckets that grow while they come. */
export class LinearExamples {
  buckets = new Int32Array(1 << 22);
  readonly from: number[] = [0];
  readonly answers: boolean[] = [];
  /** How many examples each one stands for, where others like it were left out. */
  readonly weights: number[] = [];
  readonly counts = new Uint32Array(1 << FEATURE_BITS);

  add(features: Int32Array, count: number, answer: boolean, weight: number): void {
    let at = this.from[this.from.length - 1];
    if (at + count > this.buckets.length) {
      const larger = new Int32Array(this.buckets.length * 2);
      larger.set(this.buckets);
      this.buckets = larger;
    }
    for (let i = 0; i < count; i++) {
      const bucket = featureBucket(features[i]);
      this.buckets[at++] = bucket;
      this.counts[bucket]++;
    }
    this.from.push(at);
    this.answers.push(answer);
    this.weights.push(weight);
  }
}

/** Learns the weights of yes-or-no decisions: once over all features, then over the ones that matter. */
export function trainLinear(
  examples: LinearExamples,
  cues: Int32Array,
  { most, least, passes }: LinearRecipe,
  log: (line: string) => void,
): LinearModelData {
  const { counts } = examples;
  const allowed = Uint8Array.from(counts, (count) => (count >= least ? 1 : 0));
  const first = learn(examples, allowed, passes, L1, log);
  const kept = [...first.keys()]
    .filter((bucket) => first[bucket] !== 0)
    .map((bucket) => ({ bucket, importance: Math.abs(first[bucket]) * Math.sqrt(counts[bucket]) }))
    .sort((a, b) => b.importance - a.importance || a.bucket - b.bucket)
    .slice(0, most);
  allowed.fill(0);
  for (const { bucket } of kept) allowed[bucket] = 1;
  const second = learn(examples, allowed, passes, 0, log);
  const features = Int32Array.from(kept, ({ bucket }) => bucket).sort();
  const largest = features.reduce((max, bucket) => Math.max(max, Math.abs(second[bucket])), 0);
  const scale = largest / 127 || 1;
  const weights = Int8Array.from(features, (bucket) => Math.round(second[bucket] / scale));
  const heavy = features.filter((_, i) => weights[i] !== 0);
  log(`${heavy.length} features of ${first.reduce((n, w) => n + (w === 0 ? 0 : 1), 0)}`);
  return { cues, features: heavy, weights: weights.filter((weight) => weight !== 0), scale };
}

function learn(
  { buckets, from, answers, weights: shares }: LinearExamples,
  allowed: Uint8Array,
  passes: number,
  l1: number,
  log: (line: string) => void,
): Float32Array {
  const z = new Float32Array(1 << FEATURE_BITS);
  const squares = new Float32Array(1 << FEATURE_BITS);
  const weights = new Float32Array(1 << FEATURE_BITS);
  const weightOf = (bucket: number) => {
    const pull = z[bucket];
    if (pull <= l1 && pull >= -l1) return 0;
    return (Math.sign(pull) * l1 - pull) / ((1 + Math.sqrt(squares[bucket])) / RATE + L2);
  };
  for (let pass = 0; pass < passes; pass++) {
    let loss = 0;
    for (let example = 0; example < answers.length; example++) {
      let sum = 0;
      for (let i = from[example]; i < from[example + 1]; i++) {
        const bucket = buckets[i];
        if (allowed[bucket] === 0) continue;
        weights[bucket] = weightOf(bucket);
        sum += weights[bucket];
      }
      const probability = 1 / (1 + Math.exp(-sum));
      const error = probability - (answers[example] ? 1 : 0);
      loss -= shares[example] * Math.log(1 - Math.abs(error) + 1e-9);
      if (Math.abs(error) < SURE) continue;
      const gradient = error * shares[example];
      for (let i = from[example]; i < from[example + 1]; i++) {
        const bucket = buckets[i];
        if (allowed[bucket] === 0) continue;
        const square = squares[bucket] + gradient * gradient;
        const sigma = (Math.sqrt(square) - Math.sqrt(squares[bucket])) / RATE;
        z[bucket] += gradient - sigma * weights[bucket];
        squares[bucket] = square;
      }
    }
    log(`pass ${pass + 1}: loss ${(loss / answers.length).toFixed(4)}`);
  }
  for (let bucket = 0; bucket < weights.length; bucket++) {
    weights[bucket] = allowed[bucket] === 0 ? 0 : weightOf(bucket);
  }
  return weights;
}

/** Finds the cues of a decision: what stands around a place that was lost often enough to be worth a look. */
export class CueCounts {
  readonly #all = new Uint32Array(1 << CUE_BITS);
  readonly #yes = new Uint32Array(1 << CUE_BITS);

  add(hash: number, answer: boolean): void {
    const bucket = cueBucket(hash);
    this.#all[bucket]++;
    if (answer) this.#yes[bucket]++;
  }

  /** Buckets whose places were yes at least `least` times and `share` of the time, ascending. */
  cues(least: number, share: number): Int32Array {
    const found: number[] = [];
    this.#yes.forEach((yes, bucket) => {
      if (yes >= least && yes / this.#all[bucket] >= share) found.push(bucket);
    });
    return Int32Array.from(found);
  }
}
