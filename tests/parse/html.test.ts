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
      ['title: 通知', first, 'list-item: 1. 甲省', 'list-item: 2. 乙省'],
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
      'rows of data with lines in their cells, and cells over several rows and columns',
      page(
        `<h1>通知</h1><p>${first}</p><table><tr><td rowspan="2">甲省</td><td>一市<br>二市</td><td><p>91%</p></td></tr><tr><td>三市</td><td>92%</td></tr><tr><td colspan="2" rowspan="2">合计</td><td>93%</td></tr><tr><td>94%</td></tr><tr><td>乙省</td><td>四市</td><td>95%</td></tr></table>`,
      ),
      [
        'title: 通知',
        first,
        ...['甲省\t一市 二市\t91%', '甲省\t三市\t92%', '合计\t\t93%', '合计\t\t94%', '乙省\t四市\t95%'].map(
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
      'the numbers of lists, in cells too; an item’s own number is enough',
      page(
        `<h1>通知</h1><p>${first}</p><ol start="3"><li><p>甲省</p><p>乙省</p></li><li value="7">丙省<ol type="a"><li>丁市</li></ol></li><li>（一）戊市</li></ol><ol reversed type="I"><li>己</li><li></li><li>庚</li></ol><ol style="list-style-type:none"><li>辛</li></ol><table><tr><td><ol><li>壬</li><li>癸</li></ol></td><td>5</td></tr></table>`,
      ),
      [
        'title: 通知',
        first,
        ...['3. 甲省', '乙省', '7. 丙省', 'a. 丁市', '（一）戊市', 'III. 己', 'I. 庚', '辛'].map(
          (item) => `list-item: ${item}`,
        ),
        'paragraph: 1. 壬 2. 癸\t5',
      ],
    ],
    [
      'what is struck out, and readings beside characters, go',
      page(
        `<h1>通知</h1><p>${first}<del>旧文</del><ins>新文</ins><s>旧</s><strike>旧</strike></p><p><ruby>鄞<rp>（</rp><rt>yín</rt><rp>）</rp></ruby>州区</p><table><tr><td>甲<del>乙</del></td><td>5</td></tr></table>`,
      ),
      ['title: 通知', `${first}新文`, '鄞州区', 'paragraph: 甲\t5'],
    ],
    [
      'a page most of which would be struck out is not',
      page(`<h1>通知</h1><p><s>${first}</p><p>${second}</p>`),
      ['title: 通知', first, second],
    ],
    [
      'negative powers, and Roman numbers of notes',
      page(
        `<h1>通知</h1><p>${first}10<sup>-3</sup>、5m·s<sup>−1</sup>、H<sub>2</sub>O、95%<sup><a href="#_edn1">i</a></sup></p>`,
      ),
      ['title: 通知', `${first}10⁻³、5m·s⁻¹、H2O、95%[i]`],
    ],
    [
      'heads and feet of pages as LibreOffice writes them',
      page(
        `<div title="header"><p>省政府文件，内部资料</p></div><h1>通知</h1><p>${first}</p><div title="footer"><p>第1页，共2页</p></div>`,
      ),
      ['title: 通知', first],
    ],
    [
      'tabs within a line part words',
      page(
        `<h1>通知</h1><p>${first}</p><p>一、总体要求\t1</p><p>\t张三 \t 电话</p><p>二、目标<span style='mso-tab-count:1 dotted'>.. </span>4</p><p>open\tdata</p>`,
      ),
      ['title: 通知', first, '一、总体要求\t1', '张三\t电话', '二、目标\t4', 'open data'],
    ],
    [
      'short lines of the document beside its main part, but not what pages have there',
      page(
        `<div>某省政府网站</div><div><a href="a">首页</a></div><div class="wenhao">某政发〔2023〕5号</div><div>来源：办公厅 字号：大 中 小</div><div><div class="text"><p>${first.repeat(9)}</p><p>${second.repeat(9)}</p></div></div><div>某省人民政府</div><div>2023年5月1日</div>附件：<a href="b.doc">任务清单.doc</a><div>分享到：微信</div><div>版权所有：某省</div><div><a href="c">一号</a><a href="d">二号</a></div><div>技术中心</div>`,
      ),
      [
        'title: 通知',
        '某政发〔2023〕5号',
        ...[first.repeat(9), second.repeat(9), '某省人民政府', '2023年5月1日', '附件：任务清单.doc'],
      ],
    ],
    [
      'attachments stay, a list of other links goes',
      page(
        `<div><p>${first.repeat(3)}</p><p>${second.repeat(3)}</p><ul><li><a href="a.doc">1．申报表</a></li><li><a href="b.XLS">2．汇总表</a></li><li><a href="c.pdf?x=1">3．名单</a></li></ul><ul><li><a href="a.html">一号</a></li><li><a href="b.html">二号</a></li><li><a href="c.html">三号</a></li></ul></div>`,
      ),
      [
        'title: 通知',
        first.repeat(3),
        second.repeat(3),
        'list-item: 1．申报表',
        'list-item: 2．汇总表',
        'list-item: 3．名单',
      ],
    ],
    [
      'a short second section and a single note, as Word writes them',
      page(
        `<div class="WordSection1"><p>${first}<a href="#_ftn1"><span>[1]</span></a></p><p>${second}</p><p>${first}</p><p>${second}</p></div><span><br clear="all"></span><div class="WordSection2"><p>附件：甲省完成88%。</p></div><div><hr><div id="ftn1"><p><a href="#_ftnref1">[1]</a>指占比。</p></div></div>`,
        '',
      ),
      [`${first}[1]`, second, first, second, '附件：甲省完成88%。', '[1]指占比。'],
    ],
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
    expect(notes).toMatchObject([
      {
        rule: 'drop-page-furniture',
        reason: `${second.length} characters beside the page’s main part are left out: '${second}'`,
      },
    ]);
  });

  test('what is struck out is said', () => {
    const { notes } = parseHtml(page(`<h1>通知</h1><p>${first}<s>旧</s>和<del>废</del></p>`), 'a.html');
    expect(notes).toMatchObject([{ rule: 'drop-deleted-text', reason: expect.stringContaining('2 × ') }]);
  });
});
