import {
  CLOSING,
  classAt,
  DIGIT,
  LATIN,
  LINE_BREAK,
  NARROW_MARK,
  OPENING,
  STRAIGHT_QUOTE,
  WIDE_MARK,
} from './characters.ts';

/** What every mark looks like to the models, and what stands for one: they never see which one it is. */
export const MARK = 0x2e;
export const BREAK = 0x0a;
/** What stands for a digit. */
export const FIGURE = 0x30;
const LETTER = 0x61;
const QUOTE = 0x22;
/** What stands for a bracket. */
export const OPENS = 0x28;
export const CLOSES = 0x29;
const TITLE_OPENS = 0x300a;
const TITLE_CLOSES = 0x300b;

/**
 * What the models see of a unit, by its class: figures, letters, quotes and brackets one symbol each, so that they learn
 * words and not figures. Brackets of titles stay what they are.
 */
export function symbolOf(kind: number, unit: number): number {
  switch (kind) {
    case DIGIT:
      return FIGURE;
    case LINE_BREAK:
      return BREAK;
    case LATIN:
      return LETTER;
    case STRAIGHT_QUOTE:
      return QUOTE;
    case CLOSING:
      return unit === 0x201d || unit === 0x2019 ? QUOTE : unit === TITLE_CLOSES ? unit : CLOSES;
    case OPENING:
      return unit === 0x201c || unit === 0x2018 ? QUOTE : unit === TITLE_OPENS ? unit : OPENS;
    case NARROW_MARK:
      return 0x2c;
    default:
      return unit;
  }
}

/**
 * What the linear models see of the unit at `at`: marks and what carries them alike, and brackets of titles as others.
 * A line break beyond either end of the text.
 *
 * @param carrier code unit of the character that stands for marks
 */
export function symbolAt(text: string, at: number, carrier: number): number {
  const unit = text.charCodeAt(at);
  const kind = classAt(text, at);
  if (unit === carrier || kind === WIDE_MARK) return MARK;
  const symbol = symbolOf(kind, unit);
  return symbol === TITLE_OPENS ? OPENS : symbol === TITLE_CLOSES ? CLOSES : symbol;
}
