import { describe, expect, test } from 'vitest';
import { parsePdf } from '../../src/parse/pdf/index.ts';
import { type PdfText, pdfFile } from './pdf-file.ts';

const line = (y: number, text: string, x = 72): PdfText => [x, y, text];
/** Lines one below the other, each with its indentation as fullwidth spaces. */
const lines = (texts: readonly string[], top = 700, x = 72): PdfText[] =>
  texts.map((text, i) => {
    const indent = /^　*/.exec(text)![0].length;
    return line(top - i * 18, text.slice(indent), x + indent * 12);
  });
/** A full line of 34 characters. */
const full = (first: string) => first + '字'.repeat(34 - first.length);

const read = async (...pages: PdfText[][]) => {
  const { text, notes } = await parsePdf(pdfFile(pages), 'a.pdf');
  return { lines: text.split('\n'), notes: notes.map(({ rule, reason }) => `${rule}: ${reason}`) };
};

describe('turned text', () => {
  const upright = lines([`　　${full('甲').slice(2)}`, full('乙'), '到此结束。', '　　另起一段。'], 500);
  const expected = [`${full('甲').slice(2)}${full('乙')}到此结束。`, '另起一段。'];
  /** A4 is 595 by 842; what is turned back must stand where it stood. */
  const turns: readonly [number, (text: PdfText) => PdfText][] = [
    [0, (text) => text],
    [90, ([x, y, text, size = 12]) => [595 - y, x, text, size, 90]],
    [180, ([x, y, text, size = 12]) => [595 - x, 842 - y, text, size, 180]],
    [270, ([x, y, text, size = 12]) => [y, 842 - x, text, size, 270]],
    [2, ([x, y, text, size = 12]) => [x, y, text, size, 2]],
  ];
  test.each(turns)('a page turned by %i degrees is read', async (_, turn) => {
    expect(await read(upright.map(turn))).toEqual({ lines: expected, notes: [] });
  });

  /** The same in columns from the right, each beginning at the top of the page. */
  const columns = upright.map(([x, y, text]): PdfText => [y, 770 - (x - 72), text]);

  test('columns from the right in a font that writes downwards', async () => {
    const { text, notes } = await parsePdf(pdfFile([columns, columns], 'to-unicode-vertical'), 'a.pdf');
    expect(text.normalize('NFKC').split('\n')).toEqual([...expected, ...expected]);
    expect(notes).toEqual([]);
  });

  test('columns of single characters, with a figure across and a turned word', async () => {
    const single = columns.flatMap(([x, y, text]) =>
      [...text].map((character, i): PdfText => [x, y - i * 12, character]),
    );
    const [x, y] = single.at(-1)!;
    const after: PdfText[] = [
      [x - 1, y - 12, '12', 7],
      [x + 2, y - 14, 'ABC', 12, 270],
    ];
    const title: PdfText[] = [[200, 810, '关于建立机制的通知', 16]];
    const found = await read([...title, ...single, ...after]);
    expect(found.lines).toEqual(['关于建立机制的通知', expected[0], '另起一段。12ABC']);
    expect(found.notes).toEqual([]);
  });

  test('stamps and watermarks that run another way are left out and reported', async () => {
    const page: PdfText[] = [...upright, [200, 300, '内部资料 请勿外传', 40, 45], [500, 300, '竖章', 12, 90]];
    expect(await read(page, upright)).toEqual({
      lines: [...expected, ...expected],
      notes: [
        "drop-turned-text: 10 characters that run another way than their page's text are left out, on page 1: '内部资料 请勿外传 竖章'",
      ],
    });
  });
});

test('pages without text are named, and do not count where running titles are', async () => {
  const page = (text: string): PdfText[] => [[72, 800, '省政府公报', 9], line(700, text)];
  expect(await read(page('第一页。'), [], [], page('第四页。'), [[72, 800, '省政府公报', 9]])).toEqual({
    lines: ['第一页。', '第四页。'],
    notes: [
      'pages-without-text: no text but headers and footers on pages 2–3, 5: images are not read',
      "drop-running-line: '省政府公报', on 3 pages, is left out",
    ],
  });
});

