import fs from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { ParquetWriteOptions } from 'hyparquet-writer';
import { GuiyiError } from '../../errors/index.ts';
import { makeFolder, moveFile, onDisk, syncFiles, syncFolder, writeAtomic } from '../disk.ts';
import type { StoredRecord } from '../read-records.ts';
import { childRows, childTables, documentRow, type TableName } from '../tables.ts';
import { TableColumns } from './columns.ts';
import { viewScript } from './views.ts';

/** Records of a shard, as in `records/`. */
const RECORDS = 1_000;
/** Rows of a shard, all tables together: what is held in memory, some 200 bytes each. */
const ROWS = 500_000;
/** UTF-16 units of source text of a shard. */
const UNITS = 1 << 24;
/** zstd's own default. */
const LEVEL = 3;

const tableNames: readonly TableName[] = ['documents', ...childTables];
const nameOf = (shard: number) => `${String(shard).padStart(5, '0')}.parquet`;

interface Writing {
  readonly bytesOf: (options: Omit<ParquetWriteOptions, 'writer'>) => Uint8Array;
}

/** What a folder held before, by id. */
type Digests = ReadonlyMap<string, string>;

/**
 * A corpus as Parquet files: a folder a table, a file a shard of 1,000 records, zstd, and `views.sql` for DuckDB.
 *
 * The folder is made anew beside the old one and takes its place at the end, so that there is always the old or the new
 * one; where a process is killed between the two renames, the next load puts the old one back. It holds what was loaded
 * last and nothing else.
 */
export class ParquetFolder {
  readonly #folder: string;
  readonly #draft: string;
  readonly #aside: string;
  readonly #writing: Writing;
  readonly #seen = new Map<string, string>();
  #earlier: Digests = new Map();
  #tables = emptyTables();
  #shard = 0;
  #records = 0;
  #rows = 0;
  #units = 0;

  private constructor(folder: string, writing: Writing) {
    const path = resolve(folder);
    this.#folder = path;
    this.#draft = join(dirname(path), `.${basename(path)}.guiyi-new`);
    this.#aside = join(dirname(path), `.${basename(path)}.guiyi-old`);
    this.#writing = writing;
  }

