import { UnitSet } from '../../dictionary/index.ts';
import type { CalendarDate, DatePart } from './calendar.ts';
import type { DateLexicon } from './date-lexicon.ts';
import { type DateNumber, readDateNumber } from './read-number.ts';

/** A date as written, and where it ends (UTF-16 units). Years and months left out stay out. */
export interface WrittenDate extends CalendarDate {
  readonly end: number;
}

const skipSpace = (text: string, at: number) => (text.charCodeAt(at) === 0x20 ? at + 1 : at);

/** What may follow a year, longest first. */
const YEAR_PARTS: readonly (readonly [string, DatePart])[] = [
  ['的第一季度', 'quarter-1'],
  ['前三季度', 'three-quarters'],
  ['第一季度', 'quarter-1'],
  ['第二季度', 'quarter-2'],
  ['第三季度', 'quarter-3'],
  ['第四季度', 'quarter-4'],
  ['一季度', 'quarter-1'],
  ['二季度', 'quarter-2'],
  ['三季度', 'quarter-3'],
  ['四季度', 'quarter-4'],
  ['上半年', 'first-half'],
  ['前半年', 'first-half'],
  ['下半年', 'second-half'],
  ['后半年', 'second-half'],
  ['年底', 'year-end'],
  ['年末', 'year-end'],
  ['年初', 'year-start'],
  ['年终', 'year-end'],
  ['底', 'year-end'],
  ['末', 'year-end'],
  ['终', 'year-end'],
  ['初', 'year-start'],
  ['中期', 'year-middle'],
];
const MONTH_PARTS: readonly (readonly [string, DatePart])[] = [
  ['上旬', 'first-ten-days'],
  ['中旬', 'middle-ten-days'],
  ['下旬', 'last-ten-days'],
  ['月底', 'month-end'],
  ['月末', 'month-end'],
  ['月初', 'month-start'],
  ['底', 'month-end'],
  ['末', 'month-end'],
  ['初', 'month-start'],
];
/** The first characters of all parts. */
const PART_STARTS = new UnitSet();
for (const [word] of [...YEAR_PARTS, ...MONTH_PARTS]) PART_STARTS.add(word.charCodeAt(0));

/** 初 begins these words, too. */
const NOT_START = /^初(?:步|级|期|始|稿|审|评|衷|中|定|选|赛|创|具|见|查|验|检)/u;

function partAt(
  text: string,
  at: number,
  parts: readonly (readonly [string, DatePart])[],
): readonly [string, DatePart] | undefined {
  if (!PART_STARTS.has(text.charCodeAt(at))) return undefined;
  if (text[at] === '初' && NOT_START.test(text.slice(at, at + 2))) return undefined;
  return parts.find(([word]) => text.startsWith(word, at));
}

/**
 * Reads the date that begins at `at`: with a year, or from its month or part of a year on.
 *
 * @param number the number that begins there, where that is known already
 */
export function readDate(
  text: string,
  at: number,
  lexicon: DateLexicon,
  number = readDateNumber(text, at, lexicon.characters),
): WrittenDate | undefined {
  const era = lexicon.eras.at(text, at);
  if (era !== undefined) return readEraYear(text, at + era.word.length, era.value, lexicon);
  if (number === undefined) return readNamedMonth(text, at, undefined) ?? readBarePart(text, at);
  const numeric = number.arabic ? readNumericDate(text, number, lexicon) : undefined;
  if (numeric !== undefined) return numeric;
  const after = skipSpace(text, number.end);
  switch (text[after]) {
    case '年':
      return readFromYear(text, number, after + 1, lexicon);
    case '月':
      return readFromMonth(text, number, undefined, lexicon);
    case '世':
      return readCentury(text, number, after, lexicon);
    case '季':
      return readBarePart(text, at);
    default:
      return undefined;
  }
}

/** 民国三年, 神龙元年十一月. */
function readEraYear(text: string, at: number, first: number, lexicon: DateLexicon): WrittenDate | undefined {
  const number = text[at] === '元' ? { value: 1, end: at + 1 } : readDateNumber(text, at, lexicon.characters);
  if (number === undefined || number.value < 1 || number.value > 120 || text[number.end] !== '年')
    return undefined;
  return readWithinYear(text, number.end + 1, first + number.value - 1, lexicon);
}

