import { BREAK, fold, MARK, symbolAt } from './symbols.ts';

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
  out[0] = fold(fold(1, l1), symbols[at - 2]);
  out[1] = fold(fold(2, r1), symbols[at + 1]);
  out[2] = fold(fold(3, l1), r1);
}

/**
 * Writes the hashed features of the gap before the symbol `at` and gives their number: the characters around it,
 * alone and together, what stands near, and how far the next marks are.
 */
export function lacunaFeatures(symbols: Uint16Array, at: number, out: Int32Array): number {
  let n = 0;
  const add = (template: number, hash: number) => {
    out[n++] = fold(hash, template);
  };
  const L1 = fold(1, symbols[at - 1]);
  const L2 = fold(L1, symbols[at - 2]);
  const L3 = fold(L2, symbols[at - 3]);
  const L4 = fold(L3, symbols[at - 4]);
  const L5 = fold(L4, symbols[at - 5]);
  const R1 = fold(2, symbols[at]);
  const R2 = fold(R1, symbols[at + 1]);
  const R3 = fold(R2, symbols[at + 2]);
  const R4 = fold(R3, symbols[at + 3]);
  const R5 = fold(R4, symbols[at + 4]);
  add(1, L1);
  add(2, L2);
  add(3, L3);
  add(4, L4);
  add(5, L5);
  add(6, R1);
  add(7, R2);
  add(8, R3);
  add(9, R4);
  add(10, R5);
  add(11, fold(L1, R1));
  add(12, fold(L2, R1));
  add(13, fold(L1, R2));
  add(14, fold(L2, R2));
  add(15, fold(L3, R1));
  add(16, fold(L1, R3));
  add(17, fold(L3, R2));
  add(18, fold(L2, R3));
  add(19, fold(L3, R3));
  add(20, fold(L4, R2));
  // Two characters on each side, each one further out.
  const left = fold(fold(3, symbols[at - 2]), symbols[at - 3]);
  const right = fold(fold(4, symbols[at + 1]), symbols[at + 2]);
  add(21, left);
  add(22, right);
  add(23, fold(left, R1));
  add(24, fold(L1, right));
  add(25, fold(L2, right));
  // How far the marks before and after are, by themselves and with the words beside the gap.
  const before = distance(symbols, at - 1, -1);
  const after = distance(symbols, at, 1);
  add(26, before * 16 + after);
  add(27, fold(L2, after));
  add(28, fold(R2, before));
  add(29, fold(L2, before));
  add(30, fold(fold(L1, R1), after));
  const lines = (symbols[at - 1 - before] === BREAK ? 1 : 0) | (symbols[at + after] === BREAK ? 2 : 0);
  add(33, fold(L4, R1));
  add(34, fold(L1, R4));
  add(35, (before * 16 + after) * 4 + lines);
  add(36, fold(R2, lines));
  add(37, fold(L2, lines));
  for (let i = 2; i < NEAR; i++) add(31, fold(fold(5, symbols[at - i]), symbols[at - i - 1]));
  for (let i = 1; i < NEAR; i++) add(32, fold(fold(6, symbols[at + i]), symbols[at + i + 1]));
  return n;
}

/** How many symbols stand between the gap and the next mark on one side, {@link NEAR} at most. */
function distance(symbols: Uint16Array, from: number, step: number): number {
  let n = 0;
  while (n < NEAR && symbols[from + n * step] !== MARK && symbols[from + n * step] !== BREAK) n++;
  return n;
}
