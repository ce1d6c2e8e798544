import { join } from 'node:path';
import type { DocumentRecord } from '../record/index.ts';
import { syncFolder } from './disk.ts';
import type { EarlierRecord } from './earlier-records.ts';
import { countCorpus } from './manifest.ts';
import { digestOf } from './record-line.ts';
import { RecordShards } from './record-shards.ts';
import { type Rejection, writeRejects } from './rejects.ts';
import { StagedDatabase } from './sqlite/staged-database.ts';
import { type DocumentSummary, summarize } from './summaries.ts';
import { TextFiles } from './text-files.ts';

/**
 * The output folder of a run: records, texts and database, kept in step. Documents come in the order in
 * which they are to stand.
 *
 * The record is what counts: a text or rows that a run which was stopped did not put in their place are made
 * from it by the next one.
 */
export class CorpusWriter {
  readonly #folder: string;
  readonly #shards: RecordShards;
  readonly #texts: TextFiles;
  readonly #database: StagedDatabase;
  readonly #trusted: boolean;
  readonly #ids = new Set<string>();
  /** Characters (UTF-16 units) of the texts that were added, for the run's speed. */
  characters = 0;

  /**
   * @param folder the output, which is there
   * @param workFolder of this run
   * @param trusted true where the last run into the folder came to its end: then a text file that is there
   * is the right one
   */
  constructor(folder: string, workFolder: string, trusted: boolean) {
    this.#folder = folder;
    this.#trusted = trusted;
    this.#shards = new RecordShards(join(folder, 'records'), workFolder);
    this.#texts = new TextFiles(join(folder, 'text'), workFolder);
    this.#database = new StagedDatabase(join(folder, 'corpus.sqlite'), workFolder);
  }

  /** What an earlier run made of a document, if anything. */
  earlier(id: string): EarlierRecord | undefined {
    return this.#shards.earlier.find(id);
  }

  /** Adds a new record. @param line the record's line, without the line feed */
  add(record: DocumentRecord, line: Uint8Array): void {
    this.#texts.write(record.source.path, record.text);
    this.#database.put(record, digestOf(line));
    this.#shards.add(line);
    this.#ids.add(record.id);
    this.characters += record.sourceText.length;
  }

  /** Adds a record that an earlier run made. */
  reuse(earlier: EarlierRecord): void {
    const { id, source } = earlier.head;
    let record: DocumentRecord | undefined;
    const read = () => {
      record ??= JSON.parse(this.#shards.lineOf(earlier).toString('utf8')) as DocumentRecord;
      return record;
    };
    this.#texts.keep(source.path, () => read().text, this.#trusted);
    if (!this.#database.has(id, earlier.digest)) this.#database.put(read(), earlier.digest);
    this.#shards.reuse(earlier);
    this.#ids.add(id);
  }

  /** Ends a run that did not come to its end: what it finished is left for the next one. */
  suspend(): void {
    this.#shards.suspend();
    this.#database.close();
  }

  /** Lets go after an error: rows that are not committed are taken back, the rest is left for the next run. */
  abandon(): void {
    this.#shards.release();
    this.#database.abandon();
  }

  /** Puts everything in its place. Tells whether anything changed. */
  async publish(rejections: readonly Rejection[]): Promise<boolean> {
    const texts = await this.#texts.publish();
    this.#database.keepOnly(this.#ids);
    const rows = this.#database.publish();
    const shards = this.#shards.publish();
    const rejects = writeRejects(join(this.#folder, 'rejects.jsonl'), rejections);
    syncFolder(this.#folder);
    return texts + shards > 0 || rows || rejects;
  }

  /** Counts what is in the corpus. */
  count(rejections: readonly Rejection[]): ReturnType<typeof countCorpus> {
    return countCorpus(this.#database, rejections);
  }

  /** What happened to the first documents. */
  summarize(limit: number): DocumentSummary[] {
    return summarize(this.#database, limit);
  }

  close(): void {
    this.#database.close();
  }
}
