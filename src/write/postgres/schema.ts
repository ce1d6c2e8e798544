import { GuiyiError } from '../../errors/index.ts';
import type { Connection } from './connection.ts';
import { type Migration, migrations } from './migrations/index.ts';

/** The table that says which migrations a schema has had. */
const LEDGER = 'guiyi_migrations';

/** Names that the migrations make; where they are there without the ledger, the schema is somebody else's. */
const OURS = [
  'documents blocks sentences tokens edits entities relations messages',
  'metrics_by_region organs_by_document duplicates rules_applied',
].flatMap((names) => names.split(' '));

/**
 * The schema in which the tables are or shall be.
 *
 * @param named in the URL; nothing for the first of the user's search path
 * @throws GuiyiError GY516 where that path leads nowhere
 */
export async function schemaOf(connection: Connection, named: string | undefined): Promise<string> {
  if (named !== undefined) return named;
  const { rows } = await connection.query<{ name: string | null }>('SELECT current_schema() AS name');
  const { name } = rows[0];
  if (name !== null) return name;
  throw new GuiyiError('GY516', "the user's search path names no schema that is there", {
    path: connection.shown,
  });
}

/**
 * Makes a schema the only one that names are looked for in, until the transaction ends: who shares the
 * connection by a pooler is not to find it changed.
 *
 * @param options.create make it where it is not there
 * @throws GuiyiError GY101 where it is not there, GY514 where it may not be made
 */
export async function enterSchema(
  connection: Connection,
  schema: string,
  { create }: { create: boolean },
): Promise<void> {
  const name = `"${schema.replaceAll('"', '""')}"`;
  // Asking first: who may use a schema need not have the right to make one.
  const { count } = await connection.query('SELECT FROM pg_namespace WHERE nspname = $1', [schema]);
  if (count === 0 && !create) throw noCorpus(connection);
  if (count === 0) await connection.execute(`CREATE SCHEMA ${name}`);
  await connection.execute(`SET LOCAL search_path TO ${name}`);
}

/**
 * Brings the current schema to this program's version: the migrations that it has not had, in order. Runs
 * within the caller's transaction, so that all of them apply or none.
 *
 * @throws GuiyiError GY514, GY516 where the tables are somebody else's, GY517 where they are of another version
 */
export async function migrate(connection: Connection): Promise<void> {
  const applied = await appliedMigrations(connection);
  if (applied === undefined) {
    await assertFree(connection);
    await connection.execute(
      `CREATE TABLE ${LEDGER} (
         number integer PRIMARY KEY, name text NOT NULL, hash text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now()
       )`,
    );
  }
  for (const { number, name, sql, hash } of migrations.slice(applied?.length ?? 0)) {
    await connection.execute(sql);
    await connection.query(`INSERT INTO ${LEDGER} (number, name, hash) VALUES ($1, $2, $3)`, [
      number,
      name,
      hash,
    ]);
  }
}

/** Holds the current schema to be a corpus of this version. @throws GuiyiError GY101, GY517 */
export async function assertCorpus(connection: Connection): Promise<void> {
  const applied = await appliedMigrations(connection);
  if (applied === undefined) throw noCorpus(connection);
  if (applied.length < migrations.length) {
    throw new GuiyiError('GY517', 'an older one made it; guiyi load brings it up to date', {
      path: connection.shown,
    });
  }
}

/** The migrations of the current schema, if it has a ledger. @throws GuiyiError GY517 where they are not ours */
async function appliedMigrations(
  connection: Connection,
): Promise<Pick<Migration, 'number' | 'hash'>[] | undefined> {
  const found = await connection.query(
    'SELECT FROM pg_class WHERE relname = $1 AND relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())',
    [LEDGER],
  );
  if (found.count === 0) return undefined;
  const { rows } = await connection.query<Pick<Migration, 'number' | 'hash'>>(
    `SELECT number, hash FROM ${LEDGER} ORDER BY number`,
  );
  if (rows.length > migrations.length) {
    throw new GuiyiError(
      'GY517',
      `a newer one made it: it has had ${rows.length} migrations, and this one knows ${migrations.length}`,
      { path: connection.shown },
    );
  }
  const other = rows.find(
    ({ number, hash }, index) => number !== migrations[index].number || hash !== migrations[index].hash,
  );
  if (other !== undefined) {
    throw new GuiyiError('GY517', `its migration ${other.number} is not the one that this version has`, {
      path: connection.shown,
    });
  }
  return rows;
}

async function assertFree(connection: Connection): Promise<void> {
  const { rows } = await connection.query<{ schema: string; name: string }>(
    `SELECT current_schema() AS schema, relname AS name FROM pg_class
     WHERE relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema()) AND relname = ANY ($1) ORDER BY relname LIMIT 1`,
    [OURS],
  );
  if (rows.length > 0) {
    const [{ schema, name }] = rows;
    throw new GuiyiError('GY516', `${schema}.${name} is there, and is not of Guiyi`, {
      path: connection.shown,
    });
  }
}

function noCorpus({ shown: path }: Connection): GuiyiError {
  return new GuiyiError('GY101', 'no corpus is there; guiyi load makes one', { path });
}
