import { Arena } from './arena.ts';
import { FeatureIndex } from './feature-index.ts';
import { type NetworkShape, PAUSE, type Picks, TAPS, type WeightName } from './network.ts';
import { RoundedNetwork, roundedNetworkSize } from './rounded-network.ts';
import { hashFirst, hashSecond, hashTogether, ROW_FEATURES } from './symbol-features.ts';

export interface SequenceModelData {
  readonly shape: NetworkShape;
  /** The features that the model knows, by hash; in groups, the frequent first, each ascending. */
  readonly hashes: Int32Array;
  /** A row of whole numbers a feature. */
  readonly rows: Int8Array;
  /** What one unit of each column of `rows` is worth. */
  readonly scales: Float32Array;
  readonly weights: Readonly<Record<WeightName, Float32Array>>;
  /** Softmax temperature, so that probabilities say how often they are right. */
  readonly temperature: number;
}

/** A passage as the network reads it: in rows of one symbol or two. */
export interface Reading {
  /** At least one stands before the first row and one after the last. */
  readonly symbols: Uint16Array;
  /** Indices of the rows' first symbols, ascending, and then that of what stands after the last row. */
  readonly rows: Int32Array;
  /** Number of rows. */
  readonly count: number;
  /** What the model is asked about; every row where it is absent. */
  readonly asked?: Asked;
}

/** Rows that a model is asked about, where it is not asked about all. */
export interface Asked {
  /** Their numbers, ascending. */
  readonly at: Int32Array;
  readonly count: number;
  /** Writes the hashes of more features of one of them, by its number among the asked, and gives their number. */
  readonly featuresOf: (index: number, out: Int32Array) => number;
}

/** The most features that an asked row has beside those of its symbols. */
export const MOST_FEATURES = 60;

/** Rows that are settled in one run of the network, and on either side those that are read beside. */
const CORE = 832;
const BESIDE = 96;
const ROWS = CORE + 2 * BESIDE + 2 * PAUSE;
/** The most features that the rows of one run have. */
const FEATURES = ROWS * (ROW_FEATURES + MOST_FEATURES);

/** A network with its features' rows, ready to run. It keeps one passage's numbers at a time. */
export class SequenceModel {
  readonly #temperature: number;
  readonly #outputs: number;
  readonly #network: RoundedNetwork;
  readonly #index: FeatureIndex;
  /** Per symbol the address of its row as the first of a row, and as the second; 0 where it was not yet looked up. */
  readonly #firsts = new Int32Array(0x10000);
  readonly #seconds = new Int32Array(0x10000);
  readonly #addresses: Int32Array;
  readonly #addressesAt: number;
  readonly #fours: Int32Array;
  readonly #foursAt: number;
  readonly #rowsAt: number;
  readonly #width: number;
  readonly #hashes = new Int32Array(MOST_FEATURES);

  constructor({ shape, hashes, rows, scales, weights, temperature }: SequenceModelData) {
    const { embedding } = shape;
    const size = roundedNetworkSize(shape, ROWS) + FEATURES + ROWS + (hashes.length + 1) * (embedding / 4);
    const arena = Arena.of(size);
    this.#network = new RoundedNetwork(shape, ROWS, arena);
    for (const [name, values] of Object.entries(weights)) {
      this.#network.weights[name as WeightName].values.set(values);
    }
    // Sums are of whole numbers; what they are worth goes into the taps.
    const taps = this.#network.weights.taps.values;
    for (let i = 0; i < TAPS * embedding; i++) taps[i] *= scales[i % embedding];
    this.#network.round();
    const addresses = arena.take(1, FEATURES);
    const fours = arena.take(1, ROWS);
    const table = arena.take(hashes.length + 1, embedding / 4);
    const { buffer } = arena.memory;
    this.#addressesAt = addresses.at;
    this.#addresses = new Int32Array(buffer, addresses.at, FEATURES);
    this.#foursAt = fours.at;
    this.#fours = new Int32Array(buffer, fours.at, ROWS);
    // The first row, of noughts, is that of unknown features.
    this.#rowsAt = table.at;
    new Int8Array(buffer, table.at + embedding, rows.length).set(rows);
    this.#width = embedding;
    this.#index = new FeatureIndex(hashes);
    this.#temperature = temperature;
    this.#outputs = shape.outputs;
  }

