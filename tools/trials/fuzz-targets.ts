import { readFileSync, writeFileSync } from 'node:fs';
import type { Config } from '../../src/config/index.ts';
import { type Decoded, type DecodeOptions, decode } from '../../src/decode/index.ts';
import { GuiyiError } from '../../src/errors/index.ts';
import { normalize } from '../../src/index.ts';
import { type InputDocument, type PackedFile, unpackMany } from '../../src/unpack/index.ts';
import { EarlierRecords } from '../../src/write/earlier-records.ts';
import { readRecords, toLine } from '../../src/write/index.ts';
import { gridLines, type PdfLine, type PdfText, pdfFile } from '../../tests/parse/pdf-file.ts';
import { docxFile, wordParagraph, zipFile } from '../../tests/unpack/zip-file.ts';

/** What outside bytes go through, and sound bytes of that kind to begin with. */
export interface FuzzTarget {
  readonly seeds: () => readonly Uint8Array[];
  /** Takes any bytes; only a {@link GuiyiError} may come out of it. */
  readonly run: (bytes: Uint8Array, scratch: string) => unknown;
}

const text = '國務院關於印發規劃的通知\n各省、自治區：增長12.5%，《規劃》。𠮷😀 ABC';
const hans = '国务院关于印发规划的通知，全省完成投资120亿元。';
const bytesOf = (...texts: string[]) => texts.map((one) => Buffer.from(one));
const utf16 = (one: string) => Buffer.from(`\ufeff${one}`, 'utf16le');
/** 国务院关于印发规划的通知，各省、自治区。 in GB18030, and 國務院關於印發規劃的通知 in Big5. */
const gb18030 = Buffer.from(
  'b9facef1d4bab9d8d3dad3a1b7a2b9e6bbaeb5c4cda8d6aaa3acb8f7caa1a1a2d7d4d6cec7f8a1a3',
  'hex',
);
const big5 = Buffer.from('b0eab0c8b0e9c3f6a9f3a6b1b56fb357b9baaabab371aabe', 'hex');

const decoder = (options: DecodeOptions, seeds: readonly Uint8Array[]): FuzzTarget => ({
  seeds: () => seeds,
  run: (bytes) => holdDecoded(decode(bytes, options), bytes),
});

/** UTF-8 that was decoded is the bytes that were read. */
function holdDecoded({ text, encoding, bom }: Decoded, bytes: Uint8Array): void {
  if (encoding === 'utf-8' && !Buffer.from(text, 'utf8').equals(bytes.subarray(bom))) {
    throw new Error('the text is not what the bytes say');
  }
}

const format = (inputFormat: Config['inputFormat'], seeds: () => readonly Uint8Array[]): FuzzTarget => ({
  seeds,
  run: (bytes) => unpackAll({ path: 'x', bytes, depth: 0, budget: { entry: 1e7, left: 1e8 } }, inputFormat),
});

async function unpackAll(file: PackedFile, inputFormat: Config['inputFormat']): Promise<void> {
  for await (const found of unpackMany(file, { inputFormat, maxBytes: 1e7 })) {
    if ('bytes' in found) await unpackAll(found, 'auto');
    else if (!('error' in found)) holdDocument(found);
  }
}

/** Places in a document ascend, and lie in its text. */
function holdDocument({ text, layout }: InputDocument): void {
  const starts = layout?.positions?.starts ?? [];
  if (starts.some((start, i) => start > text.length || (i > 0 && start < starts[i - 1]))) {
    throw new Error('positions are not in order');
  }
}

const lines = () => {
  const records = [text, hans, ''].map((one, i) => toLine(normalize(one, { id: `${i}` })));
  return [Buffer.concat(records.flatMap((line) => [line, Buffer.from('\n')]))];
};

/** Two columns with a note at the foot, a table with a gap, a turned page. */
const pdfPages: readonly (readonly PdfText[])[] = [
  [
    ...[0, 1, 2, 3].flatMap((i): PdfText[] => [
      [60, 700 - i * 20, hans.slice(0, 16)],
      [320, 700 - i * 20, hans.slice(4, 20)],
    ]),
    [156, 706, '1', 7],
    [60, 100, '1 见附件。', 9],
    [290, 40, '— 1 —'],
  ],
  [
    [60, 700, '地区'],
    [200, 700, '2012年'],
    [340, 700, '2013年'],
    [60, 680, '河北省'],
    [340, 680, '12.5%'],
  ],
  [
    [500, 72, hans, 12, 90],
    [480, 72, '第二行。', 12, 90],
  ],
];

/** Lines for the page that has a table. */
const pdfLines: readonly (readonly PdfLine[])[] = [[], gridLines([55, 195, 335, 475], [715, 694, 674])];

