import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalize } from '../../../src/index.ts';
import type { DocumentRecord } from '../../../src/record/index.ts';
import { csv } from '../../../src/write/exports/csv.ts';
import { exportRecords } from '../../../src/write/exports/index.ts';
import {
  type Cell,
  childRows,
  childTables,
  columnsOf,
  type TableName,
  tables,
} from '../../../src/write/tables.ts';
import { LAW_RUNS } from '../../arbitraries.ts';
import { fresh } from '../../batch/output-folder.ts';
import { filesOf, hostileRecord, readable } from './records.ts';

const headOf = (table: TableName) => csv.heads?.find(({ file }) => file === `${table}.csv`)?.text ?? '';

/** The rows of a table as a record has them, keys included. */
function rowsOf(record: DocumentRecord, table: (typeof childTables)[number]): Cell[][] {
  const { count, row } = childRows[table](record);
  return Array.from({ length: count }, (_, ordinal) => [record.id, ordinal, ...row(ordinal)]);
}

const cellText = (cell: Cell) => (cell === null ? '' : readable(String(cell)));

test('hostile records read back cell by cell', () => {
  fc.assert(
    fc.property(hostileRecord, (record) => {
      const files = filesOf(csv, record);
      for (const table of childTables) {
        // Strict: as many cells in each row as in the head, quotes only where they may stand.
        const [head, ...rows] = parse(headOf(table) + files[`${table}.csv`], { record_delimiter: '\r\n' });
        expect(head).toEqual(columnsOf(table));
        expect(rows).toEqual(rowsOf(record, table).map((row) => row.map(cellText)));
      }
      const [document] = parse(headOf('documents') + files['documents.csv'], {
        columns: true,
        record_delimiter: '\r\n',
      }) as Record<string, string>[];
      expect(document.text).toBe(readable(record.text));
      expect(document.source_text).toBe(readable(record.sourceText));
    }),
    { numRuns: Math.ceil(LAW_RUNS / 4) },
  );
});

test('DuckDB reads the types of the tables, and tells NULL from an empty text', async () => {
  const records = [
    normalize('湖北省：2013年，粮食产量增长12.5%，"教育部"负责。\n=1+1', { id: 'a' }),
    normalize('', { id: '@b' }),
  ];
  const folder = fresh();
  exportRecords(records, csv, folder);
  const types = { text: 'VARCHAR', integer: 'BIGINT', real: 'DOUBLE', json: 'VARCHAR' };
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  try {
    for (const table of childTables) {
      const kinds: Record<string, keyof typeof types> = {
        document_id: 'text',
        ordinal: 'integer',
        ...tables[table],
      };
      const columns = Object.entries(kinds).map(([name, kind]) => `'${name}': '${types[kind]}'`);
      const path = join(folder, `${table}.csv`);
      const result = await connection.runAndReadAll(
        `SELECT * FROM read_csv('${path}', header = true, quote = '"', escape = '"', allow_quoted_nulls = false, columns = {${columns.join(', ')}})`,
      );
      const rows = result
        .getRows()
        .map((row) => row.map((cell) => (typeof cell === 'bigint' ? Number(cell) : cell)));
      expect(rows, table).toEqual(records.flatMap((record) => rowsOf(record, table)));
    }
    const documents = await connection.runAndReadAll(
      `SELECT id, text, fingerprint FROM read_csv('${join(folder, 'documents.csv')}', header = true, all_varchar = true, allow_quoted_nulls = false)`,
    );
    expect(documents.getRows().map((row) => row.slice(0, 2))).toEqual(
      records.map(({ id, text }) => [id, text]),
    );
    expect(documents.getRows()[1][2]).toBeNull();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}, 60_000);
