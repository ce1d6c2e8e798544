import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GuiyiError } from '../../src/errors/index.ts';
import { parseDocx } from '../../src/parse/docx/index.ts';
import { parseHtml } from '../../src/parse/html/index.ts';
import type { FormatText } from '../../src/parse/index.ts';
import { parseMarkdown } from '../../src/parse/markdown/index.ts';
import { parsePdf } from '../../src/parse/pdf/index.ts';
import { hostileText, LAW_RUNS } from '../arbitraries.ts';
import { docxFile, wordParagraph } from '../unpack/zip-file.ts';
import { type PdfText, pdfFile } from './pdf-file.ts';

/** Each line with what the format says of it. */
function linesOf({ text, layout }: FormatText): string[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const found = layout.marked?.find((marked) => marked.start === start);
    start += line.length + 1;
    const kind = found === undefined ? '' : `${found.kind}${found.level ?? ''}: `;
    return kind + line;
  });
}

/** The number in the file that each line stands under. */
function numbersOf({ text, layout }: FormatText): (number | undefined)[] {
  const { starts, numbers } = layout.positions!;
  let start = 0;
  return text.split('\n').map((line) => {
    const index = starts.findLastIndex((one) => one <= start);
    start += line.length + 1;
    return numbers[index];
  });
}

const first = '各省应当在年底前完成数据共享平台的建设，逾期予以通报。';
const second = '财政部负责核定经费，覆盖率不低于百分之八十。';

