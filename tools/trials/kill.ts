/**
 * Kills runs at random moments and holds what the next run leaves against an undisturbed one.
 *
 *     npx tsx tools/trials/kill.ts [kills] [documents] [workers]
 *
 * Every kill is followed by a run that is killed again or comes to its end; then the folder begins anew. What came
 * of each folder is told as it ends.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command, contentOf, writeDocuments } from './fixtures.ts';

const [kills = 200, documents = 2_000, workers = 1] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'guiyi-kill-'));
const input = join(folder, 'input');
writeDocuments(input, documents);

function run(out: string, killAfter?: number): Promise<boolean> {
  const started = Date.now();
  const child = spawn(
    process.execPath,
    [command, 'run', input, '--out', out, '--quiet', '--workers', String(workers)],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const timer =
    killAfter === undefined
      ? undefined
      : setTimeout(() => child.kill('SIGKILL'), Math.max(0, killAfter - (Date.now() - started)));
  return new Promise((resolve) => {
    child.on('exit', (status, signal) => {
      clearTimeout(timer);
      assert.ok(signal === 'SIGKILL' || status === 0, `a run ended with status ${status}`);
      resolve(signal === 'SIGKILL');
    });
  });
}

const undisturbed = join(folder, 'undisturbed');
const started = Date.now();
await run(undisturbed);
const whole = Date.now() - started;
const expected = contentOf(undisturbed);
let killed = 0;
let same = 0;
let ended = 0;
while (killed < kills) {
  const out = join(folder, 'killed');
  const moments: number[] = [];
  // Some folders are killed once, some again and again.
  for (let left = 1 + Math.floor(Math.random() * 3); left > 0 && killed < kills; left--) {
    const moment = Math.random() * whole;
    if (!(await run(out, moment))) continue;
    moments.push(Math.round(moment));
    killed++;
  }
  await run(out);
  ended++;
  const content = contentOf(out);
  const differing = [...new Set([...expected.keys(), ...content.keys()])].filter(
    (path) => expected.get(path) !== content.get(path),
  );
  if (differing.length === 0) same++;
  const found = differing.length === 0 ? 'the same bytes' : `differs in ${differing.join(', ')}`;
  console.log(`${killed} kills: after ${moments.join(', ')} ms of ${whole}: ${found}`);
  rmSync(out, { recursive: true });
}
rmSync(folder, { recursive: true });
console.log(
  `${killed} kills in ${ended} folders over ${documents} documents: ${same} of ${ended} with the same bytes`,
);
process.exitCode = same === ended ? 0 : 1;
