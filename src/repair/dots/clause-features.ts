import { finish, mix } from '../network/hash.ts';
import { MARK } from '../symbols.ts';
import type { Boundaries } from './boundaries.ts';

/** How far into a clause its pairs of characters are looked at. */
const REACH = 6;
/** Empty places before the first symbol and the first clause and after the last, so that no neighbour needs a check. */
const PAD = 4;

/** Words whose place in a clause says whether it is a member of a list: conjunctions and 等 by number, and 的. */
const JOINERS = '和与及或等';
const DE = JOINERS.length + 1;
const wordOf = new Uint8Array(0x10000);
[...JOINERS, '的'].forEach((character, k) => {
  wordOf[character.charCodeAt(0)] = k + 1;
});
/** Places further from a clause's edge than this say nothing. */
const FAR = 15;

/** Lengths in bins that grow: each bin begins at its number here. */
function binsFrom(starts: readonly number[]): Uint8Array {
  const bins = new Uint8Array(256);
  starts.forEach((start, bin) => {
    bins.fill(bin, start);
  });
  return bins;
}
const FINE = binsFrom([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 13, 16, 20, 26, 36]);
/** For crosses of several lengths. */
const COARSE = binsFrom([0, 1, 2, 3, 5, 7, 10, 15, 23]);

/** What the features of a passage's marks are made of; worked out once a passage, as each clause has up to five marks near. */
interface Columns extends Pick<Boundaries, 'symbols' | 'at'> {
  /** Per symbol, from `PAD` on, a hash of it and the next. */
  readonly pairs: Int32Array;
  /** Per symbol, from `PAD` on, a hash of it and the next two. */
  readonly triples: Int32Array;
  /** Per clause, from `PAD` on, its length: in symbols, in fine and in coarse bins. The clause `i` begins after boundary `i`. */
  readonly lengths: Int32Array;
  readonly fine: Uint8Array;
  readonly coarse: Uint8Array;
  /** Per clause, from `PAD` on, which joiner stands first in it and about where: at its start, its end, near or far; 0 for none. */
  readonly joiners: Uint8Array;
  /**
   * Per clause, from `PAD` on, where 的 and a joiner stand: the first of each, counted from the clause's start, 的 in
   * the low four bits; and the last of each, counted from its end. 0 for none, or none within {@link FAR}.
   */
  readonly firsts: Uint8Array;
  readonly lasts: Uint8Array;
}

/**
 * Gives what writes the hashed features of the clauses around the marks of a passage and says their number, `MOST_FEATURES`
 * at most; place `i` is the boundary `i + 1`.
 */
export function clauseFeatures(boundaries: Boundaries): (index: number, out: Int32Array) => number {
  const columns = columnsOf(boundaries);
  return (index, out) => {
    const count = writeFeatures(columns, index + 1, out);
    for (let f = 0; f < count; f++) out[f] = finish(out[f]);
    return count;
  };
}

function columnsOf(boundaries: Boundaries): Columns {
  const { symbols, at, length, count } = boundaries;
  const pairs = new Int32Array(length + 2 * PAD);
  const triples = new Int32Array(length + 2 * PAD);
  for (let i = 0; i < length; i++) {
    const pair = mix(mix(1, symbols[i]), symbols[i + 1]);
    pairs[i + PAD] = pair;
    triples[i + PAD] = mix(pair, symbols[i + 2]);
  }
  const lengths = new Int32Array(count + 2 * PAD);
  const fine = new Uint8Array(count + 2 * PAD);
  const coarse = new Uint8Array(count + 2 * PAD);
  const joiners = new Uint8Array(count + 2 * PAD);
  const firsts = new Uint8Array(count + 2 * PAD);
  const lasts = new Uint8Array(count + 2 * PAD);
  for (let i = 0; i + 1 < count; i++) {
    const from = at[i] + 1;
    const to = at[i + 1];
    const n = to - from;
    lengths[i + PAD] = n;
    fine[i + PAD] = FINE[Math.min(n, 255)];
    coarse[i + PAD] = COARSE[Math.min(n, 255)];
    let firstDe = 0;
    let firstJoiner = 0;
    let lastDe = 0;
    let lastJoiner = 0;
    for (let s = from; s < to; s++) {
      const word = wordOf[symbols[s]];
      if (word === 0) continue;
      if (word === DE) {
        if (firstDe === 0) firstDe = s - from + 1;
        lastDe = to - s;
        continue;
      }
      lastJoiner = to - s;
      if (firstJoiner > 0) continue;
      firstJoiner = s - from + 1;
      joiners[i + PAD] = word * 4 + (s === from ? 0 : s === to - 1 ? 1 : firstJoiner <= 7 ? 2 : 3);
    }
    firsts[i + PAD] = within(firstDe) | (within(firstJoiner) << 4);
    lasts[i + PAD] = within(lastDe) | (within(lastJoiner) << 4);
  }
  return { symbols, at, pairs, triples, lengths, fine, coarse, joiners, firsts, lasts };
}

function within(place: number): number {
  return place <= FAR ? place : 0;
}

/**
 * Writes the features of a boundary that is not one of the two ends. Which kinds earn their time was found by
 * taking away, again and again, those that the held-out texts miss least.
 */
