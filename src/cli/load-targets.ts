import { GuiyiError } from '../errors/index.ts';
import { CorpusDatabase, type StoredRecord } from '../write/index.ts';

/** What a load changed. */
export interface Loaded {
  /** Rows inserted, changed and deleted. */
  readonly changes: number;
  readonly inserted?: number;
  readonly changed?: number;
  readonly deleted?: number;
  /** Records of which the database can't hold every character. */
  readonly replacing?: number;
}

/** Where records can go. */
export interface LoadTarget {
  /** The target as it may be shown: without a password. */
  readonly shown: string;
  put(stored: StoredRecord): Promise<void>;
  /** Makes what was put last. @param prune take out the documents that no record has */
  finish(options: { prune: boolean }): Promise<Loaded>;
  /** Leaves things as they were. */
  abandon(): Promise<void>;
}

/** True for what is meant to name a PostgreSQL database. */
export const isPostgresUrl = (text: string): boolean => /^postgres(?:ql)?:/i.test(text);

/**
 * Opens what `--to` names.
 *
 * @throws GuiyiError GY302 where it names nothing we know, GY501, GY504 or GY51x where it can't be opened
 */
export async function openTarget(to: string): Promise<LoadTarget> {
  const file = /^sqlite:(.+)$/.exec(to)?.[1];
  if (file !== undefined) return sqliteTarget(file);
  if (isPostgresUrl(to)) return postgresTarget(to);
  const folder = /^parquet:(.+)$/.exec(to)?.[1];
  if (folder !== undefined) return parquetTarget(folder);
  // What follows the colon may hold a password.
  const kind = /^\w+:/.exec(to)?.[0];
  const said = kind === undefined ? to : `${kind}…`;
  throw new GuiyiError(
    'GY302',
    `--to takes sqlite:FILE, postgres://user@host/database or parquet:DIR, not '${said}'`,
  );
}

function sqliteTarget(file: string): LoadTarget {
  const database = new CorpusDatabase(file);
  const ids = new Set<string>();
  return {
    shown: file,
    async put({ record, digest }) {
      database.put(record, digest);
      ids.add(record.id);
    },
    async finish({ prune }) {
      if (prune) database.remove(database.idsBut(ids));
      database.commit();
      // Those of the search index are not counted.
      const { changes } = database;
      database.index();
      database.close();
      return { changes };
    },
    async abandon() {
      database.abandon();
    },
  };
}

async function postgresTarget(url: string): Promise<LoadTarget> {
  // Its client is loaded for those who have a server.
  const { CorpusLoad } = await import('../write/postgres/index.ts');
  const load = await CorpusLoad.open(url);
  return {
    shown: load.shown,
    put: (stored) => load.put(stored),
    async finish(options) {
      const { inserted, changed, deleted } = await load.finish(options);
      return {
        changes: inserted + changed + deleted,
        inserted,
        changed,
        deleted,
        replacing: load.replacing,
      };
    },
    abandon: () => load.abandon(),
  };
}

async function parquetTarget(folder: string): Promise<LoadTarget> {
  // Writer and compressor are loaded for those who want such files.
  const { ParquetFolder } = await import('../write/parquet/index.ts');
  const load = await ParquetFolder.open(folder);
  return {
    shown: folder,
    async put(stored) {
      load.put(stored);
    },
    finish: (options) => load.finish(options),
    async abandon() {
      load.abandon();
    },
  };
}
