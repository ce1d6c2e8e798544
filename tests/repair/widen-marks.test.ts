import { describe, expect, test } from 'vitest';
import { type RepairCase, repaired } from './repaired.ts';

const cases: readonly RepairCase[] = [
  {
    what: 'half-width marks of Han text',
    before: '我们去了北京,然后回来;天气很好.大家都高兴吗?是的!',
    after: '我们去了北京，然后回来；天气很好。大家都高兴吗？是的！',
  },
  { what: 'one comma in sound text', before: '各级财政,应当予以保障。', after: '各级财政，应当予以保障。' },
  {
    what: 'a colon before a list',
    before: '应当包括以下内容:目标、任务。',
    after: '应当包括以下内容：目标、任务。',
  },
  {
    what: 'marks after a sign',
    before: '增长5%,其中出口增长3%;进口持平.',
    after: '增长5%，其中出口增长3%；进口持平。',
  },
  { what: 'figures and clock times stay', before: '总额1,234元，12:30发布。' },
  { what: 'Latin sentences stay', before: 'He said: yes, I do; really?' },
  {
    what: 'a comma before its wide form',
    before: '今年以来,，各地雨水偏少。',
    after: '今年以来，各地雨水偏少。',
  },
  { what: 'the number of a heading', before: '八.关于法人登记', after: '八、关于法人登记' },
  {
    what: 'dots of sentences, with a comma among them',
    before:
      '各级财政部门应当按照规定及时足额拨付专项资金.审计机关应当对资金的使用情况依法进行监督,并公布结果.',
    after:
      '各级财政部门应当按照规定及时足额拨付专项资金。审计机关应当对资金的使用情况依法进行监督，并公布结果。',
  },
  { what: 'a sound number stays', before: '八、关于法人登记' },
  { what: 'numbers of items in a list stay', before: '附件：1.任务清单；2.责任分工' },
  { what: 'letters of items do too', before: '参见：a.通知；b.意见' },
  { what: 'so does the first where the second follows', before: '一是1.完善机制；2.强化保障。' },
  { what: 'the number of an annex stays', before: '请看附件1.受灾地区的名单，按时上报。' },
];

describe('widen-marks', () => {
  test.each(cases)('$what: $before', ({ before, after = before }) => {
    expect(repaired(before).text).toBe(after);
  });
});
