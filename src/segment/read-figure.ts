import { DIGIT_BIT, type FigureTables, MULTIPLIER_BIT, VAGUE_BIT } from './figure-tables.ts';
import { posIndex } from './pos-tags.ts';

const M = posIndex('m');
const N = posIndex('n');
const Q = posIndex('q');
const T = posIndex('t');

/**
 * A figure as its parts: 三百|元, 第五|次, 2013年|5月|6日. The arrays are used again for each figure, so that reading one
 * makes no object.
 */
export class FigureParts {
  /** One past each part, UTF-16 units of the text; there are `count` of them. */
  readonly ends: number[] = [];
  /** Part of speech of each part, an index into `posTags`. */
  readonly pos: number[] = [];
  count = 0;
  /** True where the whole is a point in time. */
  date = false;

  add(end: number, pos: number): void {
    this.ends[this.count] = end;
    this.pos[this.count++] = pos;
  }

  clear(): void {
    // An array made shorter gives its memory away and has to ask for it again.
    this.count = 0;
    this.date = false;
  }

  get end(): number {
    return this.ends[this.count - 1];
  }
}

/**
 * Reads the figure that begins at `from`, with its measure: numerals of Han or digits, 多 and 几, decimals, 百分之, the
 * measure, and dates down to the day.
 *
 * @param from first UTF-16 unit, where a word begins
 * @param limit one past the last unit that may be read: the next white space or mark
 * @param numberEnd one past the run of digits that begins at `from`, or `from` where none does
 * @returns false where no figure stands there; else `parts` holds it
 */
export function readFigure(
  text: string,
  from: number,
  limit: number,
  numberEnd: number,
  tables: FigureTables,
  parts: FigureParts,
): boolean {
  parts.clear();
  const ordinal = text.charCodeAt(from) === 0x7b2c;
  const start = ordinal ? from + 1 : from;
  const numeralEnd = readNumeral(
    text,
    start,
    limit,
    ordinal ? digitsEnd(text, start, limit) : numberEnd,
    tables,
  );
  if (numeralEnd === start) return false;
  const measure = readMeasure(text, numeralEnd, limit, tables);
  if (!ordinal && measure > numeralEnd && readDate(text, start, numeralEnd, measure, limit, tables, parts))
    return true;
  if (measure === numeralEnd && !ordinal && isWeak(text, start, numeralEnd)) return false;
  parts.add(numeralEnd, M);
  if (measure > numeralEnd) addMeasure(text, measure, limit, tables, parts);
  return true;
}

const isDigit = (unit: number): boolean =>
  (unit >= 0x30 && unit <= 0x39) || (unit >= 0xff10 && unit <= 0xff19);

function digitsEnd(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && isDigit(text.charCodeAt(at))) at++;
  return at;
}

/** One past the numeral that begins at `from`; `from` where none does. */
function readNumeral(
  text: string,
  from: number,
  limit: number,
  numberEnd: number,
  { bits }: FigureTables,
): number {
  let at = numberEnd;
  if (at === from && (bitsAt(text, at, limit, bits) & (DIGIT_BIT | MULTIPLIER_BIT | VAGUE_BIT)) === 0)
    return from;
  // 几 may begin a figure, 数 only before 十百千万 or a stretch of time; 多, 余 and 来 never do.
  if (at === from && (bitsAt(text, at, limit, bits) & VAGUE_BIT) !== 0) {
    const character = text[at];
    if (character === '数') {
      if (
        (bitsAt(text, at + 1, limit, bits) & MULTIPLIER_BIT) === 0 &&
        !'年月日天周小'.includes(text[at + 1])
      )
        return from;
    } else if (character !== '几') return from;
    at++;
  }
  while (at < limit) {
    const here = bitsAt(text, at, limit, bits);
    if ((here & (DIGIT_BIT | MULTIPLIER_BIT)) !== 0) at++;
    else if ((here & VAGUE_BIT) !== 0 && text[at] !== '数' && isAfterNumber(text, at, bits)) at++;
    else if (
      isPoint(text.charCodeAt(at)) &&
      (bitsAt(text, at - 1, limit, bits) & DIGIT_BIT) !== 0 &&
      (bitsAt(text, at + 1, limit, bits) & DIGIT_BIT) !== 0
    )
      at += 2;
    else if (text[at] === '分' && text[at + 1] === '之' && at + 2 < limit && at > from) {
      const next = at + 2;
      const digits = digitsEnd(text, next, limit);
      if (digits > next) at = digits;
      else if ((bitsAt(text, next, limit, bits) & (DIGIT_BIT | MULTIPLIER_BIT)) !== 0 || text[next] === '几')
        at = next + 1;
      else break;
    } else if (at > from && '％%‰'.includes(text[at]) && at > numberEnd) return at + 1;
    else break;
  }
  return at;
}

function bitsAt(text: string, at: number, limit: number, bits: Uint8Array): number {
  return at < limit ? bits[text.charCodeAt(at)] : 0;
}

/** 点 and its kin between numerals: 三点五, 三．五, 三.五, 一‧四. */
function isPoint(unit: number): boolean {
  return unit === 0x70b9 || unit === 0xff0e || unit === 0x2e || unit === 0x2027 || unit === 0xb7;
}

