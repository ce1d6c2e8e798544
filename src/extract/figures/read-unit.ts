import type { FigureLexicon, Unit } from './lexicon.ts';
import { Kind } from './numerals.ts';
import { isLatin } from './read-bounds.ts';
import { followsAbout, type Numeral, readNumeral } from './read-numeral.ts';

/** A unit and where it stands, UTF-16 units; the numeral before it may have lent it a character (三千米). */
export interface UnitHere {
  readonly unit: Unit;
  readonly start: number;
  readonly end: number;
  readonly numeral: Numeral;
  /** 多, 余 or 来 stood between numeral and unit. */
  readonly openness: 'more' | 'about' | undefined;
}

/** What a unit is read with beyond the default. */
export interface UnitOptions {
  /** Takes 一个 and 折: what a cruder model counts as figures. */
  readonly everyUnit?: boolean;
}

/**
 * Reads the unit after a numeral, unless the word there only begins like one (三成立), or the two make no figure
 * (一个, 百家, 十分).
 *
 * @param at where the numeral begins
 */
export function readUnit(
  text: string,
  numeral: Numeral,
  at: number,
  lexicon: FigureLexicon,
  { everyUnit = false }: UnitOptions = {},
): UnitHere | undefined {
  const { units, guards, characters } = lexicon;
  const larger = largerUnit(text, numeral, at, lexicon);
  if (larger !== undefined) return larger;
  let start = text[numeral.end] === ' ' ? numeral.end + 1 : numeral.end;
  let openness: UnitHere['openness'];
  const kind = characters.kinds[text.charCodeAt(start)];
  if ((kind === Kind.More || kind === Kind.About) && mayBeOpen(numeral)) {
    openness = kind === Kind.More ? 'more' : 'about';
    start++;
  }
  const found = units.at(text, start);
  if (found === undefined) return undefined;
  // The longer word is meant: 成立 is longer than 成, 人民 no longer than 人民币.
  const guard = guards.at(text, start);
  const isGuarded = guard?.value === true && guard.word.length > found.word.length;
  if (isGuarded && !everyUnit && !isSurelyTenths(text, numeral, at, found.value, lexicon)) return undefined;
  const end = start + found.word.length;
  const openCount = openness !== undefined && found.value.kind === 'counter' && found.value.unit !== '分';
  if (!everyUnit && !openCount && !makesFigure(text, numeral, at, found.value, start, end)) return undefined;
  return { unit: found.value, start, end, numeral, openness };
}

/** 近三成|为外地人, 6成|行: tenths whatever follows, as a word of comparison or a digit tells. */
function isSurelyTenths(
  text: string,
  { arabic, value }: Numeral,
  at: number,
  { kind }: Unit,
  { comparatorsBefore }: FigureLexicon,
): boolean {
  if (kind !== 'tenth' || value >= 10) return false;
  const before = comparatorsBefore.before(text, at);
  return arabic || (before !== undefined && before.value !== 'eq');
}

/** 千 of 三千米 may belong to the unit; the value is the same, and 三千字节 is three of 千字节. */
function largerUnit(
  text: string,
  numeral: Numeral,
  at: number,
  { units, characters }: FigureLexicon,
): UnitHere | undefined {
  const start = numeral.end - 1;
  if (numeral.bare || start <= at || characters.kinds[text.charCodeAt(start)] !== Kind.Unit) return undefined;
  const found = units.at(text, start);
  if (found === undefined || found.value.kind !== 'measure' || found.word.length < 2) return undefined;
  const shorter = readNumeral(text.slice(at, start), 0, characters);
  if (shorter === undefined || shorter.end !== start - at) return undefined;
  return {
    unit: found.value,
    start,
    end: start + found.word.length,
    numeral: { ...shorter, end: start },
    openness: undefined,
  };
}

/** 200多个, 十余家, 500来人: round numbers alone. */
function mayBeOpen({ value, bare, arabic, openness, high }: Numeral): boolean {
  return openness === undefined && high === undefined && (arabic || !bare) && value >= 10 && value % 10 === 0;
}

function makesFigure(
  text: string,
  numeral: Numeral,
  at: number,
  { kind, unit }: Unit,
  start: number,
  end: number,
): boolean {
  const { value, bare, arabic } = numeral;
  switch (kind) {
    case 'discount':
      return false;
    case 'percent':
      // %20 in an address is no percentage, nor is 30%25.
      return !isLatin(text.charCodeAt(end)) && !isDigit(text.charCodeAt(end)) && text[at - 1] !== '%';
    case 'tenth':
      // 玖成屯 is a village: tenths are not written in the digits of cheques.
      return (
        value <= 10 &&
        numeral.openness === undefined &&
        !text.startsWith('不变', end) &&
        !CHEQUE_DIGITS.includes(text[at])
      );
    case 'counter':
      if (unit === '分') return arabic;
      return arabic || numeral.end > at + 1 || (value !== 1 && value < 100) || followsAbout(text, at);
    case 'measure':
      if (isLatin(text.charCodeAt(end - 1)) && isLatin(text.charCodeAt(end))) return false;
      if (unit === 'year') return isSpanOfYears(text, at, numeral, start);
      if (unit === 'liang') return !bare || arabic || numeral.end === at + 1;
      return true;
    default:
      return true;
  }
}

const CHEQUE_DIGITS = '壹贰叁肆伍陆柒捌玖';

/** 3年 and 三十年 are spans of time; 2013年, 08年 and 二〇一三年 are years. */
function isSpanOfYears(
  text: string,
  at: number,
  { value, bare, arabic, end, high }: Numeral,
  start: number,
): boolean {
  if (start !== end && text[end] !== ' ') return value < 1000;
  if (value >= 1000) return false;
  if (arabic) return text.charCodeAt(at) !== 0x30;
  return !bare || high !== undefined || end === at + 1;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
