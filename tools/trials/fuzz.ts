/**
 * Gives broken bytes to everything that reads bytes from outside: every decoder, every format, and the reader of our own
 * records. Only an error with a code may come out, in time.
 *
 *     npx tsx tools/trials/fuzz.ts [inputs] [target…]      for each target so many inputs
 *     npx tsx tools/trials/fuzz.ts --one TARGET NUMBER     one of them again
 *
 * An input is made of a sound one and of its number alone. Each target has a process of its own, which says which input
 * it begins; one that is at an input too long, or that dies, is told of and goes on with the next.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { fuzzTargets, isExpected } from './fuzz-targets.ts';

const madeSeeds = new Map<string, readonly Uint8Array[]>();
/** Seconds after which an input hangs. */
const LIMIT = 60;
/** After so many inputs it says how far it is. */
const STEP = 5_000;
const [first, ...rest] = process.argv.slice(2);

if (first === '--child') await runChild(rest[0], Number(rest[1]), Number(rest[2]));
else if (first === '--one') await fuzzTargets[rest[0]].run(mutant(rest[0], Number(rest[1])), tmpdir());
else
  process.exitCode = await tryAll(
    Number(first ?? 100_000),
    rest.length > 0 ? rest : Object.keys(fuzzTargets),
  );

async function tryAll(inputs: number, names: readonly string[]): Promise<number> {
  let failures = 0;
  for (const name of names) {
    const started = Date.now();
    const failed = new Map<number, string>();
    for (let from = 0; from < inputs; ) from = await runFrom(name, from, inputs, failed);
    for (const [number, what] of failed) console.log(`${name}: input ${number}: ${what}`);
    failures += failed.size;
    console.log(
      `${name}: ${inputs} inputs, ${failed.size} failures, ${((Date.now() - started) / 1000).toFixed(0)} s`,
    );
  }
  return failures > 0 ? 1 : 0;
}

/** Runs a target in a process of its own. Tells from where to go on. */
function runFrom(name: string, from: number, to: number, failed: Map<number, string>): Promise<number> {
  const self = [
    ...process.execArgv,
    fileURLToPath(import.meta.url),
    '--child',
    name,
    String(from),
    String(to),
  ];
  const child = spawn(process.execPath, self, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  let current = from - 1;
  let last = '';
  let timer: NodeJS.Timeout | undefined;
  const watch = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      last = `hangs for ${LIMIT} s`;
      child.kill('SIGKILL');
    }, LIMIT * 1_000);
  };
  watch();
  child.stderr?.on('data', (data: Buffer) => {
    last = String(data).slice(-500);
  });
  createInterface({ input: child.stdio[3] as Readable }).on('line', (line) => {
    const [number, ...what] = line.split('\t');
    if (what.length > 0) failed.set(Number(number), what.join(' '));
    else current = Number(number);
    if (what.length === 0 && current > 0 && current % STEP === 0)
      console.error(`${name}: ${current} of ${to}, ${failed.size} failures`);
    watch();
  });
  return new Promise((resolve) => {
    child.on('close', (status) => {
      clearTimeout(timer);
      if (status === 0) resolve(to);
      else {
        failed.set(current, `ends the process: ${last}`);
        resolve(current + 1);
      }
    });
  });
}

async function runChild(name: string, from: number, to: number): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'guiyi-fuzz-'));
  const { run } = fuzzTargets[name];
  try {
    for (let number = from; number < to; number++) {
      // Into a pipe: what is said before a hang arrives all the same.
      writeSync(3, `${number}\n`);
      try {
        await run(mutant(name, number), scratch);
      } catch (error) {
        if (!isExpected(error))
          writeSync(
            3,
            `${number}\t${String((error as Error).stack)
              .split('\n')
              .slice(0, 3)
              .join(' | ')}\n`,
          );
      }
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** The input of a number: a sound one with a few of its bytes changed, moved, taken out or put in. */
function mutant(name: string, number: number): Uint8Array {
  const random = randomFrom(number);
  const seeds = seedsOf(name);
  let bytes: Buffer = Buffer.from(seeds[random(seeds.length)]);
  // The first inputs are sound: they show that the target takes them.
  for (let left = number < seeds.length ? 0 : 1 + random(6); left > 0; left--)
    bytes = changed(bytes, seeds, random);
  return bytes;
}

function seedsOf(name: string): readonly Uint8Array[] {
  const seeds = madeSeeds.get(name) ?? fuzzTargets[name].seeds();
  madeSeeds.set(name, seeds);
  return seeds;
}

function changed(bytes: Buffer, seeds: readonly Uint8Array[], random: (below: number) => number): Buffer {
  const at = random(bytes.length + 1);
  const end = Math.min(bytes.length, at + 1 + random(random(2) === 0 ? 4 : 64));
  const [before, within, behind] = [bytes.subarray(0, at), bytes.subarray(at, end), bytes.subarray(end)];
  const noise = () => Buffer.from(Array.from({ length: 1 + random(4) }, () => random(256)));
  switch (random(7)) {
    case 0:
      return Buffer.concat([before, noise(), behind]);
    case 1:
      return Buffer.concat([before, noise(), within, behind]);
    case 2:
      return Buffer.concat([before, behind]);
    case 3:
      return Buffer.concat([before, within, within, behind]);
    case 4:
      return before.length > 0 ? Buffer.from(before) : Buffer.from(behind);
    case 5: {
      const other = seeds[random(seeds.length)];
      return Buffer.concat([before, other.subarray(random(other.length + 1)), behind]);
    }
    default: {
      const flipped = Buffer.from(bytes);
      if (flipped.length > 0) flipped[random(flipped.length)] ^= 1 << random(8);
      return flipped;
    }
  }
}

/** Numbers that depend on the seed alone (mulberry32). */
function randomFrom(seed: number): (below: number) => number {
  let state = (seed + 1) * 0x9e3779b1;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
