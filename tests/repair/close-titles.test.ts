import { describe, expect, test } from 'vitest';
import { type RepairCase, repaired } from './repaired.ts';

const cases: readonly RepairCase[] = [
  {
    what: 'the end of a name',
    before: '根据《城市房屋管理条例的规定，制定本办法。',
    after: '根据《城市房屋管理条例》的规定，制定本办法。',
  },
  { what: 'a title that is whole stays', before: '根据《城市房屋管理条例》的规定，制定本办法。' },
  { what: 'nested titles stay', before: '印发《关于落实〈条例〉的通知》。' },
  { what: 'a half whose end is not to be seen stays', before: '他在读《红楼，很入迷。' },
  { what: 'a closing half alone stays', before: '管理条例》已经印发。' },
];

describe('close-titles', () => {
  test.each(cases)('$what: $before', ({ before, after = before }) => {
    expect(repaired(before).text).toBe(after);
  });
});
