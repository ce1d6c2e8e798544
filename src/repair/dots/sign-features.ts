import { classAt, DIGIT, DOT, indexWithin } from '../characters.ts';
import { mix } from '../network/hash.ts';
import { BREAK, FIGURE, MARK, symbolAt } from '../symbols.ts';

/** The most features that one dot has. */
export const SIGN_FEATURES = 96;

/** The longest chain of figures and dots that is looked at, in UTF-16 units. */
const CHAIN = 32;
/** How far around the figure pairs of characters are looked at wherever they stand. */
const NEAR = 14;

/**
 * True where the carrier at `at` can have been a %: after a figure, and with no other before it. Between figures it is
 * a decimal point rather, unless it is not the first of its chain, as the second of 51.7.68.3., or what goes on after
 * it is a date: 增长9.2013年.
 */
export function canBeSign(text: string, at: number): boolean {
  if (classAt(text, at - 1) !== DIGIT) return false;
  if (classAt(text, at + 1) !== DIGIT) return true;
  const start = chainStart(text, at);
  if (indexWithin(text, 0x2e, start, at) >= 0) return true;
  let end = at + 1;
  while (end - at < 6 && classAt(text, end) === DIGIT) end++;
  return text[end] === '年' || text[end] === '月';
}

/** Where the chain of figures and dots that ends before `at` begins. */
function chainStart(text: string, at: number): number {
  let start = at;
  while (at - start < CHAIN && (classAt(text, start - 1) === DIGIT || classAt(text, start - 1) === DOT))
    start--;
  while (classAt(text, start) === DOT) start++;
  return start;
}

/**
 * Writes the hashed features of the dot at `at`, after a figure: the figure's shape, the words before it and behind
 * the dot, and what the figures before and after it have for a unit.
 */
export function signFeatures(text: string, at: number, carrier: string, out: Int32Array): number {
  let n = 0;
  const add = (template: number, hash: number) => {
    out[n++] = mix(hash, template);
  };
  const unit = carrier.charCodeAt(0);
  const symbol = (place: number) => symbolAt(text, place, unit);
  const start = chainStart(text, at);
  let last = at;
  while (last > start && classAt(text, last - 1) === DIGIT) last--;
  let groups = 1;
  for (let i = start; i < last; i++) if (classAt(text, i) === DOT) groups++;
  let first = start;
  while (classAt(text, first) === DIGIT) first++;
  // The shape of the figure: how many groups of digits, how long the first and the last, and how large it is.
  const size = groups === 1 ? sizeOf(text, start, at) : 0;
  const shape = (Math.min(groups, 6) * 8 + Math.min(at - last, 7)) * 16 + size;
  const before = Math.min(first - start, 7);
  let figure = 7;
  for (let i = last; i < at; i++) figure = mix(figure, text.charCodeAt(i));

  const L1 = mix(1, symbol(start - 1));
  const L2 = mix(L1, symbol(start - 2));
  const L3 = mix(L2, symbol(start - 3));
  const L4 = mix(L3, symbol(start - 4));
  const R1 = mix(2, symbol(at + 1));
  const R2 = mix(R1, symbol(at + 2));
  const R3 = mix(R2, symbol(at + 3));
  add(1, shape);
  add(2, mix(shape, before));
  add(3, mix(figure, groups));
  add(4, L1);
  add(5, L2);
  add(6, L3);
  add(7, L4);
  add(8, R1);
  add(9, R2);
  add(10, R3);
  add(11, mix(L1, shape));
  add(12, mix(L2, shape));
  add(13, mix(R1, shape));
  add(14, mix(R2, shape));
  add(15, mix(L1, R1));
  add(16, mix(L2, R1));
  add(17, mix(L1, R2));
  add(18, mix(L2, R2));
  add(19, mix(L3, R1));
  add(20, mix(L3, groups));
  add(21, mix(R3, groups));
  add(22, mix(mix(L1, R1), shape));

  // What goes on after the dot where it is a figure, and the figures before and after in the same passage.
  const following = at + 1;
  let end = following;
  while (end - following < CHAIN && (classAt(text, end) === DIGIT || classAt(text, end) === DOT)) end++;
  const next = mix(mix(3, Math.min(end - following, 8)), symbol(end));
  add(23, mix(next, shape));
  add(24, mix(next, symbol(end + 1)));
  const earlier = figureBefore(text, start, unit);
  const later = figureAfter(text, end, unit);
  add(25, earlier);
  add(26, later);
  add(27, mix(earlier, later));
  add(28, mix(earlier, L1));
  add(29, mix(earlier, shape));
  add(30, mix(later, R1));
  add(31, mix(mix(earlier, L2), R1));
  for (let i = 1; i < NEAR; i++) {
    if (symbol(start - i) === BREAK) break;
    add(32, mix(mix(4, symbol(start - i)), symbol(start - i - 1)));
  }
  for (let i = 1; i < NEAR; i++) {
    if (symbol(at + i) === BREAK) break;
    add(33, mix(mix(5, symbol(at + i)), symbol(at + i + 1)));
  }
  return n;
}

/** How large the whole number is that stands there, in steps that tell shares, years and counts apart. */
function sizeOf(text: string, start: number, end: number): number {
  if (end - start > 7) return 15;
  if (classAt(text, start) === DIGIT && text[start] === '0' && end - start > 1) return 14;
  const value = Number(text.slice(start, end));
  if (value >= 1900 && value < 2100) return 13;
  const step = [0, 1, 10, 50, 99, 100, 110, 200, 300, 500, 1000, 10_000].findIndex((limit) => value <= limit);
  return step < 0 ? 12 : step;
}

/** What stands behind the figure before the chain, if one does within a few words. */
function figureBefore(text: string, start: number, carrier: number): number {
  for (let at = start - 1, marks = 0; at > start - 24 && at >= 0; at--) {
    const symbol = symbolAt(text, at, carrier);
    if (symbol === BREAK) return 1;
    if (symbol === MARK && classAt(text, at - 1) !== DIGIT && ++marks > 1) return 2;
    if (symbol === FIGURE) return mix(mix(6, symbolAt(text, at + 1, carrier)), marks);
  }
  return 3;
}

/** What stands behind the figure after the chain, if one does within a few words. */
function figureAfter(text: string, from: number, carrier: number): number {
  for (let at = from, marks = 0; at < from + 24 && at < text.length; at++) {
    const symbol = symbolAt(text, at, carrier);
    if (symbol === BREAK) return 1;
    if (symbol === MARK && ++marks > 2) return 2;
    if (symbol !== FIGURE) continue;
    let end = at;
    while (end < from + 32 && (classAt(text, end) === DIGIT || classAt(text, end) === DOT)) end++;
    if (classAt(text, end - 1) === DOT) end--;
    return mix(mix(8, symbolAt(text, end, carrier)), marks);
  }
  return 3;
}
