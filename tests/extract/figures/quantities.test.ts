import { describe, expect, test } from 'vitest';
import { findFigures, parseMoney, parseNumber } from '../../../src/extract/figures/index.ts';

const read = (text: string) =>
  findFigures(text).map(({ kind, start, end, value, low, high, unit, comparator }) => {
    const figure = value === undefined ? `${low}–${high}` : `${value}`;
    const said = comparator === 'eq' || comparator === 'range' ? '' : ` ${comparator}`;
    return `${kind} ${text.slice(start, end)} = ${figure}${unit === undefined ? '' : ` ${unit}`}${said}`;
  });

describe('money, measures, counts, fractions and multiples', () => {
  test.each([
    ['投入12.5亿元', ['money 12.5亿元 = 1250000000 CNY']],
    ['总投资约2.3万亿', ['money 2.3万亿 = 2300000000000 CNY approx']],
    ['四千万收购股份', ['money 四千万 = 40000000 CNY']],
    ['三元六角五分', ['money 三元六角五分 = 3.65 CNY']],
    ['2到3万港币', ['money 2到3万港币 = 20000–30000 HKD']],
    ['人民币8千元', ['money 人民币8千元 = 8000 CNY']],
    ['￥300', ['money ￥300 = 300 CNY']],
    ['4人民币5美元', ['money 4人民币 = 4 CNY', 'money 5美元 = 5 USD']],
    ['几十万元', ['money 几十万元 = 100000–1000000 CNY']],
    [
      '覆盖率分别为60.8、51.7和49.2%',
      ['percentage 60.8 = 60.8 %', 'percentage 51.7 = 51.7 %', 'percentage 49.2% = 49.2 %'],
    ],
    ['分别投入3和8亿元', ['money 3 = 300000000 CNY', 'money 8亿元 = 800000000 CNY']],
    ['第2、3和8%', ['percentage 8% = 8 %']],
    ['分别于2012、2013和2014年', []],
    ['3/4以上的职工', ['fraction 3/4 = 0.75 ge']],
    ['1/3的企业', ['fraction 1/3 = 0.333333333333333']],
    ['5/12的会议', []],
    ['26个部门', ['quantity 26个 = 26 个']],
    ['200多个系统', ['quantity 200多个 = 200 个 gt']],
    ['33000余家', ['quantity 33000余家 = 33000 家 gt']],
    ['近400家', ['quantity 400家 = 400 家 approx']],
    ['超过57万台', ['quantity 57万台 = 570000 台 gt']],
    ['上百家企业', ['quantity 百家 = 100 家 ge']],
    ['近万人', ['quantity 万人 = 10000 人 approx']],
    ['500来亿元', ['money 500来亿元 = 50000000000 CNY approx']],
    ['十七八个', ['quantity 十七八个 = 17–18 个']],
    ['三斤半', ['quantity 三斤半 = 3.5 jin']],
    ['120平方公里', ['quantity 120平方公里 = 120 km²']],
    ['100兆宽带', ['quantity 100兆 = 100 MB']],
    ['3—5年', ['quantity 3—5年 = 3–5 year']],
    ['三分之二以上', ['fraction 三分之二 = 0.666666666666667 ge']],
    ['超过半数的县', ['fraction 半数 = 0.5 gt']],
    ['一半左右', ['fraction 一半 = 0.5 approx']],
    ['2.3倍', ['multiple 2.3倍 = 2.3']],
    ['翻两番', ['multiple 翻两番 = 4']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each([
    '一个问题',
    '2013年',
    '百家争鸣',
    '三位一体',
    '5分析',
    '3所有',
    '四川',
    'A4纸',
    '第3个',
    '十分',
    '电话12345678',
    '3家长',
  ])('nothing in %s', (text) => {
    expect(read(text)).toEqual([]);
  });
});

describe('parseNumber', () => {
  test.each([
    ['34,567', 34567],
    ['负 1,200', -1200],
    ['万九', 19000],
    ['五打', 60],
    ['半个', 0.5],
    ['一又十分之一', 1.1],
    ['.77', 0.77],
    ['1.04M', 1040000],
  ])('%s', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  test.each(['', '元整', '负', '零点', '十一十二', '三个人', '9'.repeat(400), '1.2.3.'])(
    '%s is none',
    (text) => {
      expect(parseNumber(text)).toBeUndefined();
    },
  );
});

describe('parseMoney', () => {
  test.each([
    ['10~15k元', { low: 10000, high: 15000, unit: 'CNY' }],
    ['三百万', { value: 3000000, unit: 'CNY' }],
    ['新台币 177.1 亿元', { value: 17710000000, unit: 'TWD' }],
    ['不到1.9万台币', { value: 19000, unit: 'TWD', comparator: 'lt' }],
  ])('%s', (text, expected) => {
    expect(parseMoney(text)).toMatchObject(expected);
  });

  test.each(['', '没有钱'])('%s is none', (text) => {
    expect(parseMoney(text)).toBeUndefined();
  });
});
