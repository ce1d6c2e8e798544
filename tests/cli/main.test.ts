import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { flagOf, options } from '../../src/config/index.ts';
import { fresh, inputsOf } from '../batch/output-folder.ts';
import { zipFile } from '../unpack/zip-file.ts';

const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

function guiyi(args: string[], { input = '', cwd = fresh(), env = {} } = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    input,
    cwd,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C', ...env },
  });
  return { status, stdout, stderr };
}

describe('help', () => {
  test('names every command and every option, in both languages', () => {
    for (const lang of ['en', 'zh'] as const) {
      const { status, stdout, stderr } = guiyi(['--help', '--lang', lang]);
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      for (const name of Object.keys(commands)) expect(stdout).toContain(`\n  ${name} `);
      for (const name of Object.keys(options)) expect(stdout).toContain(`--${flagOf(name)}`);
    }
  });

  test('follows the locale', () => {
    expect(guiyi([], { env: { LC_ALL: 'zh_CN.UTF-8' } }).stdout).toContain('用法');
    expect(guiyi([], { env: { LC_ALL: 'en_US.UTF-8' } }).stdout).toContain('Usage');
  });

  test('tells of one command alone', () => {
    const { stdout } = guiyi(['explain', '--help']);
    expect(stdout).toContain('--at N');
    expect(stdout).not.toContain('--dry-run');
  });

  test('loads no native module, no step and no dictionary', () => {
    const trace = spawnSync(process.execPath, ['--import', hook, main, '--help'], { encoding: 'utf8' });
    const loaded = trace.stderr.split('\n').filter((line) => line.startsWith('loaded '));
    expect(loaded.length).toBeGreaterThan(2);
    expect(loaded.filter((line) => /node_modules|pipeline|dictionary|segment/.test(line))).toEqual([]);
  });
});

/** Tells every module that is loaded, on standard error. */
const hook = `data:text/javascript,${encodeURIComponent(`
  import { register } from 'node:module';
  register('data:text/javascript,' + encodeURIComponent(
    "import fs from 'node:fs'; export function load(url, context, next) { fs.writeSync(2, 'loaded ' + url + '\\\\n'); return next(url, context); }"
  ));
`)}`;

