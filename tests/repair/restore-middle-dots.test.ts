import { describe, expect, test } from 'vitest';
import { type RepairCase, repaired } from './repaired.ts';

const cases: readonly RepairCase[] = [
  { what: 'a bullet in a name', before: '卡尔•马克思说过。', after: '卡尔·马克思说过。' },
  { what: 'a katakana dot in a name', before: '劳尔・卡斯特罗访华。', after: '劳尔·卡斯特罗访华。' },
  { what: 'after a figure it stays', before: '2013•中国发展报告会举行。' },
  { what: 'at the start of an item it stays', before: '•加强领导\n•落实责任' },
];

describe('restore-middle-dots', () => {
  test.each(cases)('$what: $before', ({ before, after = before }) => {
    expect(repaired(before).text).toBe(after);
  });
});
