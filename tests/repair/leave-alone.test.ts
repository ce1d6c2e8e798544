import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hostileText, LAW_RUNS } from '../arbitraries.ts';
import { repaired } from './repaired.ts';

/** What, a passage whose marks are not for us, and why. */
const passages: readonly (readonly [what: string, passage: string, reason: string])[] = [
  ['a Japanese line', '日本語のテキスト.これは.そのままです.', 'Japanese or Korean text'],
  ['two Korean lines', '한국어 문장.그대로.\n서울.부산.대구.', '2 lines of Japanese or Korean text'],
  ['marks between astral characters', '😀.😁.😂.😃.😄.😅.', 'marks without Han text'],
  ['figures', '31.5.22.0.17.3.9.8.', 'marks without Han text'],
  ['one mark', '.', 'marks without Han text'],
  ['one mark a hundred times', '，'.repeat(100), 'marks without Han text'],
  ['a table', '地区,数量,占比\n东川市,31,22.5\n南溪县,22,16.0\n西河县,17,12.3', '4 lines of a table'],
  ['code', 'const x = {"名称": 1.5, "值": [1,2]};\nprint("你好,世界.")', '2 lines of code'],
  ['Latin text', 'The report of the office, e.g. page 3. See also the annex, and the notes.', 'Latin text'],
  ['a row of dots', '.'.repeat(1000), 'marks without Han text'],
];

/** Flattened text around a passage, so that repairs run. */
const before = '各部门认真落实.工作取得进展.群众普遍满意.';
const after = '今后将继续完善.提高服务水平.确保完成任务.';

describe('leave-alone', () => {
  test.each(passages)('%s is left alone and reported in its place', (_what, passage, reason) => {
    const source = `${before}\n${passage}\n${after}`;
    const { text, messages } = repaired(source);
    expect(text).toContain(`\n${passage}\n`);
    expect(text).not.toContain(before);
    const found = messages.find(({ ruleId }) => ruleId === 'leave-alone')!;
    expect(found.reason).toBe(`${reason}: left alone`);
    expect(source.slice(found.sourceSpan!.start, found.sourceSpan!.end)).toBe(passage);
  });

  test('a row of dots within a text', () => {
    const { text, messages } = repaired(`目录${'.'.repeat(30)}5`);
    expect(text).toBe(`目录${'.'.repeat(30)}5`);
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(['leave-alone']);
  });

  test.each([
    '2013年5月29日',
    '2013.5.29',
    '增长3.5%，达到1,234.56亿元；版本2.0.1于12:30发布。',
    'IP地址为10.0.0.1。',
    '联系人：张三，邮箱：a@example.cn。',
    'GDP增长7%。',
    '（一）总则',
    '使用Excel（电子表格）、Word等软件。',
  ])('%s is no such passage', (text) => {
    expect(repaired(text).messages).toEqual([]);
    expect(repaired(text).text).toBe(text);
  });
});

describe('bad input', () => {
  /** Marks of all kinds between text of all kinds. */
  const bad = fc
    .array(
      fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom('.', ',', ' ', '\n', '。', '，', '....', "'", '\t') },
        {
          weight: 3,
          arbitrary: fc.constantFrom(
            '发展经济',
            '改善民生',
            '在',
            '2013年',
            '80',
            '一、',
            '第三条',
            '（二）',
          ),
        },
        {
          weight: 2,
          arbitrary: fc.constantFrom('これは', '한국어', '😀', '𠮷', 'if (x) {', 'abc', '--', '|'),
        },
        { weight: 1, arbitrary: hostileText(4) },
      ),
      { maxLength: 40 },
    )
    .map((pieces) => pieces.join(''));

  test('it goes through, loses no word, comes back, and stays as it is the second time', () => {
    fc.assert(
      fc.property(bad, (source) => {
        const { alignment, text } = repaired(source);
        expect(alignment.revert()).toBe(source);
        const words = (s: string) => s.replaceAll('《□》', '').replace(/[^\p{L}\p{N}]/gu, '');
        expect(words(text)).toBe(words(source));
        expect(repaired(text).text).toBe(text);
      }),
      { numRuns: LAW_RUNS },
    );
  });

  test('no line of kana or Hangul changes', () => {
    const line = fc
      .array(fc.constantFrom('これは', 'テスト', '한국어', '문장', '.', ',', '、', '。'), {
        minLength: 1,
        maxLength: 12,
      })
      .map((pieces) => `の${pieces.join('')}한`);
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), (lines) => {
        const source = [before, ...lines, after].join('\n');
        const result = repaired(source).text.split('\n');
        expect(result.slice(1, -1)).toEqual(lines);
      }),
      { numRuns: LAW_RUNS },
    );
  });
});
