import { describe, expect, test } from 'vitest';
import { type RepairCase, repaired } from './repaired.ts';

const cases: readonly RepairCase[] = [
  {
    what: 'two shares that look like a decimal, and one more',
    before: '广东.浙江.四川三省实现了三级联动.联动率分别达到96.93.和88.网上可办事项增加到7万项.',
    after: '分别达到96%、93%和88%',
  },
  {
    what: 'a joiner without a dot before it',
    before: '三个片区的绿化率分别为41.38.及35.比上年都有提高.居民的满意度也有提高.',
    after: '分别为41%、38%及35%',
  },
  {
    what: 'a sign that left no dot before a joiner',
    before: '广东.浙江.四川三省实现了三级联动.联动率分别达到96.93和88.网上可办事项增加到7万项.',
    after: '分别达到96%、93%和88%',
  },
  {
    what: 'three in a row',
    before: '水.电.气的欠费率分别比上年下降21.15.12.催缴的成本也低了.',
    after: '分别比上年下降21%、15%、12%',
  },
  {
    what: 'two shares without a third stay: they may be a decimal',
    before: '甲.乙两地的欠费率分别为21.15.低于全省平均水平.也低于上年.',
    after: '分别为21.15%',
  },
  {
    what: 'decimals with one digit stay',
    before: '甲.乙两地的增速分别为12.5.和8.3.高于全省平均水平.也高于上年.',
    after: '分别为12.5%和8.3%',
  },
  {
    what: 'decimals two and two stay',
    before: '甲.乙两地的增速分别为12.57.和18.31.高于全省平均水平.也高于上年.',
    after: '分别为12.57%和18.31%',
  },
  {
    what: 'counts stay',
    before: '两个片区分别新增车位1200个和850个.居民反映停车比以前方便.投诉也少了.',
    after: '分别新增车位1200个和850个',
  },
];

describe('listed-shares', () => {
  test.each(cases)('$what: $before', ({ before, after = before }) => {
    expect(repaired(before).text).toContain(after);
  });
});
