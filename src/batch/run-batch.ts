import fs from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pMapIterable } from 'p-map';
import { type Config, type OptionRow, options as optionRows } from '../config/index.ts';
import { Dictionaries } from '../dictionary/index.ts';
import { GuiyiError } from '../errors/index.ts';
import type { InputFile, Rejection as InputRejection } from '../read/index.ts';
import type { DocumentRecord } from '../record/index.ts';
import { type InputDocument, unpack } from '../unpack/index.ts';
import {
  CorpusWriter,
  type DocumentSummary,
  type EarlierRecord,
  type Manifest,
  makeFolder,
  onDisk,
  type RecordHead,
  type Rejection,
  syncFolder,
  writeManifest,
} from '../write/index.ts';
import { ByteBudget } from './byte-budget.ts';
import { DocumentWorker, type Doer, type Outcome, rejectionOf } from './document-worker.ts';
import { FolderLock } from './folder-lock.ts';
import { ownDictionaries, type Plan, planRun } from './plan.ts';
import { ThreadPool } from './thread-pool.ts';

/** Where a run stands, for whoever shows it. */
export interface Progress {
  /** Documents that are done. */
  readonly documents: number;
  /** Bytes of their sources; in archives and other packed formats more or less than those of the files. */
  readonly bytes: number;
  /** Bytes of all files. */
  readonly bytesInAll: number;
}

export interface BatchOptions {
  readonly paths: readonly string[];
  readonly out: string;
  readonly config: Config;
  /** Aborted: what is in hand is finished, and the run ends. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** Why a document was normalized: it is new, or this has changed since its record was made. */
export type Reason = 'new' | 'source' | 'version' | 'config' | 'dictionaries';

export interface BatchResult {
  /** Documents that were normalized, and those whose records were there already. */
  readonly normalized: number;
  readonly reused: number;
  /** How many were normalized for which reason. */
  readonly reasons: Readonly<Partial<Record<Reason, number>>>;
  readonly rejections: readonly Rejection[];
  readonly seconds: number;
  /** What happened to the first documents, for people. */
  readonly documents: readonly DocumentSummary[];
  /** What the corpus is made of; absent where the run was ended before its end: nothing is published then. */
  readonly manifest?: Manifest;
}

/** Name of the folder in the output where a run keeps what is not finished; it is gone when all is done. */
const WORK_FOLDER = '.guiyi';

/** Source bytes in hand at a time, over all threads: with its record, a document takes some thirty times its size. */
const BYTES_IN_HAND = 8_000_000;

/** A thread takes a second to load its dictionaries: below this much input the process is done before. */
const BYTES_WORTH_THREADS = 3_000_000;

/** Documents that a result tells of one by one. */
const SUMMARIES = 40;

/**
 * Normalizes files and folders into an output folder, as the contract lays it out.
 *
 * Documents stand in the order of their paths. A document whose bytes, version, configuration and
 * dictionaries are those of a record that is there is not done again. Inputs that can't be used are
 * rejected and the rest go on.
 *
 * @throws GuiyiError GY501 where the disk fails, GY502 where another run holds the folder; what stood in the
 * output before is then whole, and what was finished is found by the next run
 */
export async function runBatch(options: BatchOptions): Promise<BatchResult> {
  const { out, config, paths } = options;
  const workFolder = join(out, WORK_FOLDER);
  // A work folder that is there tells of a run that did not end: then no text file is taken on trust.
  const trusted = !fs.existsSync(workFolder) && fs.existsSync(join(out, 'manifest.json'));
  makeFolder(out);
  const lock = new FolderLock(workFolder);
  try {
    const own = ownDictionaries(paths, config);
    const plan = await planRun(paths, out, config);
    const result = await new Run(options, plan, own).into(workFolder, trusted);
    if (result.manifest !== undefined) {
      onDisk(workFolder, () => fs.rmSync(workFolder, { recursive: true, force: true }));
      syncFolder(out);
    }
    return result;
  } finally {
    lock.release();
  }
}

/** What came of an input, and the bytes that were held for it. */
type Taken = (Outcome | { readonly kind: 'same'; readonly earlier: EarlierRecord }) & {
  readonly size: number;
};

class Run {
  readonly #started = new Date();
  readonly #options: BatchOptions;
  readonly #plan: Plan;
  readonly #worker: DocumentWorker;
  readonly #own: readonly string[];
  readonly #dictionaries: Dictionaries;
  #normalized = 0;
  #reused = 0;
  readonly #ids = new Set<string>();
  readonly #reasons: Partial<Record<Reason, number>> = {};
  #bytes = 0;
  #bytesInAll = 0;

  constructor(options: BatchOptions, plan: Plan, own: readonly string[]) {
    this.#options = options;
    this.#plan = plan;
    this.#own = own;
    this.#dictionaries = new Dictionaries(own);
    this.#worker = new DocumentWorker(options.config, this.#dictionaries);
  }

  async into(workFolder: string, trusted: boolean): Promise<BatchResult> {
    const { out, signal } = this.#options;
    const writer = new CorpusWriter(out, workFolder, trusted);
    try {
      await this.#doAll(writer);
      if (signal?.aborted) {
        writer.suspend();
        return this.#result();
      }
      return await this.#finish(writer);
    } catch (error) {
      writer.abandon();
      throw error;
    }
  }

