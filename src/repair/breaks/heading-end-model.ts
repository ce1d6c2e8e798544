import { readFileSync } from 'node:fs';
import { Dictionaries } from '../../dictionary/index.ts';
import { GuiyiError } from '../../errors/index.ts';
import { isOneOf } from '../characters.ts';
import { mix } from '../network/hash.ts';
import type { Style } from './heading-number.ts';

/** Weights that a feature can fall on; a power of two. */
export const WEIGHTS = 1 << 15;
/** The longest heading after its number, in UTF-16 units. */
export const LONGEST = 45;
/** The shortest. */
const SHORTEST = 2;
/** Marks that no heading goes beyond. */
const FINAL = '。！？；：;:\n';
/** Marks beside which no heading ends without a mark. */
const MARKS = '，、·…—“‘（《-,.';
/** Marks before which no heading ends. */
const GOES_ON = `${FINAL}，、·…—‘（-,.”’）》`;

/** Writes the features of the gap before `at` and gives their number. `from` is where the heading begins, its number left out. */
export function headingFeatures(
  text: string,
  from: number,
  at: number,
  style: Style | '',
  out: Int32Array,
): number {
  const l1 = unitAt(text, from, at - 1);
  const l2 = unitAt(text, from, at - 2);
  const r1 = unitAt(text, from, at);
  const r2 = unitAt(text, from, at + 1);
  const L1 = mix(LEFT, l1);
  const L2 = mix(L1, l2);
  const L3 = mix(L2, unitAt(text, from, at - 3));
  const R1 = mix(RIGHT, r1);
  const R2 = mix(R1, r2);
  const R3 = mix(R2, unitAt(text, from, at + 2));
  const size = at - from;
  // A heading of two parts, 深化改革，激发活力, ends a while after its comma.
  let comma = at - 1;
  while (comma >= from && text.charCodeAt(comma) !== COMMA) comma--;
  // What the heading names, its text often begins with: 一、农村道路农村道路建设….
  const first = text.charCodeAt(at);
  const second = text.charCodeAt(at + 1);
  let again = from;
  while (again < at - 1 && (text.charCodeAt(again) !== first || text.charCodeAt(again + 1) !== second))
    again++;
  // How soon the first clause of the text ends.
  let end = at;
  while (end - at < 16 && end < text.length && !isOneOf(CLAUSE, text, end)) end++;
  out[0] = L1;
  out[1] = L2;
  out[2] = L3;
  out[3] = mix(L3, unitAt(text, from, at - 4));
  out[4] = R1;
  out[5] = R2;
  out[6] = R3;
  out[7] = mix(R3, unitAt(text, from, at + 3));
  out[8] = mix(L1, R1);
  out[9] = mix(L2, R2);
  out[10] = mix(L2, R1);
  out[11] = mix(L1, R2);
  out[12] = mix(13, size > 12 ? 12 + ((size - 12) >> 2) : size);
  out[13] = mix(mix(14, style === '' ? 0 : style.charCodeAt(0)), Math.min(5, size >> 2));
  out[14] = mix(15, comma >= from ? Math.min(12, at - comma) : 0);
  out[15] = mix(16, again >= at - 1 ? 0 : again === from ? 1 : 2);
  out[16] = mix(mix(17, end - at), text.charCodeAt(end) === COMMA ? 1 : 2);
  for (let i = 0; i < FEATURES; i++) out[i] = (out[i] ^ (out[i] >>> 15)) & (WEIGHTS - 1);
  return FEATURES;
}

/** Features of one gap. */
export const FEATURES = 17;
const LEFT = 101;
const RIGHT = 102;
const COMMA = 0xff0c;
const CLAUSE = '，。：；';

/** The unit at `at` as the model sees it: figures alike, and what stands before the heading as nothing. */
function unitAt(text: string, from: number, at: number): number {
  return at < from ? 0 : symbolOf(text.charCodeAt(at));
}

function symbolOf(unit: number): number {
  return unit >= 0x30 && unit <= 0x39 ? 0x30 : unit;
}

/** The gaps of the clause that begins at `from` in which its heading can end, in order. */
export function gapsOf(text: string, from: number, end: number): number[] {
  const gaps: number[] = [];
  for (let at = from + 1; at < end && at - from <= LONGEST; at++) {
    if (isOneOf(FINAL, text, at - 1)) break;
    if (at - from < SHORTEST || isOneOf(MARKS, text, at - 1) || isOneOf(GOES_ON, text, at)) continue;
    if (isAlphanumeric(text, at) && isAlphanumeric(text, at - 1)) continue;
    gaps.push(at);
  }
  return gaps;
}

function isAlphanumeric(text: string, at: number): boolean {
  const unit = text.charCodeAt(at) | 0x20;
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
}

/** Says where a heading without a mark ends and its text begins: a linear score a gap, and one for no end at all. */
export class HeadingEndModel {
  readonly #weights: Int8Array;
  readonly #scale: number;
  /** The score of no end. */
  readonly none: number;
  readonly #features = new Int32Array(FEATURES);

  /** @param scale what one unit of a weight is worth */
  constructor(weights: Int8Array, scale: number, none: number) {
    this.#weights = weights;
    this.#scale = scale;
    this.none = none;
  }

  /** The score of each gap of the heading that begins at `from`. */
  scores(text: string, from: number, gaps: readonly number[], style: Style | ''): number[] {
    const features = this.#features;
    const weights = this.#weights;
    const scores: number[] = [];
    for (const at of gaps) {
      const count = headingFeatures(text, from, at, style, features);
      let sum = 0;
      for (let i = 0; i < count; i++) sum += weights[features[i]];
      scores.push(sum * this.#scale);
    }
    return scores;
  }
}

/** The logarithm of the odds that there is an end, of all scores together. */
export function oddsOf(scores: readonly number[], none: number): number {
  const highest = Math.max(...scores);
  let sum = 0;
  for (const score of scores) sum += Math.exp(score - highest);
  return highest + Math.log(sum) - none;
}

/** A file of the model: two numbers of four bytes, the scale and the score of no end, then a weight a byte. */
export function writeHeadingEnds(weights: Int8Array, scale: number, none: number): Buffer {
  const head = Float32Array.of(scale, none);
  return Buffer.concat([Buffer.from(head.buffer), Buffer.from(weights.buffer)]);
}

const MODEL = Symbol('model of heading ends');

/** The packaged model, read when the first heading without a mark comes. @throws GuiyiError GY401 where it can't be read */
export function headingEndModel(dictionaries: Dictionaries): HeadingEndModel {
  return dictionaries.derived(MODEL, () => {
    const path = Dictionaries.packagedFile('headings.model');
    try {
      const bytes = readFileSync(path);
      if (bytes.length !== 8 + WEIGHTS) throw new RangeError(`${bytes.length} bytes`);
      const weights = new Int8Array(bytes.buffer, bytes.byteOffset + 8, WEIGHTS);
      return new HeadingEndModel(weights, bytes.readFloatLE(0), bytes.readFloatLE(4));
    } catch (cause) {
      throw new GuiyiError('GY401', String(cause), { path }, { cause });
    }
  });
}
