/** By UTF-16 unit: the value of a digit, and of 十 and 百; {@link ZERO} for 零 and 〇, nought for anything else. */
const values = new Uint8Array(0x10000);
[...'一二三四五六七八九'].forEach((digit, i) => {
  values[digit.charCodeAt(0)] = i + 1;
});
values['十'.charCodeAt(0)] = 10;
values['百'.charCodeAt(0)] = 100;
const ZERO = 255;
for (const zero of '零〇') values[zero.charCodeAt(0)] = ZERO;

/** The longest numeral: 九百九十九. */
const LONGEST = 5;

/** The value of the Chinese numeral `text.slice(from, to)`, from 一 to 九百九十九; 0 for anything else. */
export function numeralValue(text: string, from: number, to: number): number {
  if (from >= to || to - from > LONGEST) return 0;
  let value = 0;
  let pending = 0;
  let least = 1000;
  let zero = false;
  for (let at = from; at < to; at++) {
    const own = values[text.charCodeAt(at)];
    if (own === 10 || own === 100) {
      // 十二 is 一十二, but only where nothing stands before it.
      if (own >= least || zero || (pending === 0 && !(at === from && own === 10))) return 0;
      value += (pending || 1) * own;
      pending = 0;
      least = own;
    } else if (own === ZERO) {
      if (least !== 100 || pending > 0 || zero) return 0;
      zero = true;
    } else {
      // 二三 is no numeral, and 一百五 says 一百五十.
      if (own === 0 || pending > 0) return 0;
      pending = own;
      if (at === to - 1 && least === 100 && !zero) return 0;
    }
  }
  // 一百零 wants its ones.
  return zero && pending === 0 ? 0 : value + pending;
}

/** True where a character stands at `at` that such a numeral begins with. */
export function isNumeral(text: string, at: number): boolean {
  if (at >= text.length) return false;
  const own = values[text.charCodeAt(at)];
  return own > 0 && own <= 10;
}

/** Where the numeral that begins at `at` ends, 百 and 零 included; `at` itself where none begins. */
export function numeralEnd(text: string, at: number): number {
  if (!isNumeral(text, at)) return at;
  let end = at + 1;
  while (end - at < LONGEST && end < text.length && values[text.charCodeAt(end)] !== 0) end++;
  return end;
}
