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
  for (let i = 0; i < length; i++) symbols[i + MARGIN] = symbolAt(text, start + i, unit);
  return { symbols, start, length };
}

/** The most features that one gap has. */
export const LACUNA_FEATURES = 64;
/** How many cues one has. */
export const LACUNA_CUES = 3;

/** How far around the gap pairs of characters are looked at wherever they stand. */
const NEAR = 12;

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
 * Writes the hashed features of the gap before the symbol `at` that its nearest words make, alone and together, and
 * how far the next marks are. Gives their number. Places in `out` are literal: this is where the time goes.
 */
export function nearFeatures(symbols: Uint16Array, at: number, out: Int32Array): number {
  const L1 = mix(1, symbols[at - 1]);
  const L2 = mix(L1, symbols[at - 2]);
  const L3 = mix(L2, symbols[at - 3]);
  const L4 = mix(L3, symbols[at - 4]);
  const L5 = mix(L4, symbols[at - 5]);
  const R1 = mix(2, symbols[at]);
  const R2 = mix(R1, symbols[at + 1]);
  const R3 = mix(R2, symbols[at + 2]);
  const R4 = mix(R3, symbols[at + 3]);
  const R5 = mix(R4, symbols[at + 4]);
  // Two characters on each side, each one further out.
  const left = mix(mix(3, symbols[at - 2]), symbols[at - 3]);
  const right = mix(mix(4, symbols[at + 1]), symbols[at + 2]);
  const before = distance(symbols, at - 1, -1);
  const after = distance(symbols, at, 1);
  const distances = before * 16 + after;
  const lines = (symbols[at - 1 - before] === BREAK ? 1 : 0) | (symbols[at + after] === BREAK ? 2 : 0);
  out[0] = mix(L1, 1);
  out[1] = mix(L2, 2);
  out[2] = mix(L3, 3);
  out[3] = mix(L4, 4);
  out[4] = mix(L5, 5);
  out[5] = mix(R1, 6);
  out[6] = mix(R2, 7);
  out[7] = mix(R3, 8);
  out[8] = mix(R4, 9);
  out[9] = mix(R5, 10);
  out[10] = mix(mix(L1, R1), 11);
  out[11] = mix(mix(L2, R1), 12);
  out[12] = mix(mix(L1, R2), 13);
  out[13] = mix(mix(L2, R2), 14);
  out[14] = mix(mix(L3, R1), 15);
  out[15] = mix(mix(L1, R3), 16);
  out[16] = mix(mix(L3, R2), 17);
  out[17] = mix(mix(L2, R3), 18);
  out[18] = mix(mix(L3, R3), 19);
  out[19] = mix(mix(L4, R2), 20);
  out[20] = mix(left, 21);
  out[21] = mix(right, 22);
  out[22] = mix(mix(left, R1), 23);
  out[23] = mix(mix(L1, right), 24);
  out[24] = mix(mix(L2, right), 25);
  out[25] = mix(distances, 26);
  out[26] = mix(mix(L2, after), 27);
  out[27] = mix(mix(R2, before), 28);
  out[28] = mix(mix(L2, before), 29);
  out[29] = mix(mix(mix(L1, R1), after), 30);
  out[30] = mix(mix(L4, R1), 33);
  out[31] = mix(mix(L1, R4), 34);
  out[32] = mix(distances * 4 + lines, 35);
  out[33] = mix(mix(R2, lines), 36);
  out[34] = mix(mix(L2, lines), 37);
  return 35;
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
