import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DocumentRecord, normalize } from '../../../src/index.ts';
import { type Hit, search, toLine } from '../../../src/write/index.ts';
import { CorpusLoad, searchCorpus } from '../../../src/write/postgres/index.ts';
import { searchVector } from '../../../src/write/postgres/search-vector.ts';
import { columnsOf, tables } from '../../../src/write/tables.ts';
import { hostileText, LAW_RUNS } from '../../arbitraries.ts';
import { fresh as freshFolder } from '../../batch/output-folder.ts';
import {
  contentInPostgres,
  contentInSqlite,
  corpus,
  load,
  recordsOf,
  sqliteOf,
  stored,
  tableNames,
} from './corpora.ts';
import { hasPostgres, TemporaryServer } from './server.ts';

const main = fileURLToPath(new URL('../../../dist/cli/main.js', import.meta.url));

/** What a command prints; it must end well, and say nothing else. */
function guiyi(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout;
}

const rowsOf = (content: Record<string, unknown[]>) =>
  tableNames.reduce((sum, table) => sum + content[table].length, 0);
/** A row whose whole numbers are numbers: the client gives those of 64 bits as text. */
const plain = (row: object) =>
  Object.fromEntries(
    Object.entries(row).map(([name, cell]) => [name, /^\d+$/.test(String(cell)) ? Number(cell) : cell]),
  );
/** The queries of a page for one database, or for both. */
const queriesOf = (page: string, dialect: string) =>
  [...page.matchAll(new RegExp(`^\`\`\`sql ${dialect}\\n([\\s\\S]*?)^\`\`\``, 'gm'))]
    .flatMap(([, text]) => text.split(';'))
    .filter((query) => query.trim() !== '');
const unchanged = { inserted: 0, changed: 0, deleted: 0 };

