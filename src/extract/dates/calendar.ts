/** A day, month or year of the Gregorian calendar, as far as it is told. Months count from 1. */
export interface CalendarDate {
  readonly year?: number | undefined;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
  readonly part?: DatePart | undefined;
}

/** A part of a year or month: what follows 2012年 in 2012年底. */
export type DatePart =
  | 'year-start'
  | 'year-middle'
  | 'year-end'
  | 'month-start'
  | 'month-middle'
  | 'month-end'
  | 'first-half'
  | 'second-half'
  | 'first-ten-days'
  | 'middle-ten-days'
  | 'last-ten-days'
  | 'quarter-1'
  | 'quarter-2'
  | 'quarter-3'
  | 'quarter-4'
  | 'three-quarters'
  | 'decade'
  | 'century';

/** First and last day, ISO 8601, both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** Months and, where they are not whole months, days of the parts of a year or month. */
const PARTS: Readonly<Partial<Record<DatePart, readonly [number, number, number, number]>>> = {
  'year-start': [1, 1, 1, 1],
  'year-middle': [6, 30, 6, 30],
  'year-end': [12, 31, 12, 31],
  'first-half': [1, 1, 6, 30],
  'second-half': [7, 1, 12, 31],
  'quarter-1': [1, 1, 3, 31],
  'quarter-2': [4, 1, 6, 30],
  'quarter-3': [7, 1, 9, 30],
  'quarter-4': [10, 1, 12, 31],
  'three-quarters': [1, 1, 9, 30],
};

/** The first and last day of a date; `undefined` where its year is not known or no such day exists. */
export function periodOf({ year, month, day, part }: CalendarDate): Period | undefined {
  if (year === undefined || year < 1 || year > 9999) return undefined;
  if (part === 'decade') return { from: iso(year, 1, 1), to: iso(year + 9, 12, 31) };
  if (part === 'century') return { from: iso(year, 1, 1), to: iso(year + 99, 12, 31) };
  if (month === undefined) {
    const [fromMonth, fromDay, toMonth, toDay] = (part && PARTS[part]) ?? [1, 1, 12, 31];
    return { from: iso(year, fromMonth, fromDay), to: iso(year, toMonth, toDay) };
  }
  if (month < 1 || month > 12) return undefined;
  const last = daysIn(year, month);
  if (day !== undefined) {
    return day < 1 || day > last ? undefined : { from: iso(year, month, day), to: iso(year, month, day) };
  }
  const [from, to] = daysOfPart(part, last);
  return { from: iso(year, month, from), to: iso(year, month, to) };
}

function daysOfPart(part: DatePart | undefined, last: number): readonly [number, number] {
  switch (part) {
    case 'month-start':
      return [1, 1];
    case 'month-middle':
      return [15, 15];
    case 'month-end':
      return [last, last];
    case 'first-ten-days':
      return [1, 10];
    case 'middle-ten-days':
      return [11, 20];
    case 'last-ten-days':
      return [21, last];
    default:
      return [1, last];
  }
}

/** How exact a date is, in a word: a part's name, or day, month or year. */
export function precisionOf({ month, day, part }: CalendarDate): string {
  if (part !== undefined) return part;
  if (day !== undefined) return 'day';
  return month !== undefined ? 'month' : 'year';
}

export function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function iso(year: number, month: number, day: number): string {
  const four = year < 1000 ? `${year}`.padStart(4, '0') : year;
  return `${four}-${TWO_DIGITS[month]}-${TWO_DIGITS[day]}`;
}

/** Months and days as ISO 8601 writes them. */
const TWO_DIGITS = Array.from({ length: 32 }, (_, number) => `${number}`.padStart(2, '0'));
