import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalize } from '../../src/index.ts';
import type { DocumentRecord } from '../../src/record/index.ts';
import {
  CorpusDatabase,
  digestOf,
  type EncodedRows,
  encodeRows,
  RowStore,
  toLine,
} from '../../src/write/index.ts';
import { childTables } from '../../src/write/tables.ts';
import { hostileText } from '../arbitraries.ts';
import { fresh } from '../batch/output-folder.ts';

/** Builds a database of records, whatever the order in which their rows come. */
async function built(records: readonly DocumentRecord[], threads = 1): Promise<string> {
  const folder = fresh();
  const path = join(folder, 'built.sqlite');
  const store = new RowStore(folder);
  for (const record of records) store.add(record.id, '', rowsOf(record));
  await store.build(
    path,
    records.map(({ id }) => id),
    threads,
  );
  store.close();
  return path;
}

/** The same by SQLite's own means, row by row. */
function inserted(records: readonly DocumentRecord[]): string {
  const path = join(fresh(), 'inserted.sqlite');
  const database = new CorpusDatabase(path);
  for (const record of records) database.put(record, digestOf(toLine(record)));
  database.index({ always: true });
  database.close();
  return path;
}

const rowsOf = (record: DocumentRecord): EncodedRows => encodeRows(record, digestOf(toLine(record)));

/** All rows with the types of their cells, and what a search finds. */
function dump(path: string): unknown {
  const database = new CorpusDatabase(path);
  try {
    expect(database.query('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    const tables = ['documents', ...childTables].map((table) => database.query(`SELECT * FROM ${table}`));
    const views = ['metrics_by_region', 'organs_by_document', 'duplicates', 'rules_applied'];
    const types = database.query(
      `SELECT typeof(value) AS value, typeof(confidence) AS confidence, count(*) AS n FROM entities GROUP BY 1, 2`,
    );
    const hits = database.query(
      `SELECT document_id, sentence, rank FROM search WHERE search MATCH '规划' ORDER BY 1, 2`,
    );
    return [tables, views.map((view) => database.query(`SELECT * FROM ${view}`)), types, hits];
  } finally {
    database.close();
  }
}

const base = normalize('國務院關於印發規劃的通知\n2013年，全国完成80%以上，江苏省增长12.5%。', {
  id: 'base',
});

describe('a database that is built from whole pages', () => {
  test('holds what SQLite would have put in, whatever the texts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostileText(), { maxLength: 6 }), async (texts) => {
        const records = texts.map((text, i) => normalize(text, { id: `${i * 7 + 3}` }));
        expect(dump(await built(records))).toEqual(dump(inserted(records)));
      }),
      { numRuns: 20 },
    );
  });

  test('holds rows of every length around that of a page, and numbers of every width', async () => {
    const lengths = [
      0, 1, 23, 24, 25, 57, 58, 480, 489, 490, 700, 1_001, 1_002, 1_003, 1_010, 4_091, 4_092, 4_093,
    ];
    const more = [5_080, 8_183, 8_184, 8_185, 20_000, 1_000_000];
    const records = [...lengths, ...more].map(
      (length, i): DocumentRecord => ({
        ...base,
        id: `row ${i}`,
        source: { ...base.source, bytes: 2 ** (2 * i) + (i % 2) - (i % 3) },
        // In bytes one, two, three and four to a character.
        carried: { text: ['x', 'é', '规', '𠮷'][i % 4].repeat(length) },
      }),
    );
    expect(dump(await built(records))).toEqual(dump(inserted(records)));
    const small = lengths.map(
      (length, i): DocumentRecord => ({ ...base, id: `${i}`, text: 'y'.repeat(length) }),
    );
    expect(dump(await built(small))).toEqual(dump(inserted(small)));
  });

  test('holds any number of rows: trees of one page, and of several levels', async () => {
    for (const count of [0, 1, 2, 5, 40, 41, 42, 43, 200, 2_000]) {
      const records = Array.from(
        { length: count },
        (_, i): DocumentRecord => ({
          ...base,
          id: String(i).padStart(6, '0'),
          // Few rows but documents: so every number of rows to a page comes up.
          tokens: i % 50 === 0 ? base.tokens : normalize('').tokens,
          sentences: [],
        }),
      );
      expect(dump(await built(records))).toEqual(dump(inserted(records)));
    }
  });

  test('has the same bytes whatever the order in which the rows came, and the threads', async () => {
    const records = ['甲。', '乙，丙。', '丁'].map((text, i) => normalize(text, { id: `${i}` }));
    const bytes = (path: string) => new Uint8Array(readFileSync(path));
    const expected = bytes(await built(records));
    expect(bytes(await built(records.toReversed()))).toEqual(expected);
    expect(bytes(await built(records, 2))).toEqual(expected);
  });

  test('has an index that FTS5 itself finds whole', async () => {
    const database = new Database(await built([base], 2));
    // It throws where the index does not tell of the words that are there.
    database.exec("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)");
    expect(database.prepare("SELECT count(*) FROM search WHERE search MATCH '国务院'").pluck().get()).toBe(1);
    database.close();
  });
});
