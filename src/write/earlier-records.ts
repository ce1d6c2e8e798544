import fs from 'node:fs';
import { basename, join } from 'node:path';
import { linesOf } from './lines.ts';
import { digestOf, headOf, type RecordHead } from './record-line.ts';

/** A file of records from an earlier run; `path` follows it where it is moved. */
export interface ShardFile {
  path: string;
  /** Bytes of whole lines. */
  readonly size: number;
}

/** Where a record made earlier stands, and what it was made of. */
export interface EarlierRecord {
  readonly head: RecordHead;
  readonly file: ShardFile;
  /** Bytes from the start of the file. */
  readonly start: number;
  /** Bytes, the line feed included. */
  readonly length: number;
  readonly digest: string;
}

/** Names of our shards; other files beside them are somebody else's. */
const SHARD = /^\d{5,}\.jsonl$/;

/** What earlier runs into a folder left: finished records by document id, and the shard files. */
export class EarlierRecords {
  readonly #byId = new Map<string, EarlierRecord>();
  /** Shards in their place, by name. */
  readonly published = new Map<string, ShardFile>();
  /** Shards of a run that did not end, by name. */
  readonly staged = new Map<string, ShardFile>();
  /** Path by id of the documents that the corpus in its place has. */
  readonly documents = new Map<string, string>();

  /**
   * Reads the heads of all records that are there. Those of a run that was stopped come last, as they are
   * the newest, and are read as a whole: their end can be torn. A torn end is cut off.
   */
  static read(publishedFolder: string, stagedFolder: string, setAsideFolder: string): EarlierRecords {
    const earlier = new EarlierRecords();
    for (const path of shardsIn(publishedFolder).filter((path) => SHARD.test(basename(path))))
      earlier.published.set(basename(path), earlier.#scan(path, false));
    for (const { head } of earlier.#byId.values()) earlier.documents.set(head.id, head.source.path);
    for (const path of shardsIn(setAsideFolder)) earlier.#scan(path, true);
    for (const path of shardsIn(stagedFolder)) {
      const file = earlier.#scan(path, true);
      if (fs.statSync(path).size > file.size) fs.truncateSync(path, file.size);
      earlier.staged.set(basename(path), file);
    }
    return earlier;
  }

  /** The sources' paths of all documents that have a record, in the order of their records. */
  get paths(): string[] {
    return [...this.#byId.values()].map(({ head }) => head.source.path);
  }

  /** The newest record of a document. */
  find(id: string): EarlierRecord | undefined {
    return this.#byId.get(id);
  }

  #scan(path: string, suspicious: boolean): ShardFile {
    const found: EarlierRecord[] = [];
    let size = 0;
    const file: { path: string; size: number } = { path, size };
    for (const { start, line, ended } of linesOf(path)) {
      const head = headOf(line);
      if (!ended || (suspicious && !parses(line))) break;
      size = start + line.length + 1;
      if (head === undefined) continue;
      found.push({ head, file, start, length: line.length + 1, digest: digestOf(line) });
    }
    file.size = size;
    for (const record of found) this.#byId.set(record.head.id, record);
    return file;
  }
}

function parses(line: Buffer): boolean {
  try {
    JSON.parse(line.toString('utf8'));
    return true;
  } catch {
    return false;
  }
}

function shardsIn(folder: string): string[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => join(folder, name));
}
