import { describe, expect, test } from 'vitest';
import { type RepairCase, repaired } from './repaired.ts';

const cases: readonly RepairCase[] = [
  {
    what: 'the object of a verb',
    before: '国务院发布了.要求各地落实责任.加强领导.健全机制.强化保障.',
    after: '国务院发布了《□》',
  },
  {
    what: 'brackets that are left of titles',
    before: '包括).).)和)等四个标准.已经发布.开始实施.效果良好.各方满意.',
    after: '包括《□》',
  },
  {
    what: 'before \u7684',
    before: '为落实.的要求.各地加强领导.健全机制.强化保障.明确责任.',
    after: '为落实《□》的要求',
  },
  { what: 'titles that are there stay', before: '国务院发布了《条例》，要求各地落实。' },
  { what: 'a number in a bracket stays', before: '1)加强领导，2)健全机制。' },
];

describe('mark-lacuna', () => {
  test.each(cases)('$what: $before', ({ before, after = before }) => {
    expect(repaired(before).text).toContain(after);
  });
});
