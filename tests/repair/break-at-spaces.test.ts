import { describe, expect, test } from 'vitest';
import { type RepairCase, repaired } from './repaired.ts';

const cases: readonly RepairCase[] = [
  {
    what: 'after a final mark',
    before: '建设全面展开。    二、应用逐步深入。',
    after: '建设全面展开。\n二、应用逐步深入。',
  },
  {
    what: 'after the bracket of a heading',
    before: '【应用情况】    各部门基本实现信息化。',
    after: '【应用情况】\n各部门基本实现信息化。',
  },
  {
    what: 'in the middle of a sentence they go',
    before: '各部门    基本实现信息化。',
    after: '各部门基本实现信息化。',
  },
  {
    what: 'twice as many, which are no slip',
    before: '特此通知        国务院办公厅',
    after: '特此通知\n国务院办公厅',
  },
  {
    what: 'beside a break they go',
    before: '建设全面展开。    \n应用逐步深入。',
    after: '建设全面展开。\n应用逐步深入。',
  },
  { what: 'two spaces stay', before: '甲  乙' },
  { what: 'a single space stays', before: 'Guiyi 归一' },
];

describe('break-at-spaces', () => {
  test.each(cases)('$what: $before', ({ before, after = before }) => {
    expect(repaired(before).text).toBe(after);
  });
});
