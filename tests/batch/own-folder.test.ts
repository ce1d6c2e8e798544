import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runBatch } from '../../src/batch/index.ts';
import { defaultConfig } from '../../src/config/index.ts';
import { contentOf, fresh, inputsOf } from './output-folder.ts';

const run = (paths: string[], out: string) => runBatch({ paths, out, config: defaultConfig });

const source = '教育部要求各省在2020年底前完成任务的80%以上。';

describe('a folder that is not a run’s', () => {
  test.each([
    ['text/我的原文.txt', source],
    ['records/mine.jsonl', '{"a":1}\n'],
    ['records/00001.jsonl', '{"a":1}\n'],
    ['corpus.sqlite', 'x'],
    ['manifest.json', '{"name":"app"}'],
  ])('is left alone where it has %s', async (path, content) => {
    const input = inputsOf({ 'a.txt': source });
    const out = join(fresh(), 'out');
    mkdirSync(join(out, path, '..'), { recursive: true });
    writeFileSync(join(out, path), content);
    await expect(run([input], out)).rejects.toMatchObject({ code: 'GY504' });
    expect(Object.keys(contentOf(out))).toEqual([`/${path}`]);
    expect(readFileSync(join(out, path), 'utf8')).toBe(content);
  });

  test('may have other things in it', async () => {
    const out = join(fresh(), 'out');
    mkdirSync(out);
    writeFileSync(join(out, 'notes.md'), 'x');
    expect(await run([inputsOf({ 'a.txt': source })], out)).toMatchObject({ normalized: 1 });
    expect(existsSync(join(out, 'notes.md'))).toBe(true);
  });
});

test('files that somebody put among the texts and records stay', async () => {
  const input = inputsOf({ 'a.txt': source, 'b/c.txt': `${source}又一份。` });
  const out = join(fresh(), 'out');
  await run([input], out);
  writeFileSync(join(out, 'text/input/b/notes.txt'), 'x');
  writeFileSync(join(out, 'records/mine.jsonl'), '{"a":1}\n');
  rmSync(join(input, 'b'), { recursive: true });
  expect(await run([input], out)).toMatchObject({ reused: 1, removed: ['input/b/c.txt'] });
  expect(existsSync(join(out, 'text/input/b/notes.txt'))).toBe(true);
  expect(existsSync(join(out, 'text/input/b/c.txt'))).toBe(false);
  expect(existsSync(join(out, 'records/mine.jsonl'))).toBe(true);
});

test('a corpus whose manifest is gone is known by its records', async () => {
  const input = inputsOf({ 'a.txt': source });
  const out = join(fresh(), 'out');
  await run([input], out);
  const before = contentOf(out);
  rmSync(join(out, 'manifest.json'));
  await run([input], out);
  expect(contentOf(out)).toEqual(before);
});

test('a path at which nothing is leaves a corpus as it is', async () => {
  const input = inputsOf({ 'a.txt': source });
  const out = join(fresh(), 'out');
  await run([input], out);
  const before = contentOf(out);
  for (const paths of [[`${input}typo`], [input, `${input}typo`]])
    await expect(run(paths, out)).rejects.toMatchObject({ code: 'GY101' });
  expect(contentOf(out)).toEqual(before);
});

test('inputs in the output folder are refused', async () => {
  const input = inputsOf({ 'text/a.txt': source });
  for (const path of [input, join(input, 'text'), join(input, 'text/a.txt')])
    await expect(run([path], input)).rejects.toMatchObject({ code: 'GY302' });
  expect(Object.keys(contentOf(input))).toEqual(['/text/a.txt']);
});

test('Ctrl-C ends a run of one thread after what is in hand', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 400 }, (_, i) => [`${i}.txt`, `第${i}号。${source.repeat(40)}`]),
  );
  const out = join(fresh(), 'out');
  const child = spawn(
    process.execPath,
    ['dist/cli/main.js', 'run', inputsOf(files), '--out', out, '--workers', '1', '--lang', 'en'],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  let said = '';
  child.stdout.on('data', (bytes) => {
    said += bytes;
  });
  while (!existsSync(join(out, '.guiyi/records/00001.jsonl')))
    await new Promise((done) => setTimeout(done, 20));
  child.kill('SIGINT');
  await new Promise((done) => child.on('exit', done));
  expect(said).toContain('Ended before the end');
  expect(existsSync(join(out, 'manifest.json'))).toBe(false);
});
