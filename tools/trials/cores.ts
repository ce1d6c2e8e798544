/**
 * How a run gets faster with threads, and what its main thread costs: seconds, seconds of CPU of all threads, and
 * those of the main thread alone (on Linux), which only orders and writes what the others made.
 *
 *     npx tsx tools/trials/cores.ts [megabytes] [rounds] [folder]
 *
 * Without a folder it generates texts. One and two threads take turns, so that what else the machine does meets
 * both; the seconds of the quickest rounds are compared.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { batch, documentText, writeDocuments } from './fixtures.ts';

interface Figures {
  readonly seconds: number;
  readonly cpu: number;
  readonly main: number;
  readonly megabytes: number;
}

const [first, ...rest] = process.argv.slice(2);
if (first === '--run') await runHere(rest[0], rest[1], Number(rest[2]));
else compare(Number(first ?? 16), Number(rest[0] ?? 2), rest[1]);

/** In a process of its own: runs and prints what it took. */
async function runHere(input: string, out: string, workers: number): Promise<void> {
  const { runBatch, defaultConfig } = await batch();
  const before = { at: Date.now(), cpu: process.cpuUsage(), main: secondsOfMainThread() };
  await runBatch({ paths: [input], out, config: { ...defaultConfig, workers } });
  const { user, system } = process.cpuUsage(before.cpu);
  const figures: Figures = {
    seconds: (Date.now() - before.at) / 1_000,
    cpu: (user + system) / 1e6,
    main: secondsOfMainThread() - before.main,
    megabytes: Math.round(process.resourceUsage().maxRSS / 1_000),
  };
  process.stdout.write(JSON.stringify(figures));
}

/** From the kernel's table of this process's threads: user and system time are its 14th and 15th fields, in hundredths. */
function secondsOfMainThread(): number {
  const path = `/proc/self/task/${process.pid}/stat`;
  if (!existsSync(path)) return Number.NaN;
  const fields = readFileSync(path, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

function compare(megabytes: number, rounds: number, folder: string | undefined): void {
  const work = mkdtempSync(join(tmpdir(), 'guiyi-cores-'));
  try {
    const input = folder ?? join(work, 'input');
    const lines = 60;
    if (folder === undefined) {
      writeDocuments(input, Math.ceil((megabytes * 1e6) / Buffer.byteLength(documentText(0, lines))), lines);
    }
    const best = new Map<number, Figures>();
    console.log(['threads', 'seconds', 'CPU', 'of the main thread', 'most MB'].join('\t'));
    for (let round = 0; round < rounds; round++) {
      for (const workers of [1, 2]) {
        const out = join(work, 'out');
        const self = [
          ...process.execArgv,
          fileURLToPath(import.meta.url),
          '--run',
          input,
          out,
          String(workers),
        ];
        const { stdout, stderr } = spawnSync(process.execPath, self, { encoding: 'utf8' });
        rmSync(out, { recursive: true, force: true });
        if (stdout === '') throw new Error(stderr);
        const figures: Figures = JSON.parse(stdout);
        const { seconds, cpu, main } = figures;
        const share = `${main.toFixed(1)} (${((100 * main) / cpu).toFixed(0)} %)`;
        console.log([workers, seconds.toFixed(1), cpu.toFixed(1), share, figures.megabytes].join('\t'));
        if (seconds < (best.get(workers)?.seconds ?? Infinity)) best.set(workers, figures);
      }
    }
    const [one, two] = [best.get(1)!, best.get(2)!];
    console.log(
      `two threads are ${(one.seconds / two.seconds).toFixed(2)} times as fast as one, for ${(two.cpu / one.cpu).toFixed(2)} times the CPU`,
    );
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
