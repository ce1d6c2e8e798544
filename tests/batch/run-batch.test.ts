import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { runBatch } from '../../src/batch/index.ts';
import { defaultConfig } from '../../src/config/index.ts';
import { contentOf, fresh, inputsOf } from './output-folder.ts';

const sources: Record<string, string | Uint8Array> = {
  'a/notice.txt': '國務院關於印發規劃的通知\n各省、自治區、直轄市人民政府：',
  'a/b/report.txt': '全省完成投資120億元，增長12.5%。\n教育部負責。',
  'plain.txt': '今年粮食产量有所增加。',
};

const run = (paths: string[], out: string, config = {}, signal?: AbortSignal) =>
  runBatch({ paths, out, config: { ...defaultConfig, ...config }, ...(signal ? { signal } : {}) });

describe('a run', () => {
  test('leaves the layout of the contract, texts in the folders of their sources', async () => {
    const out = join(fresh(), 'out');
    await run([inputsOf(sources)], out);
    expect(Object.keys(contentOf(out)).sort()).toEqual([
      '/corpus.sqlite',
      '/manifest.json',
      '/records/00001.jsonl',
      '/rejects.jsonl',
      '/text/input/a/b/report.txt',
      '/text/input/a/notice.txt',
      '/text/input/plain.txt',
    ]);
    expect(readFileSync(join(out, 'text/input/a/notice.txt'), 'utf8')).toContain('国务院关于印发规划的通知');
  });

  test('changes nothing the second time, timings included', async () => {
    const input = inputsOf(sources);
    const out = join(fresh(), 'out');
    await run([input], out);
    const manifest = readFileSync(join(out, 'manifest.json'), 'utf8');
    const before = contentOf(out);
    const again = await run([input], out);
    expect(again).toMatchObject({ normalized: 0, reused: 3 });
    expect(contentOf(out)).toEqual(before);
    expect(readFileSync(join(out, 'manifest.json'), 'utf8')).toBe(manifest);
  });

  test('does only what changed, and ends as a run that began from nothing', async () => {
    const input = inputsOf(sources);
    const out = join(fresh(), 'out');
    await run([input], out);
    writeFileSync(join(input, 'a/new.txt'), '新增一份。');
    writeFileSync(join(input, 'plain.txt'), '改過的內容。');
    rmSync(join(input, 'a/b'), { recursive: true });
    expect(await run([input], out)).toMatchObject({
      normalized: 2,
      reused: 1,
      reasons: { new: 1, source: 1 },
    });
    const expected = join(fresh(), 'out');
    await run([input], expected);
    expect(contentOf(out)).toEqual(contentOf(expected));
  });

  test('puts back a text that somebody deleted', async () => {
    const input = inputsOf(sources);
    const out = join(fresh(), 'out');
    await run([input], out);
    const before = contentOf(out);
    rmSync(join(out, 'text/input/a'), { recursive: true });
    await run([input], out);
    expect(contentOf(out)).toEqual(before);
  });

  test('makes the database anew that an earlier version made', async () => {
    const input = inputsOf(sources);
    const out = join(fresh(), 'out');
    await run([input], out);
    const before = contentOf(out);
    const database = new Database(join(out, 'corpus.sqlite'));
    database.exec('ALTER TABLE documents DROP COLUMN counts; PRAGMA user_version = 1');
    database.close();
    expect(await run([input], out)).toMatchObject({ normalized: 0, reused: 3 });
    expect(contentOf(out)).toEqual(before);
  });

  test('rejects what it cannot use with a code and goes on', async () => {
    const input = inputsOf({
      ...sources,
      'empty.txt': '',
      'picture.png': Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    });
    const out = join(fresh(), 'out');
    const result = await run([input, join(input, 'missing.txt')], out);
    expect(result.normalized).toBe(3);
    const rejects = readFileSync(join(out, 'rejects.jsonl'), 'utf8').trimEnd().split('\n');
    expect(rejects.map((line) => JSON.parse(line)).map(({ path, code }) => [path, code])).toEqual([
      // What is not there has no identity: it is named as it was typed.
      [join(input, 'missing.txt'), 'GY101'],
      ['input/empty.txt', 'GY103'],
      ['input/picture.png', 'GY104'],
    ]);
  });

  test('that was ended goes on where it was', async () => {
    const files = Array.from({ length: 20 }, (_, i) => [`${i}.txt`, `第${i}號文件。`]);
    const input = inputsOf(Object.fromEntries(files));
    const expected = join(fresh(), 'out');
    await run([input], expected);
    const out = join(fresh(), 'out');
    const controller = new AbortController();
    const ended = await runBatch({
      paths: [input],
      out,
      config: defaultConfig,
      signal: controller.signal,
      onProgress: ({ documents }) => documents === 2 && controller.abort(),
    });
    expect(ended.manifest).toBeUndefined();
    expect(ended.normalized).toBeLessThan(20);
    expect(await run([input], out)).toMatchObject({ reused: ended.normalized });
    expect(contentOf(out)).toEqual(contentOf(expected));
  });

  test('stands back while another holds the folder, and takes over from one that is gone', async () => {
    const input = inputsOf(sources);
    const out = join(fresh(), 'out');
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    mkdirSync(join(out, '.guiyi'), { recursive: true });
    writeFileSync(join(out, '.guiyi/lock.json'), JSON.stringify({ pid: other.pid }));
    await expect(run([input], out)).rejects.toMatchObject({ code: 'GY502' });
    const gone = new Promise((resolve) => other.once('exit', resolve));
    other.kill();
    await gone;
    expect(await run([input], out)).toMatchObject({ normalized: 3 });
  });

  test('does all again for another configuration, and back', async () => {
    const input = inputsOf(sources);
    const out = join(fresh(), 'out');
    await run([input], out);
    const before = contentOf(out);
    expect(await run([input], out, { script: 'keep' })).toMatchObject({ reasons: { config: 3 } });
    expect(contentOf(out)).not.toEqual(before);
    await run([input], out);
    expect(contentOf(out)).toEqual(before);
  });

  test('takes each document of a file on its own', async () => {
    const lines = (...texts: string[]) =>
      texts.map((text) => `${JSON.stringify({ text, year: 2013 })}\n`).join('');
    const input = inputsOf({ 'a.jsonl': lines('國務院', '教育部', '財政部') });
    const out = join(fresh(), 'out');
    expect(await run([input], out)).toMatchObject({ normalized: 3 });
    writeFileSync(join(input, 'a.jsonl'), lines('國務院', '教育部。', '財政部', '新增'));
    expect(await run([input], out)).toMatchObject({ reused: 2, reasons: { new: 1, source: 1 } });
    const expected = join(fresh(), 'out');
    await run([input], expected);
    expect(contentOf(out)).toEqual(contentOf(expected));
  });

  test('finds the same text under another script, encoding and punctuation', async () => {
    const input = inputsOf({
      'a.txt': '国务院关于印发规划的通知，各省、自治区。',
      'b.txt': '國務院關於印發規劃的通知.各省.自治區.',
      'c.txt': Buffer.from(
        'b9facef1d4bab9d8d3dad3a1b7a2b9e6bbaeb5c4cda8d6aaa1a3b8f7caa1a1a2d7d4d6cec7f8a1a3',
        'hex',
      ),
      'd.txt': '国务院关于印发规划的通知，各省、自治区、直辖市。',
    });
    const { manifest } = await run([input], join(fresh(), 'out'));
    expect(manifest).toMatchObject({ documents: 4, duplicates: 2 });
  });

  test('leaves itself out where its output lies among its inputs', async () => {
    const input = inputsOf(sources);
    const out = join(input, 'out');
    expect(await run([input], out)).toMatchObject({ normalized: 3 });
    expect(await run([input], out)).toMatchObject({ normalized: 0, reused: 3 });
  });
});
