import { unitTable } from '../dictionary/index.ts';
import type { SourceDescription } from '../document/index.ts';
import { placesWith } from './beginnings.ts';

/**
 * Years before and after which a number is no year of a text: before the registers of divisions begin, a year is
 * history that a later text tells.
 */
const FIRST = 1978;
const LAST = 2099;

/** What before a year says that it lies ahead of the text: 到2020年, 展望2014年, 力争2015年. */
const AHEAD = /(?:到|至|展望|力争|预计|计划|争取|目标|面向|迈向)$/;
/** What after a year says so: 2020年目标, 2020年前. */
const AHEAD_AFTER = /^年?(?:以?前|之前|目标|远景|展望|规划)/;

/** When a text was written, as far as it shows. */
export interface WrittenIn {
  readonly year: number | undefined;
  /** 1 to 12. */
  readonly month: number | undefined;
}

/**
 * The year and month a text was written in, as far as it shows: the latest that it names, those that lie ahead of it
 * (到2020年) left out; without any in the text, the latest in the source's path.
 *
 * Names are read as of then, so a year too late by one does less harm than one too early: bodies and
 * divisions get new names more often than old names come back.
 *
 * @param places where years may begin, where that is known already
 */
export function writingDate(
  text: string,
  source: SourceDescription | undefined,
  places = placesWith(yearStarts, text),
): WrittenIn {
  const written = latestDate(text, places, true);
  if (written.year !== undefined || source === undefined) return written;
  return latestDate(source.path, placesWith(yearStarts, source.path), false);
}

function latestDate(text: string, places: Uint32Array, inProse: boolean): WrittenIn {
  let year: number | undefined;
  let month = 0;
  for (const at of places) {
    if (yearStarts[text.charCodeAt(at)] === 0) continue;
    const named = yearAt(text, at);
    if (named === 0 || (inProse && (!isYear(text, at) || isAhead(text, at)))) continue;
    if (year === undefined || named > year) {
      year = named;
      month = 0;
    }
    if (named === year) month = Math.max(month, monthAfter(text, at + 4));
  }
  return { year, month: month === 0 ? undefined : month };
}

/** The month in 2013年5月 or 2013-05, 1 to 12; else 0. `at` is where the year ends. */
function monthAfter(text: string, at: number): number {
  const match = /^(?:年(\d{1,2})月|[-/.](\d{1,2})(?!\d))/.exec(text.slice(at, at + 5));
  const month = Number(match?.[1] ?? match?.[2] ?? 0);
  return month <= 12 ? month : 0;
}

/** Not 0 for the units with which a year begins. */
const yearStarts = unitTable('12一二');

/** The number of four digits that stands alone at `at`, if it can be a year; else 0. */
function yearAt(text: string, at: number): number {
  if (at > 0 && digitAt(text, at - 1) !== -1) return 0;
  let value = 0;
  for (let i = 0; i < 4; i++) {
    const digit = digitAt(text, at + i);
    if (digit === -1) return 0;
    value = value * 10 + digit;
  }
  return digitAt(text, at + 4) === -1 && value >= FIRST && value <= LAST ? value : 0;
}

/** Per UTF-16 unit, the digit that it is in ASCII or as in 二〇一三; -1 for all others. */
const digits = new Int8Array(65_536).fill(-1);
for (let digit = 0; digit < 10; digit++) {
  digits['0123456789'.charCodeAt(digit)] = digit;
  digits['〇一二三四五六七八九'.charCodeAt(digit)] = digit;
}
digits['零'.charCodeAt(0)] = 0;

function digitAt(text: string, at: number): number {
  return at < text.length ? digits[text.charCodeAt(at)] : -1;
}

/** True where what follows makes the number a year: 2013年, 2013-05-29, 〔2013〕, 2013—2015. */
function isYear(text: string, at: number): boolean {
  const after = text[at + 4] ?? '';
  if (after === '年' || after === '〕' || after === ']' || after === '】') return true;
  if ('-/.'.includes(after) && after !== '')
    return /^\d{1,2}[-/.]\d{1,2}(?!\d)/.test(text.slice(at + 5, at + 11));
  return false;
}

function isAhead(text: string, at: number): boolean {
  return AHEAD.test(text.slice(Math.max(0, at - 2), at)) || AHEAD_AFTER.test(text.slice(at + 4, at + 9));
}
