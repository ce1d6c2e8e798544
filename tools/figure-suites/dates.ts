import { findDates } from '../../src/extract/dates/index.ts';
import { type RecognizersCase, readSuite, type Suite } from './suite.ts';

interface Value {
  readonly timex?: string;
  readonly value?: string;
  readonly start?: string;
  readonly end?: string;
}

/** A date that names its year: everything else depends on when it is read. */
const ABSOLUTE = /^\(?\d{4}(?:-\d{2}(?:-\d{2})?)?(?:,\d{4}|$|,)/;
/** Words by which a date without a year of its own says which it means. */
const RELATIVE =
  /[今去明前后上下昨本过最近剩分秒周週年]?(?:今|去年|明年|昨|前天|上个|下个|过去|最近|天前|年前|前\d|后\d|之后\d|之前\d)/u;

/**
 * Absolute dates of Recognizers-Text's DateTimeModel, with values: results that name a year, alone or as a span.
 *
 * A span's end is the first day that is out of it there; where both ends are dates, the first day of the last. Words such
 * as 之前 and 以来 belong to its spans; ours hold the date, so a result passes where the date within is found with its day.
 */
export const absoluteDates: Suite = {
  name: 'DateTimeModel absolute dates',
  run: () =>
    readSuite<RecognizersCase[]>('recognizers-text/Specs/DateTime/Chinese/DateTimeModel.json').flatMap(
      ({ Input, Context, Results }, index) =>
        Results.filter(isAbsolute).map(({ Text, Start = 0, Resolution }) => {
          const [value] = valuesOf(Resolution);
          const found = findDates(Input, {
            reference: `${Context?.ReferenceDateTime ?? ''}`.slice(0, 10),
          }).find(({ start, end }) => start < Start + Text.length && end > Start);
          const open = value.start === undefined || value.end === undefined;
          const expected = value.value ?? (open ? `${dayOf(value)}` : `${value.start}..${value.end}`);
          const days =
            value.value !== undefined ? found?.from : open ? openDay(value, found) : span(value, found);
          return {
            id: `${index} ${Input} [${Text}]`,
            expected,
            found:
              days ??
              (found === undefined ? 'nothing' : value.value === 'not resolved' ? 'not resolved' : '?'),
          };
        }),
    ),
};

type Found = ReturnType<typeof findDates>[number];

function isAbsolute({ TypeName, Text, Resolution }: RecognizersCase['Results'][number]): boolean {
  if (!/\.(?:date|daterange)$/.test(TypeName)) return false;
  const [value] = valuesOf(Resolution);
  return (
    value !== undefined &&
    ABSOLUTE.test(value.timex ?? '') &&
    !RELATIVE.test(Text) &&
    /\d{2}|[〇零一二三四五六七八九]{2}|年/u.test(Text)
  );
}

function valuesOf(resolution: RecognizersCase['Results'][number]['Resolution']): Value[] {
  return (resolution?.values as Value[] | undefined) ?? [];
}

function dayOf({ start, end }: Value): string | undefined {
  return start ?? end;
}

/** 2018年之后 begins when 2018 is over, 2013年及以前 ends then; the other bounds are the date's own first day. */
function openDay(value: Value, found: Found | undefined): string | undefined {
  const wanted = dayOf(value);
  return wanted === found?.from || wanted === next(found?.to) ? wanted : found?.from;
}

function span({ start, end }: Value, found: Found | undefined): string | undefined {
  if (found?.from === undefined) return undefined;
  const last = found.lastFrom ?? next(found.to);
  return found.lastFrom !== undefined && end === next(found.to)
    ? `${start}..${end}`
    : `${found.from}..${last}`;
}

function next(day: string | undefined): string | undefined {
  if (day === undefined) return undefined;
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}
