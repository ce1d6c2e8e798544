import {
  CLOSING,
  classAt,
  DIGIT,
  HAN,
  LATIN,
  LINE_BREAK,
  NARROW_MARK,
  OPENING,
  SPACE,
  STRAIGHT_QUOTE,
} from '../characters.ts';

/** What stands beyond either end of a passage. */
const BOUNDARY = 0x2e;
/** What stands for a class of characters that are one to the network: figures, letters, quotes, brackets, half-width marks. */
const FIGURE = 0x30;
const LETTER = 0x61;
const QUOTE = 0x22;
const OPENS = 0x28;
const CLOSES = 0x29;
const NARROW = 0x2c;
/** Title brackets, which stay what they are. */
const TITLES = '《》';
const CURLED = '“”‘’';

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
  symbols.fill(BOUNDARY, 0, MARGIN);
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
  symbols.fill(BOUNDARY, MARGIN + count);
  return { symbols, count, place, hasPairs };
}

function symbolOf(kind: number, unit: number): number {
  switch (kind) {
    case DIGIT:
      return FIGURE;
    case LATIN:
      return LETTER;
    case STRAIGHT_QUOTE:
      return QUOTE;
    case NARROW_MARK:
      return NARROW;
    case OPENING:
    case CLOSING: {
      const character = String.fromCharCode(unit);
      if (TITLES.includes(character)) return unit;
      if (CURLED.includes(character)) return QUOTE;
      return kind === OPENING ? OPENS : CLOSES;
    }
    default:
      return unit;
  }
}
