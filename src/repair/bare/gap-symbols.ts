import { classAt, HAN, LINE_BREAK, SPACE } from '../characters.ts';
import { MARK, symbolOf } from '../symbols.ts';

/** Symbols beyond either end of a passage that features may look at. */
export const MARGIN = 2;

/**
 * A passage without marks as the network sees it: one symbol a character, spaces gone, figures, letters, quotes and
 * brackets each a single symbol. Gap `i` stands before symbol `i`, the last one after the last symbol.
 */
export interface GapSymbols {
  /** The symbols, with `MARGIN` boundaries before the first; boundaries follow the last. */
  readonly symbols: Uint16Array;
  /** Number of symbols, and so of the last gap. */
  readonly count: number;
  /** Per gap, the UTF-16 index in the text at which the symbol before it ends. */
  readonly place: Int32Array;
  /** Whether there are surrogate pairs, within which no mark stands. */
  readonly hasPairs: boolean;
}

/** Reads the symbols of `[start, end)` of a text, in UTF-16 units. */
export function gapSymbolsOf(text: string, start: number, end: number): GapSymbols {
  const symbols = new Uint16Array(end - start + 2 * MARGIN);
  const place = new Int32Array(end - start + 1);
  place[0] = start;
  symbols.fill(MARK, 0, MARGIN);
  let count = 0;
  let hasPairs = false;
  for (let at = start; at < end; at++) {
    const kind = classAt(text, at);
    if (kind === SPACE || kind === LINE_BREAK) continue;
    const unit = text.charCodeAt(at);
    symbols[MARGIN + count++] = kind === HAN ? unit : symbolOf(kind, unit);
    hasPairs ||= (unit & 0xfc00) === 0xd800;
    place[count] = at + 1;
  }
  symbols.fill(MARK, MARGIN + count);
  return { symbols, count, place, hasPairs };
}