  /** Does all documents, several at a time, and takes what comes of them in the order of the plan. */
  async #doAll(writer: CorpusWriter): Promise<void> {
    const { config } = this.#options;
    const { files } = this.#plan;
    this.#bytesInAll = files.reduce((sum, file) => sum + sizeOf(file), 0);
    const size = threadsFor(this.#bytesInAll, config.workers);
    const pool = size > 1 ? new ThreadPool(size, { config, own: this.#own }) : undefined;
    const doer: Doer = pool ?? this.#worker;
    const budget = new ByteBudget(BYTES_IN_HAND);
    const outcomes = pMapIterable(
      this.#documents(budget),
      async (input): Promise<Taken> => {
        if ('error' in input) {
          return { kind: 'rejected', rejection: rejectionOf(input.path, input.error), size: 0 };
        }
        const { id, source } = input;
        const size = source.bytes;
        if (this.#ids.has(id)) {
          const error = new GuiyiError('GY106', `two documents are called ${source.path}`);
          return { kind: 'rejected', rejection: rejectionOf(source.path, error), size };
        }
        this.#ids.add(id);
        const earlier = this.#holding(input, writer);
        return earlier === undefined ? { ...(await doer.do(input)), size } : { kind: 'same', earlier, size };
      },
      { concurrency: size * 3, backpressure: size * 6 },
    );
    try {
      for await (const taken of outcomes) {
        this.#take(taken, writer);
        budget.give(taken.size);
      }
    } finally {
      await pool?.close();
    }
  }

  /** All documents of all files, one unpacked ahead of those in hand. */
  async *#documents(budget: ByteBudget): AsyncGenerator<InputDocument | InputRejection> {
    const { config, signal } = this.#options;
    const options = { ...config, dictionaries: this.#dictionaries };
    for (const file of this.#plan.files) {
      try {
        for await (const input of unpack(file, options)) {
          if (signal?.aborted) return;
          if (!('error' in input)) await budget.take(input.source.bytes);
          yield input;
        }
      } catch (cause) {
        // An option that is wrong concerns all files; anything else is a defect that met this one.
        if (cause instanceof GuiyiError) throw cause;
        const { path } = file;
        yield { path, error: new GuiyiError('GY901', (cause as Error).message, { path }, { cause }) };
      }
    }
  }

  /** The record of an earlier run that still holds for a document; counts why those don't that don't. */
  #holding({ id, source }: InputDocument, writer: CorpusWriter): EarlierRecord | undefined {
    const earlier = writer.earlier(id);
    const reason = earlier === undefined ? 'new' : whatChanged(earlier.head, source, this.#worker.provenance);
    if (reason === undefined) return earlier;
    this.#reasons[reason] = (this.#reasons[reason] ?? 0) + 1;
    return undefined;
  }

  #take(taken: Taken, writer: CorpusWriter): void {
    switch (taken.kind) {
      case 'rejected':
        this.#plan.rejections.push(taken.rejection);
        break;
      case 'same':
        writer.reuse(taken.earlier);
        this.#reused++;
        break;
      case 'made':
        writer.add(taken.record ?? JSON.parse(Buffer.from(taken.line).toString('utf8')), taken.line);
        this.#normalized++;
        break;
    }
    this.#bytes += taken.size;
    const { onProgress } = this.#options;
    onProgress?.({
      documents: this.#normalized + this.#reused,
      bytes: this.#bytes,
      bytesInAll: this.#bytesInAll,
    });
  }

  async #finish(writer: CorpusWriter): Promise<BatchResult> {
    const { rejections } = this.#plan;
    const changed = await writer.publish(rejections);
    const { version, config, dictionaries } = this.#worker.provenance;
    const manifest: Manifest = {
      schema: 'guiyi-manifest/1',
      version,
      config: { hash: config, options: tellingOptions(this.#options.config) },
      dictionaries: { hash: dictionaries, own: this.#own },
      ...writer.count(rejections),
    };
    const documents = writer.summarize(SUMMARIES);
    writer.close();
    const seconds = this.#seconds();
    const timings = {
      started: this.#started.toISOString(),
      seconds,
      normalized: this.#normalized,
      charactersPerSecond: Math.round(writer.characters / Math.max(seconds, 0.001)),
    };
    writeManifest(join(this.#options.out, 'manifest.json'), manifest, timings, changed);
    return { ...this.#result(), documents, manifest };
  }

  #result(): BatchResult {
    return {
      normalized: this.#normalized,
      reused: this.#reused,
      reasons: this.#reasons,
      rejections: this.#plan.rejections,
      seconds: this.#seconds(),
      documents: [],
    };
  }

  #seconds(): number {
    return (Date.now() - this.#started.getTime()) / 1_000;
  }
}

/** The threads that a run uses: as many as asked for, or as the work is worth. 1 means the process itself. */
function threadsFor(bytes: number, asked: number): number {
  if (asked > 0) return asked;
  return bytes >= BYTES_WORTH_THREADS ? availableParallelism() : 1;
}

function sizeOf({ absolutePath }: InputFile): number {
  return fs.statSync(absolutePath, { throwIfNoEntry: false })?.size ?? 0;
}

/** What of a record's making is not as it would be now; nothing where it still holds. */
function whatChanged(
  { source: then, pipeline }: RecordHead,
  now: DocumentRecord['source'],
  provenance: DocumentRecord['pipeline'],
): Exclude<Reason, 'new'> | undefined {
  if (then.sha256 !== now.sha256 || then.path !== now.path) return 'source';
  if (then.encoding !== now.encoding || then.mediaType !== now.mediaType) return 'source';
  return (['version', 'config', 'dictionaries'] as const).find((part) => pipeline[part] !== provenance[part]);
}

/** The options that records depend on: what the manifest says must not change with the number of workers. */
function tellingOptions(config: Config): Record<string, unknown> {
  const rows: Record<string, OptionRow> = optionRows;
  return Object.fromEntries(Object.entries(config).filter(([name]) => rows[name]?.shows !== false));
}
