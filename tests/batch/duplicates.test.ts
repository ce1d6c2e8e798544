import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runBatch } from '../../src/batch/index.ts';
import { type Config, defaultConfig } from '../../src/config/index.ts';
import { readRecords } from '../../src/write/index.ts';
import { contentOf, fresh, inputsOf } from './output-folder.ts';

const sources = {
  'a.txt': '国务院关于印发规划的通知，各省、自治区。',
  // The same in Traditional and flattened, in GB18030, in a line of many, and once more to the byte.
  'b.txt': '國務院關於印發規劃的通知.各省.自治區.',
  'c.txt': Buffer.from(
    'b9facef1d4bab9d8d3dad3a1b7a2b9e6bbaeb5c4cda8d6aaa1a3b8f7caa1a1a2d7d4d6cec7f8a1a3',
    'hex',
  ),
  'd.jsonl': '{"text":"国务院关于印发规划的通知。各省、自治区。"}\n{"text":"增长12.5%。"}\n',
  'e.txt': '国务院关于印发规划的通知，各省、自治区。',
  'f.txt': '国务院关于印发规划的通知，各省、自治区、直辖市。',
  // Without words there is nothing that could be the same.
  'g.txt': '！',
  'h.txt': '？',
};

const run = (input: string, out: string, config: Partial<Config> = {}) =>
  runBatch({ paths: [input], out, config: { ...defaultConfig, ...config } });
const drop = { duplicates: 'drop' } as const;
const pathsIn = (out: string) => [...readRecords([out])].map(({ record }) => record.source.path);

describe('documents with the same text', () => {
  test('are kept and counted unless they are to be dropped', async () => {
    const out = join(fresh(), 'out');
    const { manifest, dropped } = await run(inputsOf(sources), out);
    expect(manifest).toMatchObject({ documents: 9, duplicates: 4, dropped: 0 });
    expect(dropped).toEqual([]);
  });

  test('are dropped but for the first, and none without being told', async () => {
    const input = inputsOf(sources);
    const out = join(fresh(), 'out');
    const { manifest, dropped, rejections } = await run(input, out, drop);
    const gone = ['input/b.txt', 'input/c.txt', 'input/d.jsonl#1', 'input/e.txt'];
    expect(dropped).toEqual(gone.map((path) => ({ path, first: 'input/a.txt' })));
    expect(manifest).toMatchObject({ documents: 5, duplicates: 0, dropped: 4 });
    expect(rejections).toEqual([]);
    expect(pathsIn(out)).toEqual([
      'input/a.txt',
      'input/d.jsonl#2',
      'input/f.txt',
      'input/g.txt',
      'input/h.txt',
    ]);
    const listed = readFileSync(join(out, 'duplicates.jsonl'), 'utf8').trimEnd().split('\n');
    expect(listed.map((line) => JSON.parse(line).path)).toEqual(gone);
  });

  test('are not normalized again to find that they are dropped again', async () => {
    const input = inputsOf(sources);
    const out = join(fresh(), 'out');
    await run(input, out, drop);
    const before = contentOf(out);
    expect(await run(input, out, drop)).toMatchObject({ normalized: 0, reused: 9 });
    expect(contentOf(out)).toEqual(before);
  });

  test('come back where the first is gone, or where they are to be kept', async () => {
    const input = inputsOf(sources);
    const out = join(fresh(), 'out');
    await run(input, out, drop);
    rmSync(join(input, 'a.txt'));
    writeFileSync(join(input, 'f.txt'), '改過的內容。');
    expect(await run(input, out, drop)).toMatchObject({ normalized: 2, reasons: { new: 1, source: 1 } });
    const expected = join(fresh(), 'out');
    await run(input, expected, drop);
    expect(contentOf(out)).toEqual(contentOf(expected));
    await run(input, out);
    const kept = join(fresh(), 'out');
    await run(input, kept);
    expect(contentOf(out)).toEqual(contentOf(kept));
    await run(input, out, drop);
    expect(contentOf(out)).toEqual(contentOf(expected));
  });
});
