import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultDictionaries } from '../../../src/dictionary/index.ts';
import { findFigures } from '../../../src/extract/figures/index.ts';
import { numeralCharacters } from '../../../src/extract/figures/numerals.ts';
import { readNumeral } from '../../../src/extract/figures/read-numeral.ts';
import { hostileText, LAW_RUNS } from '../../arbitraries.ts';

const characters = numeralCharacters(defaultDictionaries());
const read = (text: string) => readNumeral(text, 0, characters);

describe('readNumeral', () => {
  test.each([
    ['0', 0],
    ['3,250.75', 3250.75],
    ['１２', 12],
    ['4.287亿', 428700000],
    ['2.3万亿', 2.3e12],
    ['5亿1万4千6百', 500014600],
    ['2千零30万', 20300000],
    ['3万4000', 34000],
    ['两千零五', 2005],
    ['两千五', 2500],
    ['九十二万四', 924000],
    ['百二万', 1200000],
    ['半百', 50],
    ['廿七', 27],
    ['壹佰零叁', 103],
    ['二〇一三', 2013],
    ['十点二五', 10.25],
    ['四万万', 400000000],
    ['一万五千亿', 1.5e12],
    ['九千八百七十六亿五千四百三十二万一千零一十', 987654321010],
  ])('%s', (text, value) => {
    expect(read(text)).toMatchObject({ value, end: text.length });
  });

  test.each([
    ['七八', 7, 8],
    ['三五百', 300, 500],
    ['十七八', 17, 18],
    ['十几万', 100000, 200000],
    ['几十万', 100000, 1000000],
    ['数十亿', 1e9, 1e10],
    ['二三十', 20, 30],
  ])('%s spans', (text, value, high) => {
    expect(read(text)).toMatchObject({ value, high, end: text.length });
  });

  test.each([
    ['一百零部件', '一百'],
    ['三点二十分', '三'],
    ['五十千', '五十'],
    ['两多', '两'],
    ['12.', '12'],
    ['12,34', '12'],
  ])('%s stops in time', (text, numeral) => {
    expect(text.slice(0, read(text)?.end)).toBe(numeral);
  });

  test.each(['', '万', '亿元', '陆地', '伍', '几个', '数字', '半个', '多'])('none in %s', (text) => {
    expect(read(text)).toBeUndefined();
  });

  test('digits that spell no number, or none that a double holds, are passed over', () => {
    expect(read('1.2.3')).toMatchObject({ value: Number.NaN, end: 5 });
    expect(read('9'.repeat(400))).toMatchObject({ value: Number.NaN, end: 400 });
    expect(read(`1${'0'.repeat(23)}`)).toMatchObject({ value: 1e23 });
  });

  test('spells and reads any whole number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999_999 }), (value) => {
        expect(read(spell(value))).toMatchObject({ value, end: spell(value).length });
      }),
      { numRuns: LAW_RUNS },
    );
  });
});

/** A whole number in Chinese, as it is taught: 10040 is 一万零四十. */
function spell(value: number): string {
  const below = (rest: number): string => {
    let text = '';
    let zero = false;
    for (const [unit, name] of [
      [1000, '千'],
      [100, '百'],
      [10, '十'],
      [1, ''],
    ] as const) {
      const digit = Math.floor(rest / unit) % 10;
      if (digit === 0) zero = text !== '';
      else {
        text += (zero ? '零' : '') + '零一二三四五六七八九'[digit] + name;
        zero = false;
      }
    }
    return text;
  };
  let text = '';
  let rest = value;
  for (const [unit, name] of [
    [1e8, '亿'],
    [1e4, '万'],
    [1, ''],
  ] as const) {
    const part = Math.floor(rest / unit);
    rest %= unit;
    if (part === 0) continue;
    text += (text !== '' && part < 1000 ? '零' : '') + below(part) + name;
  }
  return text;
}

describe('findFigures on hostile text', () => {
  test('gives ascending, disjoint, finite figures', () => {
    const numerals = fc
      .array(
        fc.constantFrom(...'一二三十百千万亿零两几多余来点半分之成倍%‰0123456789.,-至到~负元年月日约近'),
        { maxLength: 40 },
      )
      .map((characters) => characters.join(''));
    fc.assert(
      fc.property(fc.oneof(hostileText(), numerals), (text) => {
        let at = 0;
        for (const { start, end, value, low, high } of findFigures(text)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          for (const number of [value, low, high]) {
            if (number !== undefined) expect(Number.isFinite(number)).toBe(true);
          }
          expect(value === undefined).toBe(low !== undefined);
          at = end;
        }
      }),
      { numRuns: LAW_RUNS },
    );
  });

  test.each(['一', '1', '十', '1.', '百分之', '三分之', '1-', '万', '2到', '零', '五成'])(
    'a hundred thousand characters of %s are no burden',
    (piece) => {
      expect(findFigures(piece.repeat(Math.ceil(100_000 / piece.length))).length).toBeLessThan(100_000);
    },
  );
});
