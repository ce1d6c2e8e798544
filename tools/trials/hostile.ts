/**
 * Unpacks files that mean harm, each in a process of its own, and prints what came of it, how long it took and
 * the most memory that it had: a code each, seconds, and under 700 MB.
 *
 *     npx tsx tools/trials/hostile.ts [name…]
 *
 * The files are written before the clock runs. Ends with status 1 where one has another code or too much memory.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unpack } from '../../src/unpack/index.ts';
import { hostileFiles } from './hostile-files.ts';

const MOST_MEGABYTES = 700;
const [first, ...rest] = process.argv.slice(2);

if (first === '--unpack') await unpackOne(rest[0], rest[1]);
else if (first === '--write') await hostileFiles.find(({ name }) => name === rest[0])!.write(rest[1]);
else process.exitCode = tryAll(first === undefined ? [] : [first, ...rest]);

/** In a process of its own: prints what came of one file. */
async function unpackOne(name: string, absolutePath: string): Promise<void> {
  const { options = {} } = hostileFiles.find((one) => one.name === name)!;
  const started = Date.now();
  let documents = 0;
  let code = '';
  for await (const found of unpack({ path: name, absolutePath }, options)) {
    if (!('error' in found)) documents++;
    else if (code === '') code = found.error.code;
  }
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1_000);
  process.stdout.write(JSON.stringify({ documents, code, milliseconds: Date.now() - started, megabytes }));
}

function tryAll(names: readonly string[]): number {
  const folder = mkdtempSync(join(tmpdir(), 'guiyi-hostile-'));
  let failures = 0;
  console.log(['file', 'code', 'documents', 'ms', 'MB', 'as it should be'].join('\t'));
  try {
    for (const hostile of hostileFiles) {
      if (names.length > 0 && !names.includes(hostile.name)) continue;
      const path = join(folder, hostile.name);
      const self = [...process.execArgv, fileURLToPath(import.meta.url)];
      spawnSync(process.execPath, [...self, '--write', hostile.name, path]);
      const { stdout } = spawnSync(process.execPath, [...self, '--unpack', hostile.name, path], {
        encoding: 'utf8',
        timeout: 120_000,
      });
      rmSync(path, { force: true });
      const result = stdout === '' ? undefined : JSON.parse(stdout);
      const fine = result?.code === (hostile.code ?? '') && result.megabytes < MOST_MEGABYTES;
      if (!fine) failures++;
      const shown =
        result === undefined
          ? ['died', '', '', '']
          : [result.code, result.documents, result.milliseconds, result.megabytes];
      console.log([hostile.name, ...shown, fine ? 'yes' : 'no'].join('\t'));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return failures > 0 ? 1 : 0;
}
