import { readFileSync } from 'node:fs';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { Dictionaries } from '../../dictionary/index.ts';
import { GuiyiError } from '../../errors/index.ts';

/** Hashed features fall into so many buckets, as a power of two; each has one weight. */
export const FEATURE_BITS = 20;
/** Cues fall into so many buckets. */
export const CUE_BITS = 19;

/** What one decision was learned as: a weight a feature, all others nought. */
export interface LinearModelData {
  /** Buckets of the cues, ascending: a place without one of them needs no decision. Empty where each is decided. */
  readonly cues: Int32Array;
  /** Buckets of the features that have a weight, ascending. */
  readonly features: Int32Array;
  readonly weights: Int8Array;
  /** What one unit of the weights is worth. */
  readonly scale: number;
}

export const featureBucket = (hash: number) => hash >>> (32 - FEATURE_BITS);
export const cueBucket = (hash: number) => hash >>> (32 - CUE_BITS);

/** Decides yes or no about a place from its hashed features: a logistic model over a table of weights. */
export class LinearModel {
  readonly #weights = new Int8Array(1 << FEATURE_BITS);
  readonly #cues = new Int32Array(1 << (CUE_BITS - 5));
  readonly #scale: number;

  constructor({ cues, features, weights, scale }: LinearModelData) {
    features.forEach((bucket, i) => {
      this.#weights[bucket] = weights[i];
    });
    for (const bucket of cues) this.#cues[bucket >>> 5] |= 1 << (bucket & 31);
    this.#scale = scale;
  }

  /** One where the hash is that of a cue, nought where not. */
  isCue(hash: number): number {
    const bucket = hash >>> (32 - CUE_BITS);
    return (this.#cues[bucket >>> 5] >>> (bucket & 31)) & 1;
  }

  /** What the first `count` of the hashed `features` say, as log odds of yes. */
  logit(features: Int32Array, count: number): number {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += this.#weights[features[i] >>> (32 - FEATURE_BITS)];
    return sum * this.#scale;
  }
}

/** The probability that log odds stand for. */
export function probabilityOfLogit(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

/** Reads a packaged model. @throws GuiyiError GY401 where it can't be read */
export function loadLinearModel(name: string): LinearModel {
  const path = Dictionaries.packagedFile(name);
  try {
    return new LinearModel(readLinearModel(readFileSync(path)));
  } catch (cause) {
    throw new GuiyiError('GY401', String(cause), { path }, { cause });
  }
}

/** `GYL1`, as a little-endian number. */
const MAGIC = 0x314c5947;

/** Writes a model as bytes: a head, the differences between buckets, the weights; all compressed. */
export function writeLinearModel({ cues, features, weights, scale }: LinearModelData): Uint8Array {
  const head = new Int32Array([MAGIC, cues.length, features.length]);
  const raw = Buffer.concat([
    Buffer.from(head.buffer),
    Buffer.from(Float32Array.of(scale).buffer),
    differencesOf(cues),
    differencesOf(features),
    Buffer.from(weights.buffer, weights.byteOffset, weights.length),
  ]);
  return brotliCompressSync(raw, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
}

/** Reads what {@link writeLinearModel} wrote. @throws RangeError where the bytes are no such model */
export function readLinearModel(bytes: Uint8Array): LinearModelData {
  const raw = brotliDecompressSync(bytes);
  if (raw.length < 16 || raw.readInt32LE(0) !== MAGIC) throw new RangeError('the file is no linear model');
  let at = 16;
  const ascending = (count: number) => {
    const buckets = new Int32Array(count);
    let bucket = 0;
    for (let i = 0; i < count; i++) {
      let shift = 0;
      for (; raw[at] > 127; at++, shift += 7) bucket += (raw[at] & 127) << shift;
      bucket += raw[at++] << shift;
      buckets[i] = bucket;
    }
    return buckets;
  };
  const cues = ascending(raw.readInt32LE(4));
  const features = ascending(raw.readInt32LE(8));
  const weights = Int8Array.from(raw.subarray(at, at + features.length));
  if (weights.length !== features.length) throw new RangeError('the linear model is cut short');
  return { cues, features, weights, scale: raw.readFloatLE(12) };
}

/** Ascending numbers as their differences, seven bits a byte. */
function differencesOf(ascending: Int32Array): Buffer {
  const bytes: number[] = [];
  let before = 0;
  for (const value of ascending) {
    let difference = value - before;
    before = value;
    for (; difference > 127; difference >>>= 7) bytes.push((difference & 127) | 128);
    bytes.push(difference);
  }
  return Buffer.from(bytes);
}
