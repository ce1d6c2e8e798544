import fs from 'node:fs';
import { join } from 'node:path';
import { discard, onDisk, writeAll } from './disk.ts';
import { buildDatabase } from './sqlite/build-database.ts';
import type { EncodedRows } from './sqlite/encode-rows.ts';

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
  #buffer = Buffer.allocUnsafe(1 << 20);

  /** @throws GuiyiError GY501 */
  constructor(workFolder: string) {
    this.#path = join(workFolder, 'rows');
    this.#handle = onDisk(this.#path, () => fs.openSync(this.#path, 'w+'));
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

  /** Makes the database of these documents, all of whose rows are there. @throws GuiyiError GY501 */
  build(path: string, ids: Iterable<string>): void {
    const places = [...ids].sort().map((id) => this.#places.get(id)!);
    buildDatabase(path, places.length, (document, table) => {
      const { start, lengths } = places[document];
      let from = start;
      for (let i = 0; i < table; i++) from += lengths[i];
      return this.#read(from, lengths[table]);
    });
  }

  /** Lets go of the file and takes it away. */
  close(): void {
    if (!this.#open) return;
    this.#open = false;
    fs.closeSync(this.#handle);
    discard(this.#path);
  }

  /** Bytes of the file, valid until the next are read. */
  #read(from: number, length: number): Buffer {
    if (this.#buffer.length < length) this.#buffer = Buffer.allocUnsafe(length * 2);
    const bytes = this.#buffer.subarray(0, length);
    onDisk(this.#path, () => {
      for (let at = 0; at < length; ) {
        const read = fs.readSync(this.#handle, bytes, at, length - at, from + at);
        if (read === 0) throw new RangeError('it is shorter than it was');
        at += read;
      }
    });
    return bytes;
  }
}
