import { type Dictionaries, defaultDictionaries } from '../../dictionary/index.ts';
import { placesWith } from '../beginnings.ts';
import { rangeMarkAt } from '../figures/read-bounds.ts';
import { type CalendarDate, type Period, periodOf, precisionOf } from './calendar.ts';
import { type DateLexicon, dateLexicon } from './date-lexicon.ts';
import { readDate, type WrittenDate } from './read-date.ts';
import { type DateNumber, readDateNumber } from './read-number.ts';

/** A date found in a text. Positions are UTF-16 units of the text searched. */
export interface FoundDate {
  readonly start: number;
  readonly end: number;
  /** First and last day, ISO 8601, both included; absent where the year is not known or no such day exists. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** day, month, year, range, or the name of a part: year-end, first-half, quarter-1 … */
  readonly precision: string;
  /** True where the year was not written here and came from the text before or from the reference. */
  readonly inferred: boolean;
  /** For a range, the first day of its last date: where the last date begins. */
  readonly lastFrom?: string | undefined;
}

export interface DateOptions {
  readonly dictionaries?: Dictionaries;
  /** ISO date or year that 今年 and dates without a year refer to, until the text names a year. */
  readonly reference?: string | number;
}

/** What dates before this one told. */
interface DateMemory {
  year: number | undefined;
  month: number | undefined;
  /** Where the year and the month stood, UTF-16 units. */
  yearAt: number;
  monthAt: number;
  readonly reference: number | undefined;
}

/** Finds dates and spans of dates: one pass, ascending and disjoint. */
export function findDates(
  text: string,
  { dictionaries = defaultDictionaries(), reference }: DateOptions = {},
): FoundDate[] {
  const lexicon = dateLexicon(dictionaries);
  const year = reference === undefined ? Number.NaN : Number(`${reference}`.slice(0, 4));
  return readDates(text, placesWith(lexicon.starts, text), lexicon, Number.isNaN(year) ? undefined : year);
}

/**
 * Reads the dates that begin at some of the places given.
 *
 * @param places ascending, in UTF-16 units of the text
 * @param reference the year that 今年 and dates without a year refer to, until the text names a year
 */
export function readDates(
  text: string,
  places: Uint32Array,
  lexicon: DateLexicon,
  reference: number | undefined,
): FoundDate[] {
  const memory: DateMemory = { year: undefined, month: undefined, yearAt: 0, monthAt: 0, reference };
  const dates: FoundDate[] = [];
  let free = 0;
  for (const at of places) {
    if (at < free) continue;
    const number = readDateNumber(text, at, lexicon.characters);
    const next = text.charCodeAt(number?.end ?? at + 1);
    const date = lexicon.follows[next] === 0 ? undefined : dateAt(text, at, number, lexicon, memory);
    if (date !== undefined) dates.push(date);
    free = date?.end ?? number?.end ?? at + 1;
  }
  return dates;
}

/** @param number the number that begins at `at`, where one does */
function dateAt(
  text: string,
  at: number,
  number: DateNumber | undefined,
  lexicon: DateLexicon,
  memory: DateMemory,
): FoundDate | undefined {
  const relative = readRelative(text, at, lexicon, memory);
  const first =
    relative ??
    readOpenRange(text, number, lexicon) ??
    readDate(text, at, lexicon, number) ??
    readDayAlone(text, at, number, lexicon, memory);
  if (first === undefined) return undefined;
  const inferred = first.year === undefined || relative !== undefined;
  const start = complete(first, at, memory);
  if (relative === undefined) remember(start, first, at, memory);
  const second = readSecond(text, first, start, lexicon);
  if (second === undefined) {
    const period = periodOf(start);
    const { from, to } = period ?? NO_PERIOD;
    return {
      start: at,
      end: first.end,
      from,
      to,
      precision: precisionOf(first),
      inferred,
      lastFrom: undefined,
    };
  }
  remember(second.date, second.written, at, memory);
  const from = periodOf(start);
  const to = periodOf(second.date);
  const isSpan = from !== undefined && to !== undefined && from.from <= to.to;
  return {
    start: at,
    end: second.written.end,
    from: isSpan ? from.from : undefined,
    to: isSpan ? to.to : undefined,
    precision: 'range',
    inferred,
    lastFrom: isSpan ? to.from : undefined,
  };
}

const NO_PERIOD: Partial<Period> = {};

/** How far, in UTF-16 units, a year or a month that was named holds for dates that leave it out. */
const YEAR_HOLDS = 80;
const MONTH_HOLDS = 300;

