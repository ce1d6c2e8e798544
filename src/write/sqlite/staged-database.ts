import fs from 'node:fs';
import { dirname, join } from 'node:path';
import type { DocumentRecord } from '../../record/index.ts';
import { makeFolder, moveFile, onDisk } from '../disk.ts';
import type { Cell } from '../tables.ts';
import { CorpusDatabase } from './corpus-database.ts';

/**
 * The corpus database of a run. The file that is there is only read; the first change makes a copy in the
 * working folder, which takes the file's place, whole, at the end. A run that is killed leaves the copy, and
 * the next one goes on with it.
 *
 * What is put in place is written anew from the content, so that its bytes don't tell of the way there.
 */
export class StagedDatabase {
  readonly #path: string;
  readonly #workPath: string;
  #database: CorpusDatabase;
  #staged: boolean;

  /** @throws GuiyiError GY501 where a file can't be opened, or is no corpus of this version */
  constructor(path: string, workFolder: string) {
    makeFolder(workFolder);
    this.#path = path;
    this.#workPath = join(workFolder, 'corpus.sqlite');
    this.#staged = fs.existsSync(this.#workPath) || !fs.existsSync(path);
    this.#database = new CorpusDatabase(this.#staged ? this.#workPath : path);
  }

  has(id: string, digest: string): boolean {
    return this.#database.has(id, digest);
  }

  put(record: DocumentRecord, digest: string): void {
    if (!this.#database.has(record.id, digest)) this.#writable().put(record, digest);
  }

  /** Takes out the documents that are not among these. */
  keepOnly(ids: ReadonlySet<string>): void {
    const gone = this.#database.idsBut(ids);
    if (gone.length > 0) this.#writable().remove(gone);
  }

  query<Row>(sql: string, ...parameters: Cell[]): Row[] {
    return this.#database.query<Row>(sql, ...parameters);
  }

  /** Puts the changed database in its place; what follows is read from there. Tells whether it changed. */
  publish(): boolean {
    if (!this.#staged) return false;
    const whole = join(dirname(this.#workPath), 'whole.sqlite');
    fs.rmSync(whole, { force: true });
    this.#database.commit();
    this.#database.index({ always: true });
    this.#database.writeAnew(whole);
    this.#database.close();
    moveFile(whole, this.#path);
    onDisk(this.#workPath, () => fs.rmSync(this.#workPath));
    this.#staged = false;
    this.#database = new CorpusDatabase(this.#path);
    return true;
  }

  /** Closes; what was put so far is there for the next run. */
  close(): void {
    this.#database.close();
  }

  /** Closes without the rows of the open transaction. */
  abandon(): void {
    this.#database.abandon();
  }

  #writable(): CorpusDatabase {
    if (!this.#staged) {
      this.#database.close();
      const copy = `${this.#workPath}.part`;
      onDisk(copy, () => fs.copyFileSync(this.#path, copy, fs.constants.COPYFILE_FICLONE));
      moveFile(copy, this.#workPath);
      this.#database = new CorpusDatabase(this.#workPath);
      this.#staged = true;
    }
    return this.#database;
  }
}