  /** Scores of the rows that are asked about, in units of the softmax, a row of outputs each. */
  scores(reading: Reading): Float32Array {
    const { asked, count } = reading;
    const outputs = this.#outputs;
    const scores = new Float32Array((asked?.count ?? count) * outputs);
    let settled = 0;
    for (let core = 0; core < count; core += CORE) {
      const coreEnd = Math.min(count, core + CORE);
      const from = Math.max(0, core - BESIDE);
      const to = Math.min(count, coreEnd + BESIDE);
      if (asked === undefined) {
        this.#read(reading, from, to);
        this.#run(to - from);
        this.#copy(PAUSE + core - from, coreEnd - core, scores, core * outputs);
        continue;
      }
      const { at } = asked;
      let low = settled;
      while (low > 0 && at[low - 1] >= from) low--;
      let high = settled;
      while (high < asked.count && at[high] < coreEnd) high++;
      const more = high - settled;
      if (more === 0) continue;
      while (high < asked.count && at[high] < to) high++;
      this.#read(reading, from, to, low);
      const rows = at.slice(low, high);
      for (let i = 0; i < rows.length; i++) rows[i] += PAUSE - from;
      this.#run(to - from, { rows, stretches: [{ first: 0, count: high - low }] });
      this.#copy(settled - low, more, scores, settled * outputs);
      settled += more;
    }
    return scores;
  }

  /** Finds the rows of the features of `[from, to)`; those that are asked about, from number `next` on, have more. */
  #read({ symbols, rows, asked }: Reading, from: number, to: number, next = 0): void {
    const addresses = this.#addresses;
    const fours = this.#fours;
    const hashes = this.#hashes;
    const index = this.#index;
    const base = this.#rowsAt;
    const width = this.#width;
    const firsts = this.#firsts;
    const seconds = this.#seconds;
    let used = 0;
    let pick = next;
    for (let row = from; row < to; row++) {
      const at = rows[row];
      const isPair = rows[row + 1] - at > 1;
      hashTogether(symbols, at, isPair, hashes);
      addresses[used] = firsts[symbols[at]] || this.#addressOf(firsts, symbols[at], hashFirst);
      if (!isPair) addresses[used + 1] = base + index.rowOf(hashes[1]) * width;
      else {
        const next = symbols[at + 1];
        addresses[used + 1] = seconds[next] || this.#addressOf(seconds, next, hashSecond);
      }
      addresses[used + 2] = base + index.rowOf(hashes[2]) * width;
      addresses[used + 3] = base + index.rowOf(hashes[3]) * width;
      used += ROW_FEATURES;
      if (asked === undefined || pick >= asked.count || asked.at[pick] !== row) {
        fours[row - from] = 1;
        continue;
      }
      const start = used;
      const count = asked.featuresOf(pick++, hashes);
      for (let f = 0; f < count; f++) {
        const known = index.rowOf(hashes[f]);
        addresses[used] = base + known * width;
        // One more where it is known, without a branch.
        used += -known >>> 31;
      }
      while (((used - start) & 3) !== 0) addresses[used++] = base;
      fours[row - from] = 1 + ((used - start) >> 2);
    }
  }

  /** Looks up the address of a symbol's own row, once: these are asked for most. */
  #addressOf(known: Int32Array, symbol: number, hash: (symbol: number) => number): number {
    known[symbol] = this.#rowsAt + this.#index.rowOf(hash(symbol)) * this.#width;
    return known[symbol];
  }

  #run(count: number, picks?: Picks): void {
    const network = this.#network;
    const width = this.#width;
    const rows = (count + 2 * PAUSE + 3) & ~3;
    network.sums.values.fill(0, 0, PAUSE * width);
    network.sums.values.fill(0, (PAUSE + count) * width, rows * width);
    const sums = network.sums.at + PAUSE * width * 4;
    network.kernels.sumRows(sums, this.#addressesAt, this.#foursAt, width, count);
    network.run(rows, [{ first: PAUSE, count }], picks);
  }

  #copy(row: number, count: number, scores: Float32Array, to: number): void {
    const outputs = this.#outputs;
    const { values } = this.#network.outputs;
    for (let i = 0, from = row * outputs; i < count * outputs; i++) {
      scores[to + i] = values[from + i] / this.#temperature;
    }
  }
}
