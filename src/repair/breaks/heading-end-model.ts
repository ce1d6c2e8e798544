import { readFileSync } from 'node:fs';
import { Dictionaries } from '../../dictionary/index.ts';
import { GuiyiError } from '../../errors/index.ts';
import type { Style } from './heading-number.ts';

/** Weights that a feature can fall on; a power of two. */
export const WEIGHTS = 1 << 15;
/** Features of one gap, at most. */
const MOST = 20;
/** The longest heading after its number, in UTF-16 units. */
export const LONGEST = 45;
/** The shortest. */
const SHORTEST = 2;
/** Marks that no heading goes beyond. */
const FINAL = '。！？；：\n';
/** Marks beside which no heading ends without a mark. */
const MARKS = '，、·…—“‘（《-,.';

/** Writes the features of the gap before `at` and gives their number. `from` is where the heading begins, its number left out. */
export function headingFeatures(
  text: string,
  from: number,
  at: number,
  style: Style | '',
  out: Int32Array,
): number {
  let count = 0;
  const add = (kind: number, a: number, b = 0, c = 0, d = 0) => {
    let hash = Math.imul(kind ^ 0x811c9dc5, 0x01000193);
    for (const value of [a, b, c, d]) hash = Math.imul(hash ^ value, 0x01000193) ^ (hash >>> 15);
    out[count++] = ((hash ^ (hash >>> 13)) >>> 0) & (WEIGHTS - 1);
  };
  const unit = (i: number) => (i < from ? 0 : symbolOf(text.charCodeAt(i)));
  const [l1, l2, l3, l4] = [unit(at - 1), unit(at - 2), unit(at - 3), unit(at - 4)];
  const [r1, r2, r3, r4] = [unit(at), unit(at + 1), unit(at + 2), unit(at + 3)];
  add(1, l1);
  add(2, l1, l2);
  add(3, l1, l2, l3);
  add(4, l1, l2, l3, l4);
  add(5, r1);
  add(6, r1, r2);
  add(7, r1, r2, r3);
  add(8, r1, r2, r3, r4);
  add(9, l1, r1);
  add(10, l1, l2, r1, r2);
  add(11, l1, l2, r1);
  add(12, l1, r1, r2);
  const size = at - from;
  add(13, size > 12 ? 12 + ((size - 12) >> 2) : size);
  add(14, style.length === 0 ? 0 : style.charCodeAt(0), Math.min(5, size >> 2));
  // A heading of two parts, 深化改革，激发活力, ends a while after its comma.
  const comma = text.lastIndexOf('，', at - 1);
  add(15, comma >= from ? Math.min(12, at - comma) : 0);
  // What the heading names, its text often begins with: 一、农村道路农村道路建设….
  const again = text.slice(from, at).indexOf(text.slice(at, at + 2));
  add(16, again < 0 ? 0 : again === 0 ? 1 : 2);
  // How soon the first clause of the text ends.
  let end = at;
  while (end - at < 16 && end < text.length && !'，。：；'.includes(text[end])) end++;
  add(17, end - at, text.charCodeAt(end) === 0xff0c ? 1 : 2);
  return count;
}

function symbolOf(unit: number): number {
  return unit >= 0x30 && unit <= 0x39 ? 0x30 : unit;
}

/** The gaps of the clause that begins at `from` in which its heading can end, in order. */
export function gapsOf(text: string, from: number, end: number): number[] {
  const gaps: number[] = [];
  for (let at = from + 1; at < end && at - from <= LONGEST; at++) {
    if (FINAL.includes(text[at - 1])) break;
    if (at - from < SHORTEST || MARKS.includes(text[at - 1])) continue;
    if (MARKS.includes(text[at]) && !'“《'.includes(text[at])) continue;
    if (FINAL.includes(text[at]) || '”’）》'.includes(text[at])) continue;
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
  readonly #features = new Int32Array(MOST);

  /** @param scale what one unit of a weight is worth */
  constructor(weights: Int8Array, scale: number, none: number) {
    this.#weights = weights;
    this.#scale = scale;
    this.none = none;
  }

  /** The score of each gap of the heading that begins at `from`. */
  scores(text: string, from: number, gaps: readonly number[], style: Style | ''): number[] {
    return gaps.map((at) => {
      const count = headingFeatures(text, from, at, style, this.#features);
      let sum = 0;
      for (let i = 0; i < count; i++) sum += this.#weights[this.#features[i]];
      return sum * this.#scale;
    });
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
