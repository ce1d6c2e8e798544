import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toLine } from '../../../src/write/index.ts';
import { assertServer } from '../../../src/write/postgres/connection.ts';
import { CorpusLoad, searchCorpus } from '../../../src/write/postgres/index.ts';
import { fresh } from '../../batch/output-folder.ts';
import { contentInPostgres, contentInSqlite, corpus, load, recordsOf, stored } from './corpora.ts';
import { hasPostgres, OWNER, PASSWORD, TemporaryServer } from './server.ts';

const main = fileURLToPath(new URL('../../../dist/cli/main.js', import.meta.url));
const changed = recordsOf({ a: '水利部。', d: '财政部。' });

test('a server that is too old or has another encoding is told so', () => {
  const now = { version: '15.1', number: 150_001, encoding: 'UTF8' };
  expect(() => assertServer(now, '')).not.toThrow();
  expect(() => assertServer({ ...now, version: '9.6', number: 90_600 }, '')).toThrow(/9\.6, older than 14/);
  expect(() => assertServer({ ...now, encoding: 'EUC_CN' }, '')).toThrow(/EUC_CN/);
});

test('without a server the command says that there is none', () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    [main, 'load', '.', '--to', 'postgres://me:geheim@127.0.0.1:9/corpus'],
    { cwd: fresh(), encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } },
  );
  expect(status).toBe(1);
  expect(stderr).toMatch(/^guiyi: postgres:\/\/me@127\.0\.0\.1:9\/corpus: GY511 .*ECONNREFUSED.*\n$/);
});

describe.skipIf(!hasPostgres)('when PostgreSQL refuses', () => {
  let server: TemporaryServer;

  beforeAll(async () => {
    server = await TemporaryServer.start();
  }, 60_000);
  afterAll(() => server?.remove(), 60_000);

  const password = encodeURIComponent(PASSWORD);
  const code = (code: string) => expect.objectContaining({ code });

  test('the right password is taken, a wrong one, none and an unknown user are told', async () => {
    await server.createDatabase('login');
    await load(server.tcpUrl('login', `${OWNER}:${password}`), corpus);
    for (const login of [`${OWNER}:geheim`, OWNER, `nobody:${password}`]) {
      const error = await load(server.tcpUrl('login', login), corpus).catch((error) => error);
      expect(error).toEqual(code('GY512'));
      expect(error.describe()).not.toMatch(/geheim|p@ss|p%40ss/);
    }
  });

  test('a database that is not there', async () => {
    await expect(load(server.url('missing'), corpus)).rejects.toEqual(code('GY513'));
    await expect(searchCorpus(server.url('missing'), [['国务院']], 5)).rejects.toEqual(code('GY513'));
  });

  test('a database that is no corpus', async () => {
    const url = await server.createDatabase('empty');
    await expect(searchCorpus(url, [['国务院']], 5)).rejects.toEqual(code('GY101'));
    await expect(searchCorpus(server.url('empty', '&schema=none'), [['国务院']], 5)).rejects.toEqual(
      code('GY101'),
    );
  });

  test('a database in another encoding', async () => {
    const url = await server.createDatabase('chinese', "ENCODING 'EUC_CN' TEMPLATE template0");
    await expect(load(url, corpus)).rejects.toEqual(code('GY515'));
  });

  test('a user who may not create, or not change', async () => {
    const url = await server.createDatabase('guarded');
    await server.query('guarded', `CREATE ROLE guest LOGIN PASSWORD '${PASSWORD}'`);
    const guest = server.tcpUrl('guarded', `guest:${password}`);
    await expect(load(guest, corpus)).rejects.toEqual(code('GY514'));
    await expect(load(`${guest}?schema=own`, corpus)).rejects.toEqual(code('GY514'));
    await load(url, corpus);
    await expect(load(guest, changed)).rejects.toEqual(code('GY514'));
    await server.query('guarded', 'GRANT SELECT ON ALL TABLES IN SCHEMA public TO guest');
    expect(await searchCorpus(guest, [['规划']], 5)).toHaveLength(4);
    await expect(load(guest, changed)).rejects.toEqual(code('GY514'));
    await expect(load(`${url}&options=-c default_transaction_read_only=on`, changed)).rejects.toEqual(
      code('GY514'),
    );
  });

  test('a user who may change but not create needs no more', async () => {
    const url = await server.createDatabase('shared');
    await load(url, corpus);
    await server.query(
      'shared',
      `CREATE ROLE writer LOGIN PASSWORD '${PASSWORD}';
       GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO writer`,
    );
    const counts = await load(server.tcpUrl('shared', `writer:${password}`), changed, { prune: true });
    expect(counts.inserted).toBeGreaterThan(0);
    expect(await contentInPostgres(server, 'shared')).toEqual(contentInSqlite(changed));
  });

  test("a schema that has somebody else's tables", async () => {
    const url = await server.createDatabase('foreign');
    await server.query('foreign', 'CREATE TABLE documents (id serial)');
    await expect(load(url, corpus)).rejects.toThrow(/public\.documents is there/);
    await load(`${url}&schema=corpus`, corpus);
    await server.query(
      'foreign',
      'CREATE SCHEMA other; CREATE AGGREGATE other.group_concat(text) (SFUNC = textcat, STYPE = text)',
    );
    await expect(load(`${url}&schema=other`, corpus)).rejects.toEqual(code('GY516'));
    await expect(load(`${url}&options=-c search_path=nowhere`, corpus)).rejects.toEqual(code('GY516'));
  });

  test('a database that a newer version made, or another one', async () => {
    const url = await server.createDatabase('newer');
    await load(url, corpus);
    await server.query(
      'newer',
      "INSERT INTO guiyi_migrations SELECT max(number) + 1, 'later', '' FROM guiyi_migrations",
    );
    await expect(load(url, changed)).rejects.toEqual(code('GY517'));
    await expect(searchCorpus(url, [['规划']], 5)).rejects.toEqual(code('GY517'));
    await server.query(
      'newer',
      `DELETE FROM guiyi_migrations WHERE name = 'later'; UPDATE guiyi_migrations SET hash = 'x' WHERE number = 2`,
    );
    await expect(load(url, changed)).rejects.toThrow(/migration 2/);
    expect(await contentInPostgres(server, 'newer')).toEqual(contentInSqlite(corpus));
  });

  test('a second load at the same time', async () => {
    const url = await server.createDatabase('busy');
    const first = await CorpusLoad.open(url);
    await expect(load(url, changed)).rejects.toEqual(code('GY519'));
    await load(`${url}&schema=other`, changed);
    for (const record of corpus) await first.put(stored(record));
    await first.finish();
    await load(url, corpus);
  });

  test('a record that is none fails the load, and says where it stands', async () => {
    const url = await server.createDatabase('broken');
    await load(url, corpus);
    const broken = { ...stored(changed[0]), path: 'x.jsonl', line: 7 };
    for (const bad of [
      { ...broken, record: { ...broken.record, tokens: undefined as never } },
      {
        ...broken,
        record: {
          ...broken.record,
          blocks: [{ kind: 'title', level: 1e12, span: [0, 1], source: [0, 1] }] as never,
        },
      },
    ]) {
      const load = await CorpusLoad.open(url);
      await load.put(stored(changed[1]));
      await load.put(bad);
      await expect(load.finish()).rejects.toEqual(code('GY503'));
      await load.abandon();
    }
    expect(await contentInPostgres(server, 'broken')).toEqual(contentInSqlite(corpus));
  });
});

