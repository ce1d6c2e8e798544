import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { Dictionaries, defaultDictionaries } from '../../src/dictionary/index.ts';
import { engineFor } from '../../src/segment/engine.ts';
import { lexiconWords } from '../../src/segment/lexicon.ts';
import { SpanList } from '../../src/segment/span-list.ts';
import { LAW_RUNS } from '../arbitraries.ts';

/** The package whose cut ours must be, word for word. */
const nodejieba = createRequire(import.meta.url)('nodejieba') as {
  load(files: Record<'dict' | 'userDict' | 'idfDict' | 'stopWordDict', string>): void;
  cut(text: string, newWords: boolean): string[];
};

/** Gives nodejieba our dictionary and lexicon. It aborts the process where one of its files is not there. */
function loadNodejieba(dictionaries: Dictionaries): void {
  const folder = mkdtempSync(join(tmpdir(), 'guiyi-jieba-'));
  try {
    const lexicon = join(folder, 'lexicon.txt');
    const rest = join(folder, 'rest.txt');
    const own = lexiconWords(dictionaries).filter(({ word }) => /^\p{Script=Han}+$/u.test(word));
    writeFileSync(lexicon, own.map(({ word, frequency, pos }) => `${word} ${frequency} ${pos}\n`).join(''));
    writeFileSync(rest, '的 1\n');
    nodejieba.load({
      dict: Dictionaries.packagedFile('words.txt'),
      userDict: lexicon,
      idfDict: rest,
      stopWordDict: rest,
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Our cut of a run of Han, before any judgement of new words. */
function cut(run: string, dictionaries = defaultDictionaries()): string[] {
  const words = new SpanList(64);
  const add = (start: number, end: number) => words.push(start, end);
  engineFor(dictionaries).jieba.cut(run, 0, run.length, words, add);
  return Array.from({ length: words.length }, (_, i) => run.slice(words.starts[i], words.ends[i]));
}

const runsOf = (text: string): string[] =>
  (text.match(/\p{Script=Han}+/gu) ?? []).filter((run) => run.length < 2000);

function expectSame(runs: readonly string[]): void {
  for (let at = 0; at < runs.length; at += 500) {
    const some = runs.slice(at, at + 500);
    const expected = nodejieba.cut(some.join('\n'), true).filter((word) => word !== '\n');
    const found = some.flatMap((run) => cut(run));
    if (found.join(' ') === expected.join(' ')) continue;
    for (const run of some) expect(cut(run)).toEqual(nodejieba.cut(run, true));
  }
}

describe("the cut is nodejieba's, word for word", () => {
  beforeAll(() => loadNodejieba(defaultDictionaries()));

  test('on the samples and everything that the tests have written', () => {
    const texts = readdirSync(new URL('../golden/', import.meta.url), {
      recursive: true,
      withFileTypes: true,
    })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
    const runs = texts.flatMap(runsOf);
    expect(runs.length).toBeGreaterThan(1000);
    expectSame(runs);
  });

  test('on words and characters of the dictionary in any order', { timeout: 300_000 }, () => {
    const words = readFileSync(Dictionaries.packagedFile('words.txt'), 'utf8')
      .split('\n')
      .map((line) => line.split(' ')[0])
      .filter((word) => /^\p{Script=Han}+$/u.test(word));
    const index = fc.nat(words.length - 1);
    const piece = fc.oneof(
      index.map((i) => words[i]),
      index.map((i) => words[i][0]),
      fc.constantFrom('𠮷', '𪛖', '〇', '々', '的', '是', '王', '小'),
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 30 }), (pieces) => {
        const run = pieces.join('');
        expect(cut(run)).toEqual(nodejieba.cut(run, true));
      }),
      { numRuns: LAW_RUNS },
    );
  });

  const shared = fileURLToPath(new URL('../../../shared/', import.meta.url));
  test.skipIf(!existsSync(shared))('on real texts of five kinds', { timeout: 300_000 }, () => {
    for (const file of readdirSync(join(shared, 'corpus')).filter((name) => name.endsWith('.gz')))
      expectSame(
        runsOf(
          gunzipSync(readFileSync(join(shared, 'corpus', file)))
            .toString('utf8')
            .slice(0, 300_000),
        ),
      );
    for (const file of readdirSync(join(shared, 'sources')))
      expectSame(runsOf(readFileSync(join(shared, 'sources', file), 'utf8')));
  });
});

test('a character that is a word of the lexicon is taken into no new word, as with nodejieba', () => {
  const folder = mkdtempSync(join(tmpdir(), 'guiyi-test-'));
  try {
    writeFileSync(join(folder, 'lexicon.tsv'), 'word\tpos\tfrequency\torigin\n翀\tng\t9\tguiyi\n');
    const dictionaries = new Dictionaries([folder]);
    loadNodejieba(dictionaries);
    for (const run of ['李翀说', '翀', '张翀翀来了', '翀鹤'])
      expect(cut(run, dictionaries)).toEqual(nodejieba.cut(run, true));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
