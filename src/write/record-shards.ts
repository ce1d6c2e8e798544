import fs from 'node:fs';
import { join } from 'node:path';
import { makeFolder, moveFile, onDisk, syncFolder, writeAll } from './disk.ts';
import { type EarlierRecord, EarlierRecords, type ShardFile } from './earlier-records.ts';
import { readBytes } from './lines.ts';
import { SyncQueue } from './sync-queue.ts';

const LINE_FEED = Buffer.from('\n');

/** `00001.jsonl`, counted from 1. */
const nameOf = (shard: number) => `${String(shard + 1).padStart(5, '0')}.jsonl`;

/**
 * Writes records, in order, to `records/00001.jsonl` and on, a fixed number to a file.
 *
 * A shard whose records all stand there already is not touched. Others grow in a working folder, in place
 * where a run that was stopped left them, and all move to `records/` at the end; so a run that is killed
 * at any moment leaves every record that it finished, either here or there, for the next one to find.
 */
export class RecordShards {
  readonly earlier: EarlierRecords;
  readonly #folder: string;
  readonly #staging: string;
  readonly #aside: string;
  readonly #perShard: number;
  #shard = 0;
  #records = 0;
  /** Bytes of the shard so far. */
  #bytes = 0;
  /** The earlier file that begins with these bytes, as long as nothing had to be written. */
  #base: ShardFile | undefined;
  #handle: number | undefined;
  readonly #syncs = new SyncQueue();
  readonly #toPublish = new Set<string>();

  /**
   * @param folder where records go in the end
   * @param workFolder of this run; holds what is not finished
   */
  constructor(folder: string, workFolder: string, perShard = 1_000) {
    this.#folder = folder;
    this.#staging = join(workFolder, 'records');
    this.#aside = join(workFolder, 'set-aside');
    this.#perShard = perShard;
    for (const path of [folder, this.#staging, this.#aside]) makeFolder(path);
    this.earlier = onDisk(folder, () => EarlierRecords.read(folder, this.#staging, this.#aside));
    this.#open();
  }

  /** Adds a record that an earlier run made. */
  reuse(record: EarlierRecord): void {
    if (this.#handle === undefined && record.file === this.#base && record.start === this.#bytes) {
      this.#advance(record.length);
    } else {
      this.#write(this.lineOf(record));
    }
  }

  /** Adds a new record: its line, without the line feed. */
  add(line: Uint8Array): void {
    this.#write(line);
  }

  /** The line of a record that an earlier run made, without the line feed. */
  lineOf({ file, start, length }: EarlierRecord): Buffer {
    return onDisk(file.path, () => readBytes(file.path, start, length - 1));
  }

  /** Leaves the unfinished shards for the next run, safe against a power cut. */
  async suspend(): Promise<void> {
    this.#finish();
    await this.settled();
  }

  /** Lets go of the open file as it is. */
  release(): void {
    if (this.#handle !== undefined) fs.closeSync(this.#handle);
    this.#handle = undefined;
  }

  /** Ends the last shard. */
  end(): void {
    if (this.#records > 0) this.#close();
  }

  /** Once all that was written lasts. @throws GuiyiError GY501 */
  settled(): Promise<void> {
    return this.#syncs.settled();
  }

  /** Moves all shards, which are {@link settled}, to their place and takes away those that are no longer needed. Tells how many it moved. */
  publish(): number {
    for (const name of this.#toPublish) moveFile(join(this.#staging, name), join(this.#folder, name));
    const wanted = new Set(Array.from({ length: this.#shard }, (_, shard) => nameOf(shard)));
    let removed = 0;
    for (const name of this.earlier.published.keys()) {
      if (wanted.has(name)) continue;
      onDisk(join(this.#folder, name), () => fs.rmSync(join(this.#folder, name)));
      removed++;
    }
    if (this.#toPublish.size + removed > 0) syncFolder(this.#folder);
    return this.#toPublish.size + removed;
  }

  get #stagedPath(): string {
    return join(this.#staging, nameOf(this.#shard));
  }

  #open(): void {
    const name = nameOf(this.#shard);
    this.#records = 0;
    this.#bytes = 0;
    this.#base = this.earlier.staged.get(name) ?? this.earlier.published.get(name);
  }

  #write(line: Uint8Array): void {
    const handle = this.#handle ?? this.#diverge();
    writeAll(handle, line, this.#stagedPath);
    writeAll(handle, LINE_FEED, this.#stagedPath);
    this.#advance(line.length + 1);
  }

  #advance(length: number): void {
    this.#bytes += length;
    this.#records++;
    if (this.#records === this.#perShard) this.#close();
  }

  #close(): void {
    const name = nameOf(this.#shard);
    if (this.#handle === undefined && this.#base?.size !== this.#bytes) this.#diverge();
    if (this.#handle !== undefined || this.earlier.staged.has(name)) this.#toPublish.add(name);
    this.#finish();
    this.#shard++;
    this.#open();
  }

  /** Ends the file in hand, if any, and has it last. */
  #finish(): void {
    if (this.#handle !== undefined) this.#syncs.add([this.#stagedPath]);
    this.release();
  }

  /** From here on the shard differs from what is there: gives a file that holds its bytes so far, to write on. */
  #diverge(): number {
    const path = this.#stagedPath;
    const base = this.#base;
    const isStaged = base !== undefined && base.path === path;
    if (isStaged && base.size > this.#bytes) {
      // Its later records may still be wanted, by this run or the next.
      const aside = join(this.#aside, `${Date.now()}-${fs.readdirSync(this.#aside).length}.jsonl`);
      moveFile(path, aside);
      base.path = aside;
      this.earlier.staged.delete(nameOf(this.#shard));
    }
    const handle = onDisk(path, () => fs.openSync(path, 'a'));
    this.#handle = handle;
    if (base !== undefined && base.path !== path && this.#bytes > 0) {
      copyBytes(base.path, this.#bytes, handle, path);
    }
    return handle;
  }
}

function copyBytes(from: string, length: number, handle: number, path: string): void {
  const step = 1 << 22;
  for (let at = 0; at < length; at += step) {
    const bytes = onDisk(from, () => readBytes(from, at, Math.min(step, length - at)));
    writeAll(handle, bytes, path);
  }
}
