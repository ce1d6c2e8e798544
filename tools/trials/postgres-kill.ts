/**
 * Kills a PostgreSQL server, and the command, at random moments of a load, and looks what the server has after it
 * started again.
 *
 *     npx tsx tools/trials/postgres-kill.ts [kills] [documents]
 *
 * The database goes from one corpus to another and back, so that rows are inserted, changed and deleted. Whatever
 * is killed, it must hold the old corpus, or all of the new one, and the next load must go through.
 */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tableNames } from '../../tests/write/postgres/corpora.ts';
import { TemporaryServer } from '../../tests/write/postgres/server.ts';
import { command, writeDocuments } from './fixtures.ts';

const [kills = 50, documents = 1_000] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'guiyi-pg-kill-'));

/** Two corpora: the second lacks a third of the documents, has others, and the rest in their own script. */
function corpora(): string[] {
  return ['normal', 'kept'].map((name, second) => {
    const input = join(folder, name, 'input');
    const out = join(folder, name, 'out');
    writeDocuments(input, second ? Math.ceil((documents * 2) / 3) : documents, second ? 7 : 6);
    const options = second ? ['--script', 'keep'] : [];
    const { status } = spawnSync(process.execPath, [
      command,
      'run',
      input,
      '--out',
      out,
      '--quiet',
      ...options,
    ]);
    assert.equal(status, 0);
    return join(out, 'records');
  });
}

/** Starts a load; gives its process, and its exit status once it has ended: nothing where it was killed. */
function load(records: string, url: string) {
  const child = spawn(process.execPath, [command, 'load', records, '--to', url, '--prune', '--quiet'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (data) => {
    said += data;
  });
  const ended = new Promise<{ status: number | null; said: string }>((resolve) =>
    child.on('close', (status) => resolve({ status, said })),
  );
  return { child, ended };
}

const hashes = tableNames.map(
  (table) => `(SELECT md5(string_agg(t::text, '' ORDER BY t::text)) FROM ${table} AS t) AS ${table}`,
);
async function contentOf(): Promise<string> {
  return JSON.stringify(await server.query('trial', `SELECT ${hashes.join(', ')}`));
}

const server = await TemporaryServer.start();
try {
  const url = await server.createDatabase('trial');
  const targets = corpora();
  const contents: string[] = [];
  const times: number[] = [];
  for (const [i, records] of [...targets, targets[0]].entries()) {
    const started = Date.now();
    assert.equal((await load(records, url).ended).status, 0);
    times[i % 2] = Date.now() - started;
    contents[i % 2] ??= await contentOf();
  }
  assert.equal(await contentOf(), contents[0]);
  assert.notEqual(contents[0], contents[1]);
  let held = 0;
  const tally = { old: 0, new: 0, neither: 0 };
  for (let kill = 0; kill < kills; kill++) {
    const goal = 1 - held;
    const { child, ended } = load(targets[goal], url);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * times[goal]));
    const ofServer = kill % 2 === 0;
    if (ofServer) server.kill();
    else child.kill('SIGKILL');
    const { status, said } = await ended;
    if (ofServer) server.restart();
    if (status !== null && status !== 0) assert.match(said, /GY51[18]/);
    // The server may still be taking back what the command left.
    while (
      (await server.query('trial', "SELECT FROM pg_stat_activity WHERE application_name = 'guiyi'")).length >
      0
    ) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const content = await contentOf();
    if (content === contents[held]) tally.old++;
    else if (content === contents[goal]) {
      tally.new++;
      held = goal;
    } else {
      tally.neither++;
      console.error(`after kill ${kill} of the ${ofServer ? 'server' : 'command'} neither is there: ${said}`);
    }
    const next = await load(targets[1 - held], url).ended;
    assert.equal(next.status, 0, next.said);
    held = 1 - held;
    assert.equal(await contentOf(), contents[held]);
  }
  console.log(
    `${kills} kills over ${documents} documents: ${tally.old} times the old corpus, ${tally.new} times the new one, ${tally.neither} times neither`,
  );
  process.exitCode = tally.neither === 0 ? 0 : 1;
} finally {
  server.remove();
  rmSync(folder, { recursive: true });
}
