import { describe, expect, test } from 'vitest';
import { readEntities } from '../read-entities.ts';

/** Groups as `text count members`. */
function groups(text: string): string[] {
  return readEntities(text)
    .filter((entity) => entity.type === 'region-group')
    .map(
      ({ span, count, members }) => `${text.slice(span.start, span.end)} ${count} ${members?.length ?? 0}`,
    );
}

describe('region-group finds', () => {
  test.each([
    ['覆盖31个省（区、市）', ['31个省（区、市） 31 31']],
    ['全国31个省、自治区、直辖市', ['31个省、自治区、直辖市 31 31']],
    ['已有21个省（区、市）接入', ['21个省（区、市） 21 0']],
    ['十八个省份参加', ['十八个省份 18 0']],
    ['28个省区市', ['28个省区市 28 0']],
    ['四川、云南、贵州等3个省', ['3个省 3 3']],
    ['京津冀协同发展', ['京津冀 3 3']],
    ['长三角与珠三角', ['长三角 4 4', '珠三角 9 9']],
    ['东部地区快于西部地区', ['东部地区 10 10', '西部地区 12 12']],
    ['湘鄂两地', ['湘鄂 2 2']],
    ['西部12省（区、市）的比重', ['西部12省（区、市） 12 12']],
    ['沿黄9省区和沿海11个省份', ['沿黄9省区 9 0', '沿海11个省份 11 0']],
    ['长三角三省一市共建', ['长三角三省一市 4 4']],
    ['东北三省一区', ['东北三省一区 4 4']],
    ['东、中、西部地区投资', ['东 10 10', '中 6 6', '西部地区 12 12']],
    ['东部、中部和西部差距缩小', ['东部 10 10', '中部 6 6', '西部 12 12']],
    ['全国30个省级行政区', ['30个省级行政区 30 0']],
    ['江西、湖南长江中游三省', ['长江中游三省 3 3']],
    ['成渝双城经济圈建设', ['成渝双城经济圈 2 2']],
  ])('%s', (text, expected) => {
    expect(groups(text)).toEqual(expected);
  });
});

describe('region-group finds nothing in', () => {
  test.each([
    '江苏东部地区降雨',
    '全省3个省级平台',
    '三省六部',
    '京沪高铁',
    '青藏铁路',
    '跨省转移',
    '江苏、浙江、广东三省',
    '贵州、云南、广西三省区',
    '3省级平台',
    '山东、东部沿线',
    '全国省省通',
  ])('%s', (text) => {
    expect(groups(text)).toEqual([]);
  });
});