function readFromYear(
  text: string,
  number: DateNumber,
  at: number,
  lexicon: DateLexicon,
): WrittenDate | undefined {
  const { value, length, arabic, digits } = number;
  if (text[at] === '代') return readDecade(text, number, at + 1);
  let year: number | undefined;
  if (digits && length === 4 && value >= 1000) year = value;
  else if (digits && length === 2 && isShortYear(text, number, at, lexicon))
    year = value < 50 ? 2000 + value : 1900 + value;
  if (year === undefined) return undefined;
  if (arabic && year > 2199) return undefined;
  return readWithinYear(text, at, year, lexicon);
}

/** 08年, 98年, 零八年, and 18年10月: other two-digit numbers before 年 count years. */
function isShortYear(
  text: string,
  { value, end, length, arabic }: DateNumber,
  at: number,
  lexicon: DateLexicon,
): boolean {
  const leadingZero = lexicon.characters.values[text.charCodeAt(end - length)] === 0;
  if (leadingZero || (value >= 70 && arabic) || (!arabic && value >= 50 && length === 2)) return true;
  const month = readDateNumber(text, at, lexicon.characters);
  return month !== undefined && month.value >= 1 && month.value <= 12 && text[month.end] === '月';
}

/** What follows a year: a month and day, a part of the year, or nothing. */
function readWithinYear(text: string, at: number, year: number, lexicon: DateLexicon): WrittenDate {
  let from = at;
  if (text[from] === '度') from++;
  if (text[from] === '的') from++;
  from = skipSpace(text, from);
  const named = readNamedMonth(text, from, year);
  if (named !== undefined) return named;
  const part = partAt(text, from, YEAR_PARTS);
  if (part !== undefined) return { year, part: part[1], end: from + part[0].length };
  const ordinal = text[from] === '第' ? readDateNumber(text, from + 1, lexicon.characters) : undefined;
  if (
    ordinal !== undefined &&
    ordinal.value >= 1 &&
    ordinal.value <= 12 &&
    text.startsWith('个月', ordinal.end)
  ) {
    return { year, month: ordinal.value, end: ordinal.end + 2 };
  }
  const month = readDateNumber(text, from, lexicon.characters);
  if (month !== undefined && text[skipSpace(text, month.end)] === '月') {
    const date = readFromMonth(text, month, year, lexicon);
    if (date !== undefined) return date;
  }
  return { year, end: text[at] === '度' ? at + 1 : at };
}

/** 正月三十, 腊月, 大年三十: months of the lunar calendar by their names, counted like the others. */
function readNamedMonth(text: string, at: number, year: number | undefined): WrittenDate | undefined {
  const first = text[at];
  if (first !== '大' && first !== '正' && first !== '腊') return undefined;
  const base = year === undefined ? {} : { year };
  if (text.startsWith('大年', at)) {
    if (text.startsWith('初', at + 2) || text.startsWith('三十', at + 2)) {
      const day = readLunarDay(text, at + 2) ?? { day: 30, end: at + 4 };
      return { ...base, month: 1, ...day };
    }
    return undefined;
  }
  const month = text.startsWith('正月', at) ? 1 : text.startsWith('腊月', at) ? 12 : 0;
  if (month === 0) return undefined;
  const day = readLunarDay(text, at + 2);
  return { ...base, month, ...(day ?? { end: at + 2 }) };
}

const DIGITS = '零一二三四五六七八九十';

/** 初一 to 初十, and 三十 after a named month. */
function readLunarDay(text: string, at: number): { day: number; end: number } | undefined {
  if (text[at] === '初') {
    const day = DIGITS.indexOf(text[at + 1] ?? '-');
    return day > 0 ? { day, end: at + 2 } : undefined;
  }
  return text.startsWith('三十', at) ? { day: 30, end: at + 2 } : undefined;
}

