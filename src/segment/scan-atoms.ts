import {
  characterClasses,
  classAt,
  DIGIT,
  HAN,
  isCommonHan,
  LETTER,
  MARK,
  PUNCTUATION,
  SPACE,
  SURROGATE,
  widthAt,
} from './characters.ts';
import type { SpanList } from './span-list.ts';

/**
 * Kinds of atoms. Runs of Han go to the dictionary; everything else is a word as it stands.
 * The values are what an atom's `pos` byte holds until words are tagged.
 */
export const HAN_ATOM = 0;
export const NUMBER_ATOM = 1;
export const LATIN_ATOM = 2;
export const PUNCTUATION_ATOM = 3;
export const SYMBOL_ATOM = 4;

/**
 * Cuts one sentence into atoms: runs of Han, numbers (1,234.5 17% 2011—2015 10.0.0.1), words that hold Latin letters
 * (G20, 4G, PaaS, COVID-19, addresses of mail and web), punctuation marks and other signs one by one.
 *
 * @param from first UTF-16 unit of the sentence in `text`
 * @param to one past its last unit
 * @param atoms gets the atoms; white space belongs to none, and nothing else is left out
 */
export function scanAtoms(text: string, from: number, to: number, atoms: SpanList): void {
  const table = characterClasses();
  let at = from;
  while (at < to) {
    const unit = text.charCodeAt(at);
    let kind: number = isCommonHan(unit) ? HAN : table[unit];
    if (kind === SURROGATE) kind = classAt(text, at, table);
    switch (kind) {
      case SPACE:
        at++;
        break;
      case HAN: {
        const end = hanEnd(text, at, to, table);
        atoms.push(at, end, HAN_ATOM);
        at = end;
        break;
      }
      case DIGIT:
      case LETTER: {
        const end = wordEnd(text, at, to, table);
        atoms.push(at, end, onlyFigures(text, at, end, table) ? NUMBER_ATOM : LATIN_ATOM);
        at = end;
        break;
      }
      case MARK: {
        // A mark belongs to what it stands on; at the start of a sentence or after a space it stands on nothing.
        const width = widthAt(text, at);
        const last = atoms.length - 1;
        if (last >= 0 && atoms.ends[last] === at && at > from) atoms.ends[last] = at + width;
        else atoms.push(at, at + width, SYMBOL_ATOM);
        at += width;
        break;
      }
      default: {
        const end = at + widthAt(text, at);
        const last = atoms.length - 1;
        // —— and …… are one mark each, written with two characters.
        if (
          (unit === 0x2014 || unit === 0x2026) &&
          last >= 0 &&
          atoms.ends[last] === at &&
          at > from &&
          text.charCodeAt(at - 1) === unit &&
          atoms.pos[last] === PUNCTUATION_ATOM &&
          end - atoms.starts[last] <= 2
        )
          atoms.ends[last] = end;
        else atoms.push(at, end, kind === PUNCTUATION ? PUNCTUATION_ATOM : SYMBOL_ATOM);
        at = end;
      }
    }
  }
}

function hanEnd(text: string, from: number, to: number, table: Uint8Array): number {
  let at = from;
  while (at < to) {
    const unit = text.charCodeAt(at);
    if (isCommonHan(unit)) {
      at++;
      continue;
    }
    const kind = table[unit];
    if (kind === HAN) at++;
    else if (kind === SURROGATE && classAt(text, at, table) === HAN) at += 2;
    // ○ stands for 〇 in 二○一三年: a zero between Han characters is one of them.
    else if (unit === 0x25cb && at > from && at + 1 < to && table[text.charCodeAt(at + 1)] === HAN) at++;
    else break;
  }
  return at;
}

const isAscii = (unit: number): boolean => unit > 0x20 && unit < 0x7f;

/** One past the word of digits and letters that begins at `from`. */
function wordEnd(text: string, from: number, to: number, table: Uint8Array): number {
  let at = from;
  let letters = false;
  for (;;) {
    while (at < to) {
      const kind = table[text.charCodeAt(at)];
      if (kind === LETTER) letters = true;
      else if (kind !== DIGIT && kind !== MARK) break;
      at++;
    }
    if (at >= to) return to;
    const unit = text.charCodeAt(at);
    if (unit === 0x3a && letters && text.startsWith('://', at)) return addressEnd(text, at + 3, to);
    if (isSignOfFigure(unit)) {
      if (table[text.charCodeAt(at - 1)] !== DIGIT) return at;
      at++;
      if (at < to && isRange(text.charCodeAt(at))) {
        const next = rangeEnd(text, at, to, table);
        if (next > at) {
          at = next;
          continue;
        }
      }
      return at;
    }
    const next = letters ? joinedLetters(text, at, to, table) : joinedFigures(text, from, at, to, table);
    if (next < 0) return at;
    if (next > 0) {
      at = next;
      continue;
    }
    return at;
  }
}