describe('where a line ends', () => {
  const before = (length: number, end = '') => '字'.repeat(length - end.length) + end;
  const cases: readonly [name: string, first: string, second: string, isOne: boolean][] = [
    ['a long figure did not fit', before(26, '达到'), '123,456,789.12万元。', true],
    ['a figure with its comma', before(30, '达到'), '93.3%，比上年高。', true],
    ['a Latin word did not fit', before(28), 'interoperability的要求', true],
    ['a short word had fitted', before(28), 'GDP增长', false],
    ['a character had fitted', before(28), '湖北省人民政府', false],
    ['a sentence ends', before(28, '完成。'), 'interoperability的要求', false],
    ['a line half as long is no part of a paragraph', before(10), '123,456,789.12万元，一二三四五。', false],
    ['the clause goes on', before(20, '，'), '并按季度报告。', true],
    ['an item begins', before(20, '，'), '（二）按季度报告。', false],
    ['a bullet begins', before(20, '，'), '•按季度报告。', false],
    ['a small letter goes on', before(28, 'considerably widespread'), 'interoperability', true],
    ['a program’s line', before(24, ' = value'), 'Interoperability = other', false],
  ];
  test.each(cases)('%s', async (_, first, second, isOne) => {
    const { lines: found } = await read(lines([full('甲'), full('乙'), first, second, full('丙')]));
    expect(found.join('\n').replaceAll(' ', '').includes(`${first}${second}`.replaceAll(' ', ''))).toBe(
      isOne,
    );
  });

  test('a line on the right is no paragraph’s beginning', async () => {
    const date: PdfText = [72 + 24 * 12, 664, '二〇二三年五月一日　'.trim(), 12];
    const page = [...lines([full('甲'), full('乙')]), [date[0] + 12, 664, date[2], 12] as PdfText];
    page.push(line(646, '（此件公开发布）'), line(628, full('丙')));
    const { lines: found } = await read(page);
    expect(found).toContain('（此件公开发布）');
    expect(found).toContain('二〇二三年五月一日');
  });

  test('each entry of a table of contents is a line', async () => {
    const entry = (title: string, page: string) => `${title.padEnd(34 - page.length, '.')}${page}`;
    const entries = [
      entry('一、总体要求', '1'),
      entry('工作目标', '4'),
      `${'保障措施 '.padEnd(32, '. ')} 10`.slice(0, 34),
      entry('附则', '12'),
    ];
    const { lines: found } = await read(lines(entries));
    expect(found).toHaveLength(4);
  });
});

describe('hyphens at lines’ ends', () => {
  const cases: readonly [name: string, text: string, before: string, after: string, expected: string][] = [
    ['the document has the word whole', 'the information', 'infor-', 'mation', 'information'],
    ['nothing tells', 'other words', 'infor-', 'mation', 'information'],
    ['the document has it with its hyphen', 'a state-owned firm', 'state-', 'owned', 'state-owned'],
    ['a single letter', 'other words', 'e-', 'commerce', 'e-commerce'],
    ['a prefix of words', 'to operate', 'co-', 'operate', 'co-operate'],
    ['a prefix of a syllable', 'other words', 'pre-', 'vention', 'prevention'],
    ['non and its like', 'other words', 'non-', 'profit', 'non-profit'],
    ['both parts are words', 'the carbon of low grade', 'low-', 'carbon', 'low-carbon'],
    ['words that grow together', 'out and through it', 'through-', 'out', 'throughout'],
    ['the commoner form', 'email, email, e-mail', 'e-', 'mail', 'email'],
    ['an address', 'other words', 'example.org/annual-', 'report', 'example.org/annual-report'],
  ];
  test.each(cases)('%s', async (_, text, before, after, expected) => {
    const { lines: found, notes } = await read(
      lines([full(`　　${text}。`), `${'字'.repeat(34 - before.length)}${before}`, `${after}。`]),
    );
    expect(found.at(-1)).toContain(`字${expected}。`);
    const isTaken = before.length + after.length > expected.length;
    expect(notes).toEqual(
      isTaken ? ["drop-hyphen: 1 hyphens that lines' ends put into words are left out"] : [],
    );
  });
});

