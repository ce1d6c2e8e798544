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
} from '../characters.ts';

/** What every mark looks like, and what stands for one. */
export const MARK = 0x2e;
export const BREAK = 0x0a;
export const FIGURE = 0x30;
const LETTER = 0x61;
const QUOTE = 0x22;

/**
 * What the small models see of the unit at `at`: marks and what carries them alike, figures, letters, quotes and
 * brackets one symbol each, so that they learn words and not figures. A line break beyond either end of the text.
 *
 * @param carrier code unit of the character that stands for marks
 */
export function symbolAt(text: string, at: number, carrier: number): number {
  const unit = text.charCodeAt(at);
  if (unit === carrier) return MARK;
  switch (classAt(text, at)) {
    case DIGIT:
      return FIGURE;
    case LATIN:
      return LETTER;
    case WIDE_MARK:
      return MARK;
    case STRAIGHT_QUOTE:
      return QUOTE;
    case CLOSING:
      return unit === 0x201d || unit === 0x2019 ? QUOTE : 0x29;
    case OPENING:
      return unit === 0x201c || unit === 0x2018 ? QUOTE : 0x28;
    case NARROW_MARK:
      return 0x2c;
    case LINE_BREAK:
      return BREAK;
    default:
      return unit;
  }
}

/** Takes one more value into a hash. */
export function fold(hash: number, value: number): number {
  const mixed = Math.imul(hash ^ value, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}