describe('HTML', () => {
  const page = (body: string, title = '通知 - 某省政府网') => `<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>${title}</title><style>p{color:red}</style></head>
<body>${body}</body></html>`;
  const cases: [name: string, html: string, lines: string[]][] = [
    [
      'headings and paragraphs',
      page(`<h1>通知</h1><p>${first}</p><h2>要求</h2><p>${second}</p>`),
      ['title: 通知', first, 'heading1: 要求', second],
    ],
    ['the page’s title where nothing else is', page(`<div><p>${first}</p></div>`), ['title: 通知', first]],
    [
      'navigation, links, footers and scripts go',
      page(
        `<div class="top nav"><a>首页</a></div><div id="wrap"><div class="text"><h2>通知</h2><p>${first}</p><p>${second}</p></div><ul><li><a>一号链接</a></li><li><a>二号链接</a></li><li><a>三号链接</a></li></ul></div><div class="footer">版权所有</div><script>var a='，';</script>`,
      ),
      ['title: 通知', first, second],
    ],
    [
      'a list',
      page(`<h1>通知</h1><p>${first}</p><ol><li>甲省</li><li>乙省</li></ol>`),
      ['title: 通知', first, 'list-item: 甲省', 'list-item: 乙省'],
    ],
    [
      'a table is a line a row',
      page(
        `<h1>通知</h1><p>${first}</p><table><tr><th>地区</th><th>比例</th></tr><tr><td>甲省</td><td>91 %</td></tr></table>`,
      ),
      ['title: 通知', first, 'paragraph: 地区\t比例', 'paragraph: 甲省\t91 %'],
    ],
    [
      'a table for layout is none',
      page(`<h1>通知</h1><table><tr><td><p>${first}</p><p>${second}</p></td></tr></table>`),
      ['title: 通知', first, second],
    ],
    [
      'a table for layout, its text within another element',
      page(
        `<h1>通知</h1><table><tr><td><table><tr><td>甲处</td><td>乙处</td></tr></table></td></tr><tr><td><div><font><p>${first}</p><p>${second}</p></font></div></td></tr></table>`,
      ),
      ['title: 通知', 'paragraph: 甲处\t乙处', first, second],
    ],
    [
      'a table for layout, its text parted by breaks',
      page(`<h1>通知</h1><table><tr><td></td><td>　　${first}<br>　　${second}</td></tr></table>`),
      ['title: 通知', first, second],
    ],
    [
      'rows of data with lines in their cells, and cells over several rows',
      page(
        `<h1>通知</h1><p>${first}</p><table><tr><td rowspan="2">甲省</td><td>一市<br>二市</td><td><p>91%</p></td></tr><tr><td>三市</td><td>92%</td></tr><tr><td colspan="2" rowspan="2">合计</td><td>93%</td></tr><tr><td>94%</td></tr><tr><td>乙省</td><td>四市</td><td>95%</td></tr></table>`,
      ),
      [
        'title: 通知',
        first,
        ...['甲省\t一市 二市\t91%', '甲省\t三市\t92%', '合计\t93%', '合计\t94%', '乙省\t四市\t95%'].map(
          (row) => `paragraph: ${row}`,
        ),
      ],
    ],
    ['breaks', page(`<h1>通知</h1><p>${first}<br>${second}</p>`), ['title: 通知', first, second]],
    [
      'a Chinese line broken in the file',
      page('<h1>通知</h1><p>各省应当在年底前\n      完成建设，逾期通报各地各部门和各单位。</p>'),
      ['title: 通知', '各省应当在年底前完成建设，逾期通报各地各部门和各单位。'],
    ],
    [
      'words broken in the file keep a space',
      page('<h1>通知</h1><p>open\n data</p>'),
      ['title: 通知', 'open data'],
    ],
    [
      'entities',
      page('<h1>通知</h1><p>甲&amp;乙&lt;80&#37;，&ldquo;十二五&rdquo;</p>'),
      ['title: 通知', '甲&乙<80%，“十二五”'],
    ],
    [
      'hidden text goes',
      page(`<h1>通知</h1><p style="display:none">隐藏</p><p hidden>隐藏</p><p>${first}</p>`),
      ['title: 通知', first],
    ],
    [
      'text beside the longest part stays',
      page(
        `<h1>通知</h1><div><p>${first}${first}${first}${first}${first}</p></div><div><p>${second}</p></div>`,
      ),
      ['title: 通知', first.repeat(5), second],
    ],
    [
      'anchors closed as in XML, which are places to jump to',
      `<?xml version="1.0"?>${page(`<h1><a id="top"/>通知</h1><p>${first}</p><p>${second}</p>`)}`,
      ['title: 通知', first, second],
    ],
    [
      'a raised number refers to a note, or is a power',
      page(
        `<h1>通知</h1><p>${first}增加50<sup>1</sup>，达80<sup><a href="#n2">2</a></sup>，共3km<sup>2</sup>、10<sup>8</sup>元。<sup>①</sup></p><table><tr><td>50<sup>3</sup></td><td>5m<sup>3</sup></td></tr></table>`,
      ),
      ['title: 通知', `${first}增加50[1]，达80[2]，共3km²、10⁸元。①`, 'paragraph: 50[3]\t5m³'],
    ],
    [
      'the number of a note that is a link back',
      page(`<h1>通知</h1><p>${first}</p><p><a class="sdfootnotesym" href="#anc1">1</a>${second}</p>`),
      ['title: 通知', first, `[1]${second}`],
    ],
    ...['pages_content', 'print-content', 'article-hot', 'comment-box', 'nav'].map(
      (name): [string, string, string[]] => [
        `what holds the sentences is the document, though it is called ${name}`,
        page(
          `<div class="head_nav"><a href="a">首页</a> <a href="b">新闻</a></div><h1>通知</h1><div class="${name}"><p>${first}</p><p>${second}</p></div><div class="pages_print">【打印本页】</div>`,
        ),
        ['title: 通知', first, second],
      ],
    ),
    [
      'a page that is a form from head to foot',
      page(
        `<form action="x.aspx"><div class="nav"><a href="a">首页</a></div><h1>通知</h1><p>${first}</p><p>${second}</p><form><input value="搜索">搜索本站</form></form>`,
      ),
      ['title: 通知', first, second, '搜索本站'],
    ],
    [
      'a short notice above a long foot is left',
      page(
        `<h1>通知</h1><div class="pages_content"><p>${first}</p></div><div class="footer"><p>${second.repeat(3)}</p></div>`,
      ),
      ['title: 通知', first],
    ],
    ['a fragment', `<p>${first}</p><p>${second}</p>`, [first, second]],
    ['preformatted lines', page(`<h1>通知</h1><pre>甲  乙\n丙</pre>`), ['title: 通知', '甲  乙', '丙']],
    [
      'an article is the document',
      page(`<div><p>${second}${second}</p></div><article><h1>通知</h1><p>${first}</p></article>`),
      ['title: 通知', first],
    ],
  ];
  test.each(cases)('%s', (_, html, lines) => {
    expect(linesOf(parseHtml(html, 'a.html'))).toEqual(lines);
  });

  test('a page of links alone says so', () => {
    const html = page(`<ul>${'<li><a href="a.html">公告链接</a></li>'.repeat(9)}</ul>`);
    expect(() => parseHtml(html, 'a.html')).toThrow('no text but links');
  });

  test('positions are the file’s lines', () => {
    const html = `<html>\n<body>\n<h1>通知</h1>\n\n<p>${first}</p>\n<p>${second}</p></body></html>`;
    expect(numbersOf(parseHtml(html, 'a.html'))).toEqual([3, 5, 6]);
  });

  test('what is left out is said', () => {
    const { notes } = parseHtml(
      page(`<div class="side"><p>${second}</p></div><main><h1>通知</h1><p>${first}</p></main>`),
      'a.html',
    );
    expect(notes).toMatchObject([{ rule: 'drop-page-furniture' }]);
  });
});

