import { Arena, type Block, type Memory } from '../../../src/repair/network/arena.ts';
import { type NetworkShape, networkSize, TAPS, weightSizes } from '../../../src/repair/network/network.ts';
import { randomFrom } from '../random.ts';
import { MOST } from './lesson.ts';
import type { Material } from './material.ts';

/** How much is learned at once. */
export interface Portion {
  /** Rows of the network's memory that one step of one learner fills; a multiple of four. */
  readonly batch: number;
  /** A passage is learned in pieces of so many places at most. */
  readonly piece: number;
}

/** What one learner leaves for all to see. */
export interface Exchange {
  /** The slopes of its part of the loss for all weights. */
  readonly slopes: Block;
  /** The same for the sums of the places' rows. */
  readonly sumSlopes: Block;
  /** The addresses of the rows that were summed, place by place, in fours; that of the first row, which stays nought, fills up. */
  readonly used: Block;
  /** How many fours each place has. */
  readonly fours: Block;
  /** How many places its last step scored, and the loss in them. */
  readonly scored: Float64Array;
}

/** What all learners share. */
export interface Shared {
  readonly shape: NetworkShape;
  readonly portion: Portion;
  readonly material: Material;
  readonly memory: Memory;
  /** The features' rows, after one of noughts; after each row stands four times its mean squared slope. */
  readonly rows: Block;
  readonly exchange: readonly Exchange[];
  /** Per learner, the first byte of the memory that is its own. */
  readonly from: readonly number[];
}

/** Floats that are left for single numbers and for alignment. */
const SPARE = 1024;

/** Numbers after a row. */
const AFTER = 4;

/** Lays out what is shared, with first rows that are small and random. @param features how many have a row */
export function share(
  shape: NetworkShape,
  portion: Portion,
  material: Material,
  features: number,
  learners: number,
): Shared {
  const { embedding, recurrent, second, hidden, outputs } = shape;
  const { batch } = portion;
  const weights = Object.values(weightSizes(shape)).reduce((a, b) => a + b);
  const width = embedding + AFTER;
  const slopes = batch * (2 * embedding + 8 * recurrent + 6 * second + hidden + outputs);
  const own = networkSize(shape, batch) + weights + TAPS * embedding + slopes + SPARE;
  const exchanged = weights + batch * (embedding + MOST + 1);
  const arena = Arena.of((features + 1) * width + learners * (own + exchanged + SPARE), true);
  const rows = arena.take(features + 1, width);
  const random = randomFrom(5);
  for (let i = 1; i <= features; i++) {
    for (let d = 0; d < embedding; d++) rows.values[i * width + d] = (random() - 0.5) * 0.1;
  }
  const exchange = Array.from({ length: learners }, () => ({
    slopes: arena.take(1, weights),
    sumSlopes: arena.take(batch, embedding),
    used: arena.take(batch, MOST),
    fours: arena.take(batch, 1),
    scored: new Float64Array(new SharedArrayBuffer(16)),
  }));
  const from = exchange.map((_, learner) => arena.used + learner * own * 4);
  return { shape, portion, material, memory: arena.memory, rows, exchange, from };
}
