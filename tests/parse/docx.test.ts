import { describe, expect, test } from 'vitest';
import { parseDocx } from '../../src/parse/docx/index.ts';
import { docxFile, wordParagraph } from '../unpack/zip-file.ts';
import { first, linesOf, numbersOf } from './format-lines.ts';

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

  test('numbers that Word makes itself, in the formats that are known', async () => {
    const level = (at: number, format: string, text: string, more = '') =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
    const levels = [
      level(0, 'chineseCountingThousand', '%1、', '<w:pStyle w:val="heading1"/>'),
      level(1, 'chineseCounting', '（%2）'),
      level(2, 'decimal', '%3.'),
      level(3, 'decimal', '%1.%3.%4', '<w:isLgl/><w:suff w:val="nothing"/>'),
    ];
    const articles = level(0, 'japaneseCounting', '第%1条');
    const bullets = level(0, 'bullet', '•');
    const num = (id: number, of: number, more = '') =>
      `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`;
    const list = (id: number, inner: string) =>
      `<w:abstractNum w:abstractNumId="${id}">${inner}</w:abstractNum>`;
    const again = '<w:lvlOverride w:ilvl="2"><w:startOverride w:val="5"/></w:lvlOverride>';
    const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const numbering = `<w:numbering ${namespace}>${list(1, levels.join(''))}${list(2, articles)}${list(3, bullets)}${num(1, 1)}${num(2, 2)}${num(3, 3)}${num(4, 1, again)}</w:numbering>`;
    const styles = `<w:styles ${namespace}><w:style w:type="paragraph" w:styleId="heading1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="own"><w:name w:val="own"/><w:basedOn w:val="heading1"/></w:style></w:styles>`;
    const item = (text: string, id: number, at: number, more = '') =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>${more}</w:pPr>${text === '' ? '' : run(text)}</w:p>`;
    const was = '<w:pPrChange w:id="1"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:pPrChange>';
    const body = [
      wordParagraph('总则', 'heading1'),
      item('机制', 1, 1),
      item('考核', 1, 1, was),
      item('甲', 1, 2),
      item('乙', 1, 3),
      item('丙', 4, 2),
      wordParagraph('附则', 'own'),
      item('丁', 1, 1),
      item('', 1, 1),
      item('戊', 1, 1),
      item('不编号', 0, 0),
      ...Array.from({ length: 11 }, (_, i) => item(`条${i}`, 2, 0)),
      item('己', 3, 0),
      `<w:tbl><w:tr><w:tc>${item('格', 1, 0)}</w:tc></w:tr></w:tbl>`,
    ].join('');
    const parts = [
      { name: 'word/numbering.xml', content: numbering },
      { name: 'word/styles.xml', content: styles },
    ];
    const { text, notes } = await parseDocx(docxFile(body, parts), 'a.docx');
    const found = text.split('\n');
    expect(found.slice(0, 10)).toEqual([
      '一、总则',
      '（一）机制',
      '（二）考核',
      '1. 甲',
      '1.1.1乙',
      '5. 丙',
      '二、附则',
      '（一）丁',
      '（三）戊',
      '不编号',
    ]);
    expect(found.slice(-3)).toEqual(['第十一条　条10', '己', '三、格']);
    expect(notes).toEqual([]);
  });

  const run = (text: string, properties = '') => `<w:r>${properties}<w:t>${text}</w:t></w:r>`;
  const formula = (inner: string) =>
    `<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">${inner}</m:oMath>`;
  const f = (text: string) => `<m:r><w:rPr/><m:t>${text}</m:t></m:r>`;
  const box = `<w:txbxContent>${wordParagraph('框中文字')}</w:txbxContent>`;
  const compatible = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
  const passedOver: [name: string, body: string, lines: string[], rules?: string[]][] = [
    [
      'characters with readings',
      `<w:p><w:r><w:ruby><w:rubyPr><w:hps w:val="9"/></w:rubyPr><w:rt>${run('yín')}</w:rt><w:rubyBase>${run('鄞')}</w:rubyBase></w:ruby></w:r>${run('州区')}</w:p>`,
      ['鄞州区'],
      ['drop-ruby-text'],
    ],
    [
      'simple fields',
      `<w:p>${run('表')}<w:fldSimple w:instr=" SEQ 表 "><w:fldData>QUJD</w:fldData>${run('7')}</w:fldSimple>${run('　进展')}</w:p>`,
      ['表7　进展'],
    ],
    [
      'formulas',
      `<w:p>${run('增长率')}${formula(`${f('r=12.5%,')}<m:sSup><m:e>${f('x')}</m:e><m:sup>${f('-2')}</m:sup></m:sSup>${f('=')}<m:f><m:num>${f('a+b')}</m:num><m:den>${f('c')}</m:den></m:f><m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr><m:e>${f('y')}</m:e></m:d><m:d><m:e>${f('z')}</m:e></m:d><m:rad><m:e>${f('2')}</m:e></m:rad>`)}${run('。')}</w:p>`,
      ['增长率r=12.5%,x⁻²=(a+b)/c[y](z)√2。'],
    ],
    [
      'line ends and tabs of other kinds',
      `<w:p>${run('甲')}<w:r><w:cr/></w:r>${run('乙')}<w:r><w:ptab w:alignment="right"/></w:r>${run('丙')}<w:r><w:tab/></w:r>${run('丁')}</w:p>`,
      ['甲', '乙\t丙\t丁'],
    ],
    [
      'raised by a style, and struck out',
      `<w:p>${run('5km')}${run('2', '<w:rPr><w:rStyle w:val="Raised"/></w:rPr>')}${run('旧', '<w:rPr><w:strike/></w:rPr>')}${run('旧', '<w:rPr><w:dstrike/></w:rPr>')}${run('新')}</w:p>`,
      ['5km²新'],
      ['drop-deleted-text'],
    ],
    [
      'text of a direction, and another prefix',
      `<x:p xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><x:bdo x:val="ltr"><x:r><x:t>甲</x:t><x:cr/><x:t>乙</x:t></x:r></x:bdo></x:p>`,
      ['甲', '乙'],
    ],
    [
      'text boxes, with and without another form for old readers',
      `<w:p>${run('前')}<w:r><w:drawing><wp:anchor xmlns:wp="urn:wp"><a/>${box}<b>x</b></wp:anchor></w:drawing></w:r>${run('后')}</w:p><w:p><w:r><mc:AlternateContent ${compatible}><mc:Choice Requires="wps"><w:drawing>${box}</w:drawing></mc:Choice></mc:AlternateContent></w:r></w:p><w:p><w:r><mc:AlternateContent ${compatible}><mc:Choice><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box.replace('框', '旧框')}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
      ['前后', '框中文字', '框中文字', '旧框中文字'],
    ],
    [
      'ornamental writing',
      `<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textpath string="公告"/></v:shape></w:pict></w:r></w:p>`,
      ['公告'],
    ],
    [
      'what shows text that is in no paragraph is said',
      `<w:p>${run('甲')}<w:r><w:drawing><pic:pic xmlns:pic="urn:pic"/></w:drawing></w:r></w:p><w:altChunk w:id="x"/>`,
      ['甲'],
      ['drop-pictures'],
    ],
    [
      'what else has text is said',
      `<w:p>${run('甲')}<w:other>${run('乙')}</w:other><w:other/><w:permStart/><w:r><w:sym w:font="某体" w:char="F0FF"/></w:r></w:p>`,
      ['甲'],
      ['drop-unknown-element', 'drop-unknown-element'],
    ],
  ];
  const styles = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="A"><w:name w:val="a"/></w:style><w:style w:type="character" w:styleId="Raised"><w:name w:val="上标"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style></w:styles>`;
  test.each(passedOver)('%s', async (_, body, lines, rules = []) => {
    const document = await parseDocx(
      docxFile(body, [{ name: 'word/styles.xml', content: styles }]),
      'a.docx',
    );
    expect(document.text.split('\n')).toEqual(lines);
    expect(document.notes.map(({ rule }) => rule)).toEqual(rules);
  });

  test('a formula nested without end is refused', async () => {
    const body = `<w:p>${formula('<m:e>'.repeat(5000) + '</m:e>'.repeat(5000))}</w:p>`;
    await expect(parseDocx(docxFile(body), 'a.docx')).rejects.toMatchObject({ code: 'GY109' });
  });
});