describe('Markdown', () => {
  const cases: [name: string, markdown: string, lines: string[]][] = [
    [
      'headings',
      `# 标题\n\n${first}\n\n## 要求\n\n### 细则\n`,
      ['title: 标题', first, 'heading1: 要求', 'heading2: 细则'],
    ],
    ['emphasis, links and code', '**80%** 的 [平台](http://x) 用 `GB18030`。', ['80% 的 平台 用 GB18030。']],
    ['lists', '- 甲\n- 乙\n  1. 丙\n', ['list-item: 甲', 'list-item: 乙', 'list-item: 丙']],
    [
      'tables',
      '| 地区 | 比例 |\n|---|---|\n| 甲省 | 91% |',
      ['paragraph: 地区\t比例', 'paragraph: 甲省\t91%'],
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

describe('Word', () => {
  const cell = (text: string) => `<w:tc>${wordParagraph(text)}</w:tc>`;
  test('titles, headings, tables, footnotes, tracked changes', async () => {
    const body = [
      wordParagraph('通知', 'Title'),
      wordParagraph('总体要求', 'heading1'),
      wordParagraph(first),
      `<w:p><w:r><w:t>覆盖率</w:t></w:r><w:del><w:r><w:delText>七成</w:delText></w:r></w:del><w:ins><w:r><w:t>八成</w:t></w:r></w:ins><w:r><w:footnoteReference w:id="1"/></w:r></w:p>`,
      `<w:tbl><w:tr>${cell('地区')}${cell('比例')}</w:tr><w:tr>${cell('甲省')}${cell('91%')}</w:tr></w:tbl>`,
    ].join('');
    const document = await parseDocx(docxFile(body), 'a.docx');
    expect(linesOf(document)).toEqual([
      'title: 通知',
      'heading1: 总体要求',
      first,
      '覆盖率八成[1]',
      'paragraph: 地区\t比例',
      'paragraph: 甲省\t91%',
      'list-item: [1]数据截至年底。',
    ]);
    expect(numbersOf(document)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  test('numbers that Word makes itself are said to be left out', async () => {
    const numbering = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>';
    const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const content = `<w:numbering ${namespace}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
    const { notes } = await parseDocx(
      docxFile(`<w:p>${numbering}<w:r><w:t>甲省</w:t></w:r></w:p>`, [
        { name: 'word/numbering.xml', content },
      ]),
      'a.docx',
    );
    expect(notes.map(({ rule }) => rule)).toEqual(['drop-automatic-numbers']);
  });
});

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

describe('any input', () => {
  const throwsOnlyOurs = async (parse: () => unknown) => {
    try {
      await parse();
    } catch (error) {
      expect(error).toBeInstanceOf(GuiyiError);
    }
  };
  const tags = fc.constantFrom(
    '<p>',
    '</p>',
    '<div>',
    '</div>',
    '<table>',
    '<tr>',
    '<td>',
    '<a href=x>',
    '<!--',
    '-->',
    '<b',
    '&#x110000;',
    '<li>',
    '<svg>',
    '<br/>',
    '<h1>',
    '<title>',
  );
  const signs = fc.constantFrom(
    '# ',
    '**',
    '[',
    '](',
    '> ',
    '- ',
    '|',
    '---',
    '```',
    '\n',
    '\n\n',
    '[^1]',
    '<b>',
    '&amp;',
    '1. ',
  );

  test('gives text without blank lines, its marked lines and positions where lines begin', async () => {
    const piece = fc.oneof(hostileText(4), tags, signs);
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 20 }).map((all) => all.join('')),
        async (text) => {
          for (const parse of [parseHtml, parseMarkdown]) {
            await throwsOnlyOurs(() => {
              const { text: found, layout } = parse(text, 'x');
              const starts = new Set([0]);
              for (let at = found.indexOf('\n'); at >= 0; at = found.indexOf('\n', at + 1))
                starts.add(at + 1);
              for (const { start } of layout.marked ?? []) expect(starts.has(start)).toBe(true);
              for (const start of layout.positions?.starts ?? []) expect(starts.has(start)).toBe(true);
              expect(found).not.toMatch(/\n\n/);
            });
          }
        },
      ),
      { numRuns: Math.ceil(LAW_RUNS / 4) },
    );
  });

  test('a damaged PDF or Word document is an error of ours', async () => {
    const whole = { pdf: pdfFile([[[72, 700, first]]]), docx: docxFile(wordParagraph(first)) };
    await fc.assert(
      fc.asyncProperty(
        fc.nat(2000),
        fc.integer({ min: 0, max: 255 }),
        fc.boolean(),
        async (at, byte, cut) => {
          for (const [kind, bytes] of Object.entries(whole)) {
            const broken = Uint8Array.from(cut ? bytes.subarray(0, at % bytes.length) : bytes);
            if (!cut) broken[at % broken.length] = byte;
            await throwsOnlyOurs(() => (kind === 'pdf' ? parsePdf(broken, 'x') : parseDocx(broken, 'x')));
          }
        },
      ),
      { numRuns: Math.ceil(LAW_RUNS / 40) },
    );
  });
});