/** Fills in the year: the one named just before, else the reference's, else the one named last. */
function complete(date: WrittenDate, at: number, { year, yearAt, reference }: DateMemory): CalendarDate {
  if (date.year !== undefined) return date;
  const known = year !== undefined && at - yearAt <= YEAR_HOLDS ? year : (reference ?? year);
  return known === undefined ? date : { ...date, year: known };
}

function remember(
  { year, month }: CalendarDate,
  { year: written }: CalendarDate,
  at: number,
  memory: DateMemory,
): void {
  if (written !== undefined) {
    memory.year = year;
    memory.yearAt = at;
  }
  if (month !== undefined) {
    memory.month = month;
    memory.monthAt = at;
  }
}

/** The second date of a range; it shares the first one's year and month where it leaves them out. */
function readSecond(
  text: string,
  first: WrittenDate,
  start: CalendarDate,
  lexicon: DateLexicon,
): { date: CalendarDate; written: WrittenDate } | undefined {
  const mark = rangeMarkAt(text, first.end);
  let at = first.end + mark;
  if (mark === 0) {
    const joined = /^\s?[和与]\s?/u.exec(text.slice(at, at + 3));
    if (joined === null) return undefined;
    at += joined[0].length;
  }
  const written = readDate(text, at, lexicon) ?? readDayOf(text, at, start, lexicon);
  if (written === undefined) return undefined;
  const between = /^(?:之间|间(?![隔接断]))/u.exec(text.slice(written.end, written.end + 2));
  if (mark === 0 && between === null) return undefined;
  const date: CalendarDate = { ...written, year: written.year ?? start.year };
  return {
    date,
    written: mark === 0 && between !== null ? { ...written, end: written.end + between[0].length } : written,
  };
}

/** 2012-2013年: the first year has no 年 of its own. */
function readOpenRange(
  text: string,
  first: DateNumber | undefined,
  lexicon: DateLexicon,
): WrittenDate | undefined {
  if (first === undefined || !first.digits || first.length !== 4 || first.value < 1000 || first.value > 2199)
    return undefined;
  const mark = rangeMarkAt(text, first.end);
  if (mark === 0) return undefined;
  const second = readDateNumber(text, first.end + mark, lexicon.characters);
  if (second === undefined || second.length !== 4 || second.value <= first.value || second.value > 2199)
    return undefined;
  return text[second.end] === '年' || text.startsWith(' 年', second.end)
    ? { year: first.value, end: first.end }
    : undefined;
}

/** 12日 after 1月10日到. */
function readDayOf(
  text: string,
  at: number,
  { month }: CalendarDate,
  lexicon: DateLexicon,
): WrittenDate | undefined {
  if (month === undefined) return undefined;
  const day = readDateNumber(text, at, lexicon.characters);
  if (
    day === undefined ||
    day.value < 1 ||
    day.value > 31 ||
    (text[day.end] !== '日' && text[day.end] !== '号')
  )
    return undefined;
  return { month, day: day.value, end: day.end + 1 };
}

/** 29日 after a date that told the month; digits alone, as 三日 is a span of time. */
function readDayAlone(
  text: string,
  at: number,
  number: DateNumber | undefined,
  lexicon: DateLexicon,
  { month, monthAt }: DateMemory,
): WrittenDate | undefined {
  if (
    number === undefined ||
    !number.arabic ||
    number.length > 2 ||
    text[number.end] !== '日' ||
    text[number.end + 1] === '内'
  )
    return undefined;
  return month === undefined || at - monthAt > MONTH_HOLDS
    ? undefined
    : readDayOf(text, at, { month }, lexicon);
}

const YEARS_AWAY: ReadonlyMap<string, number> = new Map([
  ['今', 0],
  ['去', -1],
  ['明', 1],
  ['前', -2],
  ['本', 0],
]);

/** 今年, 去年 and 明年, where the text or the reference tells which year is meant. */
function readRelative(
  text: string,
  at: number,
  lexicon: DateLexicon,
  { reference }: DateMemory,
): WrittenDate | undefined {
  if (text[at + 1] !== '年' || reference === undefined) return undefined;
  const offset = YEARS_AWAY.get(text[at]);
  if (
    offset === undefined ||
    (text[at] === '前' && /[\d一二三四五六七八九十几以之]/u.test(text[at - 1] ?? ''))
  )
    return undefined;
  const year = reference + offset;
  const rest = readDate(text, at + 2, lexicon);
  if (rest !== undefined && rest.year === undefined) return { ...rest, year };
  const end = text.startsWith('底', at + 2) || text.startsWith('末', at + 2);
  const start = text.startsWith('初', at + 2);
  if (end || start) return { year, part: end ? 'year-end' : 'year-start', end: at + 3 };
  return { year, end: text[at + 2] === '度' ? at + 3 : at + 2 };
}
