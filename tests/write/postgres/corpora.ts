import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type DocumentRecord, normalize } from '../../../src/index.ts';
import { CorpusDatabase, digestOf, toLine } from '../../../src/write/index.ts';
import { holdable } from '../../../src/write/postgres/copy-text.ts';
import { CorpusLoad, type RowCounts } from '../../../src/write/postgres/index.ts';
import { childTables, columnsOf, type TableName, tables } from '../../../src/write/tables.ts';
import type { TemporaryServer } from './server.ts';

export const tableNames: readonly TableName[] = ['documents', ...childTables];
export const viewNames = ['metrics_by_region', 'organs_by_document', 'duplicates', 'rules_applied'] as const;

/** Records of texts, by id. */
export const recordsOf = (texts: Readonly<Record<string, string>>): DocumentRecord[] =>
  Object.entries(texts).map(([id, text]) => normalize(text, { id }));

/** Two documents, and a third that is the first in the other script. */
export const corpus = recordsOf({
  a: '國務院關於印發規劃的通知\n湖北省人民政府：2013年，湖北省糧食產量增長12.5%，教育部負責落實規劃。',
  b: '教育部负责。\n\n2013年，全国𠮷林完成80%以上，四川省、湖北省\\n"引號"和{括號}\t完成50%以上。',
  c: '国务院关于印发规划的通知\n湖北省人民政府：2013年，湖北省粮食产量增长12.5%，教育部负责落实规划。',
});

export const stored = (record: DocumentRecord) => ({
  path: 'records.jsonl',
  line: 1,
  digest: digestOf(toLine(record)),
  record,
});

/** Loads records. @returns what changed */
export async function load(
  url: string,
  records: readonly DocumentRecord[],
  options: { prune?: boolean } = {},
): Promise<RowCounts & { replacing: number }> {
  const load = await CorpusLoad.open(url);
  for (const record of records) await load.put(stored(record));
  const counts = await load.finish(options);
  return { ...counts, replacing: load.replacing };
}

type Rows = Record<string, unknown>[];

/** All rows of all tables and views, in an order that the rows themselves give. */
export async function contentInPostgres(
  server: TemporaryServer,
  database: string,
): Promise<Record<string, Rows>> {
  // The search index is of PostgreSQL alone.
  const columns = (name: string) => (isTable(name) ? columnsOf(name).join(', ') : '*');
  const content: Record<string, Rows> = {};
  await server.connected(database, async (client) => {
    for (const name of [...tableNames, ...viewNames]) {
      content[name] = (await client.query(`SELECT ${columns(name)} FROM ${name}`)).rows;
    }
  });
  return comparable(content);
}

const isTable = (name: string): name is TableName => Object.hasOwn(tables, name);

/** An SQLite database with these records. */
export function sqliteOf(records: readonly DocumentRecord[]): CorpusDatabase {
  const database = new CorpusDatabase(join(mkdtempSync(join(tmpdir(), 'guiyi-')), 'corpus.sqlite'));
  for (const record of records) database.put(record, digestOf(toLine(record)));
  database.commit();
  database.index();
  return database;
}

/** The same of an SQLite database with these records. */
export function contentInSqlite(records: readonly DocumentRecord[]): Record<string, Rows> {
  const database = sqliteOf(records);
  const content: Record<string, Rows> = {};
  for (const name of [...tableNames, ...viewNames]) content[name] = database.query(`SELECT * FROM ${name}`);
  database.close();
  const expected = comparable(content);
  // A mean in the middle between two of four decimals is rounded to either.
  for (const row of expected.rules_applied) {
    row.mean_confidence = expect.closeTo(row.mean_confidence as number, 3);
  }
  return expected;
}

/** Columns that are JSON here and there; in SQLite as text. */
const JSON_COLUMNS = new Set(['carried', 'causes', 'counts', 'detail']);
/** Columns that are `bigint` in PostgreSQL, which its client gives as text. */
const COUNTS = new Set(['bytes', 'mentions', 'edits', 'documents']);

function comparable(content: Record<string, Rows>): Record<string, Rows> {
  return Object.fromEntries(
    Object.entries(content).map(([name, rows]) => {
      const cells = rows.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([column, value]) => [column, comparableCell(column, value)]),
        ),
      );
      return [name, cells.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))];
    }),
  );
}

function comparableCell(column: string, value: unknown): unknown {
  if (value === null) return null;
  // Object keys have no order in jsonb.
  if (JSON_COLUMNS.has(column)) return sorted(typeof value === 'string' ? JSON.parse(value) : value);
  if (COUNTS.has(column)) return Number(value);
  // Names come in no order.
  if (column === 'named_as') return String(value).split(',').sort();
  if (column === 'words') return Array.isArray(value) ? value.join(' ') : value;
  return typeof value === 'string' ? holdable(value) : value;
}

function sorted(value: unknown): unknown {
  if (typeof value === 'string') return holdable(value);
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, held]) => [holdable(key), sorted(held)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
