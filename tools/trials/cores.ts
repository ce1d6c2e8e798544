/**
 * How a run gets faster with threads, and what its main thread costs: seconds, seconds of CPU of all threads, and
 * those of the main thread alone (on Linux), which only orders and writes what the others made.
 *
 *     npx tsx tools/trials/cores.ts [megabytes] [rounds] [folder]
 *
 * Without a folder it generates texts. One and two threads take turns, so that what else the machine does meets
 * both; the seconds of the quickest rounds are compared. Two runs with one thread at a time, which share nothing, show
 * what the machine itself gives for a second core: the memory and the disk are one, and a single run uses some of the
 * other core for its garbage and its compiling.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { documentText, writeDocuments } from './fixtures.ts';
import { type Figures, measuredRun, measuredRunsAtOnce } from './measured-run.ts';

const [first, ...rest] = process.argv.slice(2);
await compare(Number(first ?? 16), Number(rest[0] ?? 2), rest[1]);

async function compare(megabytes: number, rounds: number, folder: string | undefined): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'guiyi-cores-'));
  try {
    const input = folder ?? join(work, 'input');
    const lines = 60;
    if (folder === undefined) {
      writeDocuments(input, Math.ceil((megabytes * 1e6) / Buffer.byteLength(documentText(0, lines))), lines);
    }
    const best = new Map<number, Figures>();
    let atOnce = Infinity;
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
      const outs = [join(work, 'one'), join(work, 'other')];
      const runs = await measuredRunsAtOnce(input, outs, 1);
      for (const out of outs) rmSync(out, { recursive: true, force: true });
      const seconds = Math.max(...runs.map((run) => run.seconds));
      console.log(
        ['1 + 1', seconds.toFixed(1), runs.map(({ cpu }) => cpu.toFixed(1)).join(' + ')].join('\t'),
      );
      atOnce = Math.min(atOnce, seconds);
    }
    const [one, two] = [best.get(1)!, best.get(2)!];
    console.log(
      `two threads are ${(one.seconds / two.seconds).toFixed(2)} times as fast as one, for ${(two.cpu / one.cpu).toFixed(2)} times the CPU`,
    );
    console.log(
      `two runs at once are ${((2 * one.seconds) / atOnce).toFixed(2)} times as fast as one after the other`,
    );
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
