import fs from 'node:fs';
import Database from 'better-sqlite3';
import { GuiyiError } from '../../errors/index.ts';
import type { DocumentRecord } from '../../record/index.ts';
import { onDisk } from '../disk.ts';
import {
  type Cell,
  type ChildTable,
  childRows,
  childTables,
  documentRow,
  type TableName,
} from '../tables.ts';
import { insertInto, SCHEMA_NUMBER, searchRows, searchTable, tableSchema, viewSchema } from './schema.ts';
import { sqliteGuard } from './sqlite-guard.ts';

/** Rows that go in with one statement: fewer calls into SQLite, where calls are half of the cost. */
const ROWS_AT_ONCE = 40;
/** Rows after which a transaction ends: enough that the disk's fsync does not count, few enough for memory. */
const ROWS_A_TRANSACTION = 200_000;

/** What can be asked. */
export interface Queryable {
  query<Row>(sql: string, ...parameters: Cell[]): Row[];
  /** The same, one row after another; nothing else may be asked meanwhile. */
  each<Row>(sql: string): IterableIterator<Row>;
}

/** True for a corpus of an earlier version, which can be made anew of its records. @throws GuiyiError GY501 */
export function isEarlierCorpus(path: string): boolean {
  return sqliteGuard(path, () => {
    const database = new Database(path, { readonly: true });
    try {
      const number = database.pragma('user_version', { simple: true }) as number;
      const tables = database.prepare(
        "SELECT count(*) FROM sqlite_schema WHERE name IN ('documents', 'tokens')",
      );
      return number > 0 && number < SCHEMA_NUMBER && tables.pluck().get() === 2;
    } finally {
      database.close();
    }
  });
}

/**
 * The corpus as an SQLite file. Putting the same record again changes no row; a changed one replaces its
 * rows. Rows go in by transactions, so that a process that is killed leaves whole documents only.
 */
export class CorpusDatabase {
  readonly #path: string;
  readonly #database: Database.Database;
  readonly #statements = new Map<string, Database.Statement<unknown[]>>();
  readonly #inserts = new Map<string, Database.Statement<unknown[]>>();
  #rowsInTransaction = 0;
  /** False where rows changed since the search index was built. */
  #indexed = true;

