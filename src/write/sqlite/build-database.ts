import fs from 'node:fs';
import Database from 'better-sqlite3';
import { onDisk, syncFile } from '../disk.ts';
import { tableOrder } from './encode-rows.ts';
import { PageFile } from './page-file.ts';
import { SCHEMA_NUMBER, searchIndex, tableSchema, viewSchema } from './schema.ts';
import { sqliteGuard } from './sqlite-guard.ts';
import { TreeBuilder } from './tree-builder.ts';

/**
 * Makes the corpus database of documents whose rows are there: SQLite makes the empty tables, the rows are
 * put in as whole pages, then SQLite makes the indexes over them. The bytes depend on the content alone. A
 * hundredth of the cost of inserting each row.
 *
 * @param path of the new file; one that is there is overwritten
 * @param count of the documents
 * @param rowsOf gives the rows of a table (by its place in `tableOrder`) of a document (by the order of their ids); they
 * are used up before the next are asked for
 * @throws GuiyiError GY501
 */
export function buildDatabase(
  path: string,
  count: number,
  rowsOf: (document: number, table: number) => Uint8Array,
): void {
  onDisk(path, () => fs.rmSync(path, { force: true }));
  const roots = inSqlite(path, (database) => {
    database.pragma(`user_version = ${SCHEMA_NUMBER}`);
    database.exec(tableSchema);
    const found = database.prepare('SELECT name, rootpage FROM sqlite_schema WHERE rootpage > 0').raw().all();
    return new Map(found as [string, number][]);
  });
  const file = new PageFile(path);
  try {
    for (const [table, name] of tableOrder.entries()) {
      const tree = new TreeBuilder(file, roots.get(name)!);
      for (let document = 0; document < count; document++) tree.add(rowsOf(document, table));
      tree.finish();
    }
  } finally {
    file.close();
  }
  inSqlite(path, (database) => database.exec(`${viewSchema};${searchIndex}`));
  syncFile(path);
}

/** Does something in a file that is not yet anybody's: nothing of it need outlast a failure. */
function inSqlite<T>(path: string, operation: (database: Database.Database) => T): T {
  return sqliteGuard(path, () => {
    const database = new Database(path);
    try {
      database.pragma('journal_mode = OFF');
      database.pragma('synchronous = OFF');
      database.pragma('cache_size = -65536');
      return operation(database);
    } finally {
      database.close();
    }
  });
}
