const digits = '一二三四五六七八九';
const units: Readonly<Record<string, number>> = { 十: 10, 百: 100 };

/** The longest numeral: 九百九十九. */
const LONGEST = 5;

/** The value of a Chinese numeral from 一 to 九百九十九; 0 for anything else. */
export function numeralValue(numeral: string): number {
  if (numeral.length === 0 || numeral.length > LONGEST) return 0;
  let value = 0;
  let pending = 0;
  let least = 1000;
  let zero = false;
  for (let i = 0; i < numeral.length; i++) {
    const unit = units[numeral[i]];
    if (unit !== undefined) {
      // 十二 is 一十二, but only where nothing stands before it.
      if (unit >= least || zero || (pending === 0 && !(i === 0 && unit === 10))) return 0;
      value += (pending || 1) * unit;
      pending = 0;
      least = unit;
    } else if (numeral[i] === '零' || numeral[i] === '〇') {
      if (least !== 100 || pending > 0 || zero) return 0;
      zero = true;
    } else {
      const digit = digits.indexOf(numeral[i]) + 1;
      // 二三 is no numeral, and 一百五 says 一百五十.
      if (digit === 0 || pending > 0) return 0;
      pending = digit;
      if (i === numeral.length - 1 && least === 100 && !zero) return 0;
    }
  }
  // 一百零 wants its ones.
  return zero && pending === 0 ? 0 : value + pending;
}

/** True for a character that such a numeral is made of. */
export function isNumeral(character: string | undefined): boolean {
  return character !== undefined && (character === '十' || digits.includes(character));
}

/** Where the numeral that begins at `at` ends, 百 and 零 included; `at` itself where none begins. */
export function numeralEnd(text: string, at: number): number {
  if (!isNumeral(text[at])) return at;
  let end = at + 1;
  while (end - at < LONGEST && (isNumeral(text[end]) || '百零〇'.includes(text[end] ?? ' '))) end++;
  return end;
}
