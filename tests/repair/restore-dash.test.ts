import { describe, expect, test } from 'vitest';
import { type RepairCase, repaired } from './repaired.ts';

const cases: readonly RepairCase[] = [
  { what: 'two hyphens', before: '长江--我国最长的河流。', after: '长江——我国最长的河流。' },
  { what: 'four hyphens', before: '他等了十年----整整十年。', after: '他等了十年——整整十年。' },
  { what: 'two wide hyphens', before: '秋天的童话－－红叶谷。', after: '秋天的童话——红叶谷。' },
  { what: 'box drawing', before: '只有一个要求──按时完成。', after: '只有一个要求——按时完成。' },
  {
    what: 'between two moments',
    before: '学制改革（2013年--2014年）已经结束。',
    after: '学制改革（2013年—2014年）已经结束。',
  },
  { what: 'between partners', before: '中国--东盟博览会开幕。', after: '中国—东盟博览会开幕。' },
  {
    what: 'before the age of a person',
    before: '村里最年长的人--82岁的老周来了。',
    after: '村里最年长的人——82岁的老周来了。',
  },
  { what: 'a year in a name stays', before: '演习“利剑--2010”开始了。' },
  { what: 'figures stay', before: '编号为12--15的箱子已经开封。' },
  { what: 'Latin stays', before: 'It is late -- go home.' },
  { what: 'a rule of hyphens stays', before: '目录\n--------\n第一章' },
];

describe('restore-dash', () => {
  test.each(cases)('$what: $before', ({ before, after = before }) => {
    expect(repaired(before).text).toBe(after);
  });
});
