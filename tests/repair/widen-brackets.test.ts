import { describe, expect, test } from 'vitest';
import { type RepairCase, repaired } from './repaired.ts';

const cases: readonly RepairCase[] = [
  { what: 'Han text inside', before: '各省(区、市)均已完成。', after: '各省（区、市）均已完成。' },
  { what: 'nested', before: '条例(以下简称条例(修订))施行。', after: '条例（以下简称条例（修订））施行。' },
  { what: 'a year alone stays', before: '年鉴(2013)出版。' },
  { what: 'Latin stays', before: '云计算(IaaS)服务。' },
  { what: 'an unpaired half stays', before: '三)项目建设，按期完成。' },
  {
    what: 'one half wide',
    before: '各省（区、市)均已完成，计划(草案）通过。',
    after: '各省（区、市）均已完成，计划（草案）通过。',
  },
  { what: 'a call in code stays', before: 'result = 计算(数量, "总数");' },
];

describe('widen-brackets', () => {
  test.each(cases)('$what: $before', ({ before, after = before }) => {
    expect(repaired(before).text).toBe(after);
  });
});
