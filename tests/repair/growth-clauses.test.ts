import { describe, expect, test } from 'vitest';
import { type RepairCase, repaired } from './repaired.ts';

const cases: readonly RepairCase[] = [
  {
    what: 'what is said of one thing',
    before:
      '全年货物运输总量1.68亿吨.增长7.9.货物周转量386.5亿吨公里.增长8.8.接待游客1625.7万人次.增长16.8.旅游总收入118.3亿元.增长21.4.',
    after: '1.68亿吨，增长7.9%',
  },
  {
    what: 'a year before',
    before: '全年进出口总额达到2.6亿元.比上年增长3.5.结构继续优化.效益提高.',
    after: '2.6亿元，比上年增长3.5%',
  },
  { what: 'sound lists stay', before: '建成投资8亿元、增长较快的项目5个、占地3公顷的园区2个。' },
  {
    what: 'sound text stays',
    before: '全年货物运输总量1.68亿吨、增长7.9%，接待游客1625.7万人次、增长16.8%。',
  },
];

describe('growth-clauses', () => {
  test.each(cases)('$what: $before', ({ before, after = before }) => {
    expect(repaired(before).text).toContain(after);
  });
});
