import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../src/parse/markdown/index.ts';
import { first, linesOf, numbersOf } from './format-lines.ts';

describe('Markdown', () => {
  const cases: [name: string, markdown: string, lines: string[]][] = [
    [
      'headings',
      `# 标题\n\n${first}\n\n## 要求\n\n### 细则\n`,
      ['title: 标题', first, 'heading1: 要求', 'heading2: 细则'],
    ],
    ['emphasis, links and code', '**80%** 的 [平台](http://x) 用 `GB18030`。', ['80% 的 平台 用 GB18030。']],
    ['lists', '- 甲\n- 乙\n  1. 丙\n', ['list-item: 甲', 'list-item: 乙', 'list-item: 1. 丙']],
    [
      'tables',
      '| 地区 | 比例 |\n|---|---|\n| 甲省 | 91% |',
      ['paragraph: 地区\t比例', 'paragraph: 甲省\t91%'],
    ],
    [
      'the numbers of lists as they are written, and as they are meant',
      '3. 甲\n4. 乙\n\n   丙\n6. 丁\n\n<!-- -->\n\n1) 戊\n1) 己\n',
      ['3. 甲', '4. 乙', '丙', '6. 丁', '1) 戊', '2) 己'].map((item) => `list-item: ${item}`),
    ],
    [
      'lines within a cell are one',
      '| 地区 | 比例 |\n|---|---|\n| 甲省<br>（含乙市） | 91% |',
      ['paragraph: 地区\t比例', 'paragraph: 甲省 （含乙市）\t91%'],
    ],
    [
      'what is struck out, and readings, go',
      '~~旧文~~新文<del>旧</del>，<s>旧</s>H~2~O，<ruby>鄞<rp>（</rp><rt>yín</rt><rp>）</rp></ruby>州，10<sup>-3</sup>。',
      ['新文，H2O，鄞州，10⁻³。'],
    ],
    ['a line broken in the file', '各省应当\n按期完成。', ['各省应当按期完成。']],
    ['a broken line of words', 'open\ndata', ['open data']],
    ['front matter goes', `---\ntitle: x\n---\n${first}`, [first]],
    ['a rule is no front matter', `---\n${first}\n\n---\n`, [first]],
    ['code stays', '```\nlet a = 1;\nlet b = 2;\n```', ['let a = 1;', 'let b = 2;']],
    ['quotes', `> ${first}`, [first]],
    [
      'notes keep their marks',
      `${first}增加50[^1]。\n\n[^1]: 口径见附件。\n`,
      [`${first}增加50[1]。`, '[1]口径见附件。'],
    ],
    [
      'HTML is read as HTML',
      `${first}<br>增加50<sup>1</sup>，<span>共</span>3km<sup>2</sup>。\n\n<!-- 略 -->\n\n<table><tr><td>甲</td><td>乙</td></tr>\n<tr><td>丙</td><td>丁</td></tr></table>\n`,
      [first, '增加50[1]，共3km²。', '甲\t乙', '丙\t丁'],
    ],
  ];
  test.each(cases)('%s', (_, markdown, lines) => {
    expect(linesOf(parseMarkdown(markdown, 'a.md'))).toEqual(lines);
  });

  test('what is struck out is said', () => {
    const { notes } = parseMarkdown(`~~旧文~~新文\n\n<div><del>又旧</del>又新</div>\n`, 'a.md');
    expect(notes.map(({ rule }) => rule)).toEqual(['drop-deleted-text', 'drop-deleted-text']);
  });

  test('positions are the file’s lines, front matter counted', () => {
    expect(numbersOf(parseMarkdown(`---\ntitle: x\n---\n# 标题\n\n${first}`, 'a.md'))).toEqual([4, 6]);
  });

  test('a long text is parsed in portions, to the same lines and numbers', () => {
    const section = (i: number) =>
      `## 第${i}节\n\n${first}\n\n- 甲\n\n- 乙\n\n${'```'}\n# 代码\n\n行\n${'```'}\n\n`;
    const long = Array.from({ length: 800 }, (_, i) => section(i)).join('');
    const parsed = parseMarkdown(long, 'a.md');
    const expected = Array.from({ length: 800 }, (_, i) => [
      `heading1: 第${i}节`,
      first,
      'list-item: 甲',
      'list-item: 乙',
      '# 代码',
      '行',
    ]);
    expect(linesOf(parsed)).toEqual(expected.flat());
    expect(numbersOf(parsed).at(-6)).toBe(799 * 14 + 1);
  });

  test('a very long text is read as plain text, and it is said', () => {
    const long = `# 标题\n${'甲'.repeat(1_000_001)}`;
    expect(parseMarkdown(long, 'a.md')).toMatchObject({
      text: long,
      notes: [{ rule: 'read-as-plain-text' }],
    });
  });

  test('quotes within quotes without end are refused', () => {
    expect(() => parseMarkdown(`${'>'.repeat(5000)} ${first}`, 'a.md')).toThrow(
      expect.objectContaining({ code: 'GY109' }),
    );
  });
});