describe.skipIf(!hasPostgres)('loading into PostgreSQL', () => {
  let server: TemporaryServer;
  let databases = 0;
  const fresh = async () => {
    const name = `corpus${++databases}`;
    return { name, url: await server.createDatabase(name) };
  };

  beforeAll(async () => {
    server = await TemporaryServer.start();
  }, 60_000);
  afterAll(() => server?.remove(), 60_000);

  test('makes the tables that tables.ts has, typed, and the index of words beside', async () => {
    const { name, url } = await fresh();
    await load(url, []);
    const types = { text: 'text', integer: 'integer', real: 'double precision', json: 'jsonb' };
    for (const table of tableNames) {
      const kinds: Record<string, keyof typeof types> = tables[table];
      const expected = columnsOf(table).map((column) => {
        if (column === 'bytes') return { column, type: 'bigint' };
        if (column === 'words') return { column, type: 'ARRAY' };
        return { column, type: types[kinds[column] ?? (column === 'ordinal' ? 'integer' : 'text')] };
      });
      if (table === 'sentences') expected.push({ column: 'search', type: 'tsvector' });
      // Columns that a later migration added stand last.
      const byName = (rows: readonly { column: string }[]) =>
        [...rows].sort((a, b) => (a.column < b.column ? -1 : 1));
      const columns = await server.query<{ column: string; type: string }>(
        name,
        `SELECT column_name AS column, data_type AS type FROM information_schema.columns
         WHERE table_name = $1 ORDER BY ordinal_position`,
        [table],
      );
      expect(byName(columns)).toEqual(byName(expected));
    }
  });

  test('holds in each table and view what SQLite holds', async () => {
    const { name, url } = await fresh();
    const content = contentInSqlite(corpus);
    expect(await load(url, corpus)).toEqual({
      ...unchanged,
      inserted: rowsOf(content),
      replacing: 0,
    });
    expect(await contentInPostgres(server, name)).toEqual(content);
    for (const view of ['metrics_by_region', 'organs_by_document', 'duplicates', 'rules_applied']) {
      expect(content[view].length).toBeGreaterThan(0);
    }
  });

  test('changes no row when the same records come again', async () => {
    const { name, url } = await fresh();
    await load(url, corpus);
    const versions = () =>
      server.query(name, 'SELECT xmin, xmax, ctid FROM tokens ORDER BY document_id, ordinal');
    const before = await versions();
    expect(await load(url, corpus)).toMatchObject(unchanged);
    expect(await load(url, corpus)).toMatchObject(unchanged);
    expect(await versions()).toEqual(before);
  });

  test('changes no row but that of the digest where the database has forgotten it', async () => {
    const { name, url } = await fresh();
    await load(url, corpus);
    await server.query(name, "UPDATE documents SET digest = '' WHERE id <> 'c'");
    expect(await load(url, corpus)).toMatchObject({ ...unchanged, changed: 2 });
    expect(await contentInPostgres(server, name)).toEqual(contentInSqlite(corpus));
  });

  test('touches only the rows of a record that differ', async () => {
    const { name, url } = await fresh();
    const before = recordsOf({ a: '教育部负责规划。财政部负责预算。', b: '国务院。' });
    const after = recordsOf({ a: '教育部负责规划。水利部负责预算。', b: '国务院。' });
    await load(url, before);
    const untouched = () =>
      server.query(name, "SELECT xmin, ctid FROM tokens WHERE document_id = 'b' OR ordinal < 4");
    const untouchedBefore = await untouched();
    // The document, its second sentence, one token, one entity.
    expect(await load(url, after)).toMatchObject({ inserted: 0, changed: 4, deleted: 0 });
    expect(await untouched()).toEqual(untouchedBefore);
    expect(await contentInPostgres(server, name)).toEqual(contentInSqlite(after));
  });

  test('takes out the rows that a record no longer has', async () => {
    const { name, url } = await fresh();
    await load(url, corpus);
    const shorter = recordsOf({ a: '國務院。' });
    expect(await load(url, shorter)).toMatchObject({ inserted: 0, deleted: expect.any(Number) });
    expect(await contentInPostgres(server, name)).toEqual(contentInSqlite([...shorter, ...corpus.slice(1)]));
  });

  test('keeps documents that no record has, and takes them out with prune', async () => {
    const { name, url } = await fresh();
    await load(url, corpus);
    expect(await load(url, corpus.slice(0, 1))).toMatchObject(unchanged);
    const gone = rowsOf(contentInSqlite(corpus.slice(1)));
    expect(await load(url, corpus.slice(0, 1), { prune: true })).toMatchObject({
      ...unchanged,
      deleted: gone,
    });
    expect(await contentInPostgres(server, name)).toEqual(contentInSqlite(corpus.slice(0, 1)));
  });

  test('of records with one id lets the last count, be it the one that is there already', async () => {
    const { name, url } = await fresh();
    const [first] = recordsOf({ a: '教育部。' });
    const [second] = recordsOf({ a: '财政部负责预算。' });
    await load(url, [first, second]);
    expect(await contentInPostgres(server, name)).toEqual(contentInSqlite([second]));
    expect(await load(url, [first, second])).toMatchObject(unchanged);
  });

  test('puts U+FFFD for what PostgreSQL can not hold, and keeps every position true', async () => {
    const { name, url } = await fresh();
    const record = {
      ...normalize('教育部\0负责\ud800规划𠮷。', { id: 'a' }),
      carried: { 'k\0': ['\udc00\\u0000', '\\\\u0000', '\u0001😀'] },
    };
    expect(await load(url, [...corpus.slice(1), record])).toMatchObject({ replacing: 1 });
    const [{ source_text, carried }] = await server.query<{ source_text: string; carried: unknown }>(
      name,
      "SELECT source_text, carried FROM documents WHERE id = 'a'",
    );
    expect(source_text).toBe('教育部\ufffd负责\ufffd规划𠮷。');
    expect(carried).toEqual({ 'k\ufffd': ['\ufffd\\u0000', '\\\\u0000', '\u0001😀'] });
    const wrong = await server.query(
      name,
      `SELECT * FROM edits JOIN documents ON documents.id = document_id
       WHERE substr(documents.source_text, source_start + 1, source_end - source_start) <> before`,
    );
    expect(wrong).toEqual([]);
    const messages = await server.query(
      name,
      "SELECT rule FROM messages WHERE document_id = 'a' ORDER BY rule",
    );
    expect(messages).toEqual([{ rule: 'control-characters' }, { rule: 'lone-surrogates' }]);
  });

  test('takes words beyond the limits of a tsvector, and finds them in the text', async () => {
    const { name, url } = await fresh();
    const words = Array.from({ length: 200_000 }, (_, i) => `词${i}`);
    for (const many of [words, [...words].reverse(), Array(300_000).fill('词'), ["'", '\\', "a'b\\c"]]) {
      await server.query(name, 'SELECT $1::tsvector', [searchVector(many)]);
    }
    await load(url, recordsOf({ a: `${'x'.repeat(5_000)}规划` }));
    await server.query(name, "INSERT INTO sentences (document_id, ordinal, search) VALUES ('a', 99, $1)", [
      searchVector(['각'.repeat(682)]),
    ]);
    expect(await searchCorpus(url, [['规划']], 5)).toMatchObject([{ id: 'a' }]);
    expect(await searchCorpus(url, [['x'.repeat(5_000)]], 5)).toMatchObject([{ id: 'a' }]);
  });

  test('whatever loads follow each other: the database holds what SQLite holds', async () => {
    const { name, url } = await fresh();
    const held = new Map<string, DocumentRecord>();
    const texts = fc.dictionary(fc.constantFrom('a', 'b', 'c\0', 'c\\', "d'"), hostileText(), { maxKeys: 4 });
    await fc.assert(
      fc.asyncProperty(texts, fc.boolean(), async (some, prune) => {
        const records = recordsOf(some);
        if (prune) held.clear();
        for (const record of records) held.set(record.id, record);
        await load(url, records, { prune });
        expect(await contentInPostgres(server, name)).toEqual(contentInSqlite([...held.values()]));
        expect(await load(url, records, { prune })).toMatchObject(unchanged);
      }),
      { numRuns: Math.ceil(LAW_RUNS / 100), endOnFailure: true },
    );
  }, 300_000);

  test('schemas stand apart, and each has its own migrations', async () => {
    const { name } = await fresh();
    await load(server.url(name, '&schema=first'), corpus.slice(0, 1));
    await load(server.url(name, '&schema=Zweites "二"'), corpus.slice(1));
    const ids = await server.query(
      name,
      `SELECT (SELECT string_agg(id, ',') FROM first.documents) AS first,
              (SELECT string_agg(id, ',' ORDER BY id) FROM "Zweites ""二""".documents) AS second`,
    );
    expect(ids).toEqual([{ first: 'a', second: 'b,c' }]);
    // The function finds its tables from wherever it is called.
    expect(await server.query(name, "SELECT path FROM first.search('规划')")).toEqual([
      { path: 'a' },
      { path: 'a' },
    ]);
  });

  test('answers the queries of the documentation as SQLite does', async () => {
    const { name, url } = await fresh();
    await load(url, corpus);
    const page = readFileSync(new URL('../../../docs/databases.md', import.meta.url), 'utf8');
    const queries = queriesOf(page, 'both');
    expect(queries.length).toBeGreaterThanOrEqual(4);
    const database = sqliteOf(corpus);
    for (const query of queries) {
      const answer = await server.query<object>(name, query);
      expect(answer.length).toBeGreaterThan(0);
      expect(answer.map(plain)).toEqual(database.query<object>(query).map(plain));
    }
    for (const query of queriesOf(page, 'sqlite')) expect(database.query(query)).not.toEqual([]);
    for (const query of queriesOf(page, 'postgres')) expect(await server.query(name, query)).not.toEqual([]);
    database.close();
  });

  test('search finds the documents that it finds in SQLite', async () => {
    const { url } = await fresh();
    await load(url, corpus);
    const database = sqliteOf(corpus);
    const words = new Set(
      corpus.flatMap(({ tokens }) => tokens.text).filter((word) => /^\p{L}+$/u.test(word)),
    );
    const ids = (hits: readonly Hit[]) => [...new Set(hits.map(({ id }) => id))].sort();
    for (const phrases of [
      ...[...words].map((word) => [[word]]),
      [['印发', '规划']],
      [['规划'], ['教育部']],
      [['国务']],
      [['飞机']],
    ]) {
      const expected = search(database, phrases, 100);
      const found = await searchCorpus(url, phrases, 100);
      expect({ phrases, ids: ids(found) }).toEqual({ phrases, ids: ids(expected) });
      for (const { snippet } of found) expect(snippet).toMatch(/【.+】/);
    }
    database.close();
  });

  test('the commands load and search, and tell machines too', async () => {
    const { url } = await fresh();
    const file = join(freshFolder(), 'records.jsonl');
    writeFileSync(file, corpus.map((record) => `${toLine(record)}\n`).join(''));
    const rows = rowsOf(contentInSqlite(corpus));
    const first = guiyi('load', file, '--to', url, '--json');
    expect(JSON.parse(first)).toEqual({
      ...unchanged,
      records: 3,
      changes: rows,
      inserted: rows,
      replacing: 0,
    });
    expect(guiyi('load', file, '--to', url)).toMatch(
      /^3 records are in .*; 0 rows inserted, 0 changed, 0 deleted\.\n$/,
    );
    expect(guiyi('load', file, '--to', url, '--quiet')).toBe('');
    expect(guiyi('search', url, '規劃').split('\n')[0]).toBe('a:1: 国务院关于印发【规划】的通知');
    expect(guiyi('search', url, '国务', '规划')).toMatch(/^a:1: .*【国务】院/);
    expect(JSON.parse(guiyi('search', url, '印发规划', '--json', '--limit', '1'))).toEqual([
      { id: 'a', path: 'a', line: 1, snippet: '国务院关于【印发规划】的通知' },
    ]);
  });

  test('a load that is given up changes nothing, not even the schema', async () => {
    const { name, url } = await fresh();
    const given = await CorpusLoad.open(url);
    for (const record of corpus) await given.put(stored(record));
    await given.abandon();
    expect(await server.query(name, "SELECT relname FROM pg_class WHERE relname = 'documents'")).toEqual([]);
  });
});
