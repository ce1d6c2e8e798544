/**
 * Speed as ratios: bare opencc-js and bare nodejieba beside each step and the whole pipeline, on the same
 * text in the same run, one thread, tokens and entities on. Processor seconds of the fastest round each, so that what else
 * the machine does does not count; after a warm-up, as a run over many documents soon is past the time in which
 * JavaScript is compiled.
 *
 *     npm run bench                     the samples in input/
 *     npm run bench -- FILE…            other UTF-8 texts
 *     npm run bench -- --rounds 9 FILE  more rounds; the fastest of the rounds is shown
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Converter } from 'opencc-js';
import { type Processor, unified } from 'unified';
import { VFile } from 'vfile';
import { built } from '../built.ts';
import { filesOf } from '../ci/files-of.ts';
import { secondsEach } from './seconds.ts';

const { Alignment }: typeof import('../../src/alignment/index.ts') = await built('alignment/index.js');
const { defaultConfig }: typeof import('../../src/config/index.ts') = await built('config/index.js');
const { defaultDictionaries }: typeof import('../../src/dictionary/index.ts') =
  await built('dictionary/index.js');
const { parseText }: typeof import('../../src/parse/index.ts') = await built('parse/index.js');
const { Pipeline, steps }: typeof import('../../src/pipeline.ts') = await built('pipeline.js');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '5' }, kilobytes: { type: 'string', default: '600' } },
});
const rounds = Number(values.rounds);
const root = fileURLToPath(new URL('../../', import.meta.url));

/** The texts to time, repeated until there is enough for a steady figure. */
function loadTexts(): string[] {
  const paths =
    positionals.length > 0
      ? positionals
      : filesOf(join(root, 'input')).filter((path) => path.endsWith('.txt'));
  const texts = paths.map((path) => {
    const bytes = readFileSync(path);
    return new TextDecoder().decode(bytes);
  });
  const sound = texts.filter((text) => text.length > 100 && !text.includes('\ufffd'));
  if (sound.length === 0) throw new Error('no UTF-8 text to time');
  const wanted = Number(values.kilobytes) * 1024;
  const enough: string[] = [];
  for (let bytes = 0, i = 0; bytes < wanted; i++) {
    enough.push(sound[i % sound.length]);
    bytes += Buffer.byteLength(sound[i % sound.length]);
  }
  return enough;
}

const median = (figures: number[]) => figures.sort((a, b) => a - b)[figures.length >> 1];
const fastest = (figures: readonly number[]) => Math.min(...figures);

/** Bare nodejieba beside this process: its seconds for the texts, a round each. */
function bareNodejieba(texts: readonly string[]): number[] {
  const { stdout } = spawnSync(
    process.execPath,
    ['--import', 'tsx', join(root, 'tools/bench/bare-nodejieba.ts')],
    {
      cwd: root,
      input: JSON.stringify({ texts, rounds: 1 }),
      encoding: 'utf8',
    },
  );
  return JSON.parse(stdout);
}

const texts = loadTexts();
const megabytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;
const pipeline = new Pipeline();
const opencc = Converter({ from: 't', to: 'cn' });
const stepProcessors = steps.map((step): [string, Processor] => {
  const processor: Processor = unified();
  step.attach(processor, defaultConfig, defaultDictionaries());
  return [step.name, processor];
});

const timings = new Map<string, number[]>();
const add = (name: string, time: number) => timings.set(name, [...(timings.get(name) ?? []), time]);

/** Seconds of work before anything is timed: after ten, figures grow no more. */
const WARM_UP = 10;
for (const start = performance.now(); performance.now() - start < WARM_UP * 1000; ) {
  for (const text of texts) pipeline.process({ text });
}

/** Passes over the texts one after another in a round; the first is slowed by what ran before it. */
const PASSES = 3;

// The whole first, by itself: steps that ran alone leave code behind that is compiled for them.
for (let round = 0; round < rounds; round++) {
  for (const time of bareNodejieba(texts)) add('bare nodejieba.cut', time);
  for (let pass = 0; pass < PASSES; pass++) {
    add(
      'whole pipeline, record included',
      secondsEach(texts, (text) => pipeline.process({ text })),
    );
  }
}

for (let round = 0; round < rounds; round++) {
  let normalized: string[] = [];
  for (let pass = 0; pass < PASSES; pass++) {
    add(
      'bare opencc-js t → cn',
      secondsEach(texts, (text) => opencc(text)),
    );
    const open = texts.map((text) => {
      const file = new VFile({ value: text });
      file.data.guiyi = { alignment: Alignment.of(text) };
      return { tree: parseText(text), file };
    });
    for (const [name, processor] of stepProcessors) {
      add(
        `step ${name}`,
        secondsEach(open, ({ tree, file }) => processor.runSync(tree, file)),
      );
    }
    normalized = open.map(({ file }) => file.data.guiyi?.alignment.text ?? '');
  }
  for (const time of bareNodejieba(normalized)) add('bare nodejieba.cut, normalized text', time);
}

const jieba = fastest(timings.get('bare nodejieba.cut, normalized text') ?? [1]);
const converter = fastest(timings.get('bare opencc-js t → cn') ?? [1]);
console.log(`${texts.length} texts, ${megabytes.toFixed(2)} MB, fastest of ${rounds} rounds, one thread\n`);
console.log(`${'what'.padEnd(38)}${'MB/s'.padStart(8)}${'÷ jieba'.padStart(10)}${'÷ opencc'.padStart(10)}`);
for (const [name, all] of timings) {
  const time = fastest(all);
  const cells = [megabytes / time, jieba / time, converter / time].map((figure) => figure.toFixed(2));
  console.log(`${name.padEnd(38)}${cells[0].padStart(8)}${cells[1].padStart(10)}${cells[2].padStart(10)}`);
}
console.log(`\npeak memory of this process: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);

/** Median wall time of a command, in milliseconds. */
function startUp(args: string[]): number {
  const times = Array.from({ length: 9 }, () => {
    const start = performance.now();
    spawnSync(process.execPath, args);
    return performance.now() - start;
  });
  return median(times);
}
const empty = startUp(['-e', '0']);
const help = startUp([join(root, 'dist/cli/main.js'), '--help']);
console.log(
  `start-up: node -e 0 ${empty.toFixed(0)} ms, guiyi --help ${help.toFixed(0)} ms (${(help / empty).toFixed(2)} ×)`,
);
