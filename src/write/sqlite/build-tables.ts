import fs from 'node:fs';
import { onDisk } from '../disk.ts';
import type { TableName } from '../tables.ts';
import { inSqlite } from './in-sqlite.ts';
import { PageFile } from './page-file.ts';
import { createTable, SCHEMA_NUMBER } from './schema.ts';
import { rowsOf, type StoredTable } from './stored-table.ts';
import { TreeBuilder } from './tree-builder.ts';

/**
 * Makes a database of tables whose rows are there: SQLite makes the tables, empty, and the rows are put in as whole
 * pages. A hundredth of the cost of inserting each row.
 *
 * @param path of the new file; one that is there is overwritten
 * @throws GuiyiError GY501
 */
export function buildTables(path: string, tables: readonly (readonly [TableName, StoredTable])[]): void {
  onDisk(path, () => fs.rmSync(path, { force: true }));
  const roots = inSqlite(path, (database) => {
    database.pragma(`user_version = ${SCHEMA_NUMBER}`);
    for (const [name] of tables) database.exec(createTable(name));
    const found = database.prepare('SELECT name, rootpage FROM sqlite_schema WHERE rootpage > 0').raw().all();
    return new Map(found as [string, number][]);
  });
  const file = new PageFile(path);
  try {
    for (const [name, table] of tables) {
      const tree = new TreeBuilder(file, roots.get(name)!);
      for (const rows of rowsOf(table)) tree.add(rows);
      tree.finish();
    }
  } finally {
    file.close();
  }
}
