import { execFile, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** What a run took, from the first file to the last rename. */
export interface Figures {
  readonly seconds: number;
  /** Seconds of CPU of all threads. */
  readonly cpu: number;
  /** Those of the main thread; NaN where the system does not tell. */
  readonly main: number;
  /** Most memory that the process had, in MB. */
  readonly megabytes: number;
  readonly documents: number;
}

/** Runs the built batch in a process of its own. */
export function measuredRun(input: string, out: string, workers: number): Figures {
  const call = callFor(input, out, workers);
  const { stdout, stderr } = spawnSync(process.execPath, call, { encoding: 'utf8' });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}

/** Runs it several times at once over the same input, each in a process of its own and into a folder of its own. */
export function measuredRunsAtOnce(
  input: string,
  outs: readonly string[],
  workers: number,
): Promise<Figures[]> {
  return Promise.all(
    outs.map(async (out) => {
      const { stdout } = await promisify(execFile)(process.execPath, callFor(input, out, workers));
      return JSON.parse(stdout) as Figures;
    }),
  );
}

const callFor = (input: string, out: string, workers: number): string[] => [
  ...process.execArgv,
  fileURLToPath(import.meta.url),
  '--run',
  input,
  out,
  String(workers),
];

if (process.argv[2] === '--run') await runHere(process.argv[3], process.argv[4], Number(process.argv[5]));

async function runHere(input: string, out: string, workers: number): Promise<void> {
  const built = (path: string) => import(new URL(`../../dist/${path}`, import.meta.url).href);
  const { runBatch } = (await built('batch/index.js')) as typeof import('../../src/batch/index.ts');
  const { defaultConfig } = (await built('config/index.js')) as typeof import('../../src/config/index.ts');
  const before = { at: Date.now(), cpu: process.cpuUsage(), main: secondsOfMainThread() };
  const { normalized } = await runBatch({ paths: [input], out, config: { ...defaultConfig, workers } });
  const { user, system } = process.cpuUsage(before.cpu);
  const figures: Figures = {
    seconds: (Date.now() - before.at) / 1_000,
    cpu: (user + system) / 1e6,
    main: secondsOfMainThread() - before.main,
    megabytes: Math.round(process.resourceUsage().maxRSS / 1_000),
    documents: normalized,
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
