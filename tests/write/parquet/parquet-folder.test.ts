import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, test } from 'vitest';
import { type DocumentRecord, normalize } from '../../../src/index.ts';
import { CorpusDatabase, digestOf, toLine } from '../../../src/write/index.ts';
import { ParquetFolder } from '../../../src/write/parquet/index.ts';
import { childTables, columnsOf, type TableName } from '../../../src/write/tables.ts';

const texts = {
  a: '國務院關於印發規劃的通知\n湖北省人民政府：2013年，湖北省糧食產量增長12.5%，教育部負責落實規劃。',
  b: '教育部负责。\n\n2013年，全国𠮷林完成80%以上，四川省、湖北省"引號"完成50%以上。',
  c: '国务院关于印发规划的通知\n湖北省人民政府：2013年，湖北省粮食产量增长12.5%，教育部负责落实规划。',
  empty: '。',
};
const records = Object.entries(texts).map(([id, text]) => normalize(text, { id }));
const fresh = () => join(mkdtempSync(join(tmpdir(), 'guiyi-')), 'corpus');
const views = ['metrics_by_region', 'organs_by_document', 'duplicates', 'rules_applied'];

async function load(
  folder: string,
  some: readonly DocumentRecord[] = records,
  prune = false,
): Promise<number> {
  const target = await ParquetFolder.open(folder);
  try {
    for (const record of some)
      target.put({ path: 'records.jsonl', line: 1, digest: digestOf(toLine(record)), record });
    return (await target.finish({ prune })).changes;
  } catch (error) {
    target.abandon();
    throw error;
  }
}

/** The bytes of every file, by name. */
function bytesIn(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(folder.length), readFileSync(path).toString('hex')];
    }),
  );
}

let duck: DuckDBConnection;
beforeAll(async () => {
  duck = await (await DuckDBInstance.create()).connect();
});

/** Opens the folder as the page of databases says, `views.sql` run in it. */
async function opened(folder: string): Promise<DuckDBConnection> {
  await duck.run(`SET file_search_path = '${folder}'`);
  for (const statement of readFileSync(join(folder, 'views.sql'), 'utf8').split(/;\s*\n/))
    if (statement.trim() !== '') await duck.run(statement);
  return duck;
}

type Rows = Record<string, unknown>[];
async function ask(query: string): Promise<Rows> {
  return (await duck.runAndReadAll(query)).getRowObjectsJson() as Rows;
}

/** A cell as both databases can have it: lists and JSON as what they mean, whole numbers as numbers. */
function plain(cell: unknown, column: string): unknown {
  if (column === 'words') return Array.isArray(cell) ? cell.join(' ') : cell;
  if (column === 'named_as') return String(cell).split(',').sort().join(',');
  if (column === 'causes' || column === 'detail' || column === 'carried') {
    const value = typeof cell === 'string' ? JSON.parse(cell) : cell;
    if (!Array.isArray(value)) return value;
    return value.map((cause) => Object.fromEntries(Object.entries(cause).filter(([, one]) => one !== null)));
  }
  return typeof cell === 'string' && /^\d+$/.test(cell) && column === 'bytes' ? Number(cell) : cell;
}
const comparable = (rows: Rows): string[] =>
  rows
    .map((row) =>
      Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, plain(cell, column)])),
    )
    .map((row) =>
      JSON.stringify(
        Object.entries(row).map(([k, v]) => [
          k,
          typeof v === 'string' && /^(edits|documents|mentions)$/.test(k) ? Number(v) : v,
        ]),
      ),
    )
    .sort();

