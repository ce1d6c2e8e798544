import { BOUNDARY, type Boundaries } from './boundaries.ts';

/** How far into a clause its words are looked at. */
const REACH = 8;

/** Conjunctions and 等, by code: 和 与 及 或 等 以 并. */
const JOINERS = [0x548c, 0x4e0e, 0x53ca, 0x6216, 0x7b49];

/** Takes one more value into a hash. */
export function mix(hash: number, value: number): number {
  const mixed = Math.imul(hash ^ value, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}

/** Lengths in bins that grow: exact up to 8, then by steps. */
const BINS = new Uint8Array(256);
for (let n = 0; n < 256; n++) {
  BINS[n] =
    n <= 8 ? n : n <= 10 ? 9 : n <= 12 ? 10 : n <= 15 ? 11 : n <= 19 ? 12 : n <= 25 ? 13 : n <= 35 ? 14 : 15;
}
const binOf = (length: number) => BINS[Math.min(length, 255)];

/** Coarser bins, for crosses of several lengths. */
const COARSE = new Uint8Array(256);
for (let n = 0; n < 256; n++)
  COARSE[n] = n <= 2 ? n : n <= 4 ? 3 : n <= 6 ? 4 : n <= 9 ? 5 : n <= 14 ? 6 : n <= 22 ? 7 : 8;
const coarse = (length: number) => COARSE[Math.min(length, 255)];

/**
 * Writes the hashed features of boundary `index` (never one of the two ends) into `out`; gives their number, 128 at most.
 */
export function featuresOf(boundaries: Boundaries, index: number, out: Int32Array): number {
  const { symbols, raw, at, count } = boundaries;
  const p = at[index];
  const left = at[index - 1] + 1;
  const right = at[index + 1];
  const left2 = index >= 2 ? at[index - 2] + 1 : left - 1;
  const right2 = index + 2 < count ? at[index + 2] : right + 1;
  const left3 = index >= 3 ? at[index - 3] + 1 : left2 - 1;
  const right3 = index + 3 < count ? at[index + 3] : right2 + 1;
  const lengthL = p - left;
  const lengthR = right - p - 1;
  const lengthL2 = Math.max(0, left - 1 - left2);
  const lengthR2 = Math.max(0, right2 - right - 1);
  const lengthL3 = Math.max(0, left2 - 1 - left3);
  const lengthR3 = Math.max(0, right3 - right2 - 1);
  let n = 0;
  const add = (template: number, hash: number) => {
    out[n++] = mix(hash, template + 0x1000);
  };

  const l1 = symbols[p - 1];
  const l2 = p >= 2 ? symbols[p - 2] : BOUNDARY;
  const l3 = p >= 3 ? symbols[p - 3] : BOUNDARY;
  const l4 = p >= 4 ? symbols[p - 4] : BOUNDARY;
  const r1 = symbols[p + 1] || BOUNDARY;
  const r2 = symbols[p + 2] || BOUNDARY;
  const r3 = symbols[p + 3] || BOUNDARY;
  const r4 = symbols[p + 4] || BOUNDARY;
  const L1 = mix(1, l1);
  const L2 = mix(L1, l2);
  const L3 = mix(L2, l3);
  const L4 = mix(L3, l4);
  const R1 = mix(2, r1);
  const R2 = mix(R1, r2);
  const R3 = mix(R2, r3);
  const R4 = mix(R3, r4);
  add(1, L1);
  add(2, L2);
  add(3, L3);
  add(4, L4);
  add(5, R1);
  add(6, R2);
  add(7, R3);
  add(8, R4);
  add(9, mix(L1, R1));
  add(10, mix(L2, R1));
  add(11, mix(L1, R2));
  add(12, mix(L2, R2));
  add(13, mix(L3, R1));
  add(14, mix(L1, R3));
  add(15, mix(L2, R3));

  // Lengths of the clauses around, and their crosses.
  const bl = binOf(lengthL);
  const br = binOf(lengthR);
  const cl2 = coarse(lengthL2);
  const cr2 = coarse(lengthR2);
  const cl = coarse(lengthL);
  const cr = coarse(lengthR);
  add(20, bl);
  add(21, br);
  add(22, binOf(lengthL2));
  add(23, binOf(lengthR2));
  add(24, bl * 16 + br);
  add(25, (cl2 * 16 + bl) * 16 + br);
  add(26, (bl * 16 + br) * 16 + cr2);
  add(27, ((cl2 * 16 + cl) * 16 + cr) * 16 + cr2);
  add(28, (coarse(lengthL3) * 16 + cl2) * 16 + cl);
  add(29, (cr * 16 + cr2) * 16 + coarse(lengthR3));
  add(30, mix(L1, bl * 16 + br));
  add(31, mix(R1, bl * 16 + br));
  add(32, mix(L2, cr));
  add(33, mix(R2, cl));
  add(34, mix(R2, cr));
  add(35, mix(L2, cl));

  // Beginnings and ends of the neighbouring clauses.
  const firstL = symbols[left];
  const firstL2 = lengthL > 1 ? symbols[left + 1] : BOUNDARY;
  const startL = mix(mix(3, firstL), firstL2);
  const endR1 = lengthR > 0 ? symbols[right - 1] : BOUNDARY;
  const endR = mix(mix(4, endR1), lengthR > 1 ? symbols[right - 2] : BOUNDARY);
  const endL2 = mix(
    mix(5, lengthL2 > 0 ? symbols[left - 2] : BOUNDARY),
    lengthL2 > 1 ? symbols[left - 3] : BOUNDARY,
  );
  const startR2 = mix(
    mix(6, lengthR2 > 0 ? symbols[right + 1] : BOUNDARY),
    lengthR2 > 1 ? symbols[right + 2] : BOUNDARY,
  );
  const startL2 = mix(
    mix(7, lengthL2 > 0 ? symbols[left2] : BOUNDARY),
    lengthL2 > 1 ? symbols[left2 + 1] : BOUNDARY,
  );
  const endR2 = mix(
    mix(8, lengthR2 > 0 ? symbols[right2 - 1] : BOUNDARY),
    lengthR2 > 1 ? symbols[right2 - 2] : BOUNDARY,
  );
  add(40, startL);
  add(41, endR);
  add(42, endL2);
  add(43, startR2);
  add(44, mix(startL, R1));
  add(45, mix(startL, R2));
  add(46, mix(L1, endR1));
  add(47, mix(L2, endR));
  add(48, mix(mix(9, firstL), mix(R1, l1)));
  add(49, startL2);
  add(50, endR2);
  add(51, mix(startR2, R2));
  add(52, mix(endL2, L2));
  add(53, mix(mix(startR2, r1), endR1));
  add(54, mix(mix(startR2, l1), cr));
  if (lengthL3 > 0) add(55, mix(mix(10, symbols[left3]), symbols[left3 + 1]));
  if (lengthR3 > 0) add(56, mix(mix(11, symbols[right2 + 1]), symbols[right2 + 2] || BOUNDARY));

  // Parallel clauses: equal first and last characters, near-equal lengths.
  const equal =
    (firstL === r1 ? 1 : 0) |
    (l1 === endR1 ? 2 : 0) |
    (lengthL2 > 0 && symbols[left2] === firstL ? 4 : 0) |
    (lengthL2 > 0 && symbols[left - 2] === l1 ? 8 : 0) |
    (lengthR2 > 0 && symbols[right + 1] === r1 ? 16 : 0) |
    (lengthR2 > 0 && symbols[right2 - 1] === endR1 ? 32 : 0);
  const near =
    (near1(lengthL, lengthR) ? 1 : 0) |
    (near1(lengthL2, lengthL) ? 2 : 0) |
    (near1(lengthR, lengthR2) ? 4 : 0);
  add(60, equal);
  add(61, equal * 8 + near);
  add(62, ((equal & 3) * 8 + near) * 256 + cl * 16 + cr);
  add(63, mix(L1, equal & 3));
  add(64, mix(R1, equal & 3));

  // Where 和 与 及 或 等 stand in the next clauses and the one before.
  const joinR = joiner(symbols, p + 1, right);
  const joinL = joiner(symbols, left, p);
  const joinR2 = joiner(symbols, right + 1, right2);
  add(70, joinR);
  add(71, joinL);
  add(72, joinR2 * 64 + coarse(lengthR2));
  add(73, ((joinL * 64 + joinR) * 16 + cl) * 16 + cr);
  add(74, ((joinR * 64 + joinR2) * 16 + cl) * 16 + cr);
  const joinR3 = joiner(symbols, right2 + 1, right3);
  add(75, ((joinR3 * 8 + near) * 16 + cl) * 16 + cr);

  // Figures and letters beside the mark, as they are.
  if (l1 === 0x30) {
    let from = p - 1;
    while (symbols[from - 1] === 0x30) from--;
    const digits = p - from;
    let hash = digits;
    for (let i = from; i < p && i < from + 2; i++) hash = mix(hash, raw[i]);
    add(80, mix(mix(12, digits), symbols[from - 1]));
    add(81, mix(mix(hash, symbols[from - 1]), symbols[from - 2] || BOUNDARY));
    add(82, mix(mix(mix(13, digits), symbols[from - 1]), r1));
    add(83, mix(mix(14, digits), R2));
    add(84, mix(mix(mix(15, symbols[from - 1]), symbols[from - 2] || BOUNDARY), r1));
    add(85, mix(hash, 16));
  }
  if (r1 === 0x30) {
    let to = p + 2;
    while (symbols[to] === 0x30) to++;
    const digits = to - p - 1;
    add(86, mix(mix(mix(17, digits), symbols[to] || BOUNDARY), l1));
    add(87, mix(mix(18, digits), symbols[to] || BOUNDARY));
    add(88, mix(mix(mix(19, digits), symbols[to] || BOUNDARY), L2));
  }

  // How far from the ends of the passage.
  add(90, Math.min(index, 4) * 8 + Math.min(count - 1 - index, 4));

  // Pairs of characters anywhere near in the two clauses.
  for (let i = p - 2, stop = Math.max(left, p - REACH); i >= stop; i--)
    add(100, mix(symbols[i], symbols[i + 1]));
  for (let i = p + 2, stop = Math.min(right - 1, p + REACH); i < stop; i++)
    add(101, mix(symbols[i], symbols[i + 1]));
  return n;
}

function near1(a: number, b: number): boolean {
  return a - b <= 1 && b - a <= 1;
}

/** Which joiner stands first in a clause and about where: at its start, inside, at its end; 0 where none does. */
function joiner(symbols: Uint16Array, from: number, to: number): number {
  for (let i = from; i < to; i++) {
    const unit = symbols[i];
    for (let k = 0; k < JOINERS.length; k++) {
      if (unit === JOINERS[k]) return 1 + k * 4 + (i === from ? 0 : i === to - 1 ? 1 : i - from <= 6 ? 2 : 3);
    }
  }
  return 0;
}
