import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentId, type ReadOptions, readInputs } from '../../src/read/index.ts';

let folder: string;
const before = process.cwd();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'guiyi-read-'));
  process.chdir(folder);
  for (const path of ['input/b/1.txt', 'input/a.txt', 'input/a/1.txt', 'input/z.txt', 'other/a.txt']) {
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, path);
  }
  writeFileSync('input/.hidden', 'hidden');
  writeFileSync('input/e\u0301.txt', 'decomposed');
  mkdirSync('input/out');
  writeFileSync('input/out/record.jsonl', '{}');
  symlinkSync('..', 'input/b/loop');
  symlinkSync('nowhere', 'broken');
  symlinkSync('self', 'self');
  execFileSync('mkfifo', ['pipe']);
});

afterAll(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true });
});

async function read(paths: string[], options: ReadOptions = {}): Promise<string[]> {
  const found: string[] = [];
  for await (const input of readInputs(paths, options)) {
    found.push('error' in input ? `${input.path} ${input.error.code}` : input.path);
  }
  return found;
}

describe('readInputs', () => {
  test('folders come whole, by code point order of the path, hidden and excluded ones left out', async () => {
    const hidden: string[] = [];
    const found = await read(['input'], { exclude: ['input/out'], onHidden: (path) => hidden.push(path) });
    expect(hidden).toEqual(['input/.hidden']);
    expect(found).toEqual(['input/a.txt', 'input/a/1.txt', 'input/b/1.txt', 'input/z.txt', 'input/é.txt']);
  });

  test('the bytes come with the file', async () => {
    for await (const input of readInputs(['input/a.txt'])) {
      expect('bytes' in input && Buffer.from(input.bytes).toString()).toBe('input/a.txt');
    }
  });

  test.each([
    ['input/a.txt', ['input/a.txt']],
    ['./input/a.txt', ['input/a.txt']],
    ['input/../input//a.txt', ['input/a.txt']],
    ['input/b', ['b/1.txt', 'b/loop/a.txt']],
    ['other/.', ['other/a.txt']],
    ['input/.hidden', ['input/.hidden']],
  ])('%s is known by a path that no other machine changes', async (argument, identities) => {
    expect((await read([argument])).slice(0, 2)).toEqual(identities);
  });

  test('absolute parents and the folder that the call stands in are no part of it', async () => {
    expect(await read([join(folder, 'other')])).toEqual(['other/a.txt']);
    expect(await read([join(folder, 'other/a.txt')])).toEqual(['a.txt']);
    process.chdir('other');
    expect(await read(['.', '../other/a.txt'])).toEqual(['a.txt', 'other/a.txt']);
    process.chdir('..');
  });

  test('a file named twice comes once, another file with its identity is rejected', async () => {
    mkdirSync('x/other', { recursive: true });
    writeFileSync('x/other/a.txt', 'x');
    expect(await read(['other', './other', 'other/a.txt', 'x/other'])).toEqual([
      'other/a.txt',
      'other/a.txt GY106',
    ]);
  });

  test.each([
    ['missing.txt', 'missing.txt GY101'],
    ['input/a.txt/b', 'input/a.txt/b GY101'],
    ['broken', 'broken GY101'],
    ['self', 'self GY102'],
    ['pipe', 'pipe GY102'],
  ])('%s is rejected and the rest go on', async (argument, rejected) => {
    expect(await read([argument, 'other'])).toEqual([rejected, 'other/a.txt']);
  });

  test('a file over the limit is rejected', async () => {
    expect(await read(['other'], { maxBytes: 5 })).toEqual(['other/a.txt GY107']);
    expect(await read(['other'], { maxBytes: 0 })).toEqual(['other/a.txt']);
  });
});

test('a document id is made of the identity alone', () => {
  expect(documentId('input/a.txt')).toMatch(/^[0-9a-f]{16}$/);
  expect(documentId('input/a.txt')).toBe(documentId('input/a.txt'));
  expect(documentId('input/a.txt')).not.toBe(documentId('input/b.txt'));
});

test.runIf(process.platform === 'linux')('a name that is not UTF-8 is told of as such', async () => {
  mkdirSync('names');
  writeFileSync(Buffer.concat([Buffer.from('names/'), Buffer.from([0xb9, 0xfa]), Buffer.from('.txt')]), 'x');
  writeFileSync('names/b.txt', 'x');
  expect(await read(['names'])).toEqual(['names/b.txt', 'names/\ufffd\ufffd.txt GY102']);
});
