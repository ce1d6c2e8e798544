import { finish, mix } from './hash.ts';

/** Features of a row of symbols, each in a place of its own. */
export const ROW_FEATURES = 4;

/** Of a row, the features that a symbol alone makes: the first, and where the row has two symbols the second too. */
export const hashFirst = (symbol: number): number => finish(mix(0x10000, symbol));
export const hashSecond = (symbol: number): number => finish(mix(0x20000, symbol));

/**
 * Writes the hashes of the features of the row of one or two symbols that begins with `symbols[at]`, from the second symbol
 * on, to `out`. Of one symbol: itself, with one before, with two before, and with those on either side. Of two: each by itself,
 * both together, and the first with the one before. What stands before the first symbol is taken to be like it.
 */
export function hashRow(symbols: Uint16Array, at: number, isPair: boolean, out: Int32Array): void {
  out[0] = hashFirst(symbols[at]);
  if (isPair) out[1] = hashSecond(symbols[at + 1]);
  hashTogether(symbols, at, isPair, out);
}

/** {@link hashRow} without the features that a symbol alone makes. */
export function hashTogether(symbols: Uint16Array, at: number, isPair: boolean, out: Int32Array): void {
  const symbol = symbols[at];
  const before = symbols[at - 1];
  if (isPair) {
    out[2] = finish(mix(mix(0x10000, symbols[at + 1]), symbol) + 1);
    out[3] = finish(mix(mix(0x30000, symbol), before));
    return;
  }
  let mixed = mix(mix(0x10000, symbol), before);
  out[1] = finish(mixed + 1);
  mixed = mix(mixed, symbols[at > 1 ? at - 2 : 0]);
  out[2] = finish(mixed + 2);
  mixed = mix(mixed, symbols[at + 1]);
  out[3] = finish(mixed + 3);
}
