import { setTimeout } from 'node:timers/promises';
import { GuiyiError } from '../../errors/index.ts';
import type { DocumentRecord } from '../../record/index.ts';
import type { StoredRecord } from '../read-records.ts';
import { childTables, type TableName } from '../tables.ts';
import { Connection } from './connection.ts';
import { holdable, holdableJson, textCell } from './copy-text.ts';
import { readDatabaseUrl } from './database-url.ts';
import { childLines, documentLine } from './rows.ts';
import { enterSchema, migrate, schemaOf } from './schema.ts';
import {
  copyRecords,
  copyRows,
  createStages,
  deleteDocuments,
  deleteRows,
  findGone,
  findNoneGone,
  inOrder,
  mergeRows,
  settleStages,
} from './statements.ts';

/** Records are sent when they have so many characters of source (UTF-16 units; a record is some 15 times that)… */
const UNITS_AT_ONCE = 500_000;
/** …or are so many. */
const RECORDS_AT_ONCE = 500;
/** UTF-16 units of rows that go to the server in one piece. */
const PIECE = 1 << 16;
/** First half of the key of the lock; the second is of the schema. */
const LOCK = 0x67_79;

/** What a load changed: rows of all tables. */
export interface RowCounts {
  readonly inserted: number;
  readonly changed: number;
  readonly deleted: number;
}

/** How often the lock is tried for, and milliseconds between: a server takes its time to see that a client is gone. */
const TRIES = 12;
const PAUSE = 250;

/** Takes the lock of a schema for the transaction; false where another load keeps it. */
async function lock(connection: Connection, schema: string): Promise<boolean> {
  for (let left = TRIES; left > 0; left--) {
    const { rows } = await connection.query<{ free: boolean }>(
      'SELECT pg_try_advisory_xact_lock($1, hashtext($2)) AS free',
      [LOCK, schema],
    );
    if (rows[0].free) return true;
    if (left > 1) await setTimeout(PAUSE);
  }
  return false;
}

/**
 * Loads records into PostgreSQL, within one transaction: until it ends the old state is what others see, and
 * what remains if anything fails. Rows go by `COPY` into temporary tables, and from there, by one statement a
 * table, into their place, where only those that differ are touched.
 *
 * A record whose digest is that of the document in the database is not sent at all.
 */
export class CorpusLoad {
  readonly #connection: Connection;
  #waiting: StoredRecord[] = [];
  #waitingUnits = 0;
  #records = 0;
  #replacing = 0;

  private constructor(connection: Connection) {
    this.#connection = connection;
  }

  /**
   * Connects, takes the lock of the schema, and brings the schema to this version.
   *
   * @throws GuiyiError GY305, GY511 to GY519
   */
  static async open(url: string): Promise<CorpusLoad> {
    const database = readDatabaseUrl(url);
    const connection = await Connection.open(database);
    try {
      await connection.execute('BEGIN');
      // What guards a server against forgotten sessions would end a long load.
      await connection.execute('SET LOCAL statement_timeout = 0');
      await connection.execute('SET LOCAL idle_in_transaction_session_timeout = 0');
      const schema = await schemaOf(connection, database.schema);
      if (!(await lock(connection, schema))) {
        throw new GuiyiError('GY519', `schema ${schema} is locked`, { path: connection.shown });
      }
      await enterSchema(connection, schema, { create: true });
      await migrate(connection);
      await connection.execute(createStages);
    } catch (error) {
      await connection.close();
      throw error;
    }
    return new CorpusLoad(connection);
  }

  /** The database as it may be shown: without password. */
  get shown(): string {
    return this.#connection.shown;
  }

  /** Records so far with characters that PostgreSQL can't hold, for which U+FFFD stands. */
  get replacing(): number {
    return this.#replacing;
  }

