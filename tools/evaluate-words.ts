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
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { defaultDictionaries } from '../src/dictionary/index.ts';
import { cutWords } from '../src/segment/cut-words.ts';
import { engineFor } from '../src/segment/engine.ts';
import { splitSentences } from '../src/segment/index.ts';
import type { WordStyle } from '../src/segment/shape-words.ts';
import { goldSets, readGold, wordF1 } from './word-score.ts';

const engines = ['guiyi', 'nodejieba', '@node-rs/jieba'] as const;
type EngineName = (typeof engines)[number];

function cutterOf(name: EngineName, style: WordStyle): (text: string) => string[] {
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

function evaluate(folder: string, name: EngineName): string[] {
  return goldSets.flatMap((set) => {
    const gold = readGold(folder, set);
    const cut = cutterOf(name, set.style);
    const half = gold.length >> 1;
    return [gold, gold.slice(half)].map((part) => wordF1(part, cut).toFixed(2));
  });
}

/** Processor seconds of the fastest of the rounds: what else the machine does must not count. */
function fastest(rounds: number, work: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) / 1e6);
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
  console.log(`guiyi: ${goldSets.map(({ name, style }) => `${name} with --words ${style}`).join(', ')}`);
}
