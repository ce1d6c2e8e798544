import fs from 'node:fs';
import { join } from 'node:path';
import { moveFile } from './disk.ts';
import { RowStore } from './row-store.ts';
import { CorpusDatabase, isEarlierCorpus } from './sqlite/corpus-database.ts';
import type { EncodedRows } from './sqlite/encode-rows.ts';

/**
 * The corpus database of a run. The file that is there stays as it is until the end; where it does not hold
 * exactly the documents of the run, a new one is made of their rows and takes its place, whole.
 */
export class CorpusFile {
  readonly #path: string;
  readonly #draft: string;
  readonly #store: RowStore;
  /** The documents in the file that is there, by id. */
  readonly #there: ReadonlyMap<string, DocumentMark>;
  /** True where a new database waits to be put in its place. */
  #isPrepared = false;
  /** Digest by id of the documents that are to be in the file. */
  readonly #wanted = new Map<string, string>();

  /** @throws GuiyiError GY501 where a file can't be opened, or is no corpus of this version */
  constructor(path: string, workFolder: string) {
    this.#path = path;
    this.#draft = join(workFolder, 'corpus.sqlite');
    this.#there = fs.existsSync(path) ? marksIn(path) : new Map();
    this.#store = new RowStore(workFolder);
  }

  /** The fingerprint of a record's text, as the file that is there has it; undefined where it has not this record. */
  fingerprintOf(id: string, digest: string): string | null | undefined {
    const mark = this.#there.get(id);
    return mark?.digest === digest ? mark.fingerprint : undefined;
  }

  /** Adds a document. @param rows of its record; left out they are asked for at the end if they are needed */
  add(id: string, digest: string, rows?: EncodedRows): void {
    this.#wanted.set(id, digest);
    if (rows !== undefined) this.#store.add(id, digest, rows);
  }

  /** The documents without whose rows no new database can be made: none where the old one still holds. */
  missing(): string[] {
    if (this.#holds()) return [];
    return [...this.#wanted].filter(([id, digest]) => !this.#store.has(id, digest)).map(([id]) => id);
  }

  /** Adds the rows of a document that is {@link missing}. */
  supply(id: string, rows: EncodedRows): void {
    this.#store.add(id, this.#wanted.get(id)!, rows);
  }

  /** Makes a new database, if the old one does not hold. @param threads that may work at it @throws GuiyiError GY501 */
  async prepare(threads: number): Promise<void> {
    this.#isPrepared = !this.#holds();
    if (this.#isPrepared) await this.#store.build(this.#draft, this.#wanted.keys(), threads);
  }

  /** Puts the database that was {@link prepare}d in its place. Tells whether there is one. */
  publish(): boolean {
    if (this.#isPrepared) moveFile(this.#draft, this.#path);
    return this.#isPrepared;
  }

  /** Asks something of the file that is in its place. */
  ask<Answer>(question: (database: CorpusDatabase) => Answer): Answer {
    return asking(this.#path, question);
  }

  /** Lets go of what is not published. */
  close(): void {
    this.#store.close();
  }

  #holds(): boolean {
    if (this.#there.size !== this.#wanted.size || !fs.existsSync(this.#path)) return false;
    return [...this.#wanted].every(([id, digest]) => this.#there.get(id)?.digest === digest);
  }
}

function asking<Answer>(path: string, question: (database: CorpusDatabase) => Answer): Answer {
  const database = new CorpusDatabase(path);
  try {
    return question(database);
  } finally {
    database.close();
  }
}

/** What tells documents of a file apart. */
interface DocumentMark {
  readonly digest: string;
  readonly fingerprint: string | null;
}

/** Of what an earlier version made nothing is taken over: a new file takes its place. */
function marksIn(path: string): Map<string, DocumentMark> {
  if (isEarlierCorpus(path)) return new Map();
  const rows = asking(path, (database) =>
    database.query<DocumentMark & { id: string }>('SELECT id, digest, fingerprint FROM documents'),
  );
  return new Map(rows.map(({ id, ...mark }) => [id, mark]));
}
