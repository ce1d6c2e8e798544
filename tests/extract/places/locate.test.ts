import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultDictionaries } from '../../../src/dictionary/index.ts';
import { divisionRegister, locate, locateAll } from '../../../src/extract/places/index.ts';
import { hostileText, LAW_RUNS } from '../../arbitraries.ts';
import { floors } from '../suite-floors.ts';

const suites = new URL('../../../../shared/suites/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, suites), 'utf8');

const codesOf = (text: string, year?: number) => {
  const { province, prefecture, county } = locate(text, year === undefined ? {} : { year }) ?? {};
  return [province?.code, prefecture?.code, county?.code].filter((code) => code !== undefined).join(' ');
};

describe('locate', () => {
  test.each([
    ['浙江省杭州市西湖区文三路', '330000 330100 330106'],
    ['苏州工业园区', '320000 320500'],
    ['廣東省佛山市順德區', '440000 440600 440606'],
    ['新疆巴州库尔勒市', '650000 652800 652801'],
    ['前郭县长山镇', '220000 220700 220721'],
    ['吉林省吉林', '220000 220200'],
    ['海南州', '630000 632500'],
    ['襄樊市樊城区', '420000 420600 420606'],
    ['石河子市北泉镇', '650000 659001'],
    ['昌平回龙观', '110000 110114'],
    ['没有地名', ''],
  ])('%s', (text, codes) => {
    expect(codesOf(text)).toBe(codes);
  });

  test.each([
    ['莱芜市', 2013, '370000 371200'],
    ['崇文区', 2005, '110000 110103'],
    ['密云县', 2020, '110000 110118'],
  ])('%s in %i', (text, year, codes) => {
    expect(codesOf(text, year)).toBe(codes);
  });

  test('leaves out what is not certain', () => {
    const open = locate('鼓楼区中山北路');
    expect(open).not.toHaveProperty('province');
    expect(open?.candidates?.map(({ ref }) => ref)).toEqual(
      expect.arrayContaining(['320106', '350102', '410204']),
    );
    expect(locate('鼓楼区', { prefer: ['350102'] })?.county?.code).toBe('350102');
  });

  test('tells where in the text given', () => {
    const text = '地址：廣東省東莞市虎門鎮';
    const { span } = locate(text)!;
    expect(text.slice(span.start, span.end)).toBe('廣東省東莞市');
  });

  test('finds every place of a text', () => {
    const found = locateAll('总部在吉林省朝阳区，分部在北京市朝阳区。');
    expect(found.map(({ county }) => county?.code)).toEqual(['220104', '110105']);
  });

  test('takes any text', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        const found = locate(text);
        if (found !== undefined) expect(found.span.end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: LAW_RUNS },
    );
  });
});

interface JionlpAddress {
  readonly province: string | null;
  readonly county: string | null;
}
interface CpcaCase {
  readonly input: string | number;
  readonly adcode: string | null;
  readonly test?: string;
  readonly line?: number;
}

describe.skipIf(!existsSync(suites))('suites', () => {
  test('JioNLP: province and county', () => {
    const cases: [string, boolean, boolean, JionlpAddress][] = JSON.parse(
      read('jionlp/test_location_parser.json'),
    ).location_string_list;
    const right = cases.filter(([text, , , wanted]) => {
      const found = locate(text);
      return (
        (found?.province?.name ?? null) === wanted.province && (found?.county?.name ?? null) === wanted.county
      );
    });
    expect(right.length).toBeGreaterThanOrEqual(floors['JioNLP places'].passing);
  });

  test('cpca: the code of its own cases', () => {
    const cases: CpcaCase[] = JSON.parse(read('cpca/test_cases.json'));
    const right = cases.filter(({ input, adcode, test: name, line }) => {
      // cpca asserts one of several namesakes; `prefer` is what meets that.
      const prefer = name === 'test_umap' ? ['110105'] : ['320106'];
      const found =
        name === 'test_transform_text_with_addrs'
          ? locateAll(String(input), { prefer })[line!]
          : locate(String(input), name === 'test_umap' ? { prefer } : {});
      return (found?.county?.code ?? found?.prefecture?.code ?? found?.province?.code ?? null) === adcode;
    });
    expect(right.length).toBeGreaterThanOrEqual(floors['cpca cases'].passing);
  });

  test('cpca: addresses that name a place of one province', () => {
    const sure = [...divisionRegister(defaultDictionaries()).names]
      .filter(([name, readings]) => {
        const current = readings.filter(({ division }) => division.to === Number.POSITIVE_INFINITY);
        const provinces = new Set(current.map(({ division }) => division.province));
        return (
          name.length > 1 &&
          provinces.size === 1 &&
          current.some(({ division, form }) => form === 'full' || division.level !== 'county')
        );
      })
      .map(([name]) => name);
    const lines = read('cpca/addr.csv').trimEnd().split('\n').slice(1);
    let named = 0;
    let found = 0;
    for (const line of lines) {
      const hasProvince = locate(line)?.province !== undefined;
      if (hasProvince) found++;
      if (hasProvince || sure.some((name) => line.includes(name))) named++;
    }
    expect(found).toBeGreaterThanOrEqual(floors['cpca addresses'].passing);
    expect(found / named).toBeGreaterThanOrEqual(0.99);
  });
});
