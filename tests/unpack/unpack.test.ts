import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Rejection } from '../../src/read/index.ts';
import { type InputDocument, type UnpackOptions, unpack } from '../../src/unpack/index.ts';
import { big5, gbk, utf16le } from '../../tools/encoders.ts';
import { pdfFile } from '../parse/pdf-file.ts';
import { docxFile, wordParagraph, zipFile } from './zip-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'guiyi-unpack-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function unpacked(
  name: string,
  content: string | Uint8Array,
  options: UnpackOptions = {},
): Promise<(InputDocument | Rejection)[]> {
  const absolutePath = join(folder, name.replaceAll('/', '_'));
  writeFileSync(absolutePath, content);
  const found: (InputDocument | Rejection)[] = [];
  for await (const document of unpack({ path: name, absolutePath }, options)) found.push(document);
  return found;
}

/** `path: text` of a document, `path: code` of what was rejected. */
const shown = (found: readonly (InputDocument | Rejection)[]) =>
  found.map((one) => ('error' in one ? `${one.path}: ${one.error.code}` : `${one.source.path}: ${one.text}`));

const hans = '各省应当在年底前完成数据共享平台的建设。';
const more = '财政部负责核定经费，覆盖率不低于百分之八十。';

describe('one file, one document', () => {
  const cases: [
    name: string,
    content: string | Uint8Array,
    text: string,
    mediaType: string,
    encoding: string,
  ][] = [
    ['a.txt', `${hans}\n${more}`, `${hans}\n${more}`, 'text/plain', 'utf-8'],
    ['gbk.txt', gbk(hans), hans, 'text/plain', 'gb18030'],
    ['mark.txt', `\ufeff${hans}`, hans, 'text/plain', 'utf-8'],
    [
      'page.txt',
      `<html><body><p>${hans}</p><p>${more}</p></body></html>`,
      `${hans}\n${more}`,
      'text/html',
      'utf-8',
    ],
    ['page.html', gbk(`<!DOCTYPE html><html><p>${hans}</p></html>`), hans, 'text/html', 'gb18030'],
    ['part.htm', `${hans}<br>${more}`, `${hans}\n${more}`, 'text/html', 'utf-8'],
    ['notes.md', `# 标题\n\n${hans}`, `标题\n${hans}`, 'text/markdown', 'utf-8'],
    ['notes.txt', `# 标题\n\n**重点**：${hans}`, `标题\n重点：${hans}`, 'text/markdown', 'utf-8'],
    ['a.pdf', pdfFile([[[72, 700, hans]]]), hans, 'application/pdf', 'binary'],
    ['old.pdf', pdfFile([[[72, 700, hans]]], 'UniGB-UCS2-H'), hans, 'application/pdf', 'binary'],
    [
      'a.docx',
      docxFile(wordParagraph(hans)),
      hans,
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'binary',
    ],
    ['record.json', JSON.stringify({ text: hans, year: 2013 }, null, 2), hans, 'application/json', 'utf-8'],
    // What must stay as it is.
    ['sharp.txt', `# ${hans}\n${more}`, `# ${hans}\n${more}`, 'text/plain', 'utf-8'],
    ['less.txt', `<80% 的省：${hans}`, `<80% 的省：${hans}`, 'text/plain', 'utf-8'],
    ['brace.txt', `{待补}${hans}`, `{待补}${hans}`, 'text/plain', 'utf-8'],
    ['table.txt', '地区\t比例\n甲省\t91%', '地区\t比例\n甲省\t91%', 'text/plain', 'utf-8'],
  ];
  test.each(cases)('%s', async (name, content, text, mediaType, encoding) => {
    const [document, ...others] = await unpacked(name, content);
    expect(others).toEqual([]);
    expect(document).toMatchObject({ text, source: { path: name, mediaType, encoding } });
  });

  test.each<[name: string, content: string | Uint8Array, shown: string[]]>([
    ['letter.txt', 'a', ['letter.txt: a']],
    ['blank.txt', ' \n\u3000\n', ['blank.txt: GY103']],
    ['empty.zip', zipFile([]), ['empty.zip: GY103']],
    ['twice.csv', 'id,text,text\n1,甲,乙', ['twice.csv: GY108']],
  ])('%s', async (name, content, expected) => {
    expect(shown(await unpacked(name, content))).toEqual(expected);
  });

  test('columns with one name keep their cells apart', async () => {
    const [document] = await unpacked('columns.csv', `note,text,note\n甲,${hans},乙`);
    expect(document).toMatchObject({ text: hans, carried: { note: '甲', 'note#2': '乙' } });
  });

  test.each([
    ['lost.txt', `${hans}\ufffd\ufffd`, 'lost-characters'],
    ['double.txt', Buffer.from(hans, 'utf8').toString('latin1'), 'wrong-encoding'],
  ])('damage done before is said: %s', async (name, content, rule) => {
    const [document] = await unpacked(name, content);
    expect(document).toMatchObject({ notes: [{ severity: 'warning', rule }] });
  });

  test('the format can be told', async () => {
    const [document] = await unpacked('raw.md', `# ${hans}`, { inputFormat: 'text' });
    expect(document).toMatchObject({ text: `# ${hans}` });
  });

  test('how the encoding was told is noted, except for UTF-8 that proves itself', async () => {
    const notesOf = async (content: Uint8Array | string) =>
      ((await unpacked('a.txt', content))[0] as InputDocument).notes.map(({ reason }) => reason);
    expect(await notesOf(hans)).toEqual([]);
    expect((await notesOf(gbk(hans)))[0]).toMatch(/^gb18030, 100 % sure/);
    expect((await notesOf(`\ufeff${hans}`))[0]).toMatch(/^utf-8, by its byte order mark/);
  });
});

