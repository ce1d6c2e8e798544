import type { Figure } from './figure.ts';
import type { FigureLexicon } from './lexicon.ts';
import { Kind } from './numerals.ts';
import type { ArabicOptions } from './read-arabic.ts';
import { boundsOf, minusBefore, rangeMarkAt } from './read-bounds.ts';
import { readComparator } from './read-comparator.ts';
import { type Numeral, readNumeral } from './read-numeral.ts';
import { readUnit } from './read-unit.ts';

/** 百, 千, 百万 …: no denominator of a percentage has more characters. */
const LONGEST_DENOMINATOR = 4;
const PARTS = '分之';

/**
 * Reads 百分之八十, 千分之三, 百分之五十至六十, 三分之一: what is counted in parts of a whole.
 *
 * @returns `undefined` where no 分之 follows; without a figure where nothing follows 分之
 */
export function readPartsOf(
  text: string,
  at: number,
  lexicon: FigureLexicon,
  options: ArabicOptions = {},
): { readonly figure?: Figure; readonly next: number } | undefined {
  const { characters } = lexicon;
  const denominator = readDenominator(text, at, lexicon);
  if (denominator === undefined) return undefined;
  const { end: from, size, perWhole } = denominator;
  const numerator = readSigned(text, from, lexicon, options);
  if (numerator === undefined || Number.isNaN(numerator.value)) return { next: from };
  let second: Numeral | undefined;
  const mark = rangeMarkAt(text, numerator.end);
  if (mark > 0) {
    const again = readDenominator(text, numerator.end + mark, lexicon);
    const start = again !== undefined && again.size === size ? again.end : numerator.end + mark;
    const numeral = readNumeral(text, start, characters, options);
    // 百分之五十至三季度末: the second end of a range is no smaller than the first, and has no unit of its own.
    const ownUnit =
      again === undefined && numeral !== undefined && readUnit(text, numeral, start, lexicon) !== undefined;
    if (numeral !== undefined && numeral.value > numerator.value && !ownUnit) second = numeral;
  }
  const minus = minusBefore(text, at, lexicon);
  const start = at - minus;
  const end = second?.end ?? numerator.end;
  const unit = perWhole ? (size === 1000 ? '‰' : '%') : undefined;
  const factor = (unit === undefined ? 1 / size : unit === '‰' ? 1 : 100 / size) * (minus > 0 ? -1 : 1);
  const bounds = boundsOf(numerator, second, factor);
  return {
    figure: {
      kind: perWhole ? 'percentage' : 'fraction',
      start,
      end,
      ...bounds,
      comparator: bounds.low !== undefined ? 'range' : readComparator(text, start, end, lexicon),
      ...(unit === undefined ? {} : { unit }),
      sign: { start: at, end: from },
      rule: perWhole ? 'percentage-words' : 'fraction-words',
    },
    next: end,
  };
}

/** 百分之, 万分之, 三分之: the size of the parts, and whether they are a percentage's: without a digit of their own. */
function readDenominator(
  text: string,
  at: number,
  { characters }: FigureLexicon,
): { end: number; size: number; perWhole: boolean } | undefined {
  const { kinds, values } = characters;
  let end = at;
  let size = 1;
  while (end - at < LONGEST_DENOMINATOR) {
    const code = text.charCodeAt(end);
    const counts = (kinds[code] === Kind.Unit && values[code] > 10) || kinds[code] === Kind.Section;
    if (!counts) break;
    size *= values[code];
    end++;
  }
  if (end > at && text.startsWith(PARTS, end)) return { end: end + 2, size, perWhole: true };
  const numeral = readNumeral(text, at, characters);
  if (numeral === undefined || !(numeral.value > 0) || !text.startsWith(PARTS, numeral.end)) return undefined;
  return { end: numeral.end + 2, size: numeral.value, perWhole: false };
}

/** The numerator: 负 may stand before it, and its integer part may be left out (百分之点五). */
function readSigned(
  text: string,
  at: number,
  { characters }: FigureLexicon,
  options: ArabicOptions,
): Numeral | undefined {
  const minus = characters.kinds[text.charCodeAt(at)] === Kind.Minus || text[at] === '-';
  const numeral = readNumeral(text, minus ? at + 1 : at, characters, { ...options, bound: true });
  return minus && numeral !== undefined ? { ...numeral, value: -numeral.value } : numeral;
}
