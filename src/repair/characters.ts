/**
 * Classes of UTF-16 units as the marks around them see them. One table lookup a unit; half a surrogate
 * pair counts as `OTHER`, so no rule ever reads an astral character as Han text beside a mark.
 */
export const OTHER = 0;
export const HAN = 1;
export const DIGIT = 2;
export const LATIN = 3;
export const SPACE = 4;
/** A mark in its full-width form: ，。、；：？！. */
export const WIDE_MARK = 5;
/** `)` and its kin: what may close a stretch of text before a mark. */
export const CLOSING = 6;
export const OPENING = 7;
/** Kana and Hangul: text that the rules for Chinese marks leave alone. */
export const FOREIGN = 8;
/** `, ; : ? !`: half-width marks that have a full-width form. The dot is a case of its own. */
export const NARROW_MARK = 9;
export const DOT = 10;
export const LINE_BREAK = 11;
/** `'` and `"`. */
export const STRAIGHT_QUOTE = 12;

const classes = new Uint8Array(0x10000);

function mark(first: number, last: number, kind: number): void {
  classes.fill(kind, first, last + 1);
}

mark(0x3400, 0x4dbf, HAN);
mark(0x4e00, 0x9fff, HAN);
mark(0xf900, 0xfaff, HAN);
mark(0x30, 0x39, DIGIT);
mark(0x41, 0x5a, LATIN);
mark(0x61, 0x7a, LATIN);
mark(0xc0, 0x24f, LATIN);
mark(0x3040, 0x30ff, FOREIGN);
mark(0x1100, 0x11ff, FOREIGN);
mark(0xac00, 0xd7af, FOREIGN);
for (const [characters, kind] of [
  [' \t\u00a0\u3000', SPACE],
  ['，。、；：？！', WIDE_MARK],
  [')]}）］｝》〉】〕」』”’', CLOSING],
  ['([{（［｛《〈【〔「『“‘', OPENING],
  [',;:?!', NARROW_MARK],
  ['.', DOT],
  ['\n\r\u2028\u2029\u0085', LINE_BREAK],
  ['\'"', STRAIGHT_QUOTE],
  ['々〇', HAN],
] as const) {
  for (const character of characters) classes[character.charCodeAt(0)] = kind;
}

/** The class of a UTF-16 unit. */
export function classOf(unit: number): number {
  return classes[unit];
}

/** The class of the unit at `at`; `LINE_BREAK` beyond either end of the text. */
export function classAt(text: string, at: number): number {
  return at < 0 || at >= text.length ? LINE_BREAK : classes[text.charCodeAt(at)];
}

/**
 * True where one of some marks stands at `at`; false beyond either end of the text. Most units are Han, which a table tells
 * at once: `marks.includes(text[at])` would make a string of each.
 */
export function isOneOf(marks: string, text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (classes[unit] === HAN) return false;
  for (let i = 0; i < marks.length; i++) if (marks.charCodeAt(i) === unit) return true;
  return false;
}

/** Where a UTF-16 unit stands in `[from, to)`, -1 where it does not. `indexOf` would go on to the end of the text, line after line. */
export function indexWithin(text: string, unit: number, from: number, to: number): number {
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === unit) return at;
  return -1;
}
