import { Kind, type NumeralCharacters } from '../figures/numerals.ts';

/** A whole number as dates write it: 2013, 二〇一三, 十二, 廿三. Positions are UTF-16 units. */
export interface DateNumber {
  readonly value: number;
  readonly end: number;
  /** How many characters it has. */
  readonly length: number;
  readonly arabic: boolean;
  /** Written digit by digit: 二〇一三, 九八. */
  readonly digits: boolean;
}

/** Longer numbers are no years, months or days. */
const LONGEST = 5;

/** Reads the digits at `at`; `undefined` where there are none. The run is read to its end even where it is no date's. */
export function readDateNumber(
  text: string,
  at: number,
  { kinds, values }: NumeralCharacters,
): DateNumber | undefined {
  const first = kinds[text.charCodeAt(at)];
  let end = at;
  let value = 0;
  if (first === Kind.Arabic) {
    while (kinds[text.charCodeAt(end)] === Kind.Arabic) {
      if (end - at < LONGEST) value = value * 10 + values[text.charCodeAt(end)];
      end++;
    }
    return { value, end, length: end - at, arabic: true, digits: true };
  }
  let tens = -1;
  let digits = true;
  for (; ; end++) {
    const code = text.charCodeAt(end);
    const kind = kinds[code];
    if (kind === Kind.Digit && (code !== 0x4e24 || end === at))
      value = digits ? value * 10 + values[code] : values[code];
    else if ((kind === Kind.Unit && values[code] === 10) || kind === Kind.Tens) {
      if (!digits) break;
      tens = kind === Kind.Tens ? values[code] : (end === at ? 1 : value) * 10;
      value = 0;
      digits = false;
    } else break;
    if (end - at > LONGEST) value = 0;
  }
  if (end === at) return undefined;
  return { value: tens < 0 ? value : tens + value, end, length: end - at, arabic: false, digits };
}
