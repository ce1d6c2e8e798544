import { once } from 'node:events';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { GuiyiError } from '../../errors/index.ts';
import type { DatabaseUrl } from './database-url.ts';
import { failure } from './failures.ts';

/** The oldest server that has all we use: SQL functions with a body that is parsed when they are made. */
const OLDEST_SERVER = 140_000;
const SECONDS_TO_CONNECT = 15;

/**
 * A connection to PostgreSQL whose every failure is a {@link GuiyiError}. Once it is lost, whatever waits for it
 * and whatever is asked of it later fails; the server then takes back what was not committed.
 */
export class Connection {
  readonly #client: pg.Client;
  readonly #shown: string;
  /** What ended the connection, if anything did. */
  #loss: Error | undefined;

  private constructor(client: pg.Client, shown: string) {
    this.#client = client;
    this.#shown = shown;
    client.on('error', (error) => {
      this.#loss ??= error;
    });
  }

  /**
   * Connects to a server that has what we need.
   *
   * @throws GuiyiError GY305, GY511 to GY515
   */
  static async open(url: DatabaseUrl): Promise<Connection> {
    let client: pg.Client;
    try {
      client = new pg.Client({
        connectionString: url.connection,
        application_name: 'guiyi',
        keepAlive: true,
        connectionTimeoutMillis: SECONDS_TO_CONNECT * 1000,
      });
    } catch (error) {
      // Parameters that contradict each other; the message names them, never the URL.
      throw new GuiyiError('GY305', (error as Error).message.replace(/\.$/, ''));
    }
    const connection = new Connection(client, url.shown);
    try {
      await client.connect();
    } catch (error) {
      client.end().catch(() => {});
      throw failure(error, url.shown, false);
    }
    try {
      await connection.#prepare();
    } catch (error) {
      await connection.close();
      throw error;
    }
    return connection;
  }

  /** The database as it may be shown: without password. */
  get shown(): string {
    return this.#shown;
  }

  /** The rows of a query, and how many it returned or changed. */
  async query<Row extends object>(
    sql: string,
    parameters?: readonly unknown[],
  ): Promise<{ rows: Row[]; count: number }> {
    const { rows, rowCount } = await this.#guard(
      this.#client.query<Row>(sql, parameters === undefined ? [] : [...parameters]),
    );
    return { rows, count: rowCount ?? 0 };
  }

  /** Runs several statements, which take no parameters. */
  async execute(sql: string): Promise<void> {
    await this.#guard(this.#client.query(sql));
  }

  /** Sends rows in the text format of `COPY`; waits where the server is slower than we are. */
  async copy(sql: string, pieces: Iterable<string>): Promise<void> {
    const stream = this.#client.query(copyFrom(sql));
    // Errors are told by the wait for `finish`; those that follow the first have nobody to tell.
    stream.on('error', () => {});
    const finished = once(stream, 'finish');
    finished.catch(() => {});
    for (const piece of pieces) {
      if (!stream.write(piece)) await this.#guard(Promise.race([once(stream, 'drain'), finished]));
    }
    stream.end();
    await this.#guard(finished);
  }

  /** Ends; an open transaction is taken back. */
  async close(): Promise<void> {
    await this.#client.end().catch(() => {});
  }

  async #prepare(): Promise<void> {
    const { rows } = await this.query<{ version: string; number: number; encoding: string }>(
      `SELECT current_setting('server_version') AS version, current_setting('server_version_num')::int AS number,
              current_setting('server_encoding') AS encoding`,
    );
    assertServer(rows[0], this.#shown);
  }

  async #guard<T>(wanted: Promise<T>): Promise<T> {
    try {
      return await wanted;
    } catch (error) {
      throw failure(this.#loss ?? error, this.#shown, true);
    }
  }
}

/** Holds a server to what we need. @throws GuiyiError GY515 */
export function assertServer(
  { version, number, encoding }: { version: string; number: number; encoding: string },
  path: string,
): void {
  if (number < OLDEST_SERVER) {
    throw new GuiyiError('GY515', `it is PostgreSQL ${version}, older than ${OLDEST_SERVER / 10_000}`, {
      path,
    });
  }
  if (encoding !== 'UTF8') {
    throw new GuiyiError('GY515', `the encoding of the database is ${encoding}`, { path });
  }
}