/** %, ％, ‰ and the unit signs ° ℃ ℉ ㎎ ㎏ ㎜ ㎝ ㎞ ㎡ ㎥ belong to the figure before them. */
function isSignOfFigure(unit: number): boolean {
  if (unit === 0x25 || unit === 0xff05 || unit === 0x2030 || unit === 0xb0) return true;
  if (unit < 0x2103 || unit > 0x33a5) return false;
  return (
    unit === 0x2103 ||
    unit === 0x2109 ||
    unit === 0x338e ||
    unit === 0x338f ||
    (unit >= 0x339c && unit <= 0x339e) ||
    unit === 0x33a1 ||
    unit === 0x33a5
  );
}

const isRange = (unit: number): boolean =>
  unit === 0x2d ||
  unit === 0x7e ||
  unit === 0x2013 ||
  unit === 0x2014 ||
  unit === 0xff0d ||
  unit === 0xff5e ||
  unit === 0x301c;

/** One past the dash or dashes of a range where a figure follows them; `at` where none does. */
function rangeEnd(text: string, at: number, to: number, table: Uint8Array): number {
  let next = at + 1;
  if (text.charCodeAt(at) === 0x2014 && text.charCodeAt(next) === 0x2014) next++;
  return next < to && table[text.charCodeAt(next)] === DIGIT ? next : at;
}

/** What joins figures: a decimal point, groups of thousands, a range, a ratio, a time, a date. 0 where nothing does. */
function joinedFigures(text: string, from: number, at: number, to: number, table: Uint8Array): number {
  const unit = text.charCodeAt(at);
  const next = at + 1;
  if (next >= to) return 0;
  if (isRange(unit)) {
    const end = rangeEnd(text, at, to, table);
    return end > at ? end : 0;
  }
  if (unit === 0x2c || unit === 0xff0c) {
    // Thousands: one to three digits before, three after, and not a fourth. A full-width comma only among full-width digits.
    if (unit === 0xff0c && text.charCodeAt(at - 1) < 0xff10) return 0;
    for (let i = 1; i <= 3; i++) if (at + i >= to || table[text.charCodeAt(at + i)] !== DIGIT) return 0;
    if (at + 4 < to && table[text.charCodeAt(at + 4)] === DIGIT) return 0;
    let before = at;
    while (before > from && table[text.charCodeAt(before - 1)] === DIGIT) before--;
    return at - before <= 3 ? at + 4 : 0;
  }
  const joins =
    unit === 0x2e ||
    unit === 0xff0e ||
    unit === 0x3a ||
    unit === 0xff1a ||
    unit === 0x2f ||
    unit === 0xff0f ||
    unit === 0xb7;
  if (!joins) return 0;
  return table[text.charCodeAt(next)] === DIGIT ? next : 0;
}

/** What joins Latin words: a hyphen, a full stop, @ and the like between letters or digits; + and # after one (C++, C#). */
function joinedLetters(text: string, at: number, to: number, table: Uint8Array): number {
  const unit = text.charCodeAt(at);
  const next = at + 1;
  const nextKind = next < to ? table[text.charCodeAt(next)] : SPACE;
  const wordFollows = nextKind === LETTER || nextKind === DIGIT;
  switch (unit) {
    case 0x26: // &
    case 0x27: // '
    case 0x2019: // ’
    case 0x2d: // -
    case 0xff0d: // －
    case 0x2e: // .
    case 0xff0e: // ．
    case 0x2f: // /
    case 0x40: // @
    case 0x5f: // _
      return wordFollows ? next : 0;
    case 0x2b: // +
      return text.charCodeAt(next) === 0x2b ? next + 1 : 0;
    case 0x23: // #
      return !wordFollows && isAscii(text.charCodeAt(at - 1)) ? next : 0;
    default:
      return 0;
  }
}

/** One past a web address: visible ASCII, without the marks that end a sentence after it. */
function addressEnd(text: string, from: number, to: number): number {
  let at = from;
  while (at < to) {
    const unit = text.charCodeAt(at);
    if (!isAscii(unit) || unit === 0x22 || unit === 0x3c || unit === 0x3e) break;
    at++;
  }
  while (at > from && ".,;:!?)]}'".includes(text[at - 1])) at--;
  return at;
}

function onlyFigures(text: string, from: number, to: number, table: Uint8Array): boolean {
  for (let at = from; at < to; at++) if (table[text.charCodeAt(at)] === LETTER) return false;
  return true;
}
