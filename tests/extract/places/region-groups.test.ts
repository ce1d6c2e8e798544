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
  ])('%s', (text, expected) => {
    expect(groups(text)).toEqual(expected);
  });
});

describe('region-group finds nothing in', () => {
  test.each(['江苏东部地区降雨', '全省3个省级平台', '三省六部', '京沪高铁', '青藏铁路', '跨省转移'])(
    '%s',
    (text) => {
      expect(groups(text)).toEqual([]);
    },
  );
});