describe('one file, many documents', () => {
  const cases: [name: string, content: string | Uint8Array, options: UnpackOptions, documents: string[]][] = [
    [
      'a.txt',
      `甲。\n乙。\r\n\r\n丙。\r丁。`,
      { split: 'line' },
      ['a.txt#1: 甲。', 'a.txt#2: 乙。', 'a.txt#3: 丙。', 'a.txt#4: 丁。'],
    ],
    ['a.txt', `甲。\n乙。\n \n\n丙。\n`, { split: 'blank' }, ['a.txt#1: 甲。\n乙。', 'a.txt#2: 丙。']],
    [
      'a.txt',
      `前言。\n第1篇 甲\n乙。\n第2篇 丙\n丁。`,
      { split: 'regex', splitPattern: '^第\\d+篇' },
      ['a.txt#1: 前言。', 'a.txt#2: 第1篇 甲\n乙。', 'a.txt#3: 第2篇 丙\n丁。'],
    ],
    [
      'wide.txt',
      utf16le(`\ufeff${hans}\n${more}\r\n`),
      { split: 'line' },
      [`wide.txt#1: ${hans}`, `wide.txt#2: ${more}`],
    ],
    [
      'b5.txt',
      big5('財政部通知各省\n\n衛生部通知各縣市'),
      { split: 'blank' },
      ['b5.txt#1: 財政部通知各省', 'b5.txt#2: 衛生部通知各縣市'],
    ],
    [
      'a.jsonl',
      `{"id":"x","text":"${hans}"}\n\n{"text":1}\nnot json\n["text"]\n{"text":"${more}","n":2}`,
      {},
      [
        `a.jsonl#1: ${hans}`,
        'a.jsonl#3: GY105',
        'a.jsonl#4: GY105',
        'a.jsonl#5: GY105',
        `a.jsonl#6: ${more}`,
      ],
    ],
    ['broken.jsonl', `no json\n{"text":"${hans}"}`, {}, ['broken.jsonl#1: GY105', `broken.jsonl#2: ${hans}`]],
    [
      'b.txt',
      `{"body":{"zh":"${hans}"}}\n{"body":{}}`,
      { textField: 'body.zh' },
      [`b.txt#1: ${hans}`, 'b.txt#2: GY105'],
    ],
    [
      'gbk.jsonl',
      gbk(`{"text":"${hans}"}\n{"text":"${more}"}`),
      {},
      [`gbk.jsonl#1: ${hans}`, `gbk.jsonl#2: ${more}`],
    ],
    ['a.json', `[{"text":"${hans}"},{"no":1}]`, {}, [`a.json#1: ${hans}`, 'a.json#2: GY105']],
    [
      'a.csv',
      `id,text,year\n1,"${hans}",2013\n2,"第一行\n第""二""行",2014\n3,少一格\n`,
      {},
      [`a.csv#1: ${hans}`, 'a.csv#2: 第一行\n第"二"行', 'a.csv#3: GY105'],
    ],
    ['t.txt', `编号\t正文\n1\t${hans}`, { textField: '正文' }, [`t.txt#1: ${hans}`]],
    ['none.csv', '编号,内容\n1,甲', {}, ['none.csv: GY108']],
  ];
  test.each(cases)('%s %#', async (name, content, options, documents) => {
    expect(shown(await unpacked(name, content, options))).toEqual(documents);
  });

  test('carried fields, positions and own bytes', async () => {
    const line = `{"id":"x","text":"${hans}","year":2013}`;
    const [, document] = await unpacked('a.jsonl', `{"text":"${more}"}\n${line}\n`);
    expect(document).toMatchObject({
      carried: { id: 'x', year: 2013 },
      layout: { positions: { unit: 'line', numbers: [2], field: 'text' } },
      source: { bytes: Buffer.byteLength(line) },
    });
    const [row] = await unpacked('a.csv', `id,text\n7,${hans}\n`);
    expect(row).toMatchObject({ carried: { id: '7' }, layout: { positions: { unit: 'row', numbers: [1] } } });
    const [, piece] = await unpacked('a.txt', `甲。\n\n${hans}\n`, { split: 'blank' });
    expect(piece).toMatchObject({ layout: { positions: { unit: 'line', numbers: [3] } } });
  });

  test('a piece over the limit is rejected, and the rest goes on', async () => {
    const long = '长'.repeat(200_000);
    const options = { maxBytes: 100_000 };
    expect(shown(await unpacked('l.txt', `甲。\n${long}\n乙。`, { ...options, split: 'line' }))).toEqual([
      'l.txt#1: 甲。',
      'l.txt#2: GY107',
      'l.txt#3: 乙。',
    ]);
    expect(
      shown(await unpacked('l.jsonl', `{"text":"甲"}\n{"text":"${long}"}\n{"text":"乙"}`, options)),
    ).toEqual(['l.jsonl#1: 甲', 'l.jsonl#2: GY107', 'l.jsonl#3: 乙']);
    expect(shown(await unpacked('l.csv', `id,text\n1,甲\n2,"${long}"\n3,乙`, options))).toEqual([
      'l.csv#1: 甲',
      'l.csv#2: GY107',
      'l.csv#3: 乙',
    ]);
    expect(shown(await unpacked('l.txt', long, options))).toEqual(['l.txt: GY107']);
  });

  test('a line in another encoding is rejected by name, with its byte', async () => {
    const first = `{"text":"${hans}"}\n`;
    const found = await unpacked(
      'm.jsonl',
      Buffer.concat([Buffer.from(first), gbk(`{"text":"${more}"}`), Buffer.from(`\n${first}`)]),
    );
    expect(shown(found)).toEqual([`m.jsonl#1: ${hans}`, 'm.jsonl#2: GY204', `m.jsonl#3: ${hans}`]);
    expect('error' in found[1] && found[1].error.place).toMatchObject({
      line: 2,
      byte: Buffer.byteLength(`${first}{"text":"`),
    });
  });
});

