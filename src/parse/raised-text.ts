const NUMBER = /^\s*\d{1,3}\s*$/;
/** No note has such a number. */
const SIGNED = /^\s*[-−–]\s*\d{1,3}\s*$/;
/** What a raised number behind it is the power of: m², 10⁸, 米³. */
const BASE = /(?:(?<![A-Za-z])[A-Za-z]{1,2}|[α-ωΑ-Ω]|(?<!\d)10)$/u;
const METRES = /(?:米|公里)$/u;
const DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * Raised text as plain text. A number that refers to a note stands in brackets, as 50 with a small 1 is not 501; a
 * power has the raised characters that Unicode has for it.
 *
 * @param before the text before it
 */
export function raisedText(before: string, raised: string): string {
  if (SIGNED.test(raised)) return powerOf(raised.replace(/\s/g, ''));
  if (!NUMBER.test(raised)) return raised;
  const number = raised.trim();
  const isPower = BASE.test(before) || ((number === '2' || number === '3') && METRES.test(before));
  return isPower ? powerOf(number) : `[${number}]`;
}

/** A whole number as a power, in the raised characters that Unicode has. */
export const powerOf = (number: string) =>
  number.replace(/^[-−–]/, '⁻').replace(/\d/g, (digit) => DIGITS[Number(digit)]);
