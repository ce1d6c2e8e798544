import { describe, expect, test } from 'vitest';
import { parsePdf } from '../../src/parse/pdf/index.ts';
import { numbersOf } from './format-lines.ts';
import { type PdfText, pdfFile } from './pdf-file.ts';

describe('PDF', () => {
  const header: PdfText = [150, 800, '政务数据年度报告汇编', 9];
  const footer = (number: number): PdfText => [290, 40, `— ${number} —`, 9];
  const line = (y: number, text: string, x = 72): PdfText => [x, y, text];
  const full = '截至年底全国已有二十四个省区市建成了数据共享平台覆盖率达到';

  test('lines are joined to paragraphs, over pages too; running lines go and are reported', async () => {
    const pages: PdfText[][] = [
      [
        header,
        [200, 740, '全国数据共享进展', 20],
        line(700, full.slice(2), 96),
        line(682, full),
        line(664, '百分之八十。'),
        line(646, full.slice(2), 96),
        line(628, full),
        footer(1),
      ],
      [
        header,
        line(700, '九成以上。'),
        line(682, full.slice(2), 96),
        line(664, full),
        line(646, '不到一成。'),
        footer(2),
      ],
      [header, line(700, '结束。', 96), line(682, full), footer(3)],
    ];
    const document = await parsePdf(pdfFile(pages), 'a.pdf');
    expect(document.text.split('\n')).toEqual([
      '全国数据共享进展',
      `${full.slice(2)}${full}百分之八十。`,
      `${full.slice(2)}${full}九成以上。`,
      `${full.slice(2)}${full}不到一成。`,
      '结束。',
      full,
    ]);
    expect(numbersOf(document)).toEqual([1, 1, 1, 2, 3, 3]);
    expect(document.notes.map(({ reason }) => reason)).toEqual([
      "'政务数据年度报告汇编', on 3 pages, is left out",
      '3 page numbers are left out',
    ]);
  });

  test('two columns are read one after the other, a headline across them alone', async () => {
    const page: PdfText[] = [[72, 780, '横跨两栏的标题写在这里占满一行文字', 24]];
    for (let i = 0; i < 8; i++) {
      page.push(line(720 - i * 16, `${'左'.repeat(17)}${'甲乙丙丁戊己庚辛'[i]}`));
      page.push(line(720 - i * 16, `${'右'.repeat(17)}${'甲乙丙丁戊己庚辛'[i]}`, 310));
    }
    const { text } = await parsePdf(pdfFile([page]), 'a.pdf');
    expect(text.replace(/[^甲乙丙丁戊己庚辛]/g, '')).toBe('甲乙丙丁戊己庚辛甲乙丙丁戊己庚辛');
    expect(text.lastIndexOf('左')).toBeLessThan(text.indexOf('右'));
  });

  test('a last page whose second column is short has the columns of those before', async () => {
    const lines = (name: string, count: number, x = 72) =>
      Array.from({ length: count }, (_, i) => line(720 - i * 16, `${name}${i % 10}${'字'.repeat(15)}`, x));
    const pages = [
      [...lines('左', 9), ...lines('右', 9, 310)],
      [...lines('前', 9), ...lines('后', 1, 310), line(704, '结束。', 310)],
    ];
    const { text } = await parsePdf(pdfFile(pages), 'a.pdf');
    expect(text.replace(/[字\d]/g, '')).toBe(`${'左'.repeat(9)}${'右'.repeat(9)}${'前'.repeat(9)}后结束。`);
  });

  test('a table is no pair of columns', async () => {
    const rows = ['江苏省', '浙江省', '湖北省', '四川省', '贵州省', '青海省', '甘肃省', '云南省'];
    const page = rows.flatMap((name, i): PdfText[] => [
      line(720 - i * 16, name),
      line(720 - i * 16, `9${i}.5%`, 320),
      line(720 - i * 16, '1,200', 450),
    ]);
    const { text } = await parsePdf(pdfFile([page]), 'a.pdf');
    expect(text.split('\n')).toEqual(rows.map((name, i) => `${name}\t9${i}.5%\t1,200`));
  });

  test('a word broken at a line’s end is one again', async () => {
    const page = [line(700, `${'字'.repeat(22)}infor-`), line(682, `mation，${'字'.repeat(20)}`)];
    const { text } = await parsePdf(pdfFile([page]), 'a.pdf');
    expect(text).toContain('字information，字');
  });

  test('notes at the foot of a page stand behind the paragraph that goes on past it', async () => {
    const full = (first: string) => first + '字'.repeat(38 - first.length);
    const first: PdfText[] = [
      line(700, full('甲')),
      [72, 682, `${'乙'.repeat(9)}50`, 12],
      // As word processors set it: two thirds of the size, raised by a third.
      [72 + 11 * 12, 686.5, '1', 8],
      [72 + 11 * 12 + 8, 682, `丙${'字'.repeat(25)}`, 12],
      line(664, full('丁')),
      [72, 96, '1', 6],
      [78, 93, '这里说明口径', 9],
      [72, 82, '换行后还是同一条', 9],
    ];
    const second: PdfText[] = [
      line(700, full('戊')),
      line(682, '结束。'),
      line(660, '另一段从这里开始。', 96),
    ];
    const document = await parsePdf(pdfFile([first, second]), 'a.pdf');
    expect(document.text.split('\n')).toEqual([
      `${full('甲')}${'乙'.repeat(9)}50[1]丙${'字'.repeat(25)}${full('丁')}${full('戊')}结束。`,
      '[1]这里说明口径换行后还是同一条',
      '另一段从这里开始。',
    ]);
    expect(document.notes.map(({ rule }) => rule)).toEqual(['move-footnote']);
  });

  test('small print without a mark in the text stays where it is, and powers are no notes', async () => {
    const page: PdfText[] = [
      [72, 700, `${'字'.repeat(10)}50km`, 12],
      [72 + 14 * 12, 704.5, '2', 8],
      [72 + 14 * 12 + 8, 700, '左右。', 12],
      [72, 93, '3 这是表中的小字', 9],
    ];
    const document = await parsePdf(pdfFile([page]), 'a.pdf');
    expect(document.text.split('\n')).toEqual([`${'字'.repeat(10)}50km²左右。`, '3这是表中的小字']);
    expect(document.notes).toEqual([]);
  });

  test('a chapter’s title with the page’s number is left out, however few pages it has', async () => {
    const pages = Array.from({ length: 6 }, (_, i): PdfText[] => [
      line(700, `第${'甲乙丙丁戊己'[i]}页的正文${'字'.repeat(28)}。`),
      [72, 60, i % 2 === 0 ? `第${i}章　数据共享` : `数据开放之${i}`, 10],
      [480, 60, String(i + 11), 10],
    ]);
    const { text } = await parsePdf(pdfFile(pages), 'a.pdf');
    expect(text.split('\n')).toHaveLength(6);
    expect(text).not.toMatch(/章|开放/);
  });

  test('fonts that only name their codes are read', async () => {
    const { text } = await parsePdf(pdfFile([[line(700, '關於資訊公開的通知')]], 'UniCNS-UCS2-H'), 'a.pdf');
    expect(text).toBe('關於資訊公開的通知');
  });
});
