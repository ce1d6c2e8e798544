import { createWriteStream, writeFileSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { deflateSync } from 'node:zlib';
import type { ErrorCode } from '../../src/errors/index.ts';
import type { UnpackOptions } from '../../src/unpack/index.ts';
import { assembled, pdfFile } from '../../tests/parse/pdf-file.ts';
import { docxFile, wordParagraph, zipFile } from '../../tests/unpack/zip-file.ts';

/** A file that means harm, and what must come of it. */
export interface HostileFile {
  readonly name: string;
  /** Writes it to a path. */
  readonly write: (path: string) => void | Promise<void>;
  /** The code of its first rejection; none where it is only large and must be read. */
  readonly code?: ErrorCode;
  readonly options?: UnpackOptions;
}

const file = (name: string, content: () => string | Uint8Array, code?: ErrorCode): HostileFile => ({
  name,
  write: (path) => writeFileSync(path, content()),
  ...(code === undefined ? {} : { code }),
});

/** A PDF of one page whose content goes through filters. */
function filteredPdf(content: Buffer, filters: string): Buffer {
  const head = assembled([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>',
  ]);
  const open = `\n4 0 obj\n<< /Length ${content.length} /Filter ${filters} >>\nstream\n`;
  return Buffer.concat([head, Buffer.from(open), content, Buffer.from('\nendstream\nendobj\n')]);
}

/** Forms within each other, each twice in the one around it: the innermost comes two to the power of so many times. */
function formsInForms(depth: number, innermost: string, text = ''): Uint8Array {
  const form = (content: string, inner: string) =>
    `<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F 5 0 R >> ${inner} >> /Length ${content.length} >>\nstream\n${content}\nendstream`;
  return assembled([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /X 6 0 R >> /Font << /F 5 0 R >> >> >>',
    `<< /Length ${text.length + 6} >>\nstream\n${text} /X Do\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...Array.from({ length: depth }, (_, i) => form('/X Do /X Do', `/XObject << /X ${7 + i} 0 R >>`)),
    form(innermost, ''),
  ]);
}

const spaces = () => deflateSync(Buffer.alloc(400_000_000, ' '));
const cells = (depth: number) => '<w:tbl><w:tr><w:tc>'.repeat(depth) + '</w:tc></w:tr></w:tbl>'.repeat(depth);

/** Writes a line of so many mebibytes between two short ones. */
async function writeLongLine(path: string, mebibytes: number): Promise<void> {
  const stream = createWriteStream(path);
  stream.write('甲。\n');
  const stretch = Buffer.from('a'.repeat(1 << 20));
  for (let i = 0; i < mebibytes; i++) {
    if (!stream.write(stretch)) await new Promise<void>((resolve) => stream.once('drain', () => resolve()));
  }
  stream.end('\n乙。\n');
  await finished(stream);
}

/** One of every kind that inputs are known to be attacked with. */
export const hostileFiles: readonly HostileFile[] = [
  file('zip-bomb.zip', () => zipFile([{ name: 'a.txt', content: Buffer.alloc(400_000_000) }]), 'GY110'),
  file('zip-slip.zip', () => zipFile([{ name: '../../etc/a.txt', content: '甲' }]), 'GY111'),
  file(
    'zips-in-zips.zip',
    () =>
      Array.from({ length: 9 }).reduce(
        (inner: Buffer) => zipFile([{ name: 'x.zip', content: inner }]),
        zipFile([]),
      ),
    'GY109',
  ),
  {
    name: 'gigabyte-line.txt',
    write: (path) => writeLongLine(path, 1024),
    code: 'GY107',
    options: { split: 'line' },
  },
  {
    name: 'gigabyte-line.jsonl',
    write: (path) => writeLongLine(path, 1024),
    code: 'GY105',
    options: { inputFormat: 'jsonl' },
  },
  file('deep.html', () => `<html>${'<div>'.repeat(2_000_000)}`, 'GY109'),
  file('many-elements.html', () => `<html>${'<p>甲</p>'.repeat(400_000)}`, 'GY107'),
  file('open-formatting.html', () => `<html>${'<p><b>甲'.repeat(390)}${'<p>甲乙丙'.repeat(50_000)}`),
  file('deep-quotes.md', () => `# 甲\n\n${'>'.repeat(100_000)} 甲`, 'GY109'),
  file(
    'deep-lists.md',
    () => `# 甲\n\n${Array.from({ length: 700 }, (_, i) => `${' '.repeat(i * 2)}- 甲`).join('\n')}`,
    'GY109',
  ),
  file('brackets.md', () => `# 甲\n\n${'['.repeat(50_000)}`),
  file('large.md', () => `# 甲\n\n${'正文**加粗**和文字。\n\n'.repeat(100_000)}`),
  file('bomb.docx', () => docxFile(wordParagraph('甲'.repeat(30_000_000))), 'GY110'),
  file('deep.docx', () => docxFile(cells(20_000)), 'GY109'),
  file(
    'entities.docx',
    () =>
      zipFile([
        { name: '[Content_Types].xml', content: '<Types/>' },
        {
          name: 'word/document.xml',
          content: '<!DOCTYPE l [<!ENTITY a "lol"><!ENTITY b "&a;&a;">]><w:document>&b;</w:document>',
        },
      ]),
    'GY112',
  ),
  file('bomb.pdf', () => filteredPdf(spaces(), '/FlateDecode'), 'GY110'),
  file('bomb-in-bomb.pdf', () => filteredPdf(deflateSync(spaces()), '[/FlateDecode /FlateDecode]'), 'GY110'),
  file(
    'loop.pdf',
    () =>
      assembled([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1000000 >>',
      ]),
    'GY112',
  ),
  file('forms-in-forms.pdf', () => formsInForms(30, 'BT /F 12 Tf 72 700 Td (a) Tj ET'), 'GY110'),
  file(
    'drawings.pdf',
    () =>
      formsInForms(
        30,
        `${'0 0 m 10 10 l S '.repeat(1_000)}`,
        'BT /F 12 Tf 72 700 Td (a) Tj 200 0 Td (b) Tj 0 -20 Td (d) Tj -200 0 Td (c) Tj ET',
      ),
    'GY110',
  ),
  file('scan.pdf', () => pdfFile([[]]), 'GY114'),
  file('deep.jsonl', () => `{"text":"甲","a":${'['.repeat(3_000_000)}${']'.repeat(3_000_000)}}`, 'GY109'),
  file('open-quote.csv', () => `text,b\n"${'甲,乙\n'.repeat(1_000_000)}`, 'GY105'),
  file('nul.txt', () => `甲乙丙\0${'丁'.repeat(100)}`, 'GY104'),
];
