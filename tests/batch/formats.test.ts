import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runBatch } from '../../src/batch/index.ts';
import { defaultConfig } from '../../src/config/index.ts';
import { recordSchema } from '../../src/record/schema.ts';
import { pdfFile } from '../parse/pdf-file.ts';
import { docxFile, wordParagraph, zipFile } from '../unpack/zip-file.ts';
import { contentOf, fresh, inputsOf } from './output-folder.ts';

const hant = '國務院關於印發規劃的通知。';
const hans = '全省完成投資120億元，增長12.5%。';

const sources = {
  'a.jsonl': `{"id":"x","text":"${hant}","year":2013}\n{"text":1}\n{"text":"${hans}"}\n`,
  'b.csv': `text,年份\n"${hant}",2013\n`,
  'c.zip': zipFile([
    { name: 'd.html', content: `<html><p>${hans}</p></html>` },
    { name: '../e.txt', content: hans },
  ]),
  'f.docx': docxFile(wordParagraph(hant)),
  'g.pdf': pdfFile([[[72, 700, hans]]]),
  'h.pdf': pdfFile([[]]),
  'i.md': `# 標題\n\n${hans}`,
  'broken.zip': 'PK\x03\x04 and nothing more',
};

const run = (input: string, out: string, config = {}) =>
  runBatch({ paths: [input], out, config: { ...defaultConfig, ...config } });

const linesOf = (path: string) =>
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('a run over files of all formats', () => {
  test('makes a record of each document, and rejects the others by name', async () => {
    const out = join(fresh(), 'out');
    await run(inputsOf(sources), out);
    const records = linesOf(join(out, 'records/00001.jsonl'));
    expect(records.map(({ source }) => source.path)).toEqual([
      'input/a.jsonl#1',
      'input/a.jsonl#3',
      'input/b.csv#1',
      'input/c.zip/d.html',
      'input/f.docx',
      'input/g.pdf',
      'input/i.md',
    ]);
    for (const record of records) expect(recordSchema.safeParse(record).error).toBeUndefined();
    expect(records[0]).toMatchObject({
      carried: { id: 'x', year: 2013 },
      text: '国务院关于印发规划的通知。',
    });
    expect(records[5].source.positions).toEqual({ unit: 'page', starts: [0], numbers: [1] });
    expect(records[6].blocks[0]).toMatchObject({ kind: 'title' });
    const rejects = linesOf(join(out, 'rejects.jsonl')).map(({ path, code }) => [path, code]);
    expect(Object.fromEntries(rejects)).toEqual({
      'input/a.jsonl#2': 'GY105',
      'input/broken.zip': 'GY112',
      'input/c.zip/../e.txt': 'GY111',
      'input/h.pdf': 'GY114',
    });
  });

  test('changes nothing the second time', async () => {
    const input = inputsOf(sources);
    const out = join(fresh(), 'out');
    await run(input, out);
    const before = contentOf(out);
    expect(await run(input, out)).toMatchObject({ normalized: 0, reused: 7 });
    expect(contentOf(out)).toEqual(before);
  });

  test('splits where it is told to, and stops at a pattern that is none', async () => {
    const input = inputsOf({ 'a.txt': `${hant}\n\n${hans}` });
    const out = join(fresh(), 'out');
    expect(await run(input, out, { split: 'blank' })).toMatchObject({ normalized: 2 });
    await expect(run(input, out, { split: 'regex', splitPattern: '(' })).rejects.toMatchObject({
      code: 'GY302',
    });
  });
});
