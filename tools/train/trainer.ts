import { randomFrom } from './random.ts';

/** Shape of the network; see `MarkModel` for what the parts do. */
export interface Shape {
  /** Outputs: the classes of which one holds. */
  readonly outputs: number;
  /** Width of what each feature adds beside the outputs. */
  readonly embedding: number;
  readonly hidden: number;
  /** How many places on either side the hidden layer sees. */
  readonly reach: number;
}

/** Training data in columns: per dot its features' slots, and its answers. */
export interface Dataset {
  readonly slots: Int32Array;
  /** Per dot, where its slots begin; one more at the end. */
  readonly from: Float64Array;
  readonly marks: Int8Array;
  /** Per sequence, its first dot; one more at the end. */
  readonly sequences: Int32Array;
}

/** The longest stretch of a passage that is learned at once. */
const CHUNK = 64;

export class Trainer {
  readonly width: number;
  readonly features: Float32Array;
  readonly #featureSquares: Float32Array;
  readonly dense: Float32Array[];
  readonly #grads: Float32Array[];
  readonly #m: Float32Array[];
  readonly #v: Float32Array[];
  #step = 0;
  readonly #random = randomFrom(3);
  // Activations of a chunk.
  readonly #s: Float32Array;
  readonly #h: Float32Array;
  readonly logits: Float32Array;
  readonly #ds: Float32Array;
  readonly #dh: Float32Array;
  readonly #dlogits: Float32Array;

  readonly shape: Shape;
  constructor(shape: Shape, slots: number) {
    this.shape = shape;
    const { outputs, embedding, hidden } = shape;
    const width = outputs + embedding;
    this.width = width;
    this.features = new Float32Array(slots * width);
    this.#featureSquares = new Float32Array(slots * (outputs + 1));
    const random = randomFrom(5);
    for (let i = 0; i < slots; i++) {
      for (let d = outputs; d < width; d++) this.features[i * width + d] = (random() - 0.5) * 0.1;
    }
    const layer = (rows: number, columns: number) =>
      Float32Array.from({ length: rows * columns }, () => (random() - 0.5) * 2 * Math.sqrt(3 / columns));
    this.dense = [
      new Float32Array(outputs),
      layer(hidden, width * (2 * shape.reach + 1)),
      new Float32Array(hidden),
      new Float32Array(outputs * hidden),
    ];
    this.#grads = this.dense.map((w) => new Float32Array(w.length));
    this.#m = this.dense.map((w) => new Float32Array(w.length));
    this.#v = this.dense.map((w) => new Float32Array(w.length));
    const pad = 8;
    const n = CHUNK + pad;
    this.#s = new Float32Array(n * width);
    this.#ds = new Float32Array(n * width);
    this.#h = new Float32Array(n * hidden);
    this.#dh = new Float32Array(n * hidden);
    this.logits = new Float32Array(n * outputs);
    this.#dlogits = new Float32Array(n * outputs);
  }

  /** One pass over the data. */
  epoch(
    data: Dataset,
    rate: (done: number) => number,
    dropout: number,
    denseRate: (done: number) => number,
  ): number {
    const order = Array.from({ length: data.sequences.length - 1 }, (_, i) => i);
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(this.#random() * (i + 1));
      [order[i], order[j]] = [order[j], order[i]];
    }
    let loss = 0;
    let seen = 0;
    for (const sequence of order) {
      const done = seen++ / order.length;
      const end = data.sequences[sequence + 1];
      for (let first = data.sequences[sequence]; first < end; first += CHUNK) {
        loss += this.#learn(data, first, Math.min(end, first + CHUNK), rate(done), dropout, denseRate(done));
      }
    }
    return loss / data.marks.length;
  }

  #kept = new Int32Array(CHUNK * 128);
  #keptFrom = new Int32Array(CHUNK + 1);

