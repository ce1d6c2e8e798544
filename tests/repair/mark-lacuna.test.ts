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
    after: '包括《□》、《□》、《□》和《□》等四个标准',
  },
  {
    what: 'before \u7684',
    before: '为落实.的要求.各地加强领导.健全机制.强化保障.明确责任.',
    after: '为落实《□》的要求',
  },
  {
    what: 'inside a clause, without a dot',
    before: '为了规范服务.根据和有关法律的规定.结合本市实际.制定本办法.',
    after: '根据《□》和有关法律的规定',
  },
  {
    what: 'two of a list, two dots in a row',
    before: '为了规范服务.根据..结合本市实际.制定本办法.',
    after: '根据《□》、《□》，结合',
  },
  {
    what: 'the beginning of a sentence, after its mark',
    before: '工作取得新的进展..提出要提高服务水平.加强领导.健全机制.',
    after: '工作取得新的进展。《□》提出',
  },
  {
    what: 'both sides of a word',
    before: '省委办公厅近日分别印发了和.对今后五年的工作作出安排.提出要求.',
    after: '印发了《□》和《□》，',
  },
  {
    what: 'a verb that has its object',
    before: '县里落实了资金.配备了人员.更新了设备.',
    after: '落实了资金，',
  },
  {
    what: 'where titles are left none was deleted',
    before: '印发了《工作规程》.出台了.完善了机制.',
    after: '出台了，',
  },
  { what: 'titles that are there stay', before: '国务院发布了《条例》，要求各地落实。' },
  { what: 'a number in a bracket stays', before: '1)加强领导，2)健全机制。' },
];

describe('mark-lacuna', () => {
  test.each(cases)('$what: $before', ({ before, after = before }) => {
    expect(repaired(before).text).toContain(after);
  });
});
