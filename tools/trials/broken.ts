/**
 * Runs over folders of sound files with broken ones of twelve kinds among them: each sound file must become a
 * record, and each broken one be rejected with its code.
 *
 *     npx tsx tools/trials/broken.ts [files] [broken]
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brokenKinds } from './broken-files.ts';
import { command, writeDocuments } from './fixtures.ts';

const [files = 10_000, broken = 100] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'guiyi-broken-'));
try {
  const input = join(folder, 'input');
  writeDocuments(input, files - broken);
  const expected = new Map<string, string>();
  for (let number = 0; number < broken; number++) {
    const { name, code, content } = brokenKinds[number % brokenKinds.length];
    const place = String(Math.floor((number * (files - broken)) / broken / 100)).padStart(3, '0');
    const path = `${place}/bad-${number}-${name}`;
    writeFileSync(join(input, path), content(Math.floor(number / brokenKinds.length)));
    expected.set(`input/${path}`, code);
  }
  const out = join(folder, 'out');
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    [command, 'run', input, '--out', out, '--json'],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  if (status !== 1) throw new Error(`the run ended with status ${status}: ${stderr}`);
  const { manifest, seconds } = JSON.parse(stdout);
  const rejects: { path: string; code: string; reason: string }[] = readFileSync(
    join(out, 'rejects.jsonl'),
    'utf8',
  )
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
  let wrong = 0;
  for (const { path, code, reason } of rejects) {
    // What is wrong within an archive is told by the entry's name.
    const own = [...expected.keys()].find((one) => path === one || path.startsWith(`${one}/`));
    if (own !== undefined && expected.get(own) === code) expected.delete(own);
    else {
      wrong++;
      console.log(`${path}: ${code} ${reason}`);
    }
  }
  for (const [path, code] of expected) console.log(`${path}: not rejected as ${code}`);
  const fine =
    manifest.documents === files - broken && rejects.length === broken && wrong + expected.size === 0;
  console.log(
    `${manifest.documents} records and ${rejects.length} rejects of ${files} files, ${broken} of them broken in ${brokenKinds.length} ways, in ${seconds.toFixed(0)} s: ${fine ? 'as it should be' : 'not as it should be'}`,
  );
  process.exitCode = fine ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
