import { Arena, type Block } from '../../../src/repair/bare/network/arena.ts';
import { FeatureIndex } from '../../../src/repair/bare/network/feature-index.ts';
import { Network, PAUSE, type Stretch } from '../../../src/repair/bare/network/network.ts';
import { GAP_FEATURES, hashGap, MARGIN } from '../../../src/repair/bare/network/symbols.ts';
import { UNSCORED } from '../flatten.ts';
import { setFirstWeights } from './first-weights.ts';
import { type LearningKernels, makeLearningKernels } from './learning-kernels.ts';
import { BATCH, type Shared } from './shared.ts';
import { WayBack } from './way-back.ts';

/** Pieces of passages that one step of one learner takes, by their first gaps and numbers of gaps. */
export interface Batch {
  readonly from: readonly number[];
  readonly count: readonly number[];
}

/** One of those that learn together: each takes a part of every step, then all see the same weights. */
export class Learner {
  readonly network: Network;
  readonly #shared: Shared;
  readonly #self: number;
  readonly #learners: number;
  readonly #index: FeatureIndex;
  readonly #hashes = new Int32Array(GAP_FEATURES);
  readonly #kernels: LearningKernels;
  readonly #wayBack: WayBack;
  readonly #rate: Block;
  /** All weights, one block after another, and what Adam keeps of their slopes and the squares of these. */
  readonly #all: Float32Array;
  readonly #m: Float32Array;
  readonly #v: Float32Array;
  #step = 0;

  /** @param weights to begin with, as another course left them */
  constructor(shared: Shared, self: number, weights?: Float32Array) {
    this.#shared = shared;
    this.#self = self;
    this.#index = new FeatureIndex(shared.hashes);
    this.#learners = shared.exchange.length;
    const { shape, memory } = shared;
    const arena = new Arena(memory, shared.from[self], true);
    this.network = new Network(shape, BATCH, arena);
    this.#kernels = makeLearningKernels(arena);
    const exchange = shared.exchange[self];
    this.#wayBack = new WayBack(this.network, this.#kernels, arena, exchange);
    const { width } = exchange.slopes;
    this.#all = new Float32Array(memory.buffer, this.network.weights.taps.at, width);
    this.#m = new Float32Array(width);
    this.#v = new Float32Array(width);
    this.#rate = arena.take(1, 4);
    if (weights === undefined) setFirstWeights(this.network);
    else this.#all.set(weights);
  }

  /** All weights, one block after another. */
  get weights(): Float32Array {
    return this.#all;
  }

  /** Reads a batch, and leaves the slopes of its loss where all can see them. */
  learn({ from, count }: Batch): void {
    const stretches = this.#read(from, count);
    this.network.states1.values.fill(0);
    this.network.states2.values.fill(0);
    this.network.run(BATCH, stretches);
    this.#judge(stretches, from);
    this.#wayBack.run(stretches);
  }

  #read(from: readonly number[], counts: readonly number[]): Stretch[] {
    const { symbols, rows, shape, exchange } = this.#shared;
    const index = this.#index;
    const { used } = exchange[this.#self];
    const addresses = new Int32Array(this.#shared.memory.buffer, used.at, BATCH * GAP_FEATURES).fill(rows.at);
    const hashes = this.#hashes;
    let first = PAUSE;
    const stretches = from.map((start, piece) => {
      const count = counts[piece];
      for (let i = 0; i < count; i++) {
        hashGap(symbols, start + i - MARGIN, hashes);
        const at = (first + i) * GAP_FEATURES;
        for (let f = 0; f < GAP_FEATURES; f++) {
          addresses[at + f] = rows.at + index.rowOf(hashes[f]) * rows.width * 4;
        }
      }
      const stretch = { first, count };
      first += count + PAUSE;
      return stretch;
    });
    this.#kernels.sumFloatRows(this.network.sums.at, used.at, shape.embedding, BATCH);
    return stretches;
  }

  #judge(stretches: readonly Stretch[], from: readonly number[]): void {
    const { marks, shape, exchange } = this.#shared;
    const { scored } = exchange[this.#self];
    const { outputs } = shape;
    const values = this.network.outputs.values;
    const slopes = this.#wayBack.slopes.outputs.values.fill(0);
    let loss = 0;
    let n = 0;
    stretches.forEach(({ first, count }, piece) => {
      for (let i = 0; i < count; i++) {
        const gold = marks[from[piece] + i];
        if (gold === UNSCORED) continue;
        const at = (first + i) * outputs;
        let max = values[at];
        for (let o = 1; o < outputs; o++) if (values[at + o] > max) max = values[at + o];
        let sum = 0;
        for (let o = 0; o < outputs; o++) {
          slopes[at + o] = Math.exp(values[at + o] - max);
          sum += slopes[at + o];
        }
        for (let o = 0; o < outputs; o++) slopes[at + o] /= sum;
        slopes[at + gold] -= 1;
        loss += Math.log(sum) + max - values[at + gold];
        n++;
      }
    });
    scored[0] = n;
    scored[1] = loss;
  }

  /** When all have learned: moves this learner's weights, and its part of the rows, by everybody's slopes. */
  move(layerRate: number, rowRate: number): void {
    this.#moveWeights(layerRate);
    if (rowRate > 0) this.#moveRows(rowRate);
  }

  /** Adam, on each learner's own copy: the same sums in the same order give all the same weights. */
  #moveWeights(rate: number): void {
    const { exchange } = this.#shared;
    const slopes = exchange.map((one) => one.slopes.values);
    const total = exchange.reduce((sum, one) => sum + one.scored[0], 0);
    this.#step++;
    const c1 = rate / (1 - 0.9 ** this.#step);
    const c2 = 1 / (1 - 0.999 ** this.#step);
    const all = this.#all;
    const m = this.#m;
    const v = this.#v;
    for (let i = 0; i < all.length; i++) {
      let slope = 0;
      for (const one of slopes) slope += one[i];
      slope /= total;
      m[i] = 0.9 * m[i] + 0.1 * slope;
      v[i] = 0.999 * v[i] + 0.001 * slope * slope;
      all[i] -= (c1 * m[i]) / (Math.sqrt(v[i] * c2) + 1e-8);
    }
  }

  /** Every row has one learner that moves it. */
  #moveRows(rate: number): void {
    const { rows, exchange, shape, memory } = this.#shared;
    const { embedding } = shape;
    const { moveRow } = this.#kernels;
    this.#rate.values.set([rate, 1 / embedding]);
    for (const { used, sumSlopes } of exchange) {
      const addresses = new Int32Array(memory.buffer, used.at, BATCH * GAP_FEATURES);
      for (let i = 0; i < addresses.length; i++) {
        const place = (addresses[i] - rows.at) / (rows.width * 4);
        if (place === 0 || place % this.#learners !== this.#self) continue;
        moveRow(
          addresses[i],
          sumSlopes.at + Math.floor(i / GAP_FEATURES) * embedding * 4,
          this.#rate.at,
          embedding,
        );
      }
    }
  }
}