describe.skipIf(!hasPostgres)('when the connection is lost in mid-load the old state stays', () => {
  let server: TemporaryServer;

  beforeAll(async () => {
    server = await TemporaryServer.start();
  }, 60_000);
  afterAll(() => server?.remove(), 60_000);

  /** Records that have been sent to the server before it went. */
  async function sentLoad(url: string): Promise<CorpusLoad> {
    const load = await CorpusLoad.open(url);
    // More than are kept back before they are sent.
    for (let i = 0; i < 600; i++) await load.put(stored({ ...changed[0], id: `new-${i}` }));
    return load;
  }

  test('the server killed while we read', async () => {
    const url = await server.createDatabase('killed');
    await load(url, corpus);
    const going = await sentLoad(url);
    server.kill();
    await expect(going.finish()).rejects.toMatchObject({ code: 'GY518' });
    await going.abandon();
    server.restart();
    expect(await contentInPostgres(server, 'killed')).toEqual(contentInSqlite(corpus));
    await load(url, changed, { prune: true });
    expect(await contentInPostgres(server, 'killed')).toEqual(contentInSqlite(changed));
  }, 60_000);

  test('the server killed while it works', async () => {
    const url = await server.createDatabase('working');
    await load(url, corpus);
    const going = await sentLoad(url);
    // The merge waits for this lock, and the server dies while it does.
    const holder = new pg.Client({ connectionString: url });
    holder.on('error', () => {});
    await holder.connect();
    await holder.query('BEGIN; LOCK TABLE tokens IN SHARE MODE');
    const finished = going.finish().catch((error) => error);
    await until(async () => {
      const waiting = await server.query(
        'working',
        "SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock'",
      );
      return waiting.length > 0;
    });
    server.kill();
    expect(await finished).toMatchObject({ code: 'GY518' });
    await going.abandon();
    server.restart();
    expect(await contentInPostgres(server, 'working')).toEqual(contentInSqlite(corpus));
  }, 60_000);

  test('the session ended by an administrator', async () => {
    const url = await server.createDatabase('ended');
    await load(url, corpus);
    const going = await sentLoad(url);
    await server.query(
      'ended',
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'guiyi'",
    );
    await expect(going.finish()).rejects.toMatchObject({ code: 'GY518' });
    await going.abandon();
    expect(await contentInPostgres(server, 'ended')).toEqual(contentInSqlite(corpus));
  });

  test('the wire cut in the middle of the rows', async () => {
    const url = await server.createDatabase('cut');
    await load(url, corpus);
    const cutter = await WireCutter.before(new URL(url.replace('@/', '@localhost/')).searchParams);
    const going = await CorpusLoad.open(`postgres://${OWNER}@/cut?host=${cutter.folder}&port=1`);
    cutter.bytesLeft = 300_000;
    const sent = (async () => {
      for (let i = 0; i < 5_000; i++) await going.put(stored({ ...changed[0], id: `new-${i}` }));
      await going.finish();
    })();
    await expect(sent).rejects.toMatchObject({ code: 'GY518' });
    await going.abandon();
    cutter.close();
    expect(await contentInPostgres(server, 'cut')).toEqual(contentInSqlite(corpus));
    // The server has noticed, and let go of the lock.
    await until(
      async () =>
        (await server.query('cut', "SELECT FROM pg_stat_activity WHERE application_name = 'guiyi'"))
          .length === 0,
    );
    await load(url, changed);
  }, 60_000);

  test('the command ends with status 1 and says what to do', async () => {
    const url = await server.createDatabase('command');
    await load(url, corpus);
    const cwd = fresh();
    spawnSync('mkfifo', ['records.jsonl'], { cwd });
    const command = spawn(process.execPath, [main, 'load', 'records.jsonl', '--to', url], {
      cwd,
      env: { ...process.env, LC_ALL: 'C' },
    });
    const ended = outcomeOf(command);
    // Opens when the command does: it is connected, and reads.
    const pipe = openSync(join(cwd, 'records.jsonl'), 'w');
    writeSync(pipe, `${toLine(changed[0])}\n`);
    server.kill();
    writeSync(pipe, `${toLine(changed[1])}\n`);
    closeSync(pipe);
    const { status, stdout, stderr } = await ended;
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^guiyi: postgres:.*GY518 .*run the same command again.*\n$/);
    server.restart();
    expect(await contentInPostgres(server, 'command')).toEqual(contentInSqlite(corpus));
    writeFileSync(join(cwd, 'again.jsonl'), changed.map((record) => `${toLine(record)}\n`).join(''));
    const again = spawnSync(process.execPath, [main, 'load', 'again.jsonl', '--to', url, '--prune'], {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
    });
    expect(again).toMatchObject({ status: 0, stderr: '' });
    expect(again.stdout).toMatch(
      /^2 records are in postgres:.*; \d+ rows inserted, \d+ changed, \d+ deleted\.\n$/,
    );
    expect(await contentInPostgres(server, 'command')).toEqual(contentInSqlite(changed));
  }, 60_000);
});

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20));
}

