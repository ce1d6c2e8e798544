const digits = '一二三四五六七八九';

/** The value of a Chinese numeral from 一 to 九十九; 0 for anything else. */
export function numeralValue(numeral: string): number {
  if (numeral.length === 0 || numeral.length > 3) return 0;
  const ten = numeral.indexOf('十');
  if (ten < 0) return numeral.length === 1 ? digits.indexOf(numeral) + 1 : 0;
  const tens = ten === 0 ? 1 : ten === 1 ? digits.indexOf(numeral[0]) + 1 : 0;
  const rest = numeral.slice(ten + 1);
  const ones = rest === '' ? 0 : rest.length === 1 ? digits.indexOf(rest) + 1 : -1;
  return tens === 0 || ones < 0 || (rest !== '' && ones === 0) ? 0 : tens * 10 + ones;
}

/** True for a character that such a numeral is made of. */
export function isNumeral(character: string | undefined): boolean {
  return character !== undefined && (character === '十' || digits.includes(character));
}
