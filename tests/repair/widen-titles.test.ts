import { describe, expect, test } from 'vitest';
import { type RepairCase, repaired } from './repaired.ts';

const cases: readonly RepairCase[] = [
  {
    what: 'angle brackets in twos',
    before: '依照<<城镇供水办法>>执行。',
    after: '依照《城镇供水办法》执行。',
  },
  { what: 'two of them', before: '学习<<党章>>和<<准则>>。', after: '学习《党章》和《准则》。' },
  { what: 'a shift in code stays', before: 'int x = 1 << 3; int y = x >> 1;' },
  { what: 'one half alone stays', before: '人数<<五十，不算。' },
];

describe('widen-titles', () => {
  test.each(cases)('$what: $before', ({ before, after = before }) => {
    expect(repaired(before).text).toBe(after);
  });
});
