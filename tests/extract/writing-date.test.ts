import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writingDate } from '../../src/extract/writing-date.ts';
import { hostileText, LAW_RUNS } from '../arbitraries.ts';

const described = (path: string) => ({
  path,
  sha256: '',
  bytes: 0,
  encoding: 'utf-8',
  mediaType: 'text/plain',
});

describe('writingDate', () => {
  test.each([
    ['2013年工作总结', 2013],
    ['2011年启动，2012年底完成，到2020年全面建成。', 2012],
    ['二〇一三年五月二十九日', 2013],
    ['国发〔2016〕5号', 2016],
    ['发布日期：2014-05-29', 2014],
    ['投入2500万元，共2010个点位', undefined],
    ['电话20131234567', undefined],
    ['1969年公布的规定至今有效', undefined],
    ['', undefined],
  ])('%s', (text, year) => {
    expect(writingDate(text, undefined).year).toBe(year);
  });

  test.each([
    ['2014年5月29日在北京举行', 5],
    ['2014年2月启动，2014年11月完成', 11],
    ['2013年12月启动，2014年完成', undefined],
    ['发布日期：2014-05-29', 5],
    ['2014年13月', undefined],
  ])('the month of %s', (text, month) => {
    expect(writingDate(text, undefined).month).toBe(month);
  });

  test('falls back on the path', () => {
    expect(writingDate('全文未提年份', described('报告/2009/总结.txt')).year).toBe(2009);
    expect(writingDate('2011年总结', described('2009/总结.txt')).year).toBe(2011);
  });

  test('takes any text', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        const year = writingDate(text, undefined).year;
        expect(year === undefined || (year >= 1949 && year <= 2099)).toBe(true);
      }),
      { numRuns: LAW_RUNS },
    );
  });
});