/** Pages of short pieces and lines that lie anywhere: four bytes place each, and choose its words and size. */
function scattered(bytes: Uint8Array): Uint8Array {
  const pages: PdfText[][] = [[]];
  const lines: PdfLine[][] = [[]];
  for (let at = 0; at + 4 <= bytes.length && at < 4_000; at += 4) {
    const [x, y, words, looks] = bytes.subarray(at, at + 4);
    if (looks % 4 === 1) {
      // On a few places only, so that some of them meet.
      const [from, to] = [x - (x % 25), y - (y % 25)].map((place) => place * 2);
      const end = (words - (words % 25)) * 2;
      lines[lines.length - 1].push(looks % 8 === 1 ? [from, to, end, to] : [from, to, from, end]);
      continue;
    }
    const turn = looks < 16 ? (looks % 4) * 90 : 0;
    pages[pages.length - 1].push([
      x * 2,
      y * 3,
      text.slice(words % 40, (words % 40) + (words >> 4)),
      6 + (looks % 5) * 3,
      turn,
    ]);
    if (looks > 250) {
      pages.push([]);
      lines.push([]);
    }
  }
  return pdfFile(pages, 'to-unicode', lines);
}

export const fuzzTargets: Readonly<Record<string, FuzzTarget>> = {
  'decode auto': decoder({}, [...bytesOf(text, hans.repeat(20)), gb18030, big5, utf16(text)]),
  'decode utf-8': decoder({ encoding: 'utf-8' }, bytesOf(text, hans)),
  'decode gb18030': decoder({ encoding: 'gb18030' }, [gb18030]),
  'decode big5': decoder({ encoding: 'big5' }, [big5]),
  'decode utf-16': decoder({ encoding: 'utf-16le' }, [utf16(text)]),
  text: format('text', () => bytesOf(text, hans)),
  html: format('html', () =>
    bytesOf(
      `<!doctype html><html><head><meta charset="utf-8"><title>通知</title></head><body><nav>首页</nav><article><h1>通知</h1><p>${hans}<br>第二行</p><table><tr><th>省</th><td rowspan=2>12%</td></tr></table><ul><li>一<li>二</ul><pre> a\n b</pre><!-- c --></article></body></html>`,
      `<p>${hans}<script>x</script><b>${text}`,
    ),
  ),
  markdown: format('markdown', () =>
    bytesOf(
      `---\ntitle: 通知\n---\n# 標題\n\n${hans}**加粗**[連結](http://x.cn)\n\n> 引用\n\n- 一\n  1. 二\n\n| 省 | 值 |\n| --- | ---: |\n| 甲 | 12% |\n\n\`\`\`js\nx\n\`\`\`\n[^1]: 註\n`,
    ),
  ),
  json: format('json', () =>
    bytesOf(JSON.stringify([{ text, id: 1, more: { a: [1, null] } }, { text: hans }])),
  ),
  jsonl: format('jsonl', () =>
    bytesOf(`${JSON.stringify({ text, id: 'x' })}\n\n${JSON.stringify({ text: hans })}\r\n`),
  ),
  csv: format('csv', () =>
    bytesOf(
      `text,年份\n"${text.replaceAll('\n', '\r\n')}",2013\n${hans},"a ""b"""\n`,
      `text\tb\n${hans}\t1\n`,
    ),
  ),
  zip: format('zip', () => [
    zipFile([
      { name: 'a/b.txt', content: hans },
      { name: '規劃.html', content: `<p>${hans}` },
      { name: 'c.zip', content: zipFile([{ name: 'd.jsonl', content: JSON.stringify({ text }) }]) },
    ]),
  ]),
  docx: format('docx', () => [docxFile(wordParagraph(text) + wordParagraph(hans))]),
  pdf: format('pdf', () => [
    pdfFile([
      [
        [72, 700, hans],
        [72, 680, '第二行。'],
      ],
      [[72, 700, 'ABC']],
    ]),
    pdfFile(pdfPages, 'UniGB-UCS2-H', pdfLines),
  ]),
  'pdf layout': {
    seeds: () => [Buffer.from(Array.from({ length: 240 }, (_, i) => (i * 37) % 251))],
    run: (bytes, scratch) => fuzzTargets.pdf.run(scattered(bytes), scratch),
  },
  records: {
    seeds: lines,
    run: (bytes, scratch) => {
      const path = `${scratch}/00001.jsonl`;
      writeFileSync(path, bytes);
      const earlier = EarlierRecords.read('/nowhere', scratch, '/nowhere');
      for (const { size } of earlier.staged.values()) {
        if (size > bytes.length || size !== readFileSync(path).length) throw new Error('a torn end stands');
      }
      for (const { record } of readRecords([path]))
        if (typeof record.id !== 'string') throw new Error('no id');
    },
  },
};

/** True for what may come of broken bytes. */
export const isExpected = (error: unknown): boolean => error instanceof GuiyiError;
