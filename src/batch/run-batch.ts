import fs from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pMapIterable } from 'p-map';
import { type Config, type OptionRow, options as optionRows } from '../config/index.ts';
import { Dictionaries } from '../dictionary/index.ts';
import { documentId, type InputFile } from '../read/index.ts';
import type { DocumentRecord } from '../record/index.ts';
import {
  CorpusWriter,
  type DocumentSummary,
  type Manifest,
  makeFolder,
  onDisk,
  type Rejection,
  syncFolder,
  writeManifest,
} from '../write/index.ts';
import { ByteBudget } from './byte-budget.ts';
import { DocumentWorker, type Doer, type Job, type Outcome } from './document-worker.ts';
import { FolderLock } from './folder-lock.ts';
import { ownDictionaries, type Plan, planRun } from './plan.ts';
import { ThreadPool } from './thread-pool.ts';

/** Where a run stands, for whoever shows it. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  /** Bytes of the inputs done. */
  readonly bytes: number;
}

export interface BatchOptions {
  readonly paths: readonly string[];
  readonly out: string;
  readonly config: Config;
  /** Aborted: what is in hand is finished, and the run ends. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

export interface BatchResult {
  /** Documents that were normalized, and those whose records were there already. */
  readonly normalized: number;
  readonly reused: number;
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
    const worker = new DocumentWorker(config, new Dictionaries(own));
    const result = await new Run(options, plan, worker, own).into(workFolder, trusted);
    if (result.manifest !== undefined) {
      onDisk(workFolder, () => fs.rmSync(workFolder, { recursive: true, force: true }));
      syncFolder(out);
    }
    return result;
  } finally {
    lock.release();
  }
}

class Run {
  readonly #started = new Date();
  readonly #options: BatchOptions;
  readonly #plan: Plan;
  readonly #worker: DocumentWorker;
  readonly #own: readonly string[];
  #normalized = 0;
  #reused = 0;
  #done = 0;
  #bytes = 0;

  constructor(options: BatchOptions, plan: Plan, worker: DocumentWorker, own: readonly string[]) {
    this.#options = options;
    this.#plan = plan;
    this.#worker = worker;
    this.#own = own;
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
      return this.#finish(writer);
    } catch (error) {
      writer.abandon();
      throw error;
    }
  }

  /** Does all documents, several at a time, and takes what comes of them in the order of the plan. */
  async #doAll(writer: CorpusWriter): Promise<void> {
    const { config, signal } = this.#options;
    const size = threadsFor(this.#plan.files, config.workers);
    const pool = size > 1 ? new ThreadPool(size, { config, own: this.#own }) : undefined;
    const doer: Doer = pool ?? this.#worker;
    const budget = new ByteBudget(BYTES_IN_HAND);
    const outcomes = pMapIterable(
      untilAborted(this.#plan.files, signal),
      async (file) => {
        const size = sizeOf(file);
        await budget.take(size);
        return { file, size, outcome: await doer.do(this.#jobFor(file, writer)) };
      },
      { concurrency: size * 3, backpressure: size * 6 },
    );
    try {
      for await (const { file, size, outcome } of outcomes) {
        this.#take(file, outcome, writer);
        budget.give(size);
      }
    } finally {
      await pool?.close();
    }
  }

  #jobFor(file: InputFile, writer: CorpusWriter): Job {
    const head = writer.earlier(documentId(file.path))?.head;
    const holds = head !== undefined && sameProvenance(head.pipeline, this.#worker.provenance);
    return holds ? { ...file, known: head.source.sha256 } : file;
  }

  #take({ path }: InputFile, outcome: Outcome, writer: CorpusWriter): void {
    switch (outcome.kind) {
      case 'rejected':
        this.#plan.rejections.push(outcome.rejection);
        break;
      case 'same':
        writer.reuse(writer.earlier(documentId(path))!);
        this.#reused++;
        break;
      case 'made':
        writer.add(outcome.record ?? JSON.parse(Buffer.from(outcome.line).toString('utf8')), outcome.line);
        this.#normalized++;
        break;
    }
    this.#done++;
    this.#bytes += outcome.bytes;
    const total = this.#plan.files.length;
    this.#options.onProgress?.({ done: this.#done, total, bytes: this.#bytes });
  }

  #finish(writer: CorpusWriter): BatchResult {
    const { rejections } = this.#plan;
    const changed = writer.publish(rejections);
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
function threadsFor(files: readonly InputFile[], asked: number): number {
  if (asked > 0) return Math.min(asked, files.length);
  let bytes = 0;
  for (const file of files) {
    bytes += sizeOf(file);
    if (bytes >= BYTES_WORTH_THREADS) return Math.min(availableParallelism(), files.length);
  }
  return 1;
}

function sizeOf({ absolutePath }: InputFile): number {
  return fs.statSync(absolutePath, { throwIfNoEntry: false })?.size ?? 0;
}

function* untilAborted<Item>(items: readonly Item[], signal: AbortSignal | undefined): Generator<Item> {
  for (const item of items) {
    if (signal?.aborted) return;
    yield item;
  }
}

function sameProvenance(a: DocumentRecord['pipeline'], b: DocumentRecord['pipeline']): boolean {
  return a.version === b.version && a.config === b.config && a.dictionaries === b.dictionaries;
}

/** The options that records depend on: what the manifest says must not change with the number of workers. */
function tellingOptions(config: Config): Record<string, unknown> {
  const rows: Record<string, OptionRow> = optionRows;
  return Object.fromEntries(Object.entries(config).filter(([name]) => rows[name]?.shows !== false));
}
