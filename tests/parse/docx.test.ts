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
});
