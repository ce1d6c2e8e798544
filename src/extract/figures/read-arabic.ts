import { Kind, type NumeralCharacters } from './numerals.ts';

/** A number in Arabic digits. Positions are UTF-16 units of the text read. */
export interface Arabic {
  /** NaN where the digits spell no number, such as 1.2.3: the run is to be passed over as a whole. */
  readonly value: number;
  readonly end: number;
  /** How many digits stand before the decimal point. */
  readonly digits: number;
  readonly decimal: boolean;
}

const FULL_STOP = 0x2e;
const COMMA = 0x2c;

/** How digits are read where texts are cruder than ours: see `FigureOptions.loose`. */
export interface ArabicOptions {
  /** Takes full-width points and commas, `.5`, and reads 1.2.3 as 1.2 and 3. */
  readonly loose?: boolean;
  /** Takes what only stands after 分之: a bound digit alone (肆), a fraction without its 零 (点二八). */
  readonly bound?: boolean;
}

/**
 * Reads digits with grouping commas and a decimal point at a position that holds a digit (or, loose, a point).
 *
 * A comma groups only where three digits follow, and no fourth. Linear in the digits read.
 */
export function readArabic(
  text: string,
  at: number,
  characters: NumeralCharacters,
  { loose = false }: ArabicOptions = {},
): Arabic {
  const { kinds } = characters;
  let end = digitsEnd(text, at, kinds);
  if (end - at <= 3) while (groupsAt(text, end, kinds, loose)) end += 4;
  const digits = end - at;
  const decimal = pointsAt(text, end, kinds, loose);
  if (decimal) end = digitsEnd(text, end + 1, kinds);
  if (decimal && !loose && pointsAt(text, end, kinds, loose)) {
    while (pointsAt(text, end, kinds, loose)) end = digitsEnd(text, end + 1, kinds);
    return { value: Number.NaN, end, digits, decimal };
  }
  return { value: valueOfDigits(text, at, end, characters), end, digits, decimal };
}

/** Where the digits at `at` end. */
function digitsEnd(text: string, at: number, kinds: Uint8Array): number {
  let end = at;
  while (kinds[text.charCodeAt(end)] === Kind.Arabic) end++;
  return end;
}

/** True at a comma with three digits after it, and no fourth. */
function groupsAt(text: string, at: number, kinds: Uint8Array, loose: boolean): boolean {
  const code = text.charCodeAt(at);
  return (code === COMMA || (loose && code === 0xff0c)) && digitsEnd(text, at + 1, kinds) === at + 4;
}

/** True at a decimal point with a digit after it. */
function pointsAt(text: string, at: number, kinds: Uint8Array, loose: boolean): boolean {
  const code = text.charCodeAt(at);
  return (code === FULL_STOP || (loose && code === 0xff0e)) && kinds[text.charCodeAt(at + 1)] === Kind.Arabic;
}

/** A number of so many digits is whole below 2⁵³, and dividing that by a power of ten rounds once, as reading it does. */
const EXACT_DIGITS = 15;
const TENS = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

/** The value of digits, commas and one point, full-width or not. */
function valueOfDigits(text: string, at: number, end: number, { kinds, values }: NumeralCharacters): number {
  let whole = 0;
  let count = 0;
  let point = -1;
  for (let i = at; i < end; i++) {
    const code = text.charCodeAt(i);
    if (kinds[code] === Kind.Arabic) {
      whole = whole * 10 + values[code];
      count++;
    } else if (code === FULL_STOP || code === 0xff0e) point = count;
  }
  if (count <= EXACT_DIGITS) return point === -1 ? whole : whole / TENS[count - point];
  let digits = '';
  for (let i = at; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === COMMA || code === 0xff0c) continue;
    digits += String.fromCharCode(code >= 0xff00 ? code - 0xfee0 : code);
  }
  return Number(digits);
}