function writeFeatures(columns: Columns, index: number, out: Int32Array): number {
  const { symbols, at, pairs, triples, lengths, fine, coarse, joiners, firsts, lasts } = columns;
  const p = at[index];
  const left = at[index - 1] + 1;
  const right = at[index + 1];
  const clauseR = index + PAD;
  const clauseL = clauseR - 1;
  let n = 0;

  // The characters on both sides.
  const l1 = symbols[p - 1];
  const r1 = symbols[p + 1];
  const L1 = mix(2, l1);
  const R1 = mix(3, r1);
  const L2 = pairs[p - 2 + PAD];
  const R2 = pairs[p + 1 + PAD];
  out[n++] = mix(L1, 1);
  out[n++] = mix(L2, 2);
  out[n++] = mix(triples[p - 3 + PAD], 3);
  out[n++] = mix(R1, 4);
  out[n++] = mix(R2, 5);
  out[n++] = mix(triples[p + 1 + PAD], 6);
  out[n++] = mix(mix(L1, r1), 7);
  out[n++] = mix(mix(R1, p > 1 ? symbols[p - 2] : MARK), 9);
  out[n++] = mix(pairs[p - 3 + PAD], 10);
  out[n++] = mix(pairs[p + 3 + PAD], 12);

  // Lengths of the clauses, and what stands in them where.
  const fl = fine[clauseL];
  const fr = fine[clauseR];
  const cl = coarse[clauseL];
  const cr = coarse[clauseR];
  const deR = firsts[clauseR] & 15;
  const joinerR = firsts[clauseR] >> 4;
  const joinsR = joiners[clauseR];
  const joinsR2 = joiners[clauseR + 1];
  out[n++] = mix(fr, 0x1000);
  out[n++] = mix(joinsR, 0x2000);
  out[n++] = mix(joinsR2 * 16 + coarse[clauseR + 1], 0x3000);
  out[n++] = mix((joinerR * 16 + fl) * 16 + fr, 0x4000);
  out[n++] = mix(firsts[clauseR] * 16 + cl, 0x6000);
  out[n++] = mix(lasts[clauseL] * 16 + cl, 0x7000);
  out[n++] = mix(mix(R1, fl), 13);
  out[n++] = mix(mix(R1, fr), 14);
  out[n++] = mix(mix(R1, deR), 18);
  out[n++] = mix(mix(R2, joinerR), 19);

  // Beginnings and ends of the clauses near.
  const startL = pairs[left + PAD];
  const startR2 = pairs[right + 1 + PAD];
  const endR = pairs[right - 2 + PAD];
  const firstL = symbols[left];
  const firstR2 = symbols[right + 1];
  out[n++] = mix(startL, 20);
  out[n++] = mix(endR, 22);
  out[n++] = mix(mix(R1, firstL), 23);

  // Parallel clauses: equal beginnings and ends, near-equal lengths.
  const left2 = index > 1 ? at[index - 2] + 1 : left - 1;
  const right2 = at[index + 2] > right ? at[index + 2] : right + 1;
  const startL2 = pairs[left2 + PAD];
  const lastR = symbols[right - 1];
  const sameOne =
    (firstL === r1 ? 1 : 0) |
    (l1 === lastR ? 2 : 0) |
    (symbols[left2] === firstL ? 4 : 0) |
    (left > 1 && symbols[left - 2] === l1 ? 8 : 0) |
    (firstR2 === r1 ? 16 : 0) |
    (symbols[right2 - 1] === lastR ? 32 : 0);
  const sameTwo =
    (startL === R2 ? 1 : 0) |
    (startL2 === startL ? 2 : 0) |
    (startR2 === R2 ? 4 : 0) |
    (pairs[right2 + 1 + PAD] === R2 ? 8 : 0) |
    (endR === L2 ? 16 : 0) |
    (pairs[left - 3 + PAD] === L2 ? 32 : 0) |
    (pairs[right2 - 2 + PAD] === endR ? 64 : 0) |
    (startL2 === R2 ? 128 : 0);
  const lengthL = lengths[clauseL];
  const lengthR = lengths[clauseR];
  const near =
    (isNear(lengthL, lengthR) ? 1 : 0) |
    (isNear(lengths[clauseL - 1], lengthL) ? 2 : 0) |
    (isNear(lengthR, lengths[clauseR + 1]) ? 4 : 0);
  out[n++] = mix((((sameOne & 3) * 8 + near) * 16 + cl) * 16 + cr, 0x80000);
  out[n++] = mix((sameTwo * 64 + sameOne) * 8 + near, 0x100000);
  out[n++] = mix(mix(L1, sameOne & 3), 25);
  out[n++] = mix(mix(R1, sameOne & 3), 26);

  // Pairs of characters anywhere near in the two clauses; on the left each second one says as much.
  for (let i = p - 2, stop = Math.max(left, p - REACH); i >= stop; i -= 2) out[n++] = mix(pairs[i + PAD], 29);
  for (let i = p + 2, stop = Math.min(right - 1, p + REACH); i < stop; i++)
    out[n++] = mix(pairs[i + PAD], 30);
  return n;
}

function isNear(a: number, b: number): boolean {
  return a - b <= 1 && b - a <= 1;
}
