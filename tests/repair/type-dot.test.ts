import { describe, expect, test } from 'vitest';
import { type RepairCase, repaired } from './repaired.ts';

const cases: readonly RepairCase[] = [
  {
    what: 'between titles',
    before: '依照《合同法》.《专利法》以及有关规定.制定本办法.保护权益.',
    after: '《合同法》、《专利法》',
  },
  {
    what: 'short clauses, one mark of which outlived flattening',
    before: '社区服务.养老政策.越来越讲人性化.温温暖暖的.大家都很高兴!',
    after: '社区服务、养老政策，',
  },
  {
    what: 'a text cut off before a list',
    before: '游客应当爱护景区的设施.保持环境整洁.在景区内.禁止从事下列行为.',
    after: '禁止从事下列行为：',
  },
  {
    what: 'the end of a text',
    before: '游客应当爱护景区的设施.保持环境整洁.服从管理人员.遵守秩序.',
    after: '遵守秩序。',
  },
  { what: 'sound titles stay', before: '依照《合同法》《专利法》以及有关规定，制定本办法。' },
];

describe('type-dot', () => {
  test.each(cases)('$what: $before', ({ before, after = before }) => {
    expect(repaired(before).text).toContain(after);
  });
});
