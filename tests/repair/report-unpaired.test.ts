import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hostileText, LAW_RUNS } from '../arbitraries.ts';
import { repaired } from './repaired.ts';

/** What is reported as unpaired, with the characters right before it, so that a case says which one is meant. */
function unpaired(text: string): string[] {
  const { messages } = repaired(text);
  return messages
    .filter(({ ruleId }) => ruleId === 'report-unpaired')
    .map(({ sourceSpan }) => text.slice(Math.max(0, sourceSpan!.start - 2), sourceSpan!.end));
}

describe('report-unpaired', () => {
  test.each([
    ['an opening bracket', '各县（市、区均已完成，没有遗漏。', ['各县（']],
    ['a closing bracket', '第八次会议修订）自五月起施行。', ['修订）']],
    ['a quotation mark', '他们办起了“农家乐，生意很好。', ['了“']],
    ['brackets that cross', '名单（见〔附表）已经公布。', ['见〔']],
    ['numbers of a list close nothing', '1)加强领导；2)健全机制。', []],
    ['halves of two widths pair', '各县（市、区)均已完成。', []],
    ['a speech over two paragraphs', '他说：“天气很好。\n“我们出发吧。”', []],
    ['a bracket over two lines', '名单（见附表一、\n附表二）已经公布。', []],
    ['an apostrophe closes nothing', '品牌名为Levi’s，已经注册。', []],
  ])('%s', (_what, text, expected) => {
    expect(unpaired(text).map((found) => found.slice(-expected[0]?.length || 0))).toEqual(expected);
  });

  test('a thousand halves are told of a hundred times at most', () => {
    expect(unpaired(`好（${'（'.repeat(1000)}`).length).toBe(100);
  });

  test('any text', () => {
    fc.assert(
      fc.property(hostileText(40), (text) => {
        for (const found of unpaired(text)) expect(found).not.toBe('');
      }),
      { numRuns: LAW_RUNS / 10 },
    );
  });
});
