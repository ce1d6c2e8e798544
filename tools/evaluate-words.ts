/**
 * Prints word F1 on the SIGHAN 2005 test sets, ours beside bare nodejieba and @node-rs/jieba, and on request what
 * segmentation costs beside bare `nodejieba.cut`.
 *
 *     npx tsx tools/evaluate-words.ts SIGHAN            SIGHAN: the folder with msr_test_gold.utf8 and as_testing_gold.utf8
 *     npx tsx tools/evaluate-words.ts --speed TEXT…     TEXT: UTF-8 files, gzipped or not
 *
 * Each set is cut as its standard has it: Microsoft Research's with `--words whole`, Academia Sinica's, converted to Simplified
 * by opencc-js, with `--words parts`. Thresholds were chosen on the first half of each set; the second half stands beside.
 * Engines run in processes of their own, since nodejieba holds one dictionary a process.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { Converter } from 'opencc-js/t2cn';
import { defaultDictionaries } from '../src/dictionary/index.ts';
import { cutWords } from '../src/segment/cut-words.ts';
import { engineFor } from '../src/segment/engine.ts';
import { splitSentences } from '../src/segment/index.ts';

type Style = 'whole' | 'parts';

interface GoldSet {
  readonly name: string;
  readonly file: string;
  readonly hant: boolean;
  readonly style: Style;
}

const sets: readonly GoldSet[] = [
  { name: 'MSR', file: 'msr_test_gold.utf8', hant: false, style: 'whole' },
  { name: 'AS', file: 'as_testing_gold.utf8', hant: true, style: 'parts' },
];

const engines = ['guiyi', 'nodejieba', '@node-rs/jieba'] as const;
type EngineName = (typeof engines)[number];

/** Lines of words as the set has them; converted word by word's place, so that the edges stay. */
function readGold(folder: string, { file, hant }: GoldSet): string[][] {
  const convert = hant ? Converter({ from: 't', to: 'cn' }) : undefined;
  const lines: string[][] = [];
  for (const line of readFileSync(join(folder, file), 'utf8').split(/\r?\n/)) {
    const words = line.split(/[\s\u3000]+/).filter((word) => word !== '');
    if (words.length === 0) continue;
    const text = convert?.(words.join('')) ?? words.join('');
    // Two lines hold characters whose Simplified form lies beyond the first plane: as code points they still match.
    const points = [...text];
    let at = 0;
    lines.push(
      words.map((word) => {
        const { length } = [...word];
        at += length;
        return points.slice(at - length, at).join('');
      }),
    );
  }
  return lines;
}

function cutterOf(name: EngineName, style: Style): (text: string) => string[] {
  const require = createRequire(import.meta.url);
  if (name === 'guiyi') {
    const engine = engineFor(defaultDictionaries());
    return (text) => {
      const { starts, ends } = cutWords(text, splitSentences(text), engine, style);
      return Array.from(starts, (start, i) => text.slice(start, ends[i]));
    };
  }
  if (name === 'nodejieba') {
    const { cut } = require('nodejieba') as { cut: (text: string, newWords: boolean) => string[] };
    return (text) => cut(text, true);
  }
  const { Jieba } = require('@node-rs/jieba') as typeof import('@node-rs/jieba');
  const { dict } = require('@node-rs/jieba/dict') as { dict: Uint8Array };
  const jieba = Jieba.withDict(dict);
  return (text) => jieba.cut(text, true);
}

/** F1 of words, in per cent: a word counts where both its edges are right and no edge lies between them. */
function f1(gold: readonly string[][], cut: (text: string) => string[]): number {
  let expected = 0;
  let given = 0;
  let right = 0;
  for (const words of gold) {
    const ours = cut(words.join(''));
    expected += words.length;
    given += ours.length;
    for (let i = 0, j = 0, at = 0, reached = 0; i < words.length && j < ours.length; ) {
      if (at === reached && words[i].length === ours[j].length) right++;
      if (at + words[i].length <= reached + ours[j].length) {
        if (at + words[i].length === reached + ours[j].length) reached += ours[j++].length;
        at += words[i++].length;
      } else reached += ours[j++].length;
    }
  }
  return (200 * right) / (expected + given);
}

function evaluate(folder: string, name: EngineName): string[] {
  return sets.flatMap((set) => {
    const gold = readGold(folder, set);
    const cut = cutterOf(name, set.style);
    const half = gold.length >> 1;
    return [gold, gold.slice(half)].map((part) => f1(part, cut).toFixed(2));
  });
}

/** Seconds of the fastest of the rounds. */
function fastest(rounds: number, work: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const start = process.hrtime.bigint();
    work();
    best = Math.min(best, Number(process.hrtime.bigint() - start) / 1e9);
  }
  return best;
}

/** Loads an engine, cuts the texts line by line or as documents, and gives what that took. */
function timeEngine(name: EngineName, paths: readonly string[]) {
  const texts = paths.map((path) => {
    const bytes = readFileSync(path);
    return (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8').slice(0, 1_000_000);
  });
  const before = process.memoryUsage().rss;
  let cut: (text: string) => unknown = () => undefined;
  const load = fastest(1, () => {
    if (name === 'guiyi') {
      const engine = engineFor(defaultDictionaries());
      cut = (text) => cutWords(text, splitSentences(text), engine, 'whole');
    } else cut = cutterOf(name, 'whole');
    cut('好');
  });
  const memory = process.memoryUsage().rss - before;
  const seconds = fastest(7, () => {
    for (const text of texts) cut(text);
  });
  const megabytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;
  return { speed: megabytes / seconds, load, memory: memory / 1e6 };
}

/** Runs this script again for one engine, in a process of its own, and gives what it printed. */
function inOwnProcess(name: EngineName, ...rest: readonly string[]): unknown {
  const { stdout, status, stderr } = spawnSync(
    process.execPath,
    [...process.execArgv, fileURLToPath(import.meta.url), '--engine', name, ...rest],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { speed: { type: 'boolean', default: false }, engine: { type: 'string' } },
});
if (positionals.length === 0)
  throw new Error('usage: evaluate-words.ts SIGHAN, or evaluate-words.ts --speed TEXT…');
if (values.engine !== undefined) {
  const name = values.engine as EngineName;
  console.log(JSON.stringify(values.speed ? timeEngine(name, positionals) : evaluate(positionals[0], name)));
} else if (values.speed) {
  const found = engines.map(
    (name) => inOwnProcess(name, '--speed', ...positionals) as ReturnType<typeof timeEngine>,
  );
  const base = found[engines.indexOf('nodejieba')].speed;
  console.log('engine            MB/s   ratio   load s   memory MB');
  found.forEach(({ speed, load, memory }, i) => {
    const cells = [speed.toFixed(2), (speed / base).toFixed(2), load.toFixed(2), memory.toFixed(0)];
    console.log(engines[i].padEnd(15) + cells.map((cell, n) => cell.padStart([7, 8, 9, 12][n])).join(''));
  });
} else {
  console.log('word F1 (%)       MSR   second half      AS   second half');
  for (const name of engines) {
    const cells = inOwnProcess(name, ...positionals) as string[];
    console.log(name.padEnd(15) + cells.map((cell, n) => cell.padStart([6, 14, 8, 14][n])).join(''));
  }
  console.log(`guiyi: ${sets.map(({ name, style }) => `${name} with --words ${style}`).join(', ')}`);
}
