/** A to Z, AA, AB, …, of a number above 0. */
export function lettersOf(number: number): string {
  let text = '';
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26))
    text = String.fromCharCode(65 + ((rest - 1) % 26)) + text;
  return text;
}

const ROMAN: readonly [number, string][] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** Of a number above 0. */
export function romanOf(number: number): string {
  let rest = number;
  let text = '';
  for (const [value, sign] of ROMAN) {
    while (rest >= value) {
      text += sign;
      rest -= value;
    }
  }
  return text;
}

const HAN_DIGITS = '零一二三四五六七八九';

/** 一, 十二, 一百零五: a number from 1 to 9999. */
export function hanOf(number: number): string {
  const digits = [...String(number)].map(Number);
  let text = '';
  for (const [index, digit] of digits.entries()) {
    const unit = ['', '十', '百', '千'][digits.length - 1 - index];
    if (digit > 0) text += HAN_DIGITS[digit] + unit;
    else if (digits[index + 1] > 0) text += HAN_DIGITS[0];
  }
  return number < 20 ? text.replace(/^一十/, '十') : text;
}
