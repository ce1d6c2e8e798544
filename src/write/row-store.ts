import fs from 'node:fs';
import { join } from 'node:path';
import { discard, onDisk, writeAll } from './disk.ts';
import { buildDatabase } from './sqlite/build-database.ts';
import { type EncodedRows, tableOrder } from './sqlite/encode-rows.ts';
import type { StoredTable } from './sqlite/stored-table.ts';

/** The rows of a document in the store's file. */
interface Place {
  readonly digest: string;
  /** Bytes from the start of the file. */
  readonly start: number;
  /** Bytes of each table's rows. */
  readonly lengths: readonly number[];
}

/**
 * Holds the rows of documents, in a file, in whatever order they come, until a database is made of them. The
 * file is of no use to a later run: rows can always be made from records.
 */
export class RowStore {
  readonly #path: string;
  readonly #handle: number;
  readonly #places = new Map<string, Place>();
  #size = 0;
  #open = true;

  /** @throws GuiyiError GY501 */
  constructor(workFolder: string) {
    this.#path = join(workFolder, 'rows');
    this.#handle = onDisk(this.#path, () => fs.openSync(this.#path, 'w'));
  }

  /** Keeps a document's rows. @param digest of the record that they are from */
  add(id: string, digest: string, { bytes, lengths }: EncodedRows): void {
    writeAll(this.#handle, bytes, this.#path, this.#size);
    this.#places.set(id, { digest, start: this.#size, lengths });
    this.#size += bytes.length;
  }

  /** True where the rows of this very record are there. */
  has(id: string, digest: string): boolean {
    return this.#places.get(id)?.digest === digest;
  }

  /**
   * Makes the database of these documents, all of whose rows are there.
   *
   * @param threads that may work at it at a time
   * @throws GuiyiError GY501
   */
  async build(path: string, ids: Iterable<string>, threads = 1): Promise<void> {
    await buildDatabase(path, this.#tables([...ids].sort()), threads);
  }

  /** Lets go of the file and takes it away. */
  close(): void {
    if (!this.#open) return;
    this.#open = false;
    fs.closeSync(this.#handle);
    discard(this.#path);
  }

  /** Where each table has its rows, in {@link tableOrder}. @param ids in the order of the rows */
  #tables(ids: readonly string[]): StoredTable[] {
    const tables = tableOrder.map(() => ({
      path: this.#path,
      starts: new Float64Array(ids.length),
      lengths: new Float64Array(ids.length),
    }));
    for (const [document, id] of ids.entries()) {
      const { start, lengths } = this.#places.get(id)!;
      let at = start;
      for (const [table, length] of lengths.entries()) {
        tables[table].starts[document] = at;
        tables[table].lengths[document] = length;
        at += length;
      }
    }
    return tables;
  }
}
