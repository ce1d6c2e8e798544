import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nearest } from '../config/index.ts';
import { GuiyiError } from '../errors/index.ts';
import { loadTable } from './load-table.ts';
import { type TableName, tables } from './tables.ts';

/** The folder of the package's own dictionaries. */
export const packagedDictionaries = fileURLToPath(new URL('../../dictionaries/', import.meta.url));

/** One row of a table, by column. */
export type Row<Name extends TableName> = Readonly<Record<(typeof tables)[Name]['columns'][number], string>>;

/**
 * The dictionaries of a run: the package's and, over them, the user's. A user's row replaces the
 * package's row with the same key. Tables are read when first asked for, and once.
 */
export class Dictionaries {
  readonly #folders: readonly string[];
  readonly #loaded = new Map<TableName, readonly Row<TableName>[]>();
  readonly #derived = new Map<symbol, unknown>();

  /**
   * The user's tables are read at once: a broken row is a wrong call, to be told before any work is done.
   *
   * @param own folders of the user's dictionaries, later ones winning
   * @throws GuiyiError GY401 where a folder or file can't be read, GY402 (with the line) where a row is broken
   */
  constructor(own: readonly string[] = []) {
    this.#folders = [packagedDictionaries, ...own];
    for (const folder of own) {
      if (!existsSync(folder)) throw new GuiyiError('GY401', 'the folder does not exist', { path: folder });
      assertKnownTables(folder);
      for (const { file, columns } of Object.values(tables)) {
        const path = join(folder, file);
        if (existsSync(path)) loadTable(path, columns);
      }
    }
  }

  /**
   * The rows of a table, the user's included.
   *
   * @throws GuiyiError GY401 where a file can't be read, GY402 where a row is broken
   */
  rows<Name extends TableName>(name: Name): readonly Row<Name>[] {
    const known = this.#loaded.get(name);
    if (known !== undefined) return known as readonly Row<Name>[];
    const { file, columns, key } = tables[name];
    const byKey = new Map<string, Row<Name>>();
    for (const folder of this.#folders) {
      const path = join(folder, file);
      if (folder !== packagedDictionaries && !existsSync(path)) continue;
      for (const row of loadTable(path, columns).rows) {
        byKey.set(key.map((column: string) => row[column]).join('\t'), row as Row<Name>);
      }
    }
    const rows = [...byKey.values()];
    this.#loaded.set(name, rows);
    return rows;
  }

  /** The user's rows of a table, by their keys, in the order in which they come; later folders win. */
  ownRows<Name extends TableName>(name: Name): Map<string, Row<Name>> {
    const { file, columns, key } = tables[name];
    const byKey = new Map<string, Row<Name>>();
    for (const folder of this.#folders) {
      const path = join(folder, file);
      if (folder === packagedDictionaries || !existsSync(path)) continue;
      for (const row of loadTable(path, columns).rows) {
        byKey.set(key.map((column: string) => row[column]).join('\t'), row as Row<Name>);
      }
    }
    return byKey;
  }

  /** Something built from tables, such as a trie: made on first use, then shared by all who ask with this key. */
  derived<T>(key: symbol, make: (dictionaries: Dictionaries) => T): T {
    const known = this.#derived.get(key);
    if (known !== undefined) return known as T;
    const made = make(this);
    this.#derived.set(key, made);
    return made;
  }

  /** Path of a packaged file that is no table (a model, a merged word list). */
  static packagedFile(name: string): string {
    return join(packagedDictionaries, name);
  }

  /**
   * `sha256:…` over the package's dictionaries, word list and model, and the user's tables: what the record's
   * `pipeline.dictionaries` carries.
   */
  hash(): string {
    const hash = createHash('sha256');
    const tableFiles = new Set<string>(Object.values(tables).map(({ file }) => file));
    for (const folder of this.#folders) {
      const files = readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isFile() && (folder === packagedDictionaries || tableFiles.has(entry.name)))
        .map(({ name }) => name);
      for (const file of files.sort())
        hash
          .update(file)
          .update('\0')
          .update(readFileSync(join(folder, file)));
    }
    return `sha256:${hash.digest('hex')}`;
  }
}

/** A table under a name that none of ours has would be left aside in silence. @throws GuiyiError GY401 */
export function assertKnownTables(folder: string): void {
  const known = Object.values(tables).map(({ file }) => file as string);
  const stranger = readdirSync(folder).find((name) => name.endsWith('.tsv') && !known.includes(name));
  if (stranger === undefined) return;
  const guess = nearest(stranger, known);
  const hint = guess === undefined ? '' : `; perhaps ${guess} is meant`;
  throw new GuiyiError('GY401', `no table is called ${stranger}${hint}`, { path: join(folder, stranger) });
}

let packaged: Dictionaries | undefined;

/** The package's dictionaries alone, shared by the process. */
export function defaultDictionaries(): Dictionaries {
  packaged ??= new Dictionaries();
  return packaged;
}
