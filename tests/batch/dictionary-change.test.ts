import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runBatch } from '../../src/batch/index.ts';
import { defaultConfig } from '../../src/config/index.ts';
import { type TableName, tables } from '../../src/dictionary/index.ts';
import { contentOf, fresh, inputsOf } from './output-folder.ts';

const sources = {
  'a.txt': '國務院關於印發資訊規劃的通知。',
  // The same word with a stray space within, in full width, and over two lines.
  'b.txt': '國務院關於印發資 訊規劃的通知。',
  'c.txt': '今年粮食产量有所增加，云计算与ＡＢＣ計畫。',
  'd.txt': '教育部负责。国发〔2013〕5号。新疆生产建设兵团。',
  'e.txt': '全省完成投資120億元，增長12.5%。',
  'f.txt': '信息公开，民心工程，天眼新闻。',
};

/** Rows of the user's, by table. */
type Rows = Partial<Record<TableName, Record<string, string>[]>>;

function dictionariesOf(rows: Rows): string {
  const folder = mkdtempSync(join(fresh(), 'own-'));
  for (const [name, own] of Object.entries(rows)) {
    const { file, columns } = tables[name as TableName];
    const lines = [columns, ...own.map((row) => columns.map((column) => row[column] ?? 'own'))];
    writeFileSync(join(folder, file), `${lines.map((cells) => cells.join('\t')).join('\n')}\n`);
  }
  return folder;
}

const run = (input: string, out: string, rows: Rows) => {
  const dictionaries = Object.keys(rows).length === 0 ? '' : dictionariesOf(rows);
  return runBatch({ paths: [input], out, config: { ...defaultConfig, dictionaries } });
};

/** Runs with some rows, then with others, and holds the outcome against a run that knows only those. */
async function changed(before: Rows, after: Rows) {
  const input = inputsOf(sources);
  const out = join(fresh(), 'out');
  await run(input, out, before);
  const { concerned, normalized, reused } = await run(input, out, after);
  const expected = join(fresh(), 'out');
  await run(input, expected, after);
  // Where the rows lie is not what they are.
  const but = (content: Record<string, string>) => ({ ...content, '/manifest.json': '' });
  expect(but(contentOf(out))).toEqual(but(contentOf(expected)));
  expect(normalized + reused).toBe(Object.keys(sources).length);
  expect(concerned).toHaveLength(normalized);
  return concerned.map(({ path, because }) => `${path.replace('input/', '')} ${because}`);
}

describe('a change of the dictionaries', () => {
  test.each<[string, Rows, Rows, string[]]>([
    ['adds a row', {}, { custom: [{ text: '資訊', replacement: '信息' }] }, ['a.txt', 'b.txt', 'f.txt']],
    [
      'takes it out again',
      { custom: [{ text: '資訊', replacement: '信息' }] },
      {},
      ['a.txt', 'b.txt', 'f.txt'],
    ],
    [
      'changes what a row says',
      { custom: [{ text: '計畫', replacement: '计划' }] },
      { custom: [{ text: '計畫', replacement: '规画' }] },
      ['c.txt'],
    ],
    ['protects a text', {}, { protected: [{ text: '規劃' }] }, ['a.txt', 'b.txt']],
    ['names a text in another form', {}, { protected: [{ text: 'abc計' }] }, ['c.txt']],
    [
      'has words',
      { lexicon: [{ word: '云计算', pos: 'n', frequency: '9' }] },
      { lexicon: [{ word: '民心工程', pos: 'n', frequency: '9' }] },
      ['c.txt', 'f.txt'],
    ],
    [
      'has the number of a document',
      {},
      { 'document-numbers': [{ prefix: '国发', issuer: '甲' }] },
      ['d.txt'],
    ],
    [
      'adds the first row to a table that is there',
      { protected: [] },
      { protected: [{ text: '規劃' }] },
      ['a.txt', 'b.txt'],
    ],
    ['concerns nothing', {}, { protected: [{ text: '沒有的話' }] }, []],
  ])('that %s concerns the documents that hold the text, and no others', async (_, before, after, paths) => {
    const concerned = await changed(before, after);
    expect(concerned.map((line) => line.split(' ')[0])).toEqual(paths);
  });

  test('says which row it was', async () => {
    expect(await changed({}, { protected: [{ text: '規劃' }] })).toEqual([
      'a.txt protected.tsv: 規劃',
      'b.txt protected.tsv: 規劃',
    ]);
  });

  test('concerns all where a row may reach further than its text, or has no letters', async () => {
    const all = Object.keys(sources);
    const unit = { units: [{ text: '億元', kind: 'measure', unit: 'x', name: 'x' }] };
    expect(await changed({}, unit)).toEqual(all.map((path) => `${path} units.tsv: 億元`));
    const mark = { custom: [{ text: '。', replacement: '！' }] };
    expect(await changed({}, mark)).toEqual(all.map((path) => `${path} custom.tsv: 。`));
  });

  test('leaves what a run leaves that knows no others, whatever the rows', async () => {
    const word = fc.constantFrom(
      '資訊',
      '信息',
      '規劃',
      '规划',
      '计算',
      '云',
      'ABC',
      '国发',
      '民心',
      '增長',
      '国务院',
    );
    const rows = fc.record({
      custom: fc.uniqueArray(fc.record({ text: word, replacement: word }), {
        maxLength: 3,
        selector: (row) => row.text,
      }),
      protected: fc.uniqueArray(fc.record({ text: word }), { maxLength: 2, selector: (row) => row.text }),
      lexicon: fc.uniqueArray(
        fc.record({ word, pos: fc.constantFrom('n', 'v'), frequency: fc.constantFrom('1', '100000') }),
        { maxLength: 3, selector: (row) => row.word },
      ),
    });
    await fc.assert(
      fc.asyncProperty(rows, rows, async (before, after) => {
        await changed(before, after);
      }),
      { numRuns: process.env.CI ? 30 : 4 },
    );
  }, 600_000);

  test('is known across a run that did not end', async () => {
    const input = inputsOf(sources);
    const out = join(fresh(), 'out');
    await run(input, out, {});
    const rows = { protected: [{ text: '規劃' }] };
    const controller = new AbortController();
    const dictionaries = dictionariesOf(rows);
    const ended = await runBatch({
      paths: [input],
      out,
      config: { ...defaultConfig, dictionaries },
      signal: controller.signal,
      onProgress: ({ documents }) => documents === 1 && controller.abort(),
    });
    expect(ended.manifest).toBeUndefined();
    // Some records are of the first run, some of the second, and the third has other rows again.
    const others = { protected: [{ text: '规划' }, { text: '民心' }] };
    const { concerned } = await run(input, out, others);
    const paths = concerned.map(({ path }) => path);
    expect(paths).toContain('input/f.txt');
    expect(paths).not.toContain('input/e.txt');
    const expected = join(fresh(), 'out');
    await run(input, expected, others);
    const but = (content: Record<string, string>) => ({ ...content, '/manifest.json': '' });
    expect(but(contentOf(out))).toEqual(but(contentOf(expected)));
  });
});
