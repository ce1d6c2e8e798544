import { describe, expect, test } from 'vitest';
import { type RepairCase, repaired } from './repaired.ts';

const cases: readonly RepairCase[] = [
  {
    what: 'items that a sentence lists',
    before: '有前款第(一).(四).(五)项所列行为的.从重处罚.情节轻微的.免予处罚.',
    after: '第（一）、（四）、（五）项',
  },
  {
    what: 'items in figures',
    before: '符合本条(1).(2).(3)项条件的.可以申请.材料齐全的.当场受理.',
    after: '(1)、(2)、(3)项',
  },
  {
    what: 'other things in brackets stay what they are',
    before: '由县(市).(区)政府负责.部门配合.各地落实.按期完成.',
    after: '政府负责，部门配合',
  },
  { what: 'sound items stay', before: '有前款第（一）（四）项所列行为的，从重处罚。' },
  { what: 'items of a list stay', before: '（一）申请书；\n（二）章程；\n（三）住所证明。' },
];

describe('item-lists', () => {
  test.each(cases)('$what: $before', ({ before, after = before }) => {
    expect(repaired(before).text).toContain(after);
  });
});
