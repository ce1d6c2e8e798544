/** What a character is to the splitter of words. One byte a UTF-16 unit of the Basic Multilingual Plane. */
export const SPACE = 0;
export const HAN = 1;
export const LETTER = 2;
export const DIGIT = 3;
/** Combining marks, joiners, variation selectors, superscripts: they belong to the character before them. */
export const MARK = 4;
export const PUNCTUATION = 5;
export const SYMBOL = 6;
export const SURROGATE = 7;

let classes: Uint8Array | undefined;

/** The class of every UTF-16 unit, made once: 64 KB that save a chain of comparisons a character. */
export function characterClasses(): Uint8Array {
  if (classes !== undefined) return classes;
  classes = new Uint8Array(0x10000).fill(SYMBOL);
  const space = /\s/;
  const han = /[\p{Script=Han}]/u;
  const letter = /\p{L}/u;
  const mark = /[\p{M}\p{Cf}²³¹⁰-₉]/u;
  const punctuation = /\p{P}/u;
  for (let unit = 0; unit < 0x10000; unit++) {
    if (unit >= 0x3400 && unit <= 0x9fff) {
      // Letters and signs that Unicode keeps between the blocks of ideographs (䷀) are rare enough to test.
      classes[unit] = unit >= 0x4dc0 && unit <= 0x4dff ? SYMBOL : HAN;
      continue;
    }
    if (unit >= 0xac00 && unit <= 0xd7a3) {
      classes[unit] = LETTER;
      continue;
    }
    if (unit >= 0xd800 && unit <= 0xdfff) {
      classes[unit] = SURROGATE;
      continue;
    }
    if (unit >= 0xe000 && unit <= 0xf8ff) continue;
    const character = String.fromCharCode(unit);
    if (space.test(character)) classes[unit] = SPACE;
    else if ((unit >= 0x30 && unit <= 0x39) || (unit >= 0xff10 && unit <= 0xff19)) classes[unit] = DIGIT;
    // 々 repeats an ideograph; the strokes and description characters beside it are no words.
    else if (unit === 0x3005 || unit === 0x3007 || (unit >= 0xf900 && han.test(character)))
      classes[unit] = HAN;
    else if (mark.test(character)) classes[unit] = MARK;
    else if (letter.test(character)) classes[unit] = LETTER;
    else if (punctuation.test(character)) classes[unit] = PUNCTUATION;
  }
  // Signs that stand for a zero among Han numerals, 二○一三年, are read as ideographs there by the scanner.
  return classes;
}

/** The class of the code point at `at`, pairs of surrogates resolved; a lone surrogate is a symbol. */
export function classAt(text: string, at: number, table: Uint8Array): number {
  const found = table[text.charCodeAt(at)];
  if (found !== SURROGATE) return found;
  const point = text.codePointAt(at)!;
  if (point < 0x10000) return SYMBOL;
  if (point >= 0x20000 && point < 0x40000) return HAN;
  if (point >= 0xe0100 && point <= 0xe01ef) return MARK;
  return SYMBOL;
}

/** True for a lone or leading half: how many units the character at `at` takes. */
export function widthAt(text: string, at: number): 1 | 2 {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/** The block that nearly all ideographs are in, told without the table: most of it would have to come from memory. */
export function isCommonHan(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff;
}
