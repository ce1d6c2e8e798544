import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDates } from '../../../src/extract/dates/index.ts';
import { hostileText, LAW_RUNS } from '../../arbitraries.ts';

const read = (text: string, reference?: number) =>
  findDates(text, reference === undefined ? {} : { reference }).map(
    ({ start, end, from, to, precision }) =>
      `${text.slice(start, end)} = ${from ?? '?'}..${to ?? '?'} ${precision}`,
  );

describe('findDates', () => {
  test.each([
    ['2012年', ['2012年 = 2012-01-01..2012-12-31 year']],
    ['二〇一三年', ['二〇一三年 = 2013-01-01..2013-12-31 year']],
    ['截至2012年底', ['2012年底 = 2012-12-31..2012-12-31 year-end']],
    ['2013年终', ['2013年终 = 2013-12-31..2013-12-31 year-end']],
    ['2014年5月底', ['2014年5月底 = 2014-05-31..2014-05-31 month-end']],
    ['2016年2月', ['2016年2月 = 2016-02-01..2016-02-29 month']],
    ['2013年5月29日（星期三）', ['2013年5月29日 = 2013-05-29..2013-05-29 day']],
    ['2013年下半年', ['2013年下半年 = 2013-07-01..2013-12-31 second-half']],
    ['2013年第三季度', ['2013年第三季度 = 2013-07-01..2013-09-30 quarter-3']],
    ['2013年前三季度', ['2013年前三季度 = 2013-01-01..2013-09-30 three-quarters']],
    ['2013年5月下旬', ['2013年5月下旬 = 2013-05-21..2013-05-31 last-ten-days']],
    ['2012-2013年', ['2012-2013年 = 2012-01-01..2013-12-31 range']],
    ['2012年3月至12月', ['2012年3月至12月 = 2012-03-01..2012-12-31 range']],
    ['2013年2月28日—3月1日', ['2013年2月28日—3月1日 = 2013-02-28..2013-03-01 range']],
    ['2013年2月和4月', ['2013年2月 = 2013-02-01..2013-02-28 month', '4月 = 2013-04-01..2013-04-30 month']],
    ['2013-05-29', ['2013-05-29 = 2013-05-29..2013-05-29 day']],
    ['2013.05.29', ['2013.05.29 = 2013-05-29..2013-05-29 day']],
    ['民国三年', ['民国三年 = 1914-01-01..1914-12-31 year']],
    ['20世纪90年代', ['20世纪90年代 = 1990-01-01..1999-12-31 decade']],
    ['08年', ['08年 = 2008-01-01..2008-12-31 year']],
    ['2013年2月30日', ['2013年2月30日 = ?..? day']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each([
    ['5月29日', 2013, ['5月29日 = 2013-05-29..2013-05-29 day']],
    [
      '5月29日讯，发布会于30日举行',
      2013,
      ['5月29日 = 2013-05-29..2013-05-29 day', '30日 = 2013-05-30..2013-05-30 day'],
    ],
    ['去年底', 2013, ['去年底 = 2012-12-31..2012-12-31 year-end']],
    [
      '2011年建成，3月启用',
      2013,
      ['2011年 = 2011-01-01..2011-12-31 year', '3月 = 2011-03-01..2011-03-31 month'],
    ],
  ])('%s, read in %i', (text, year, expected) => {
    expect(read(text, year)).toEqual(expected);
  });

  test('without a year in sight, a date has its precision and no days', () => {
    expect(read('5月29日')).toEqual(['5月29日 = ?..? day']);
  });

  test.each([
    '3年',
    '十二年',
    '3个月',
    '目前',
    '1.2.3',
    '十一届三中全会',
    '13月',
    '192.168.1.1',
    '三日内',
    '多年底蕴',
    '0年',
  ])('no date in %s', (text) => {
    expect(read(text, 2013)).toEqual([]);
  });

  test('hostile text gives ascending, disjoint dates with sound days', () => {
    const dated = fc
      .array(fc.constantFrom(...'0123456789年月日号底初上下半第一二三十〇-/.至到和今去前季度世纪代 '), {
        maxLength: 30,
      })
      .map((characters) => characters.join(''));
    fc.assert(
      fc.property(fc.oneof(hostileText(), dated), (text) => {
        let at = 0;
        for (const { start, end, from, to } of findDates(text, { reference: 2013 })) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          if (from !== undefined) {
            expect(from <= (to ?? '')).toBe(true);
            expect(new Date(`${from}T00:00:00Z`).toISOString().slice(0, 10)).toBe(from);
          }
          at = end;
        }
      }),
      { numRuns: LAW_RUNS },
    );
  });
});
