import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** Trials run what users run: without `npm run build` there is none. */
const isBuilt = existsSync(`${root}dist/cli/main.js`);
const hasCompiler = process.platform === 'linux' && spawnSync('cc', ['--version']).status === 0;

function trial(name: string, ...parameters: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', `tools/trials/${name}.ts`, ...parameters],
    { cwd: root, encoding: 'utf8' },
  );
  return { status, said: stdout + stderr };
}

/** The long trials of `tools/trials`, so short that each run of the tests has them. */
describe.skipIf(!isBuilt)('in short', () => {
  test('a run that is killed goes on to the same bytes', () => {
    const { status, said } = trial('kill', '3', '60', '2');
    expect(said).toMatch(/(\d+) of \1 with the same bytes/);
    expect(status).toBe(0);
  }, 300_000);

  test.skipIf(!hasCompiler)(
    'a disk that fails leaves old or new, SQLite included',
    () => {
      const { status, said } = trial('disk', '40');
      expect(said).toMatch(/ (\d+) failures tried: \1 as they should be/);
      expect(status).toBe(0);
    },
    300_000,
  );

  test('broken files among sound ones are rejected with their codes', () => {
    expect(trial('broken', '60', '24')).toEqual({
      status: 0,
      said: expect.stringContaining('36 records and 24 rejects'),
    });
  }, 300_000);

  test('broken bytes harm nothing that reads them', () => {
    const { status, said } = trial('fuzz', process.env.CI ? '500' : '40');
    expect(said).not.toMatch(/: input /);
    expect(status).toBe(0);
  }, 900_000);
});
