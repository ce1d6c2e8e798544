import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runBatch } from '../../src/batch/index.ts';
import { defaultConfig } from '../../src/config/index.ts';
import { exportFormats, exportRecords } from '../../src/write/exports/index.ts';
import { readRecords } from '../../src/write/index.ts';
import { pdfFile } from '../parse/pdf-file.ts';
import { docxFile, wordParagraph, zipFile } from '../unpack/zip-file.ts';
import { contentOf, fresh, inputsOf } from './output-folder.ts';

const hant = '國務院關於印發規劃的通知。';
const hans = '全省完成投資120億元，增長12.5%。';
const jsonLines = (...texts: unknown[]) => texts.map((text) => `${JSON.stringify({ text })}\n`).join('');

/** Single documents, files of many, archives in archives, and broken ones of each kind, in one folder. */
const sources: Record<string, string | Uint8Array> = {
  ...Object.fromEntries(
    Array.from({ length: 12 }, (_, i) => [`${i}.txt`, i === 5 ? '' : `第${i}號文件。\n${hans.repeat(i)}`]),
  ),
  'a.jsonl': jsonLines(hant, 1, hans, ...Array.from({ length: 20 }, (_, i) => `${i}、${hant}`)),
  // Has the name of a document of the file before it.
  'a.jsonl#2': hans,
  'a.jsonl#3': hans,
  'b.csv': `text,年份\n"${hant}",2013\n"${hans}",2014\n`,
  'c.zip': zipFile([
    { name: 'd.html', content: `<html><p>${hans}</p></html>` },
    { name: '../e.txt', content: hans },
    { name: 'f.jsonl', content: jsonLines(hant, hans) },
    { name: 'g.zip', content: zipFile([{ name: 'h.txt', content: hant }]) },
    { name: 'i.docx', content: docxFile(wordParagraph(hant)) },
    { name: 'j.txt', content: '' },
  ]),
  'f.docx': docxFile(wordParagraph(hant)),
  'g.pdf': pdfFile([[[72, 700, hans]]]),
  'h.pdf': pdfFile([[]]),
  'k.json': JSON.stringify([{ text: hant }, { text: hans }]),
  'm.md': `# 標題\n\n${hans}`,
  'broken.zip': 'PK\x03\x04 and nothing more',
};

/** A run's files, and those of all exports of its records. */
async function resultOf(paths: readonly string[], workers: number): Promise<Record<string, string>> {
  const out = join(fresh(), 'out');
  await runBatch({ paths, out, config: { ...defaultConfig, workers } });
  for (const [name, format] of Object.entries(exportFormats)) {
    const folder = join(out, 'exports', name);
    mkdirSync(folder, { recursive: true });
    exportRecords(
      [...readRecords([out])].map(({ record }) => record),
      format,
      folder,
    );
  }
  return contentOf(out);
}

describe('records, texts, database, rejects, manifest and exports', () => {
  test('are the same bytes with 1, 2 and 8 threads, whatever the order of the call', async () => {
    const input = inputsOf(sources);
    const paths = Object.keys(sources).map((name) => join(input, name));
    const expected = await resultOf(paths, 1);
    expect(Object.keys(expected)).toContain('/records/00001.jsonl');
    // An order that is neither that of the names nor its reverse.
    const shuffled = paths
      .map((path, i) => [(i * 7) % paths.length, path] as const)
      .sort(([a], [b]) => a - b);
    expect(
      await resultOf(
        shuffled.map(([, path]) => path),
        2,
      ),
    ).toEqual(expected);
    expect(await resultOf(paths.toReversed(), 8)).toEqual(expected);
  }, 300_000);
});
