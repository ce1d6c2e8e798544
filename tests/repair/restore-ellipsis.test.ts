import { describe, expect, test } from 'vitest';
import { type RepairCase, repaired } from './repaired.ts';

const cases: readonly RepairCase[] = [
  { what: 'three dots', before: '他想了想...没有说话。', after: '他想了想……没有说话。' },
  { what: 'Latin stays', before: 'Well... yes -- no.' },
  { what: 'a table of contents stays', before: '第一章..........3' },
  { what: 'three wide stops', before: '他想了想。。。没有说话。', after: '他想了想……没有说话。' },
  { what: 'half of one', before: '他想了想…没有说话。', after: '他想了想……没有说话。' },
  { what: 'three middle dots', before: '钢笔、铅笔···样样都有。', after: '钢笔、铅笔……样样都有。' },
  { what: 'a whole one stays', before: '他想了想……没有说话。' },
];

describe('restore-ellipsis', () => {
  test.each(cases)('$what: $before', ({ before, after = before }) => {
    expect(repaired(before).text).toBe(after);
  });
});