  /** Sums the features of each dot; with dropout, of a part of them, made up for. */
  #gather(data: Dataset, first: number, last: number, dropout: number): void {
    const { width, features } = this;
    const s = this.#s;
    const n = last - first;
    s.fill(0);
    let kept = 0;
    const scale = 1 / (1 - dropout);
    for (let i = 0; i < n; i++) {
      this.#keptFrom[i] = kept;
      const base = i * width;
      for (let f = data.from[first + i], end = data.from[first + i + 1]; f < end; f++) {
        if (dropout > 0 && this.#random() < dropout) continue;
        const slot = data.slots[f];
        this.#kept[kept++] = slot;
        const w = slot * width;
        for (let d = 0; d < width; d++) s[base + d] += features[w + d];
      }
      if (dropout > 0) for (let d = 0; d < width; d++) s[base + d] *= scale;
    }
    this.#keptFrom[n] = kept;
  }

  /** Fills `logits` for dots [first, last) of the data, at most CHUNK of them. */
  forward(data: Dataset, first: number, last: number, dropout = 0): void {
    this.#gather(data, first, last, dropout);
    const n = last - first;
    const { width, logits } = this;
    const { outputs, hidden } = this.shape;
    const s = this.#s;
    const [bias, weights, hiddenBias, out] = this.dense;
    for (let i = 0; i < n; i++) {
      for (let o = 0; o < outputs; o++) logits[i * outputs + o] = s[i * width + o] + bias[o];
    }
    if (hidden === 0) return;
    convolve(s, width, weights, hiddenBias, this.#h, hidden, n, this.shape.reach);
    for (let i = 0; i < n; i++) {
      for (let o = 0; o < outputs; o++) {
        let sum = 0;
        for (let k = 0; k < hidden; k++) sum += out[o * hidden + k] * this.#h[i * hidden + k];
        logits[i * outputs + o] += sum;
      }
    }
  }

  #learn(
    data: Dataset,
    first: number,
    last: number,
    rate: number,
    dropout: number,
    denseRate: number,
  ): number {
    this.forward(data, first, last, dropout);
    const n = last - first;
    const { width, logits, features } = this;
    const { outputs, embedding, hidden } = this.shape;
    const dlogits = this.#dlogits.fill(0);
    const ds = this.#ds.fill(0);
    let loss = 0;
    for (let i = 0; i < n; i++) {
      const gold = data.marks[first + i];
      const at = i * outputs;
      if (gold >= 0) {
        let max = -Infinity;
        for (let o = 0; o < outputs; o++) if (logits[at + o] > max) max = logits[at + o];
        let sum = 0;
        for (let o = 0; o < outputs; o++) sum += Math.exp(logits[at + o] - max);
        for (let o = 0; o < outputs; o++) {
          dlogits[at + o] = Math.exp(logits[at + o] - max) / sum - (o === gold ? 1 : 0);
        }
        loss -= logits[at + gold] - max - Math.log(sum);
      }
    }
    const [, weights, , out] = this.dense;
    const grads = this.#grads;
    for (const g of grads) g.fill(0);
    for (let i = 0; i < n; i++) {
      for (let o = 0; o < outputs; o++) {
        const g = dlogits[i * outputs + o];
        grads[0][o] += g;
        ds[i * width + o] = g;
      }
    }
    if (hidden > 0) {
      const h = this.#h;
      const dh = this.#dh.fill(0);
      for (let i = 0; i < n; i++) {
        for (let o = 0; o < outputs; o++) {
          const g = dlogits[i * outputs + o];
          if (g === 0) continue;
          for (let k = 0; k < hidden; k++) {
            grads[3][o * hidden + k] += g * h[i * hidden + k];
            dh[i * hidden + k] += g * out[o * hidden + k];
          }
        }
      }
      convolveBack(this.#s, ds, width, weights, grads[1], grads[2], h, dh, hidden, n, this.shape.reach);
      this.#adam(denseRate);
    }
    // Features: AdaGrad, per output a rate of its own, one for the rest of the row.
    const squares = this.#featureSquares;
    const scale = dropout > 0 ? 1 / (1 - dropout) : 1;
    for (let i = 0; i < n; i++) {
      const base = i * width;
      let rest = 0;
      for (let d = 0; d < width; d++) {
        ds[base + d] *= scale;
        if (d >= outputs) rest += ds[base + d] * ds[base + d];
      }
      if (embedding > 0) rest /= embedding;
      for (let f = this.#keptFrom[i]; f < this.#keptFrom[i + 1]; f++) {
        const slot = this.#kept[f];
        const w = slot * width;
        const q = slot * (outputs + 1);
        for (let o = 0; o < outputs; o++) {
          const g = ds[base + o];
          if (g > 1e-3 || g < -1e-3) {
            squares[q + o] += g * g;
            features[w + o] -= (rate * g) / Math.sqrt(squares[q + o] + 1e-2);
          }
        }
        if (embedding > 0 && rest > 1e-12) {
          squares[q + outputs] += rest;
          const r = (rate * 0.5) / Math.sqrt(squares[q + outputs] + 1e-4);
          for (let d = outputs; d < width; d++) features[w + d] -= r * ds[base + d];
        }
      }
    }
    return loss;
  }

  #adam(rate: number): void {
    this.#step++;
    const c1 = 1 - 0.9 ** this.#step;
    const c2 = 1 - 0.999 ** this.#step;
    for (let l = 0; l < this.dense.length; l++) {
      const w = this.dense[l];
      const g = this.#grads[l];
      const m = this.#m[l];
      const v = this.#v[l];
      for (let i = 0; i < w.length; i++) {
        m[i] = 0.9 * m[i] + 0.1 * g[i];
        v[i] = 0.999 * v[i] + 0.001 * g[i] * g[i];
        w[i] -= (rate * (m[i] / c1)) / (Math.sqrt(v[i] / c2) + 1e-6);
      }
    }
  }
}