  /** @throws GuiyiError GY501 where the file can't be opened, or is no corpus of this version */
  constructor(path: string) {
    this.#path = path;
    this.#database = this.#guard(() => new Database(path));
    this.#guard(() => {
      // One file when all is done: no write-ahead log beside it.
      this.#database.pragma('journal_mode = DELETE');
      this.#database.pragma('cache_size = -65536');
      // Rows go in and out by whole documents; looking up the document for each row takes half of the time.
      this.#database.pragma('foreign_keys = OFF');
      const number = this.#database.pragma('user_version', { simple: true });
      if (number === SCHEMA_NUMBER) return;
      const objects = this.#database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get();
      if (number !== 0 || objects !== 0) {
        throw new GuiyiError('GY501', 'it is an SQLite file, but no corpus of this version; move it away', {
          path,
        });
      }
      this.#database.transaction(() => {
        this.#database.exec(tableSchema + viewSchema);
        this.#database.pragma(`user_version = ${SCHEMA_NUMBER}`);
      })();
    });
  }

  /** True where this very record is in the file already. @param digest of the record's line */
  has(id: string, digest: string): boolean {
    const found = this.#guard(() => this.#statement('SELECT digest FROM documents WHERE id = ?').get(id));
    return (found as { digest: string } | undefined)?.digest === digest;
  }

  /** Puts a record in, or in the place of the one with its id. @param digest of the record's line */
  put(record: DocumentRecord, digest: string): void {
    if (this.has(record.id, digest)) return;
    this.#guard(() => {
      this.#begin();
      this.#delete(record.id);
      this.#insert('documents', 1).run(...documentRow(record, digest));
      for (const table of childTables) this.#insertChildren(table, record);
      if (this.#rowsInTransaction >= ROWS_A_TRANSACTION) this.commit();
    });
  }

  /** The ids of the documents that are not among these. */
  idsBut(ids: ReadonlySet<string>): string[] {
    return this.query<{ id: string }>('SELECT id FROM documents')
      .map(({ id }) => id)
      .filter((id) => !ids.has(id));
  }

  /** Takes documents out. */
  remove(ids: readonly string[]): void {
    this.#guard(() => {
      this.#begin();
      for (const id of ids) this.#delete(id);
    });
  }

  /**
   * Builds the search index anew where rows changed: its bytes then depend on the content alone.
   *
   * @param always also where this connection changed none, as those of a run that was killed may be without it
   */
  index({ always = false } = {}): void {
    if (this.#indexed && !always) return;
    this.#guard(() => {
      this.#begin();
      this.#database.exec(searchTable + searchRows);
      this.#indexed = true;
    });
    this.commit();
  }

  /** Writes the same content to a new file, whose bytes depend on nothing else. */
  writeAnew(path: string): void {
    this.#guard(() => {
      // Each rewriting adds one to a counter in the file's head; SQLite lets it be set in this mode only.
      this.#database.unsafeMode(true);
      this.#database.pragma('schema_version = 1');
      this.#database.unsafeMode(false);
      this.#database.prepare('VACUUM INTO ?').run(path);
    });
    onDisk(path, () => {
      const handle = fs.openSync(path, 'r+');
      try {
        fs.fsyncSync(handle);
      } finally {
        fs.closeSync(handle);
      }
    });
  }

  /** Ends the transaction: what was put so far lasts. */
  commit(): void {
    this.#rowsInTransaction = 0;
    if (this.#database.inTransaction) this.#guard(() => this.#database.exec('COMMIT'));
  }

  /** Commits and closes. The file stands alone. */
  close(): void {
    try {
      this.commit();
    } finally {
      this.#database.close();
    }
  }

  /** Leaves without the rows of the open transaction. */
  abandon(): void {
    // Closing rolls back what is open.
    if (this.#database.open) this.#database.close();
  }

  /** All rows of a query, as objects. @param parameters for its question marks */
  query<Row>(sql: string, ...parameters: Cell[]): Row[] {
    return this.#guard(() => this.#statement(sql).all(...parameters) as Row[]);
  }

  *each<Row>(sql: string): IterableIterator<Row> {
    const rows = this.#guard(() => this.#statement(sql).iterate() as IterableIterator<Row>);
    for (;;) {
      const { done, value } = this.#guard(() => rows.next());
      if (done) return;
      yield value;
    }
  }

  /** The rows that this connection has changed so far. */
  get changes(): number {
    return this.#database.prepare('SELECT total_changes()').pluck().get() as number;
  }

  #begin(): void {
    if (!this.#database.inTransaction) this.#database.exec('BEGIN');
    this.#indexed = false;
  }

  #delete(id: string): void {
    if (this.#statement('SELECT 1 FROM documents WHERE id = ?').get(id) === undefined) return;
    for (const table of childTables) this.#statement(`DELETE FROM ${table} WHERE document_id = ?`).run(id);
    this.#statement('DELETE FROM documents WHERE id = ?').run(id);
  }

  #insertChildren(table: ChildTable, record: DocumentRecord): void {
    const { count, row } = childRows[table](record);
    this.#rowsInTransaction += count;
    for (let from = 0; from < count; ) {
      const size = count - from >= ROWS_AT_ONCE ? ROWS_AT_ONCE : 1;
      const cells: Cell[] = [];
      for (let ordinal = from; ordinal < from + size; ordinal++)
        cells.push(record.id, ordinal, ...row(ordinal));
      this.#insert(table, size).run(cells);
      from += size;
    }
  }

  #insert(table: TableName, rows: number): Database.Statement<unknown[]> {
    const key = `${table} ${rows}`;
    let statement = this.#inserts.get(key);
    if (statement === undefined) {
      statement = this.#database.prepare<unknown[]>(insertInto(table, rows));
      this.#inserts.set(key, statement);
    }
    return statement;
  }

  #statement(sql: string): Database.Statement<unknown[]> {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#database.prepare<unknown[]>(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  #guard<T>(operation: () => T): T {
    return sqliteGuard(this.#path, operation);
  }
}
