import { Arena, type Block, type Memory } from '../../../src/repair/bare/network/arena.ts';
import {
  type NetworkShape,
  networkSize,
  TAPS,
  weightSizes,
} from '../../../src/repair/bare/network/network.ts';
import { GAP_FEATURES } from '../../../src/repair/bare/network/symbols.ts';
import { randomFrom } from '../random.ts';
import type { Passages } from './passages.ts';

/** Rows of the network's memory that one step of one learner fills. */
export const BATCH = 512;
/** A passage is learned in pieces of so many gaps at most. */
export const PIECE = 254;

/** What one learner leaves for all to see. */
export interface Exchange {
  /** The slopes of its part of the loss for all weights. */
  readonly slopes: Block;
  /** The same for the sums of the gaps' rows. */
  readonly sumSlopes: Block;
  /** Per gap, the addresses of the rows that were summed; that of the first row, which stays nought, where there is none. */
  readonly used: Block;
  /** How many gaps its last step scored, and the loss in them. */
  readonly scored: Float64Array;
}

/** What all learners share. */
export interface Shared {
  readonly shape: NetworkShape;
  readonly symbols: Uint16Array;
  readonly marks: Int8Array;
  /** Hashes of the features, in the order of their rows. */
  readonly hashes: Int32Array;
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

/** Lays out what is shared, with first rows that are small and random. */
export function share(
  shape: NetworkShape,
  { symbols, marks }: Pick<Passages, 'symbols' | 'marks'>,
  hashes: Int32Array,
  learners: number,
): Shared {
  const { embedding, recurrent, hidden, outputs } = shape;
  const weights = Object.values(weightSizes(shape)).reduce((a, b) => a + b);
  const width = embedding + AFTER;
  const slopes = BATCH * (embedding + 12 * recurrent + hidden + outputs);
  const own = networkSize(shape, BATCH) + weights + TAPS * embedding + slopes + SPARE;
  const exchanged = weights + BATCH * (embedding + GAP_FEATURES);
  const arena = Arena.of((hashes.length + 1) * width + learners * (own + exchanged + SPARE), true);
  const rows = arena.take(hashes.length + 1, width);
  const random = randomFrom(5);
  for (let i = 1; i <= hashes.length; i++) {
    for (let d = 0; d < embedding; d++) rows.values[i * width + d] = (random() - 0.5) * 0.1;
  }
  const exchange = Array.from({ length: learners }, () => ({
    slopes: arena.take(1, weights),
    sumSlopes: arena.take(BATCH, embedding),
    used: arena.take(BATCH, GAP_FEATURES),
    scored: new Float64Array(new SharedArrayBuffer(16)),
  }));
  const from = exchange.map((_, learner) => arena.used + learner * own * 4);
  return { shape, symbols, marks, hashes, memory: arena.memory, rows, exchange, from };
}