async function outcomeOf(child: ChildProcess) {
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (data) => {
    stdout += data;
  });
  child.stderr?.on('data', (data) => {
    stderr += data;
  });
  const [status] = await once(child, 'close');
  return { status, stdout, stderr };
}

/** Stands before a server's socket and passes all on, until so many bytes have gone to the server. */
class WireCutter {
  bytesLeft = Number.POSITIVE_INFINITY;
  readonly folder: string;
  readonly #listener: Server;

  private constructor(folder: string, listener: Server) {
    this.folder = folder;
    this.#listener = listener;
  }

  static async before(server: URLSearchParams): Promise<WireCutter> {
    const folder = fresh();
    const listener = createServer();
    const cutter = new WireCutter(folder, listener);
    listener.on('connection', (client: Socket) => {
      const wire = connect(join(server.get('host')!, `.s.PGSQL.${server.get('port')}`));
      wire.on('data', (data) => client.write(data)).on('error', () => {});
      client
        .on('error', () => {})
        .on('data', (data) => {
          cutter.bytesLeft -= data.length;
          if (cutter.bytesLeft > 0) wire.write(data);
          else for (const end of [client, wire]) end.destroy();
        });
      client.on('close', () => wire.destroy());
    });
    listener.listen(join(folder, '.s.PGSQL.1'));
    await once(listener, 'listening');
    return cutter;
  }

  close(): void {
    this.#listener.close();
  }
}
