import { describe, expect, test } from 'vitest';
import { type RepairCase, repaired } from './repaired.ts';

const cases: readonly RepairCase[] = [
  {
    what: 'numbers in a row, run into the text',
    before: '主要变化如下.一.应用深入.覆盖率提高.二.标准公布.各地试点.',
    after: '主要变化如下：\n一、应用深入，覆盖率提高。\n二、标准公布，各地试点。',
  },
  { what: 'sound numbers stay', before: '一、应用深入。二、标准出台。' },
  { what: 'a numeral that is a word stays', before: '第一.二步走完了，大家都很高兴，继续努力，再接再厉。' },
];

describe('number-headings', () => {
  test.each(cases)('$what: $before', ({ before, after = before }) => {
    // Which mark stands inside the clauses is the model's affair, not this rule's.
    expect(repaired(before).text.replace(/(?<![一二三下])[、：]/g, '，')).toBe(after);
  });
});
