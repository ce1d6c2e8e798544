import { describe, expect, test } from 'vitest';
import { parseHtml } from '../../src/parse/html/index.ts';
import { first, linesOf, numbersOf, second } from './format-lines.ts';

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