function readFromMonth(
  text: string,
  month: DateNumber,
  year: number | undefined,
  lexicon: DateLexicon,
): WrittenDate | undefined {
  if (month.value < 1 || month.value > 12 || (month.length > 2 && month.arabic)) return undefined;
  const written = (day: number | undefined, part: DatePart | undefined, end: number) => ({
    year,
    month: month.value,
    day,
    part,
    end,
  });
  let at = skipSpace(text, month.end) + 1;
  if (text[at] === '份') at++;
  if (text[at] === '的') at++;
  at = skipSpace(text, at);
  const lunar = readLunarDay(text, at);
  if (lunar !== undefined && text[at] === '初') return written(lunar.day, undefined, lunar.end);
  const day = readDateNumber(text, at, lexicon.characters);
  if (day !== undefined && day.value >= 1 && day.value <= 31 && day.length <= 3) {
    const mark = skipSpace(text, day.end);
    if (text[mark] === '日' || text[mark] === '号') return written(day.value, undefined, mark + 1);
    // 八月十五 leaves 日 out, in words alone.
    if (!day.arabic && !month.arabic && !day.digits && !COUNTS.test(text[mark] ?? ''))
      return written(day.value, undefined, day.end);
  }
  const part = partAt(text, at, MONTH_PARTS);
  if (part !== undefined) return written(undefined, part[1], at + part[0].length);
  const plain = skipSpace(text, month.end) + 1;
  return written(undefined, undefined, text[plain] === '份' ? plain + 1 : plain);
}

/** What makes a number before it a count and no day. */
const COUNTS = /[个家项万亿千百名人次年余多几岁周天点时分%％]/u;

/** 2013-05-29, 2013/5/29, 2013.05.29, 12-11-10, 29/5/2013. */
function readNumericDate(
  text: string,
  first: DateNumber,
  { characters }: DateLexicon,
): WrittenDate | undefined {
  const mark = text[first.end];
  if (mark !== '-' && mark !== '/' && mark !== '.') return undefined;
  const second = readDateNumber(text, first.end + 1, characters);
  if (second === undefined || !second.arabic || second.length > 2 || text[second.end] !== mark)
    return undefined;
  const third = readDateNumber(text, second.end + 1, characters);
  if (third === undefined || !third.arabic) return undefined;
  const next = text[third.end] ?? '';
  if (next === mark && /\d/.test(text[third.end + 1] ?? '') && third.length < 4) return undefined;
  let date: { year: number; month: number; day: number } | undefined;
  if (first.length === 4 && third.length <= 2)
    date = { year: first.value, month: second.value, day: third.value };
  else if (mark !== '.' && first.length <= 2 && third.length === 4) {
    const [day, month] = second.value > 12 ? [second.value, first.value] : [first.value, second.value];
    date = { year: third.value, month, day };
  } else if (mark === '-' && first.length === 2 && third.length === 2) {
    date = { year: 2000 + first.value, month: second.value, day: third.value };
  }
  if (date === undefined || date.month < 1 || date.month > 12 || date.day < 1 || date.day > 31)
    return undefined;
  return date.year >= 1000 && date.year <= 2199 ? { ...date, end: third.end } : undefined;
}

/** 十九世纪七十年代, 20世纪末, 21世纪. */
function readCentury(
  text: string,
  { value }: DateNumber,
  at: number,
  lexicon: DateLexicon,
): WrittenDate | undefined {
  if (!text.startsWith('世纪', at) || value < 1 || value > 22) return undefined;
  const first = (value - 1) * 100;
  const decade = readDateNumber(text, at + 2, lexicon.characters);
  if (
    decade !== undefined &&
    text.startsWith('年代', decade.end) &&
    decade.value % 10 === 0 &&
    decade.value < 100
  ) {
    return { year: first + decade.value, part: 'decade', end: decade.end + 2 };
  }
  return { year: Math.max(first, 1), part: 'century', end: at + 2 };
}

/** 九十年代, 80年代, 1990年代: of the twentieth century where none is named. */
function readDecade(_text: string, { value, length }: DateNumber, end: number): WrittenDate | undefined {
  if (value % 10 !== 0) return undefined;
  if (length === 4) return { year: value, part: 'decade', end };
  return value >= 10 && value <= 90 ? { year: 1900 + value, part: 'decade', end } : undefined;
}

/** 上半年, 一季度, 年底 without a year. */
function readBarePart(text: string, at: number): WrittenDate | undefined {
  const found = partAt(text, at, YEAR_PARTS);
  if (found === undefined || found[0].length < 2 || found[0] === '中期') return undefined;
  const [word, part] = found;
  const before = text[at - 1] ?? '';
  if (word.startsWith('年') && /[\d多成全半几每历周两一二三四五六七八九十同青少中老]/u.test(before))
    return undefined;
  if (word.endsWith('季度') && before === '第') return undefined;
  return { part, end: at + word.length };
}