describe('a call that is wrong ends with status 2 and says what to do', () => {
  test.each([
    [['rnu'], 'GY303', "'run'"],
    [['run', 'x', '--ouut', 'y'], 'GY301', '--out'],
    [['run', 'x', '--out', 'y', '--spacing', 'wide'], 'GY302', 'strip, keep, single'],
    [['run', 'x', '--out', '--json'], 'GY302', '--out needs a value'],
    [['run', 'x', '--out', 'y', '--max-bytes', '1.5'], 'GY302', 'a whole number'],
    [['run', 'x', '--out', 'y', '--min-confidence', '1.5'], 'GY302', 'a number from 0 to 1'],
    [['run', 'x', '--out', 'y', '--config', 'none.json'], 'GY304', 'nothing is there'],
    [['run', 'x', '--out', 'y', '--json=7'], 'GY302', 'takes no value'],
    [['run'], 'GY303', '<path…>'],
    [['run', 'x'], 'GY303', '--out'],
    [['schema', 'recrod'], 'GY303', 'record'],
    [['stream', 'file'], 'GY303', 'one too many'],
    [['load', 'x', '--to', 'mysql:x'], 'GY302', 'sqlite:FILE'],
    [['load', 'x', '--to', 'postgres:x'], 'GY305', 'postgres://user@host'],
    [['search', 'postgres://host:x', '规划'], 'GY305', 'postgres://user@host'],
  ])('guiyi %j', (args, code, hint) => {
    const { status, stdout, stderr } = guiyi(args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(code);
    expect(stderr).toContain(hint);
  });

  test.each([
    ['{"spacing": "keep",}', '1:20'],
    ['{\n  "lacunae": "none"\n}', '2:3'],
    ['{\n  "spacing": "wide"\n}', '2:14'],
    ['[]', '1:1'],
    ['{', '1:2'],
  ])('with the configuration %j', (content, place) => {
    const cwd = fresh();
    writeFileSync(join(cwd, 'guiyi.config.json'), content);
    const { status, stderr } = guiyi(['run', '.', '--out', 'out'], { cwd });
    expect(status).toBe(2);
    expect(stderr).toContain(`guiyi.config.json:${place}: GY304`);
  });
});

describe('the configuration file', () => {
  test('may call encodings by their other names, as flags may', () => {
    const cwd = fresh();
    mkdirSync(join(cwd, 'in'));
    writeFileSync(join(cwd, 'in/a.txt'), Buffer.from([0xb9, 0xfa, 0xce, 0xf1, 0xd4, 0xba]));
    writeFileSync(join(cwd, 'guiyi.config.json'), '{ "encoding": "gb2312" }');
    for (const args of [[], ['--encoding', 'GBK']]) {
      guiyi(['run', 'in', '--out', 'out', ...args], { cwd });
      expect(readFileSync(join(cwd, 'out/text/in/a.txt'), 'utf8')).toBe('国务院');
    }
  });

  test('is found, and flags win over it', () => {
    const cwd = fresh();
    mkdirSync(join(cwd, 'in'));
    writeFileSync(join(cwd, 'in/a.txt'), '國務院');
    writeFileSync(join(cwd, 'guiyi.config.json'), '{ "$schema": "x", "script": "keep" }');
    guiyi(['run', 'in', '--out', 'one'], { cwd });
    expect(readFileSync(join(cwd, 'one/text/in/a.txt'), 'utf8')).toBe('國務院');
    guiyi(['run', 'in', '--out', 'two', '--script', 'hant'], { cwd });
    expect(readFileSync(join(cwd, 'two/text/in/a.txt'), 'utf8')).toBe('国务院');
  });
});

describe('the commands', () => {
  const input = inputsOf({ 'a.txt': '國務院關於印發規劃的通知\n教育部負責。', 'empty.txt': '' });
  const cwd = fresh();

  test('run rejects what it cannot use and ends with status 1', () => {
    const { status, stdout } = guiyi(['run', input, '--out', 'out'], { cwd });
    expect(status).toBe(1);
    expect(stdout).toContain('GY103');
    expect(stdout).toContain('1 normalized (1 new), 0 unchanged, 1 rejected');
  });

  test('run --json tells machines, run --dry-run writes nothing', () => {
    const { stdout } = guiyi(['run', input, '--out', 'out', '--json'], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({ normalized: 0, reused: 1, manifest: { documents: 1 } });
    const dry = guiyi(['run', join(input, 'a.txt'), '--out', 'dry', '--dry-run'], { cwd });
    expect(dry.status).toBe(0);
    expect(dry.stdout).toContain('a.txt');
    expect(guiyi(['check', 'dry'], { cwd }).stderr).toContain('GY101');
  });

  test('a dictionary under a name that is none of ours is told of', () => {
    const own = join(fresh(), 'dictionaries');
    mkdirSync(own);
    writeFileSync(join(own, 'customs.tsv'), 'x');
    for (const args of [
      ['run', input, '--out', 'never', '--dictionaries', own],
      ['check', own],
    ]) {
      const { status, stdout, stderr } = guiyi(args, { cwd });
      expect(status).not.toBe(0);
      expect(stdout + stderr).toContain('perhaps custom.tsv is meant');
    }
  });

  test('run says which option is another one, and what to do about what it rejected', () => {
    guiyi(['run', input, '--out', 'reset'], { cwd });
    const { stdout } = guiyi(['run', input, '--out', 'reset', '--spacing', 'keep'], { cwd });
    expect(stdout).toContain('the last run had --spacing strip');
    expect(stdout).toMatch(/ {2}GY103: The input is empty\. \S/);
  });

  test('check goes on behind a line that is no record', () => {
    const lines = readFileSync(join(cwd, 'out/records/00001.jsonl'), 'utf8');
    writeFileSync(join(cwd, 'broken.jsonl'), `{"a":1}\n${lines}{`);
    const { status, stdout } = guiyi(['check', 'broken.jsonl'], { cwd });
    expect(status).toBe(1);
    expect(stdout).toContain('broken.jsonl:1: GY503');
    expect(stdout).toContain('broken.jsonl:3: GY503');
    expect(stdout).toContain('2 findings');
  });

  test('check finds nothing in what run wrote', () => {
    expect(guiyi(['check', 'out'], { cwd })).toMatchObject({ status: 0, stderr: '' });
  });

  test('check normalizes again with what made the corpus, and says where there is nothing to check', () => {
    guiyi(['run', input, '--out', 'kept', '--script', 'keep'], { cwd });
    expect(guiyi(['check', 'kept'], { cwd })).toMatchObject({ status: 0, stderr: '' });
    expect(guiyi(['check', 'kept/records/00001.jsonl'], { cwd })).toMatchObject({ status: 0 });
    mkdirSync(join(cwd, 'nothing'));
    const { status, stdout } = guiyi(['check', 'nothing'], { cwd });
    expect(status).toBe(1);
    expect(stdout).toContain('neither records nor dictionaries');
  });

  test('explain goes on behind a bad file of an archive, but not where that one is asked for', () => {
    const archive = join(cwd, 'some.zip');
    const good = '國務院關於印發規劃的通知，各省、自治區、直轄市人民政府。';
    writeFileSync(
      archive,
      zipFile([
        { name: '.DS_Store', content: 'x' },
        { name: 'a.txt', content: '' },
        { name: 'b.txt', content: good },
      ]),
    );
    expect(guiyi(['explain', archive], { cwd }).stdout).toContain('some.zip/b.txt');
    const asked = (id: string) => guiyi(['explain', archive, '--id', id], { cwd });
    expect(asked('some.zip/b.txt').status).toBe(0);
    expect(asked('some.zip/a.txt').stderr).toContain('GY103');
    expect(asked('some.zip/c.txt').stderr).toContain("no document with the id 'some.zip/c.txt'");
    const { stdout, stderr } = guiyi(['run', archive, '--out', 'zipped'], { cwd });
    expect(stdout + stderr).toContain('not read: 1 hidden');
  });

  test('explain tells what became of a character, from a record and from a file', () => {
    const expected = /“國”.*became “国”[\s\S]*step convert/;
    expect(guiyi(['explain', 'out/records/00001.jsonl', '--at', '0'], { cwd }).stdout).toMatch(expected);
    expect(guiyi(['explain', join(input, 'a.txt'), '--at', '0'], { cwd }).stdout).toMatch(expected);
  });

  test('search finds a word by either script, within longer words too, and says where nothing is', () => {
    for (const word of ['規劃', '规划', '教育']) {
      expect(guiyi(['search', 'out', word], { cwd }).stdout).toMatch(/^input\/a\.txt:\d: .*【/);
    }
    expect(guiyi(['search', 'out', '飞机'], { cwd }).status).toBe(1);
  });

  test('load says that it changed nothing the second time', () => {
    expect(guiyi(['load', 'out', '--to', 'sqlite:c.sqlite'], { cwd }).status).toBe(0);
    const { stdout } = guiyi(['load', 'out', '--to', 'sqlite:c.sqlite', '--json'], { cwd });
    expect(JSON.parse(stdout)).toEqual({ records: 1, changes: 0 });
  });

  test('load --prune takes out what no record has, and never everything by mistake', () => {
    const record = readFileSync(join(cwd, 'out/records/00001.jsonl'), 'utf8');
    writeFileSync(join(cwd, 'none.jsonl'), '');
    writeFileSync(join(cwd, 'other.jsonl'), record.replace(/"id":"\w+"/, '"id":"other"'));
    const load = (...args: string[]) =>
      guiyi(['load', ...args, '--to', 'sqlite:prune.sqlite', '--json'], { cwd });
    const changes = (...args: string[]) => JSON.parse(load(...args).stdout).changes;
    const rows = changes('out');
    expect(load('none.jsonl', '--prune')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('GY103'),
    });
    expect(changes('out')).toBe(0);
    expect(changes('other.jsonl')).toBe(rows);
    expect(changes('out', 'other.jsonl', '--prune')).toBe(0);
    expect(changes('other.jsonl', '--prune')).toBe(rows);
    expect(changes('out')).toBe(rows);
  });

  test('schema prints JSON Schemas', () => {
    expect(JSON.parse(guiyi(['schema']).stdout).properties.schema).toMatchObject({ const: 'guiyi/1' });
    const { properties } = JSON.parse(guiyi(['schema', 'config']).stdout);
    expect(Object.keys(properties).sort()).toEqual(['$schema', ...Object.keys(options)].sort());
  });

  test('stream keeps order, carries fields, rejects bad lines on standard error and goes on', () => {
    const lines = [
      '{"id":"a","text":"國","year":2013}',
      'no json',
      '',
      '[]',
      '{"id":"b"}',
      '{"id":3,"text":"務\\ud800"}',
      '\u00ff',
      `{"id":"long","text":"${'x'.repeat(200)}"}`,
      '{"text":"院"}',
    ];
    const bytes = Buffer.concat(
      lines.map((line) => Buffer.from(`${line}\n`, line === '\u00ff' ? 'latin1' : 'utf8')),
    );
    const { status, stdout, stderr } = guiyi(['stream', '--max-bytes', '100'], { input: bytes as never });
    expect(status).toBe(1);
    const records = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(records.map(({ id, sourceText }) => [id, sourceText])).toEqual([
      ['a', '國'],
      ['3', '務\ud800'],
      ['line 9', '院'],
    ]);
    expect(records[0].carried).toEqual({ year: 2013 });
    const rejects = stderr
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rejects.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'line 2 GY105',
      'line 4 GY105',
      'line 5 GY105',
      'line 7 GY202',
      'line 8 GY107',
    ]);
  });
});