describe('a folder of Parquet files', () => {
  test("holds what SQLite holds, table by table and view by view, to DuckDB's eyes", async () => {
    const folder = fresh();
    await load(folder);
    await opened(folder);
    const database = new CorpusDatabase(join(folder, '..', 'corpus.sqlite'));
    for (const record of records) database.put(record, digestOf(toLine(record)));
    database.commit();
    for (const name of ['documents', ...childTables, ...views]) {
      const columns = views.includes(name) ? '*' : columnsOf(name as TableName).join(', ');
      const query = `SELECT ${columns} FROM ${name}`;
      expect(comparable(await ask(query)), name).toEqual(comparable(database.query(query)));
    }
    database.close();
  });

  test("answers the queries of the databases' page as they stand", async () => {
    const folder = fresh();
    await load(folder);
    await opened(folder);
    const page = readFileSync(new URL('../../../docs/databases.md', import.meta.url), 'utf8');
    const [, both] = /^```sql both\n([\s\S]*?)^```/m.exec(page) ?? [];
    const queries = both.split(';').filter((query) => query.trim() !== '');
    expect(queries.length).toBeGreaterThan(3);
    for (const query of queries) expect((await ask(query)).length, query).toBeGreaterThan(0);
    const own = [...page.matchAll(/^```sql duckdb\n([\s\S]*?)^```/gm)].flatMap(([, block]) =>
      block.split(';'),
    );
    expect(own.length).toBeGreaterThan(1);
    for (const query of own) if (query.trim() !== '') expect(await ask(query)).toBeDefined();
  });

  test('keeps lists as lists', async () => {
    const folder = fresh();
    await load(folder);
    await opened(folder);
    expect(
      await ask("SELECT DISTINCT document_id FROM sentences WHERE list_contains(words, '教育部') ORDER BY 1"),
    ).toEqual([{ document_id: 'a' }, { document_id: 'b' }, { document_id: 'c' }]);
    const [{ stage }] = await ask(
      "SELECT causes[1].stage AS stage FROM edits WHERE document_id = 'a' LIMIT 1",
    );
    expect(stage).toBe('convert');
  });

  test('does not change when the same records are loaded again', async () => {
    const folder = fresh();
    expect(await load(folder)).toBeGreaterThan(0);
    const before = bytesIn(folder);
    expect(await load(folder)).toBe(0);
    expect(await load(folder, [...records, records[0]])).toBe(0);
    expect(bytesIn(folder)).toEqual(before);
  });

  test('is the same whether it was made at once or over an older one', async () => {
    const folder = fresh();
    await load(folder);
    const changed = [normalize('教育部。', { id: 'a' }), ...records.slice(1)];
    expect(await load(folder, changed)).toBeGreaterThan(0);
    const other = fresh();
    await load(other, changed);
    expect(bytesIn(folder)).toEqual(bytesIn(other));
  });

  test('drops no document that nobody said may go', async () => {
    const folder = fresh();
    await load(folder);
    const before = bytesIn(folder);
    await expect(load(folder, records.slice(1))).rejects.toMatchObject({ code: 'GY505' });
    expect(bytesIn(folder)).toEqual(before);
    expect(readdirSync(join(folder, '..'))).toEqual(['corpus']);
    await load(folder, records.slice(1), true);
    await opened(folder);
    expect(await ask('SELECT count(*)::INTEGER AS n FROM documents')).toEqual([{ n: 3 }]);
  });

  test('takes no second record of an id', async () => {
    const other = normalize('另一份。', { id: 'a' });
    await expect(load(fresh(), [records[0], other])).rejects.toMatchObject({ code: 'GY506' });
  });

  test('touches no folder that holds something else, and no file that is not ours', async () => {
    const folder = fresh();
    mkdirSync(folder);
    writeFileSync(join(folder, 'notes.txt'), '勿动');
    await expect(load(folder)).rejects.toMatchObject({ code: 'GY504' });
    expect(readdirSync(folder)).toEqual(['notes.txt']);
    const broken = fresh();
    await load(broken);
    writeFileSync(join(broken, 'documents', '00001.parquet'), 'PAR1 not really PAR1');
    await expect(load(broken)).rejects.toMatchObject({ code: 'GY504' });
  });

  test('comes back where a load was killed between its two renames', async () => {
    const folder = fresh();
    await load(folder);
    const before = bytesIn(folder);
    renameSync(folder, join(folder, '..', '.corpus.guiyi-old'));
    expect(existsSync(folder)).toBe(false);
    expect(await load(folder)).toBe(0);
    expect(bytesIn(folder)).toEqual(before);
    expect(readdirSync(join(folder, '..'))).toEqual(['corpus']);
  });

  test('of nothing has every table, with no row', async () => {
    const folder = fresh();
    await load(folder, []);
    await opened(folder);
    for (const name of ['documents', ...childTables, ...views])
      expect(await ask(`SELECT * FROM ${name}`), name).toEqual([]);
  });
});
