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
  {
    what: 'the rest, of which the next words speak',
    before: '财政资金占60.企业投入占25.其余15.由村集体承担.进展顺利.',
    after: '其余15%由村集体承担',
  },
  { what: 'before a year', before: '出口增长9.2013年增长8.增速放缓.', after: '增长9%，2013年增长8%' },
  {
    what: 'of each of a list, some with decimals',
    before: '湖南.湖北.江西的入网率分别为77.73.4.70.2.差距明显.有待改善.',
    after: '分别为77%、73.4%、70.2%',
  },
  {
    what: 'of each of a list, the last one a decimal',
    before: '县城.乡镇的覆盖率依次为88.76.5.差距明显.有待改善.',
    after: '依次为88%、76.5%',
  },
  { what: 'no part of one', before: '成本降低了1/3.能耗降低近2/3.效益提高.', after: '1/3，能耗降低近2/3' },
  { what: 'from one to another', before: '税率由5.提高到8.负担加重.意见很大.', after: '由5%提高到8%' },
  {
    what: 'before another clause',
    before: '价格上涨2.3.与上月持平.供应充足.运行平稳.',
    after: '2.3%，与上月',
  },
  { what: 'of two that are joined', before: '两地分别占60.和40.差距明显.有待改善.', after: '60%和40%' },
  {
    what: 'before a figure',
    before: '产量增长5.0％.31个行业全部增长.效益提高.结构优化.',
    after: '5.0％，31个',
  },
  { what: 'of a range', before: '利润率为5-20.视行业而定.差别较大.', after: '5-20%' },
  {
    what: 'no number of an item',
    before: '3.以上材料齐全.按时报送.\n4.以下事项注意.不得遗漏.',
    after: '3.以上材料',
  },
  { what: 'no count', before: '学校由12所增加到26所.教师增加到1200人.条件改善.', after: '增加到26所，' },
  { what: 'no year', before: '学校始建于1956.迁址于1987.现有学生两千人.', after: '始建于1956，' },
  { what: 'no model', before: '适用于型号A20.保修两年.终身维护.', after: '型号A20' },
  { what: 'no temperature', before: '室内温度为26.湿度适中.通风良好.', after: '温度为26，' },
  { what: 'no version', before: '适用于版本3.以上的系统.界面友好.操作简便.运行稳定.', after: '版本3' },
  { what: 'a sign that is there stays', before: '覆盖率达到80%以上。' },
  { what: 'a decimal stays', before: '投资2.6亿元，增长3.5倍。' },
];

describe('restore-percent-sign', () => {
  test.each(cases)('$what: $before', ({ before, after = before }) => {
    expect(repaired(before).text).toContain(after);
  });
});
