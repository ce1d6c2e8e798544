import fs from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { runBatch } from '../../src/batch/index.ts';
import { defaultConfig } from '../../src/config/index.ts';
import { contentOf, fresh, inputsOf } from './output-folder.ts';

/** Every way in which the run changes the disk by Node's own calls. SQLite's own files are its own care. */
const calls = [
  'mkdirSync',
  'openSync',
  'writeSync',
  'writeFileSync',
  'fsyncSync',
  'fsync',
  'renameSync',
  'linkSync',
  'copyFileSync',
  'truncateSync',
] as const;
const real = Object.fromEntries(calls.map((name) => [name, fs[name]]));

/** Lets the n-th of these calls fail, from 0, and tells how many there were. */
function failAt(failing: number, code: string): () => number {
  let count = 0;
  for (const name of calls) {
    (fs as unknown as Record<string, unknown>)[name] = (...args: unknown[]) => {
      // Reading is not at stake here; Node's own readFileSync opens by this call too.
      const reads = name === 'openSync' && (args[1] === 'r' || typeof args[1] !== 'string');
      // To make a folder that is there says so, whatever the state of the disk.
      const isThere = name === 'mkdirSync' && fs.existsSync(String(args[0]));
      if (!reads && !isThere && count++ === failing)
        throw Object.assign(new Error(`${code}: injected`), { code });
      return (real[name] as (...args: unknown[]) => unknown)(...args);
    };
  }
  return () => count;
}

afterEach(() => {
  Object.assign(fs, real);
});

const sources = { 'a.txt': '國務院關於印發規劃的通知', 'b/c.txt': '增長12.5%。', 'gone.txt': '舊的。' };

describe('where the disk fails', () => {
  test('at any call, what was there stays or is replaced whole, and the next run mends all', async () => {
    const input = inputsOf(sources);
    const out = join(fresh(), 'out');
    const run = () => runBatch({ paths: [input], out, config: defaultConfig });
    await run();
    const old = join(fresh(), 'out');
    fs.cpSync(out, old, { recursive: true });
    const before = contentOf(out);
    fs.writeFileSync(join(input, 'a.txt'), '國務院關於修改規劃的通知');
    fs.writeFileSync(join(input, 'b/new.txt'), '新增一份。');
    fs.rmSync(join(input, 'gone.txt'));
    const counted = failAt(-1, '');
    await run();
    Object.assign(fs, real);
    const total = counted();
    const after = contentOf(out);
    expect(total).toBeGreaterThan(20);

    // All of them in CI; a run takes a second.
    const step = process.env.CI ? 1 : Math.ceil(total / 8);
    for (let failing = 0; failing < total; failing += step) {
      fs.rmSync(out, { recursive: true });
      fs.cpSync(old, out, { recursive: true });
      const code = (failing / step) % 2 === 0 ? 'ENOSPC' : 'EIO';
      failAt(failing, code);
      const error = await run().then(
        () => undefined,
        (error) => error,
      );
      Object.assign(fs, real);
      expect(error, `call ${failing}`).toMatchObject({ code: 'GY501' });
      expect(error.message).toContain(
        code === 'ENOSPC' ? 'the disk is full' : 'the disk reports an I/O error',
      );
      const left = Object.entries(contentOf(out)).filter(([path]) => !path.startsWith('/.guiyi/'));
      for (const [path, digest] of left) expect([before[path], after[path]], path).toContain(digest);
      await run();
      expect(contentOf(out), `after call ${failing}`).toEqual(after);
    }
  }, 300_000);
});
