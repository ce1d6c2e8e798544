import { describe, expect, test } from 'vitest';
import { type RepairCase, repaired } from './repaired.ts';

const cases: readonly RepairCase[] = [
  {
    what: 'single ones outside become double',
    before: "推行'云优先'模式，落实'三同步'。",
    after: '推行“云优先”模式，落实“三同步”。',
  },
  {
    what: 'double outside, single inside',
    before: '他说:"落实\'三同步\'要求。"',
    after: '他说：“落实‘三同步’要求。”',
  },
  { what: 'two single ones are a double one', before: "推行''云优先''模式。", after: '推行“云优先”模式。' },
  {
    what: 'two in a row close and open',
    before: "群众还在'多头跑''来回跑'，落实'放管服''双随机''一公开'。",
    after: '群众还在“多头跑”“来回跑”，落实“放管服”“双随机”“一公开”。',
  },
  { what: 'an apostrophe stays', before: "采用Let's Encrypt证书。" },
  { what: 'feet and inches stay', before: '长度为5\'6"。' },
  {
    what: 'single outside double',
    before: '他说\'要落实"三同步"要求\'。',
    after: '他说“要落实‘三同步’要求”。',
  },
  { what: 'inside wide ones', before: '他说：“要落实"三同步"要求。”', after: '他说：“要落实‘三同步’要求。”' },
  { what: 'backticks', before: "采用``云优先''模式。", after: '采用“云优先”模式。' },
  {
    what: 'the other half of a wide one',
    before: '在“基础四国"机制中，深化合作。',
    after: '在“基础四国”机制中，深化合作。',
  },
  { what: 'degrees and minutes stay', before: "船到东经165°34'南纬77°35'海域。" },
  { what: 'code stays', before: 'let 名称 = "云优先";' },
  { what: 'JSON stays', before: '{"名称": "云优先", "数量": 3}' },
];

describe('pair-quotes', () => {
  test.each(cases)('$what: $before', ({ before, after = before }) => {
    expect(repaired(before).text).toBe(after);
  });
});