/** 多, 余, 来 and 几 follow a round figure: 二十多, 300余; 来 only 十来, 几 only 十几. */
function isAfterNumber(text: string, at: number, bits: Uint8Array): boolean {
  const before = text.charCodeAt(at - 1);
  if ((bits[before] & MULTIPLIER_BIT) !== 0) return true;
  return isDigit(before) && (text[at] === '多' || text[at] === '余');
}

/** One past the longest measure at `at`; `at` where none stands there. */
function readMeasure(text: string, at: number, limit: number, { measures }: FigureTables): number {
  if (at >= limit) return at;
  const words = measures.get(text.charCodeAt(at));
  return words === undefined ? at : wordEnd(text, at, limit, words);
}

/**
 * Adds the measure that ends at `end`. 个 takes what it counts along where that is a measure itself: 三个月, 两个多小时,
 * 1.2个百分点.
 */
function addMeasure(
  text: string,
  end: number,
  limit: number,
  tables: FigureTables,
  parts: FigureParts,
): void {
  parts.add(end, Q);
  if (text[end - 1] !== '个') return;
  const vague = end < limit && (text[end] === '多' || text[end] === '半') ? end + 1 : end;
  for (const more of tables.afterItem) {
    if (vague + more.length > limit || !text.startsWith(more, vague)) continue;
    if (vague > end) parts.add(vague, M);
    parts.add(vague + more.length, N);
    return;
  }
}

/** A single 几, 半, 两, 十 and the like is a word by itself and no figure worth marking. */
function isWeak(text: string, from: number, end: number): boolean {
  return end - from === 1 && !isDigit(text.charCodeAt(from));
}

/**
 * Reads a date from its year or its month on: 2013年5月6日, 一九九七年, 十月, 5月上旬, 6日.
 *
 * A year has two or four digits and no 十 or 百, apart from the years of an era (八十四年): those count as stretches of
 * time where they are round. What is no date is left to the measure.
 */
function readDate(
  text: string,
  from: number,
  numeralEnd: number,
  measureEnd: number,
  limit: number,
  tables: FigureTables,
  parts: FigureParts,
): boolean {
  const unit = text.slice(numeralEnd, measureEnd);
  if (unit === '年' && isYear(text, from, numeralEnd, tables)) {
    const month = datePartEnd(text, measureEnd, limit, '月', tables);
    if (month === measureEnd) parts.add(wordEnd(text, measureEnd, limit, tables.afterYear), T);
    else {
      parts.add(measureEnd, T);
      addMonth(text, month, limit, tables, parts);
    }
  } else if (unit === '月' && isMonth(text, from, numeralEnd)) {
    addMonth(text, measureEnd, limit, tables, parts);
  } else if (
    (unit === '月份' && isMonth(text, from, numeralEnd)) ||
    tables.pointsInTime.has(unit) ||
    (unit === '日' && numeralEnd - from <= 3)
  ) {
    parts.add(measureEnd, T);
  } else return false;
  parts.date = true;
  return true;
}

/** Adds the month that ends at `month`, and its day or third. */
function addMonth(
  text: string,
  month: number,
  limit: number,
  tables: FigureTables,
  parts: FigureParts,
): void {
  const day = datePartEnd(text, month, limit, '日号', tables);
  if (day > month) {
    parts.add(month, T);
    parts.add(day, T);
  } else parts.add(wordEnd(text, month, limit, tables.afterMonth), T);
}

/** One past a short numeral at `at` and one of `names` after it; `at` where that does not stand there. */
function datePartEnd(text: string, at: number, limit: number, names: string, tables: FigureTables): number {
  const end = readNumeral(text, at, limit, digitsEnd(text, at, limit), tables);
  return end > at && end - at <= 3 && end < limit && names.includes(text[end]) ? end + 1 : at;
}

/** One past the first of the words that stands at `at`; `at` where none does. */
function wordEnd(text: string, at: number, limit: number, words: readonly string[]): number {
  for (const word of words)
    if (at + word.length <= limit && text.startsWith(word, at)) return at + word.length;
  return at;
}

/** 2013, 97, 一九九七, 二○一三, 八十四; not 三, 300 or 二十. */
function isYear(text: string, from: number, end: number, { bits }: FigureTables): boolean {
  const length = end - from;
  // 2011—2015年: what comes first is a year, so both are.
  if (length > 8 && digitsEnd(text, from, end) === from + 4 && digitsEnd(text, end - 4, end) === end)
    return true;
  if (length !== 2 && length !== 3 && length !== 4) return false;
  let multipliers = 0;
  for (let at = from; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (isDigit(unit)) continue;
    if ((bits[unit] & MULTIPLIER_BIT) !== 0) multipliers++;
    else if ((bits[unit] & DIGIT_BIT) === 0) return false;
  }
  if (isDigit(text.charCodeAt(from))) return length === 4 || length === 2;
  if (multipliers === 0) return length === 4 || length === 2;
  return length === 3 && text[from + 1] === '十';
}

function isMonth(text: string, from: number, end: number): boolean {
  const length = end - from;
  if (isDigit(text.charCodeAt(from))) return length <= 2;
  return length === 1 ? !'百千万亿半几两'.includes(text[from]) : length === 2 && text[from] === '十';
}
