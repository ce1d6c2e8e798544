import { finish, mix } from './hash.ts';

/** Features of a symbol's place: the symbol, with one before, with two before, and with those on either side. */
export const SYMBOL_FEATURES = 4;

/**
 * Writes the hashes of the features of the place of `symbols[at]`, from the second symbol on, to `out`; a feature keeps
 * its place there. What stands before the first symbol is taken to be like it.
 */
export function hashSymbols(symbols: Uint16Array, at: number, out: Int32Array): void {
  let mixed = mix(0x10000, symbols[at]);
  out[0] = finish(mixed);
  mixed = mix(mixed, symbols[at - 1]);
  out[1] = finish(mixed + 1);
  mixed = mix(mixed, symbols[at > 1 ? at - 2 : 0]);
  out[2] = finish(mixed + 2);
  mixed = mix(mixed, symbols[at + 1]);
  out[3] = finish(mixed + 3);
}
