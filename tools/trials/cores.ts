/**
 * How a run gets faster with threads, and what its main thread costs: seconds, seconds of CPU of all threads, and
 * those of the main thread alone (on Linux), which only orders and writes what the others made.
 *
 *     npx tsx tools/trials/cores.ts [megabytes] [rounds] [folder]
 *
 * Without a folder it generates texts. One and two threads take turns, so that what else the machine does meets
 * both; the seconds of the quickest rounds are compared.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { documentText, writeDocuments } from './fixtures.ts';
import { type Figures, measuredRun } from './measured-run.ts';

const [first, ...rest] = process.argv.slice(2);
compare(Number(first ?? 16), Number(rest[0] ?? 2), rest[1]);

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
        const figures = measuredRun(input, out, workers);
        rmSync(out, { recursive: true, force: true });
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
