import { describe, expect, test } from 'vitest';
import { type RepairCase, repaired } from './repaired.ts';

const cases: readonly RepairCase[] = [
  {
    what: 'before \u4ee5\u4e0a',
    before: '覆盖率已经达到80.以上.普遍提高.成效明显.继续推进.',
    after: '覆盖率已经达到80%以上',
  },
  {
    what: 'before \u7684',
    before: '约有26.的城市设立了机构.人员到位.经费落实.制度健全.',
    after: '约有26%的城市设立了机构',
  },
  {
    what: 'with the mark after it',
    before: '应用率近90.各地发展不平衡.差距较大.需要统筹.加以解决.',
    after: '应用率近90%',
  },
  {
    what: 'where some sound marks are left',
    before: '海关、税务等领域的覆盖率为80.以上.',
    after: '覆盖率为80%以上。',
  },
  { what: 'of a short text', before: '覆盖率80.左右.', after: '覆盖率80%左右。' },
  {
    what: 'in a chain of decimals',
    before: '三个地区分别占51.7.30.2.和18.1.差距明显.有待改善.',
    after: '分别占51.7%、30.2%和18.1%',
  },
  { what: 'before a year', before: '出口增长9.2013年增长8.增速放缓.', after: '增长9%，2013年增长8%' },
  { what: 'no part of one', before: '成本降低了1/3.能耗降低近2/3.效益提高.', after: '1/3，能耗降低近2/3' },
  { what: 'no version', before: '适用于版本3.以上的系统.界面友好.操作简便.运行稳定.', after: '版本3' },
  { what: 'a sign that is there stays', before: '覆盖率达到80%以上。' },
  { what: 'a decimal stays', before: '投资2.6亿元，增长3.5倍。' },
];

describe('restore-percent-sign', () => {
  test.each(cases)('$what: $before', ({ before, after = before }) => {
    expect(repaired(before).text).toContain(after);
  });
});