  /** Takes a record, to stand in the place of the one with its id. */
  async put(stored: StoredRecord): Promise<void> {
    this.#waiting.push(stored);
    this.#waitingUnits += stored.record.sourceText.length;
    if (this.#waitingUnits >= UNITS_AT_ONCE || this.#waiting.length >= RECORDS_AT_ONCE) await this.#send();
  }

  /**
   * Puts everything in its place, commits and closes.
   *
   * @param prune take out the documents that no record has
   */
  async finish({ prune = false } = {}): Promise<RowCounts> {
    await this.#send();
    const connection = this.#connection;
    await connection.execute(settleStages);
    await connection.execute(prune ? findGone : findNoneGone);
    const counts = { inserted: 0, changed: 0, deleted: 0 };
    const merge = async (table: TableName) => {
      const { rows } = await connection.query<{ inserted: number; changed: number }>(mergeRows(table));
      counts.inserted += rows[0].inserted;
      counts.changed += rows[0].changed;
    };
    await merge('documents');
    for (const table of childTables) {
      counts.deleted += (await connection.query(deleteRows(table))).count;
      await merge(table);
    }
    counts.deleted += (await connection.query(deleteDocuments)).count;
    if (counts.inserted + counts.changed + counts.deleted > 0) {
      // The planner would else know nothing of the new rows until the server's own housekeeping comes by.
      await connection.execute(`ANALYZE ${inOrder.join(', ')}`);
    }
    await connection.execute('COMMIT');
    await connection.close();
    return counts;
  }

  /** Leaves; nothing has changed. */
  async abandon(): Promise<void> {
    await this.#connection.close();
  }

  /** Sends the records that wait: their ids, and the rows of those that are new or changed. */
  async #send(): Promise<void> {
    const batch = this.#waiting.map((stored) => ({ ...stored, number: this.#records++ }));
    this.#waiting = [];
    this.#waitingUnits = 0;
    if (batch.length === 0) return;
    const changed = await this.#changedOf(batch);
    await this.#connection.copy(
      copyRecords,
      pieces(batch.map(({ number, record }) => `${number}\t${textCell(record.id)}\n`)),
    );
    if (changed.length === 0) return;
    for (const table of inOrder)
      await this.#connection.copy(copyRows(table), pieces(linesOf(table, changed)));
    this.#replacing += changed.filter(({ record }) => needsReplacing(record)).length;
  }

  /** Those of some records that the database has not, or has otherwise. */
  async #changedOf(batch: readonly NumberedRecord[]): Promise<NumberedRecord[]> {
    const { rows } = await this.#connection.query<{ id: string; digest: string }>(
      'SELECT id, digest FROM documents WHERE id = ANY ($1)',
      [batch.map(({ record }) => holdable(record.id))],
    );
    const digests = new Map(rows.map(({ id, digest }) => [id, digest]));
    return batch.filter(({ record, digest }) => digests.get(holdable(record.id)) !== digest);
  }
}

/** A record with its place in the order in which they came. */
interface NumberedRecord extends StoredRecord {
  readonly number: number;
}

/**
 * The lines of records for the `COPY` into a table.
 *
 * @throws GuiyiError GY503 where a record lacks what a row is made of
 */
function* linesOf(table: TableName, records: readonly NumberedRecord[]): Generator<string> {
  for (const { number, record, digest, path, line } of records) {
    try {
      if (table === 'documents') yield `${number}\t${documentLine(record, digest)}\n`;
      else for (const row of childLines(table, record)) yield `${number}\t${row}\n`;
    } catch (cause) {
      throw new GuiyiError('GY503', `no rows of ${table} come out of it`, { path, line }, { cause });
    }
  }
}

/** True where a record has characters that PostgreSQL can't hold: in its source, or in what came with it. */
function needsReplacing({ sourceText, carried }: DocumentRecord): boolean {
  const json = carried === undefined ? '' : JSON.stringify(carried);
  return holdable(sourceText) !== sourceText || holdableJson(json) !== json;
}

/** Lines joined to pieces of a size that neither side has trouble with. */
function* pieces(lines: Iterable<string>): Generator<string> {
  let piece = '';
  for (const line of lines) {
    piece += line;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}
