import { describe, expect, test } from 'vitest';
import { type RepairCase, repaired } from './repaired.ts';

const cases: readonly RepairCase[] = [
  {
    what: 'at the start of a line',
    before: '注.本公报数据为初步统计数.部分数据因四舍五入.存在不等的情况.',
    after: '注：本公报数据',
  },
  {
    what: 'whom to call',
    before: '请于三月底前报送方案.联系人.张明.刘洋.电话.010-12345678.邮箱.aqgz@example.cn.',
    after: '联系人：张明、刘洋，电话：010-12345678，邮箱：aqgz@example.cn',
  },
  {
    what: 'an attachment',
    before: '各单位要认真落实.按期完成.及时报告.\n附件.任务分工表',
    after: '附件：任务分工表',
  },
  {
    what: 'labels in a list stay one',
    before: '登记姓名.联系人.电话.住址等信息.核对无误后归档.妥善保管.不得外泄.',
    after: '登记姓名、联系人、电话、住址等信息',
  },
  {
    what: 'ways to reach somebody stay a list',
    before: '公开电话.传真.邮箱等联系方式.接受监督.及时回应.限期办结.',
    after: '公开电话、传真、邮箱等联系方式',
  },
  {
    what: 'sound text stays',
    before: '联系人、电话、010开头的号码都要登记。',
  },
];

describe('label-colons', () => {
  test.each(cases)('$what: $before', ({ before, after = before }) => {
    expect(repaired(before).text).toContain(after);
  });
});
