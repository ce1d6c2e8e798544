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
  { kinds }: NumeralCharacters,
  { loose = false }: ArabicOptions = {},
): Arabic {
  let i = at;
  const skipDigits = () => {
    while (kinds[text.charCodeAt(i)] === Kind.Arabic) i++;
  };
  const isDigit = (position: number) => kinds[text.charCodeAt(position)] === Kind.Arabic;
  const isComma = (code: number) => code === COMMA || (loose && code === 0xff0c);
  const isPoint = (code: number) => code === FULL_STOP || (loose && code === 0xff0e);
  skipDigits();
  if (i - at <= 3) {
    while (isComma(text.charCodeAt(i))) {
      if (!(isDigit(i + 1) && isDigit(i + 2) && isDigit(i + 3)) || isDigit(i + 4)) break;
      i += 4;
    }
  }
  const digits = i - at;
  let decimal = false;
  if (isPoint(text.charCodeAt(i)) && isDigit(i + 1)) {
    decimal = true;
    i++;
    skipDigits();
  }
  const end = i;
  if (decimal && !loose && isPoint(text.charCodeAt(i)) && isDigit(i + 1)) {
    while (isPoint(text.charCodeAt(i)) && isDigit(i + 1)) {
      i++;
      skipDigits();
    }
    return { value: Number.NaN, end: i, digits, decimal };
  }
  return { value: valueOfDigits(text.slice(at, end)), end, digits, decimal };
}

/** The value of digits, commas and one point, full-width or not. */
function valueOfDigits(written: string): number {
  const plain = Number(written);
  if (!Number.isNaN(plain)) return plain;
  let digits = '';
  for (let i = 0; i < written.length; i++) {
    const code = written.charCodeAt(i);
    if (code === COMMA || code === 0xff0c) continue;
    digits += String.fromCharCode(code >= 0xff00 ? code - 0xfee0 : code);
  }
  return Number(digits);
}
