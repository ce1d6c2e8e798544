import { describe, expect, test } from 'vitest';
import { type RepairCase, repaired } from './repaired.ts';

const cases: readonly RepairCase[] = [
  { what: 'outside and inside', before: '他說「落實『三同步』」。', after: '他說“落實‘三同步’”。' },
  { what: 'book brackets stay', before: '《条例》〈附件〉施行。' },
  { what: 'Japanese stays', before: 'これは「テスト」です。' },
];

describe('convert-corner-quotes', () => {
  test.each(cases)('$what: $before', ({ before, after = before }) => {
    expect(repaired(before).text).toBe(after);
  });
});
