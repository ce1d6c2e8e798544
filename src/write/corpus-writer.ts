import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { DocumentRecord } from '../record/index.ts';
import { CorpusFile } from './corpus-file.ts';
import { syncFolder } from './disk.ts';
import { type DroppedDocument, readDropped, writeDropped } from './dropped.ts';
import type { EarlierRecord } from './earlier-records.ts';
import type { MadeRecord } from './made-record.ts';
import { RecordShards } from './record-shards.ts';
import { type Rejection, writeRejects } from './rejects.ts';
import type { CorpusDatabase } from './sqlite/corpus-database.ts';
import type { EncodedRows } from './sqlite/encode-rows.ts';
import { fingerprintOf } from './tables.ts';
import { TextFiles } from './text-files.ts';

/** Name of the list of what was dropped. */
const DROPPED = 'duplicates.jsonl';

/**
 * The output folder of a run: records, texts and database, kept in step. Documents come in the order in
 * which they are to stand.
 *
 * The record is what counts: a text or rows that a run which was stopped did not put in their place are made
 * from it by the next one.
 */
export class CorpusWriter {
  readonly #folder: string;
  readonly #workFolder: string;
  readonly #shards: RecordShards;
  readonly #texts: TextFiles;
  readonly #corpus: CorpusFile;
  /** Records of earlier runs that are in the corpus again. */
  readonly #reused = new Map<string, EarlierRecord>();
  /** Characters (UTF-16 units) of the sources that were added, for the run's speed. */
  characters = 0;

  /**
   * @param folder the output, which is there
   * @param workFolder of this run
   */
  constructor(folder: string, workFolder: string) {
    this.#folder = folder;
    this.#workFolder = workFolder;
    this.#shards = new RecordShards(join(folder, 'records'), workFolder);
    this.#texts = new TextFiles(join(folder, 'text'), workFolder);
    this.#corpus = new CorpusFile(join(folder, 'corpus.sqlite'), workFolder);
  }

  /** The documents that the last run dropped, by id. */
  earlierDropped(): Map<string, DroppedDocument> {
    return readDropped(join(this.#folder, DROPPED));
  }

  /** Path by id of the documents of the corpus that is there. */
  get there(): ReadonlyMap<string, string> {
    return this.#shards.earlier.documents;
  }

  /** What an earlier run made of a document, if anything. */
  earlier(id: string): EarlierRecord | undefined {
    return this.#shards.earlier.find(id);
  }

  /** The line of a record that an earlier run made, without the line feed. */
  lineOf(earlier: EarlierRecord): Buffer {
    return this.#shards.lineOf(earlier);
  }

  /** The fingerprint of the text of a record that an earlier run made. */
  fingerprintOf(earlier: EarlierRecord): string | null {
    const known = this.#corpus.fingerprintOf(earlier.head.id, earlier.digest);
    return known === undefined ? fingerprintOf(this.#recordOf(earlier).text) : known;
  }

  /** Adds a new record. */
  add({ id, path, line, digest, rows, text, characters }: MadeRecord): void {
    this.#texts.write(path, text);
    this.#corpus.add(id, digest, rows);
    this.#shards.add(line);
    this.characters += characters;
  }

  /** Adds a record that an earlier run made. @param made its other forms, where it is not known that they are in their place */
  reuse(earlier: EarlierRecord, made?: Pick<MadeRecord, 'text' | 'rows'>): void {
    const { id, source } = earlier.head;
    const read = () => Buffer.from(this.#recordOf(earlier).text, 'utf8');
    this.#texts.keep(source.path, made?.text, read);
    this.#corpus.add(id, earlier.digest, made?.rows);
    this.#shards.reuse(earlier);
    this.#reused.set(id, earlier);
  }

  /** The records whose rows are needed before {@link publish}, as the database is made anew. */
  missingRows(): EarlierRecord[] {
    return this.#corpus.missing().map((id) => this.#reused.get(id)!);
  }

  supplyRows(id: string, rows: EncodedRows): void {
    this.#corpus.supply(id, rows);
  }

  /** Ends a run that did not come to its end: what it finished is left for the next one. */
  async suspend(): Promise<void> {
    this.#corpus.close();
    await this.#shards.suspend();
  }

  /** Lets go after an error; what is finished is left for the next run. */
  abandon(): void {
    this.#shards.release();
    this.#corpus.close();
  }

  /** Puts everything in its place. Tells whether anything changed. @param threads that may work at it at a time */
  async publish(
    rejections: readonly Rejection[],
    dropped: readonly DroppedDocument[],
    threads: number,
  ): Promise<boolean> {
    this.#shards.end();
    this.#texts.end();
    // The disk begins to make records and texts last; meanwhile the database is made. Only then does anything take
    // its place, all of it within moments: whoever looks meanwhile sees texts and database of one run.
    await setImmediate();
    await this.#corpus.prepare(threads);
    await this.#shards.settled();
    await this.#texts.settled();
    const texts = this.#texts.publish(this.#shards.earlier.paths);
    const rows = this.#corpus.publish();
    const shards = this.#shards.publish();
    const rejects = writeRejects(join(this.#folder, 'rejects.jsonl'), rejections, this.#workFolder);
    const duplicates = writeDropped(join(this.#folder, DROPPED), dropped, this.#workFolder);
    syncFolder(this.#folder);
    this.#corpus.close();
    return texts + shards > 0 || rows || rejects || duplicates;
  }

  #recordOf(earlier: EarlierRecord): DocumentRecord {
    return JSON.parse(this.lineOf(earlier).toString('utf8'));
  }

  /** Asks something of the database that is in its place. */
  ask<Answer>(question: (database: CorpusDatabase) => Answer): Answer {
    return this.#corpus.ask(question);
  }
}