  /**
   * Begins a load into a folder, which need not be there.
   *
   * @throws GuiyiError GY504 where the folder holds something else, GY501 where the disk fails
   */
  static async open(folder: string): Promise<ParquetFolder> {
    const load = new ParquetFolder(folder, await loadWriting());
    load.#recover();
    load.#earlier = await load.#digestsThere();
    makeFolder(load.#draft);
    return load;
  }

  /** Adds a record; one that is there already is passed over. @throws GuiyiError GY506 where another has its id */
  put({ record, digest, path, line }: StoredRecord): void {
    const before = this.#seen.get(record.id);
    if (before === digest) return;
    if (before !== undefined)
      throw new GuiyiError('GY506', `'${record.id}' is there with another record`, { path, line });
    this.#seen.set(record.id, digest);
    this.#tables.documents.add(documentRow(record, digest));
    this.#rows++;
    for (const table of childTables) {
      const { count, row } = childRows[table](record);
      for (let ordinal = 0; ordinal < count; ordinal++)
        this.#tables[table].add([record.id, ordinal, ...row(ordinal)]);
      this.#rows += count;
    }
    this.#records++;
    this.#units += record.sourceText.length;
    if (this.#records >= RECORDS || this.#rows >= ROWS || this.#units >= UNITS) this.#flush();
  }

  /**
   * Puts the new files in place.
   *
   * @param options.prune whether documents that are not among those put may go
   * @returns rows of the files that are new or other than before
   * @throws GuiyiError GY505 where documents would go that may not; the folder is then as it was
   */
  async finish({ prune }: { prune: boolean }): Promise<{ changes: number }> {
    const lost = [...this.#earlier.keys()].filter((id) => !this.#seen.has(id));
    if (lost.length > 0 && !prune)
      throw new GuiyiError(
        'GY505',
        `${lost.length} documents, '${lost[0]}' first, are not among the records`,
        {
          path: this.#folder,
        },
      );
    if (this.#records > 0 || this.#shard === 0) this.#flush();
    writeAtomic(join(this.#draft, 'views.sql'), viewScript);
    const { changed, rows } = this.#compare();
    if (changed) await this.#publish();
    this.abandon();
    return { changes: rows };
  }

  /** Leaves the folder as it was. */
  abandon(): void {
    fs.rmSync(this.#draft, { recursive: true, force: true });
  }

  #flush(): void {
    this.#shard++;
    for (const table of tableNames) {
      const folder = join(this.#draft, table);
      if (this.#shard === 1) makeFolder(folder);
      const path = join(folder, nameOf(this.#shard));
      const bytes = this.#writing.bytesOf(this.#tables[table].source());
      onDisk(path, () => fs.writeFileSync(path, bytes));
      this.#counts.set(`${table}/${nameOf(this.#shard)}`, this.#tables[table].rows);
    }
    this.#tables = emptyTables();
    this.#records = 0;
    this.#rows = 0;
    this.#units = 0;
  }

  /** Rows of the draft's files, by their place in the folder. */
  readonly #counts = new Map<string, number>();

  #compare(): { changed: boolean; rows: number } {
    let rows = 0;
    let changed = filesIn(this.#folder).length !== this.#counts.size + 1;
    for (const file of [...this.#counts.keys(), 'views.sql']) {
      const there = join(this.#folder, file);
      if (fs.existsSync(there) && fs.readFileSync(there).equals(fs.readFileSync(join(this.#draft, file))))
        continue;
      changed = true;
      rows += this.#counts.get(file) ?? 0;
    }
    return { changed, rows };
  }

  async #publish(): Promise<void> {
    await syncFiles([...this.#counts.keys()].map((file) => join(this.#draft, file)));
    for (const table of tableNames) syncFolder(join(this.#draft, table));
    syncFolder(this.#draft);
    if (fs.existsSync(this.#folder)) moveFile(this.#folder, this.#aside);
    try {
      moveFile(this.#draft, this.#folder);
    } catch (error) {
      this.#recover();
      throw error;
    }
    syncFolder(dirname(this.#folder));
    fs.rmSync(this.#aside, { recursive: true, force: true });
  }

  /** Puts back what a load left aside that was killed between its two renames. */
  #recover(): void {
    if (!fs.existsSync(this.#aside)) return;
    if (fs.existsSync(this.#folder)) fs.rmSync(this.#aside, { recursive: true, force: true });
    else moveFile(this.#aside, this.#folder);
  }

  /** The digests of the documents that the folder holds. */
  async #digestsThere(): Promise<Digests> {
    const digests = new Map<string, string>();
    if (!fs.existsSync(this.#folder)) return digests;
    const entries = onDisk(this.#folder, () => fs.readdirSync(this.#folder));
    if (entries.length === 0) return digests;
    if (!entries.includes('views.sql') || !entries.includes('documents'))
      throw new GuiyiError('GY504', 'the folder holds something else', { path: this.#folder });
    const { readDigests } = await import('./read-digests.ts');
    for (const file of fs.readdirSync(join(this.#folder, 'documents')).sort())
      for (const [id, digest] of await readDigests(join(this.#folder, 'documents', file)))
        digests.set(id, digest);
    return digests;
  }
}

function emptyTables(): Record<TableName, TableColumns> {
  return Object.fromEntries(tableNames.map((table) => [table, new TableColumns(table)])) as Record<
    TableName,
    TableColumns
  >;
}

/** The files of a folder and of those in it; none where it is not there. */
function filesIn(folder: string): string[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

let writing: Promise<Writing> | undefined;

/** Loads the writer and its compressor, for those who want Parquet; once, as the compressor must not begin twice. */
function loadWriting(): Promise<Writing> {
  writing ??= makeWriting();
  return writing;
}

async function makeWriting(): Promise<Writing> {
  const { ByteWriter, parquetWrite } = await import('hyparquet-writer');
  const zstd = await import('@bokuweb/zstd-wasm');
  await zstd.init();
  return {
    bytesOf(options) {
      const writer = new ByteWriter();
      parquetWrite({
        ...options,
        writer,
        codec: 'ZSTD',
        compressors: { ZSTD: (bytes) => zstd.compress(bytes, LEVEL) },
        rowGroupSize: 100_000,
        createdBy: 'guiyi',
      });
      return writer.getBytes();
    },
  };
}