test('a line under two columns follows both', async () => {
  const column = (name: string, count: number, x: number) =>
    Array.from({ length: count }, (_, i) =>
      line(720 - i * 16, `${name}${'字'.repeat(15)}${i === count - 1 ? '。' : '字'}`, x),
    );
  const under = line(720 - 10 * 16, '下面的一行。');
  const order = async (...page: PdfText[]) => (await read(page)).lines.join('').replace(/字/g, '');
  expect(await order(...column('左', 9, 72), ...column('右', 8, 310), under)).toBe(
    `${'左'.repeat(9)}。${'右'.repeat(8)}。下面的一行。`,
  );
  // The second column of a last page may be short: the first goes on to the page's foot.
  expect((await order(...column('左', 38, 72), ...column('右', 20, 310))).slice(0, 38)).toBe('左'.repeat(38));
});

describe('tables', () => {
  const row = (y: number, ...cells: string[]): PdfText[] =>
    cells.map((text, i) => line(y, text, 72 + i * 120));

  test('a head that the next page’s top repeats is left out', async () => {
    const first = [
      ...lines([full('甲'), '完成情况如下：']),
      ...row(660, '地区', '事项', '比例'),
      ...row(642, '湖北省', '1,356', '35.6%'),
    ];
    const second = [...row(700, '地区', '事项', '比例'), ...row(682, '湖南省', '1,201', '31.5%')];
    const third = [...row(700, '地区', '事项', '比例'), ...row(682, '江西省', '1,100', '30.1%')];
    const apart = [...lines(['另一张表：'], 720), ...row(700, '地区', '事项', '比例')];
    expect(await read(first, second, third, apart)).toEqual({
      lines: [
        `${full('甲')}完成情况如下：`,
        '地区\t事项\t比例',
        '湖北省\t1,356\t35.6%',
        '湖南省\t1,201\t31.5%',
        '江西省\t1,100\t30.1%',
        '另一张表：',
        '地区\t事项\t比例',
      ],
      notes: ["drop-repeated-head: '地区 事项 比例', a table's head at the top of 2 more pages, is left out"],
    });
  });

  test('the lines of a full cell are one, those of another row are not', async () => {
    const page = [
      ...row(700, '地区', '事项', '说明'),
      ...row(682, '湖北省', '1,356', '含直管市在内并按年末'),
      line(664, '的常住人口口径来计算', 72 + 240),
      line(646, '的数字', 72 + 240),
      ...row(628, '湖南省', '1,201', '初步数'),
      line(610, '另有说明', 72 + 240),
      ...row(592, '江西省', '1,100', '初步数'),
    ];
    const { lines: found } = await read(page);
    expect(found).toEqual([
      '地区\t事项\t说明',
      '湖北省\t1,356\t含直管市在内并按年末的常住人口口径来计算的数字',
      '湖南省\t1,201\t初步数',
      '另有说明',
      '江西省\t1,100\t初步数',
    ]);
  });

  test('lines nearer than the rows are a cell’s, those nearer to the next row are its own', async () => {
    const page = [
      ...row(700, '地区', '事项', '说明'),
      ...row(676, '湖北省', '1,356', '初步数'),
      line(662, '未审计', 72 + 240),
      ...row(638, '湖南省', '1,201', '全年的数字不含省直管'),
      line(617, '居中的一格', 72 + 240),
      ...row(610, '江西省', '1,100'),
      line(603, '第二行', 72 + 240),
    ];
    const { lines: found } = await read(page);
    expect(found.slice(0, 4)).toEqual([
      '地区\t事项\t说明',
      '湖北省\t1,356\t初步数未审计',
      '湖南省\t1,201\t全年的数字不含省直管',
      '居中的一格',
    ]);
  });

  test('rows near a page’s edge are no running lines, whatever their numbers are', async () => {
    const page = (first: number) => [
      [72, 805, '省统计局', 9] as PdfText,
      ...row(776, '全市合计', `${first * 7}`, `${first * 3}.5%`),
      ...row(740, '江岸区', `${first * 7}`, `${first * 3}.5%`),
      line(92, `本页${first * 11}家单位未报送数据。`),
      [290, 40, `— ${first} —`, 9] as PdfText,
    ];
    const { lines: found, notes } = await read(page(1), page(2), page(4));
    expect(found).toHaveLength(9);
    expect(notes).toEqual([
      "drop-running-line: '省统计局', on 3 pages, is left out",
      'drop-page-number: 3 page numbers are left out',
    ]);
  });
});
