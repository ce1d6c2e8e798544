import { describe, expect, test } from 'vitest';
import { type RepairCase, repaired } from './repaired.ts';

const cases: readonly RepairCase[] = [
  { what: 'three dots', before: '他想了想...没有说话。', after: '他想了想……没有说话。' },
  { what: 'two hyphens', before: '长江--我国最长的河流。', after: '长江——我国最长的河流。' },
  { what: 'Latin stays', before: 'Well... yes -- no.' },
  { what: 'a table of contents stays', before: '第一章..........3' },
];

describe('restore-ellipsis', () => {
  test.each(cases)('$what: $before', ({ before, after = before }) => {
    expect(repaired(before).text).toBe(after);
  });
});
