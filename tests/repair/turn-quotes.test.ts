import { describe, expect, test } from 'vitest';
import { type RepairCase, repaired } from './repaired.ts';

const cases: readonly RepairCase[] = [
  { what: 'both open', before: '这种“农家乐“很受欢迎。', after: '这种“农家乐”很受欢迎。' },
  { what: 'both close', before: '提出”两个务必”的要求。', after: '提出“两个务必”的要求。' },
  {
    what: 'one pair right, one wrong',
    before: '从“量变”到“质变“，需要时间。',
    after: '从“量变”到“质变”，需要时间。',
  },
  { what: 'a pair inside a pair stays', before: '他说：“这里的“规矩”不能破。”' },
  { what: 'one alone stays', before: '他说：“明天再来，今天太晚了。' },
];

describe('turn-quotes', () => {
  test.each(cases)('$what: $before', ({ before, after = before }) => {
    expect(repaired(before).text).toBe(after);
  });
});
