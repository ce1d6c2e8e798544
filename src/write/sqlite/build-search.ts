import { buildTables } from './build-tables.ts';
import { inSqlite } from './in-sqlite.ts';
import { searchRows, searchTable } from './schema.ts';
import type { StoredTable } from './stored-table.ts';

/** The tables in which FTS5 keeps an index; what it is configured by is the same in each file. */
const SHADOWS = ['search_data', 'search_idx', 'search_content', 'search_docsize'];

/**
 * Makes the search index in a file of its own.
 *
 * @param path of the new file; one that is there is overwritten
 * @param sentences rows of that table
 * @throws GuiyiError GY501
 */
export function buildSearch(path: string, sentences: StoredTable): void {
  buildTables(path, [['sentences', sentences]]);
  inSqlite(path, (database) => database.exec(searchTable + searchRows));
}

/** Takes an index that {@link buildSearch} made into a corpus that has none. @throws GuiyiError GY501 */
export function joinSearch(path: string, search: string): void {
  inSqlite(path, (database) => {
    database.exec(searchTable);
    // What FTS5 keeps its index in may not be written otherwise.
    database.unsafeMode(true);
    database.prepare('ATTACH ? AS made').run(search);
    for (const table of SHADOWS) {
      database.exec(`DELETE FROM main.${table}; INSERT INTO main.${table} SELECT * FROM made.${table}`);
    }
  });
}
