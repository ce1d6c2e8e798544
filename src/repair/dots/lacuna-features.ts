import { classOf, HAN } from '../characters.ts';
import { mix } from '../network/hash.ts';
import { BREAK, MARK, symbolAt } from '../symbols.ts';

/**
 * A stretch of text as the finder of lacunae sees it: marks and what carries them alike, figures and letters each
 * one symbol, so that it learns words and not figures. One symbol a UTF-16 unit, with a margin on both sides.
 */
export interface LacunaSymbols {
  readonly symbols: Uint16Array;
  /** The symbol of the unit `at` of the text stands at `at - start + MARGIN`. */
  readonly start: number;
  readonly length: number;
}

/** Symbols beyond either end of the stretch that features may look at: line breaks. */
export const MARGIN = 16;

/** Reads the symbols of `[start, end)`, UTF-16 units of the text. */
export function lacunaSymbols(text: string, start: number, end: number, carrier: string): LacunaSymbols {
  const length = end - start;
  const symbols = new Uint16Array(length + 2 * MARGIN).fill(BREAK);
  const unit = carrier.charCodeAt(0);
  for (let i = 0; i < length; i++) {
    const own = text.charCodeAt(start + i);
    // Most are Han characters, which stay what they are.
    symbols[i + MARGIN] = classOf(own) === HAN ? own : symbolAt(text, start + i, unit);
  }
  return { symbols, start, length };
}

/** The most features that one gap has. */
export const LACUNA_FEATURES = 64;
/** How many cues one has. */
export const LACUNA_CUES = 3;

/** How far around the gap pairs of characters are looked at wherever they stand. */
const NEAR = 12;
const NEAREST_FEATURES = 14;
const NEAR_FEATURES = 21;

/**
 * The words right around a gap, as a hash each: before it, after it, and one character on both sides. A gap none of
 * whose cues is known never lost a title, and no more of it is looked at.
 */
export function lacunaCues(symbols: Uint16Array, at: number, out: Int32Array): void {
  const l1 = symbols[at - 1];
  const r1 = symbols[at];
  out[0] = mix(mix(1, l1), symbols[at - 2]);
  out[1] = mix(mix(2, r1), symbols[at + 1]);
  out[2] = mix(mix(3, l1), r1);
}

/**
 * Writes the hashed features of the gap before the symbol `at` that its nearest words make, and gives their number: where they
 * speak against a title, what stands further off changes nothing. Places in `out` are literal here and below: this is where the time goes.
 */
export function nearestFeatures(symbols: Uint16Array, at: number, out: Int32Array): number {
  const L1 = mix(1, symbols[at - 1]);
  const L2 = mix(L1, symbols[at - 2]);
  const L3 = mix(L2, symbols[at - 3]);
  const L4 = mix(L3, symbols[at - 4]);
  const R1 = mix(2, symbols[at]);
  const R2 = mix(R1, symbols[at + 1]);
  const R3 = mix(R2, symbols[at + 2]);
  const R4 = mix(R3, symbols[at + 3]);
  out[0] = L1;
  out[1] = L2;
  out[2] = L3;
  out[3] = L4;
  out[4] = mix(L4, symbols[at - 5]);
  out[5] = R1;
  out[6] = R2;
  out[7] = R3;
  out[8] = R4;
  out[9] = mix(R4, symbols[at + 4]);
  out[10] = mix(L1, R1);
  out[11] = mix(L2, R1);
  out[12] = mix(L1, R2);
  out[13] = mix(L2, R2);
  // Each is told from the others by its number. In a loop, as so many calls in a row are not compiled into the function.
  for (let i = 0; i < NEAREST_FEATURES; i++) out[i] = mix(out[i], i + 1);
  return NEAREST_FEATURES;
}

/** Writes the features that the words around make together, and how far the next marks are. Gives their number. */
export function nearFeatures(symbols: Uint16Array, at: number, out: Int32Array): number {
  const L1 = mix(1, symbols[at - 1]);
  const L2 = mix(L1, symbols[at - 2]);
  const L3 = mix(L2, symbols[at - 3]);
  const L4 = mix(L3, symbols[at - 4]);
  const R1 = mix(2, symbols[at]);
  const R2 = mix(R1, symbols[at + 1]);
  const R3 = mix(R2, symbols[at + 2]);
  // Two characters on each side, each one further out.
  const left = mix(mix(3, symbols[at - 2]), symbols[at - 3]);
  const right = mix(mix(4, symbols[at + 1]), symbols[at + 2]);
  const before = distance(symbols, at - 1, -1);
  const after = distance(symbols, at, 1);
  const distances = before * 16 + after;
  const lines = (symbols[at - 1 - before] === BREAK ? 1 : 0) | (symbols[at + after] === BREAK ? 2 : 0);
  out[0] = mix(L3, R1);
  out[1] = mix(L1, R3);
  out[2] = mix(L3, R2);
  out[3] = mix(L2, R3);
  out[4] = mix(L3, R3);
  out[5] = mix(L4, R2);
  out[6] = left;
  out[7] = right;
  out[8] = mix(left, R1);
  out[9] = mix(L1, right);
  out[10] = mix(L2, right);
  out[11] = distances;
  out[12] = mix(L2, after);
  out[13] = mix(R2, before);
  out[14] = mix(L2, before);
  out[15] = mix(mix(L1, R1), after);
  out[16] = mix(L4, R1);
  out[17] = mix(L1, mix(R3, symbols[at + 3]));
  out[18] = distances * 4 + lines;
  out[19] = mix(R2, lines);
  out[20] = mix(L2, lines);
  // 31 and 32 are the numbers of the far ones.
  const first = NEAREST_FEATURES + 1;
  for (let i = 0; i < 16; i++) out[i] = mix(out[i], first + i);
  for (let i = 16; i < NEAR_FEATURES; i++) out[i] = mix(out[i], first + i + 2);
  return NEAR_FEATURES;
}

/** Writes the hashed features of pairs of characters anywhere near the gap before the symbol `at`; gives their number. */
export function farFeatures(symbols: Uint16Array, at: number, out: Int32Array): number {
  let n = 0;
  for (let i = 2; i < NEAR; i++) out[n++] = mix(mix(mix(5, symbols[at - i]), symbols[at - i - 1]), 31);
  for (let i = 1; i < NEAR; i++) out[n++] = mix(mix(mix(6, symbols[at + i]), symbols[at + i + 1]), 32);
  return n;
}

/** How many symbols stand between the gap and the next mark on one side, {@link NEAR} at most. */
function distance(symbols: Uint16Array, from: number, step: number): number {
  let n = 0;
  while (n < NEAR && symbols[from + n * step] !== MARK && symbols[from + n * step] !== BREAK) n++;
  return n;
}