describe('archives', () => {
  test('their files, by name, hidden ones left out, each by its content', async () => {
    const archive = zipFile([
      { name: 'b/二.txt', content: more },
      { name: 'a.txt', content: gbk(hans) },
      { name: gbk('中文名.txt'), content: hans },
      { name: '__MACOSX/a.txt', content: hans },
      { name: '.hidden', content: hans },
      { name: 'page.html', content: `<html><p>${hans}</p></html>` },
      { name: 'inner.zip', content: zipFile([{ name: 'c.jsonl', content: `{"text":"${more}"}` }]) },
      { name: 'folder/', content: '' },
    ]);
    expect(shown(await unpacked('in/x.zip', archive))).toEqual([
      `in/x.zip/a.txt: ${hans}`,
      `in/x.zip/b/二.txt: ${more}`,
      `in/x.zip/inner.zip/c.jsonl#1: ${more}`,
      `in/x.zip/page.html: ${hans}`,
      `in/x.zip/中文名.txt: ${hans}`,
    ]);
  });

  test('hostile ones have a code each, and the rest goes on', async () => {
    const zeros = Buffer.alloc(5_000_000);
    const archive = zipFile([
      { name: '../../etc/x.txt', content: hans },
      { name: '/etc/x.txt', content: hans },
      { name: 'bomb.txt', content: zeros },
      { name: 'locked.txt', content: hans, encrypted: true },
      { name: 'z.txt', content: hans },
    ]);
    expect(shown(await unpacked('x.zip', archive, { maxBytes: 1_000_000 }))).toEqual([
      'x.zip/../../etc/x.txt: GY111',
      'x.zip//etc/x.txt: GY111',
      'x.zip/bomb.txt: GY110',
      'x.zip/locked.txt: GY113',
      `x.zip/z.txt: ${hans}`,
    ]);
  });

  test.each([
    ['a workbook', zipFile([{ name: 'xl/workbook.xml', content: '<x/>' }]), 'GY104'],
    ['an archive cut off', zipFile([{ name: 'a.txt', content: hans }]).subarray(0, 60), 'GY112'],
    ['a size that lies', zipFile([{ name: 'a.txt', content: hans, claimedSize: 5 }]), 'GY112'],
    [
      'archives in archives',
      [1, 2, 3, 4, 5].reduce((inner: Buffer) => zipFile([{ name: 'x.zip', content: inner }]), zipFile([])),
      'GY109',
    ],
    ['a PDF without text', pdfFile([[]]), 'GY114'],
    ['a PDF cut off', pdfFile([[[72, 700, hans]]]).subarray(0, 700), 'GY112'],
    ['a page nested too deeply', `<html>${'<div>'.repeat(100_000)}`, 'GY109'],
    ['JSON nested too deeply', `{"text":"甲","a":${'['.repeat(5000)}${']'.repeat(5000)}}`, 'GY109'],
    ['an empty page', '<html><body><script>1</script></body></html>', 'GY103'],
    ['a Word document without text', docxFile(''), 'GY103'],
    [
      'a Word document that is none',
      zipFile([{ name: 'word/document.xml', content: '<w:document>' }]),
      'GY112',
    ],
    [
      'a Word document nested too deeply',
      docxFile('<w:tbl><w:tr><w:tc>'.repeat(20_000) + '</w:tc></w:tr></w:tbl>'.repeat(20_000)),
      'GY109',
    ],
    ['an image', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'GY104'],
    ['nothing', '', 'GY103'],
  ])('%s', async (_, content, code) => {
    const found = await unpacked('x', content);
    expect(found.map((one) => ('error' in one ? one.error.code : one.text))).toEqual([code]);
  });

  test('a line of UTF-8 among lines of GB18030 is no silent mojibake', async () => {
    const lines = [
      gbk(`${more}\n`),
      gbk(`${hans}\n`),
      Buffer.from(`${hans}\n`),
      gbk(`${more}\n`),
      gbk(`${hans}\n`),
    ];
    expect(shown(await unpacked('m.txt', Buffer.concat(lines), { split: 'line' }))).toContain(
      'm.txt#3: GY204',
    );
  });

  test('a pattern that is none is an error of the call', async () => {
    await expect(unpacked('a.txt', hans, { split: 'regex', splitPattern: '(' })).rejects.toMatchObject({
      code: 'GY302',
    });
  });
});