/** `to[i] = relu(bias + Σ weights · from[i-reach … i+reach])`, zeros beyond the ends. */
function convolve(
  from: Float32Array,
  width: number,
  weights: Float32Array,
  bias: Float32Array,
  to: Float32Array,
  hidden: number,
  n: number,
  reach: number,
): void {
  const row = width * (2 * reach + 1);
  for (let i = 0; i < n; i++) {
    const lo = Math.max(0, i - reach);
    const hi = Math.min(n - 1, i + reach);
    const offset = (lo - i + reach) * width;
    const length = (hi - lo + 1) * width;
    const base = lo * width;
    for (let k = 0; k < hidden; k++) {
      let sum = bias[k];
      const w = k * row + offset;
      for (let d = 0; d < length; d++) sum += weights[w + d] * from[base + d];
      to[i * hidden + k] = Math.max(0, sum);
    }
  }
}

function convolveBack(
  from: Float32Array,
  dfrom: Float32Array,
  width: number,
  weights: Float32Array,
  dweights: Float32Array,
  dbias: Float32Array,
  to: Float32Array,
  dto: Float32Array,
  hidden: number,
  n: number,
  reach: number,
): void {
  const row = width * (2 * reach + 1);
  for (let i = 0; i < n; i++) {
    const lo = Math.max(0, i - reach);
    const hi = Math.min(n - 1, i + reach);
    const offset = (lo - i + reach) * width;
    const length = (hi - lo + 1) * width;
    const base = lo * width;
    for (let k = 0; k < hidden; k++) {
      if (to[i * hidden + k] <= 0) continue;
      const g = dto[i * hidden + k];
      if (g === 0) continue;
      dbias[k] += g;
      const w = k * row + offset;
      for (let d = 0; d < length; d++) {
        dweights[w + d] += g * from[base + d];
        dfrom[base + d] += g * weights[w + d];
      }
    }
  }
}
