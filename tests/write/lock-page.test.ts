import fs from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { normalize } from '../../src/index.ts';
import { encodeRows } from '../../src/write/index.ts';
import { tableOrder } from '../../src/write/sqlite/encode-rows.ts';
import { PageFile } from '../../src/write/sqlite/page-file.ts';
import { tableSchema } from '../../src/write/sqlite/schema.ts';
import { TreeBuilder } from '../../src/write/sqlite/tree-builder.ts';
import { fresh } from '../batch/output-folder.ts';

const PAGE = 4096;
/** SQLite never reads or writes the page that holds this byte. */
const LOCK_PAGE = 2 ** 30 / PAGE + 1;

/** An empty corpus that ends so many pages before the one that SQLite locks. The gap takes no room on the disk. */
function longDatabase(pagesBefore: number): { path: string; roots: Map<string, number> } {
  const path = join(fresh(), 'long.sqlite');
  const database = new Database(path);
  database.exec(tableSchema);
  const found = database.prepare('SELECT name, rootpage FROM sqlite_schema WHERE rootpage > 0').raw().all();
  database.close();
  const pages = LOCK_PAGE - 1 - pagesBefore;
  fs.truncateSync(path, pages * PAGE);
  const handle = fs.openSync(path, 'r+');
  const count = Buffer.alloc(4);
  count.writeUInt32BE(pages);
  fs.writeSync(handle, count, 0, 4, 28);
  fs.closeSync(handle);
  return { path, roots: new Map(found as [string, number][]) };
}

describe('a database of more than a gigabyte', () => {
  test.each([0, 1, 2, 5, 20, 60, 150])(
    'goes around the page that SQLite locks, %d pages on',
    (pagesBefore) => {
      // Its text takes pages of its own; the others fill leaves and the levels above them.
      const record = normalize('全省完成投资120亿元，增长12.5%。\n'.repeat(900), { id: 'long' });
      const { bytes, lengths } = encodeRows(record, 'digest');
      const { path, roots } = longDatabase(pagesBefore);
      const file = new PageFile(path);
      let from = 0;
      for (const [table, name] of tableOrder.entries()) {
        const tree = new TreeBuilder(file, roots.get(name)!);
        tree.add(bytes.subarray(from, from + lengths[table]));
        tree.finish();
        from += lengths[table];
      }
      file.close();
      expect(file.next).toBeGreaterThan(LOCK_PAGE + 1);

      const database = new Database(path, { readonly: true });
      try {
        const one = (sql: string) => database.prepare(sql).pluck().get();
        expect(one('SELECT text FROM documents')).toBe(record.text);
        expect(one("SELECT group_concat(text, '') FROM (SELECT text FROM tokens ORDER BY ordinal)")).toBe(
          record.tokens.text.join(''),
        );
        for (const name of tableOrder.slice(1))
          expect(one(`SELECT count(*) FROM ${name}`), name).toBe(
            one(`SELECT max(ordinal) + 1 FROM ${name}`) ?? 0,
          );
      } finally {
        database.close();
        fs.rmSync(path);
      }
    },
  );
});
