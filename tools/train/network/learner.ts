import { Arena, type Block } from '../../../src/repair/network/arena.ts';
import { Network, PAUSE, type Picks, type Stretch } from '../../../src/repair/network/network.ts';
import { UNSCORED } from '../flatten.ts';
import { randomFrom } from '../random.ts';
import { setFirstWeights } from './first-weights.ts';
import { type LearningKernels, makeLearningKernels } from './learning-kernels.ts';
import { MOST, NOT_ASKED } from './lesson.ts';
import type { Shared } from './shared.ts';
import { WayBack } from './way-back.ts';

/** Pieces of passages that one step of one learner takes, by their first places and numbers of places. */
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
  readonly #dropout: number;
  readonly #random: () => number;
  readonly #kernels: LearningKernels;
  readonly #wayBack: WayBack;
  readonly #rate: Block;
  /** All weights, one block after another, and what Adam keeps of their slopes and the squares of these. */
  readonly #all: Float32Array;
  readonly #m: Float32Array;
  readonly #v: Float32Array;
  #step = 0;

  /**
   * @param dropout part of the features that each place does without, so that no few are leaned on
   * @param weights to begin with, as another course left them
   */
  constructor(shared: Shared, self: number, dropout: number, weights?: Float32Array) {
    this.#shared = shared;
    this.#self = self;
    this.#dropout = dropout;
    this.#random = randomFrom(77 + self);
    this.#learners = shared.exchange.length;
    const { shape, memory } = shared;
    const { batch } = shared.portion;
    const arena = new Arena(memory, shared.from[self], true);
    this.network = new Network(shape, batch, arena);
    this.#kernels = makeLearningKernels(arena);
    const exchange = shared.exchange[self];
    this.#wayBack = new WayBack(this.network, batch, this.#kernels, arena, exchange);
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
  learn(batch: Batch): void {
    const { stretches, picks, answers } = this.#read(batch);
    this.network.run(this.#shared.portion.batch, stretches, picks);
    this.#judge(answers);
    this.#wayBack.run(stretches, picks);
  }

  /** Sums the features' rows; with dropout, only some of them. */
  #read({ from, count: counts }: Batch): {
    stretches: Stretch[];
    picks: Picks;
    answers: readonly number[];
  } {
    const { material, portion, rows, shape, exchange, memory } = this.#shared;
    const { used, fours } = exchange[this.#self];
    const addresses = new Int32Array(memory.buffer, used.at, portion.batch * MOST);
    const foursOf = new Int32Array(memory.buffer, fours.at, portion.batch).fill(1);
    const random = this.#random;
    const dropout = this.#dropout;
    const picked: number[] = [];
    const answers: number[] = [];
    const pickedStretches: Stretch[] = [];
    let at = 0;
    const fill = (start: number) => {
      do addresses[at++] = rows.at;
      while (((at - start) & 3) !== 0);
    };
    let row = 0;
    const stretches = from.map((start, piece) => {
      const count = counts[piece];
      for (let pause = 0; pause < PAUSE; pause++, row++) fill(at);
      const first = row;
      const firstPicked = picked.length;
      for (let place = start; place < start + count; place++, row++) {
        const begins = at;
        for (let f = material.from[place]; f < material.from[place + 1]; f++) {
          if (dropout > 0 && random() < dropout) continue;
          addresses[at++] = rows.at + material.features[f] * rows.width * 4;
        }
        if (at === begins || ((at - begins) & 3) !== 0) fill(begins);
        foursOf[row] = (at - begins) >> 2;
        const answer = material.answers[place];
        if (answer === NOT_ASKED) continue;
        picked.push(row);
        answers.push(answer);
      }
      pickedStretches.push({ first: firstPicked, count: picked.length - firstPicked });
      return { first, count };
    });
    for (; row < portion.batch; row++) fill(at);
    this.#kernels.sumFloatRows(this.network.sums.at, used.at, fours.at, shape.embedding, portion.batch);
    return { stretches, picks: { rows: picked, stretches: pickedStretches }, answers };
  }

  #judge(answers: readonly number[]): void {
    const { shape, exchange } = this.#shared;
    const { scored } = exchange[this.#self];
    const { outputs } = shape;
    const values = this.network.outputs.values;
    const slopes = this.#wayBack.slopes.outputs.values.fill(0);
    let loss = 0;
    let n = 0;
    answers.forEach((answer, i) => {
      if (answer === UNSCORED) return;
      const at = i * outputs;
      let max = values[at];
      for (let o = 1; o < outputs; o++) if (values[at + o] > max) max = values[at + o];
      let sum = 0;
      for (let o = 0; o < outputs; o++) {
        slopes[at + o] = Math.exp(values[at + o] - max);
        sum += slopes[at + o];
      }
      for (let o = 0; o < outputs; o++) slopes[at + o] /= sum;
      slopes[at + answer] -= 1;
      loss += Math.log(sum) + max - values[at + answer];
      n++;
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
      slope /= Math.max(1, total);
      m[i] = 0.9 * m[i] + 0.1 * slope;
      v[i] = 0.999 * v[i] + 0.001 * slope * slope;
      all[i] -= (c1 * m[i]) / (Math.sqrt(v[i] * c2) + 1e-8);
    }
  }

  /** Every row has one learner that moves it. */
  #moveRows(rate: number): void {
    const { rows, exchange, shape, portion, memory } = this.#shared;
    const { embedding } = shape;
    const { moveRow } = this.#kernels;
    this.#rate.values.set([rate, 1 / embedding]);
    for (const { used, fours, sumSlopes } of exchange) {
      const addresses = new Int32Array(memory.buffer, used.at, portion.batch * MOST);
      const foursOf = new Int32Array(memory.buffer, fours.at, portion.batch);
      for (let row = 0, at = 0; row < portion.batch; row++) {
        const slopes = sumSlopes.at + row * embedding * 4;
        for (const end = at + foursOf[row] * 4; at < end; at++) {
          if (addresses[at] === rows.at) continue;
          const place = (addresses[at] - rows.at) / (rows.width * 4);
          if (place % this.#learners === this.#self) moveRow(addresses[at], slopes, this.#rate.at, embedding);
        }
      }
    }
  }
}
