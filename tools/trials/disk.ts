/**
 * Lets the disk fail at every call in turn by which a run changes its output, SQLite's included: once with an I/O
 * error, and once as a disk that is full from there on. Each file must then be the old or the new one, the message
 * must name the trouble, and the next run must mend everything.
 *
 *     npx tsx tools/trials/disk.ts [step] [first]
 *
 * With a step of n only every n-th call fails, from the first on, which is 0. Needs Linux and a C compiler (`cc`).
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { command, contentOf } from './fixtures.ts';

const troubles = [
  { errno: '5', stays: '', says: 'the disk reports an I/O error' },
  { errno: '28', stays: '1', says: 'the disk is full' },
] as const;

/** SQLite does not always tell what the system said, but that it was the disk. */
const fromSqlite = /the disk (?:reports an I\/O error|does not let the file be (?:opened|written)) \(SQLITE_/;

/** Builds the library that lets calls fail. */
function faultLibrary(folder: string): string | undefined {
  const library = join(folder, 'disk-fault.so');
  const source = fileURLToPath(new URL('disk-fault.c', import.meta.url));
  const { status } = spawnSync('cc', ['-shared', '-fPIC', '-O1', '-o', library, source, '-ldl']);
  return status === 0 ? library : undefined;
}

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'guiyi-disk-')));
const input = join(folder, 'input');
const out = join(folder, 'out');
const library = faultLibrary(folder);

function write(files: Record<string, string>): void {
  rmSync(input, { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(input, path, '..'), { recursive: true });
    writeFileSync(join(input, path), text);
  }
}

function run(fault: Record<string, string> = {}): { status: number | null; said: string } {
  const { status, stderr } = spawnSync(
    process.execPath,
    [command, 'run', input, '--out', out, '--quiet', '--workers', '1', '--lang', 'en'],
    { encoding: 'utf8', env: { ...process.env, ...fault } },
  );
  return { status, said: stderr };
}

function restore(from: string): void {
  rmSync(out, { recursive: true, force: true });
  cpSync(from, out, { recursive: true });
}

function tryAll(step: number, first: number): number {
  write({ 'a.txt': '國務院關於印發規劃的通知', 'b/c.txt': '增長12.5%。', 'gone.txt': '舊的。' });
  run();
  const old = join(folder, 'old');
  cpSync(out, old, { recursive: true });
  const before = contentOf(out);
  write({ 'a.txt': '國務院關於修改規劃的通知', 'b/c.txt': '增長12.5%。', 'b/new.txt': '新增一份。' });
  const counted = join(folder, 'count');
  const preloaded = { LD_PRELOAD: library!, FAULT_FOLDER: out };
  run({ ...preloaded, FAULT_AT: '-1', FAULT_COUNT: counted });
  const after = contentOf(out);
  const calls = Number(readFileSync(counted, 'utf8'));
  let bad = 0;
  let tried = 0;
  for (const { errno, stays, says } of troubles) {
    for (let at = first; at < calls; at += step) {
      restore(old);
      const { status, said } = run({
        ...preloaded,
        FAULT_AT: String(at),
        FAULT_ERRNO: errno,
        FAULT_STAYS: stays,
      });
      const left = [...contentOf(out)].filter(([path]) => !path.startsWith('/.guiyi/'));
      const faults = left
        .filter(([path, digest]) => digest !== before.get(path) && digest !== after.get(path))
        .map(([path]) => `${path} is neither old nor new`);
      const lost = [...before.keys()].filter(
        (path) => after.has(path) && !left.some(([one]) => one === path),
      );
      faults.push(...lost.map((path) => `${path} is gone`));
      if (status === 0) {
        // What failed did not matter, or was tried again: then all must be done.
        if (JSON.stringify(left) !== JSON.stringify([...after]))
          faults.push('it ended well without being done');
      } else if (!said.includes(says) && !fromSqlite.test(said)) faults.push(`it says: ${said.trim()}`);
      if (run().status !== 0) faults.push('the next run fails');
      if (JSON.stringify([...contentOf(out)]) !== JSON.stringify([...after]))
        faults.push('the next run does not mend it');
      tried++;
      if (faults.length > 0) bad++;
      for (const fault of faults) console.log(`call ${at} of ${calls}, errno ${errno}: ${fault}`);
    }
  }
  console.log(`${calls} calls, ${tried} failures tried: ${tried - bad} as they should be`);
  return bad > 0 ? 1 : 0;
}

try {
  if (library === undefined) throw new Error('there is no C compiler');
  process.exitCode = tryAll(Number(process.argv[2] ?? 1), Number(process.argv[3] ?? 0));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
