import { CLOSING, classOf, HAN, LINE_BREAK, SPACE, WIDE_MARK } from '../characters.ts';
import { MARK, symbolOf } from '../symbols.ts';

const TITLE_OPENS = 0x300a;
const TITLE_CLOSES = 0x300b;

/**
 * A stretch of lines as the model sees it: one unit a character, marks made alike, figures, letters, quotes and
 * brackets each a single symbol, spaces gone.
 *
 * Because marks look alike, a passage looks the same before and after its marks were given back.
 */
export interface Boundaries {
  /** The symbols, and a `MARK` before the first and after the last. */
  readonly symbols: Uint16Array;
  readonly length: number;
  /** Index into `symbols` of each boundary, the two at the ends included, ascending. */
  readonly at: Int32Array;
  readonly count: number;
  /** Per symbol, the UTF-16 index in the text of its unit; -1 for the two ends and for line breaks without a mark. */
  readonly place: Int32Array;
  /** Per symbol, the text's own unit: what figures and letters really are. */
  readonly raw: Uint16Array;
}

const nothing: ReadonlySet<number> = new Set();

/**
 * Makes a passage's boundaries.
 *
 * @param isMark tells of the unit at a place whether it is a mark, full-width marks apart, which always are
 * @param rests places of closing brackets that are all that is left of a title, seen as one
 */
export function findBoundaries(
  text: string,
  start: number,
  end: number,
  isMark: (text: string, at: number) => boolean,
  rests: ReadonlySet<number> = nothing,
): Boundaries {
  // A line break can make two symbols, as can what is left of a title; all others make one or none.
  const size = 2 * (end - start) + 2;
  const symbols = new Uint16Array(size);
  const raw = new Uint16Array(size);
  const at = new Int32Array(size);
  const place = new Int32Array(size);
  at[0] = 0;
  symbols[0] = raw[0] = MARK;
  place[0] = -1;
  let length = 1;
  let count = 1;
  for (let from = start; from < end; from++) {
    const unit = text.charCodeAt(from);
    const kind = classOf(unit);
    let symbol = unit;
    if (kind !== HAN) {
      if (kind === SPACE) continue;
      if (kind === CLOSING && rests.has(from)) {
        symbols[length] = raw[length] = TITLE_OPENS;
        place[length++] = from;
        symbols[length] = raw[length] = TITLE_CLOSES;
        place[length++] = from;
        continue;
      }
      // A line that ends without a mark ends a clause all the same.
      const unmarked = kind === LINE_BREAK && symbols[length - 1] !== MARK;
      if (unmarked || kind === WIDE_MARK || isMark(text, from)) {
        at[count++] = length;
        symbols[length] = raw[length] = MARK;
        place[length++] = unmarked ? -1 : from;
        if (!unmarked) continue;
      }
      symbol = symbolOf(kind, unit);
    }
    symbols[length] = symbol;
    raw[length] = unit;
    place[length++] = from;
  }
  at[count++] = length;
  symbols[length] = raw[length] = MARK;
  place[length++] = -1;
  return { symbols, raw, length, at, place, count };
}
