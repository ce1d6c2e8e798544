import { describe, expect, test } from 'vitest';
import { type RepairCase, repaired } from './repaired.ts';

const cases: readonly RepairCase[] = [
  {
    what: 'a share of the regions is no region',
    before: '已建成平台的有江西.湖南.贵州.云南.甘肃.26.的省份建立了统一的数据中心.',
    after: '甘肃，26%的省份',
  },
  {
    what: 'a word that compares goes with the figure',
    before: '已建成平台的有江西.湖南.贵州.云南.甘肃.超过10.的省份建立了统一的数据中心.',
    after: '甘肃，超过10%的省份',
  },
  {
    what: 'names in a list stay one list',
    before: '已建成平台的有江西.湖南.贵州.云南.甘肃.并统一了标准.',
    after: '江西、湖南、贵州、云南',
  },
  {
    what: 'sound text stays',
    before: '已建成平台的有江西、湖南、贵州、云南、甘肃、26%的县也建成了。',
  },
];

describe('part-shares', () => {
  test.each(cases)('$what: $before', ({ before, after = before }) => {
    expect(repaired(before).text).toContain(after);
  });
});
