import fs from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import pMap, { pMapIterable } from 'p-map';
import { type Config, type OptionRow, options as optionRows } from '../config/index.ts';
import { Dictionaries } from '../dictionary/index.ts';
import { GuiyiError } from '../errors/index.ts';
import { documentId, type Rejection as InputRejection } from '../read/index.ts';
import { assertUnpackOptions, type Package, unpackMany } from '../unpack/index.ts';
import {
  CorpusWriter,
  countCorpus,
  DictionaryHistory,
  type EarlierRecord,
  headOf,
  type Manifest,
  makeFolder,
  onDisk,
  type RecordHead,
  summarize,
  syncFolder,
  writeManifest,
} from '../write/index.ts';
import type { BatchOptions, BatchResult } from './batch-types.ts';
import { ByteBudget } from './byte-budget.ts';
import { changeBetween, snapshotOf } from './dictionary-change.ts';
import {
  type DictionaryChanges,
  type DocumentOutcome,
  type DocumentTask,
  DocumentWorker,
  type Doer,
  pathOf,
  type Reason,
  rejectionOf,
} from './document-worker.ts';
import { DuplicateFilter } from './duplicate-filter.ts';
import { FolderLock } from './folder-lock.ts';
import { asyncOf, bytesOf, type Input, sized } from './inputs.ts';
import { assertApart, assertOwn, assertThere, changedOptions } from './own-folder.ts';
import { ownDictionaries, type Plan, planRun } from './plan.ts';
import { ThreadPool } from './thread-pool.ts';
import { threadsFor } from './threads-for.ts';

/** Name of the folder in the output where a run keeps what is not finished; it is gone when all is done. */
const WORK_FOLDER = '.guiyi';

/** Source bytes in hand at a time, over all threads: with its record, a document takes some thirty times its size. */
const BYTES_IN_HAND = 8_000_000;

/** Tasks in hand at a time, for each thread. */
const TASKS_A_THREAD = 3;

/** Documents that a result tells of one by one. */
const SUMMARIES = 40;

/**
 * Normalizes files and folders into an output folder, as the contract lays it out.
 *
 * Documents stand in the order of their paths. A document whose bytes, version, configuration and
 * dictionaries are those of a record that is there is not done again. Inputs that can't be used are
 * rejected and the rest go on.
 *
 * @throws GuiyiError GY501 where the disk fails, GY502 where another run holds the folder, GY504 where it has what no run
 * made, GY302 where an input lies in it, GY101 where nothing is at a path and the folder has a corpus already; what stood in the output before is then
 * whole, and what was finished is found by the next run
 */
export async function runBatch(options: BatchOptions): Promise<BatchResult> {
  const { out, config, paths } = options;
  const workFolder = join(out, WORK_FOLDER);
  // A work folder that is there tells of a run that did not end: then no text file is taken on trust.
  const trusted = !fs.existsSync(workFolder) && fs.existsSync(join(out, 'manifest.json'));
  assertApart(paths, out);
  assertOwn(out, workFolder);
  assertThere(paths, out);
  makeFolder(out);
  const lock = new FolderLock(workFolder);
  try {
    const own = ownDictionaries(paths, config);
    const plan = await planRun(paths, out, config);
    const result = await new Run(options, plan, own, workFolder).into(workFolder, trusted);
    if (result.manifest !== undefined) {
      onDisk(workFolder, () => fs.rmSync(workFolder, { recursive: true, force: true }));
      syncFolder(out);
    }
    return result;
  } finally {
    lock.release();
  }
}

/** What came of an input, in the order of the inputs. */
type Taken =
  | DocumentOutcome
  /** It is to be taken apart. */
  | { readonly kind: 'many'; readonly file: Package };

/** What came of an input, and how it is done again without regard to what an earlier run made of it. */
interface Done {
  readonly outcome: DocumentOutcome;
  readonly again: () => Promise<DocumentOutcome>;
}

class Run {
  readonly #started = new Date();
  readonly #options: BatchOptions;
  readonly #plan: Plan;
  readonly #worker: DocumentWorker;
  readonly #history: DictionaryHistory;
  readonly #changes: DictionaryChanges;
  readonly #own: readonly string[];
  readonly #dictionaries: Dictionaries;
  #doer: Doer;
  /** Threads that work at a time; 1 means the process itself. */
  #threads = 1;
  #normalized = 0;
  #reused = 0;
  readonly #ids = new Set<string>();
  readonly #reasons: Partial<Record<Reason, number>> = {};
  readonly #concerned: { path: string; because: string }[] = [];
  #bytes = 0;
  #bytesInAll = 0;
  /** Where duplicates are not kept. */
  #filter: DuplicateFilter | undefined;

  constructor(options: BatchOptions, plan: Plan, own: readonly string[], workFolder: string) {
    this.#options = options;
    this.#plan = plan;
    this.#own = own;
    this.#dictionaries = new Dictionaries(own);
    assertUnpackOptions({ ...options.config, dictionaries: this.#dictionaries });
    const now = snapshotOf(this.#dictionaries);
    this.#history = new DictionaryHistory(options.out, workFolder, now);
    // What was made without rows of the user's needs no file to tell.
    const earlier = [{ hash: now.packaged, packaged: now.packaged, own: {} }, ...this.#history.earlier];
    this.#changes = new Map(earlier.map((then) => [then.hash, changeBetween(then, now)]));
    this.#worker = new DocumentWorker(options.config, this.#dictionaries, this.#changes);
    this.#doer = this.#worker;
  }

  /** @param trusted true where the last run into the folder came to its end: texts and rows that are there are right */
  async into(workFolder: string, trusted: boolean): Promise<BatchResult> {
    const { out, config, signal } = this.#options;
    const files = this.#plan.files.map(sized);
    this.#bytesInAll = files.reduce((sum, { size }) => sum + size, 0);
    const threads = threadsFor(this.#bytesInAll, config.workers);
    this.#threads = threads;
    const pool =
      threads > 1 ? new ThreadPool(threads, { config, own: this.#own, changes: this.#changes }) : undefined;
    this.#doer = pool ?? this.#worker;
    const writer = new CorpusWriter(out, workFolder);
    try {
      if (config.duplicates === 'drop') this.#filter = new DuplicateFilter(writer.earlierDropped());
      for await (const done of this.#outcomes(asyncOf(files), writer, trusted)) {
        await this.#take(done, writer);
        // Where the process itself does the documents, nothing else would have its turn: no Ctrl-C, no fsync that ended.
        await setImmediate();
      }
      if (!signal?.aborted) await this.#supplyRows(writer);
      if (signal?.aborted) {
        await writer.suspend();
        return this.#result();
      }
      await pool?.close();
      return await this.#finish(writer);
    } catch (error) {
      writer.abandon();
      throw error;
    } finally {
      await pool?.close();
    }
  }

  /** What comes of inputs, in their order, several being done at a time; what holds many documents is taken apart. */
  async *#outcomes(
    inputs: AsyncIterable<Input>,
    writer: CorpusWriter,
    trusted: boolean,
  ): AsyncGenerator<Done> {
    const budget = new ByteBudget(BYTES_IN_HAND);
    const concurrency = this.#threads * TASKS_A_THREAD;
    const taken = pMapIterable(
      this.#admitted(inputs, budget),
      async (input): Promise<{ outcome: Taken; again: Done['again']; held: number }> => {
        const again = async () => (await this.#doer.do({ input: input as Package })) as DocumentOutcome;
        if ('error' in input) {
          const rejection = rejectionOf(input.path, input.error);
          return { outcome: { kind: 'rejected', rejection, bytes: 0 }, again, held: 0 };
        }
        const held = bytesOf(input);
        const outcome = await this.#doer.do(this.#taskOf(input, writer, trusted));
        if (outcome.kind !== 'many') return { outcome: outcome as DocumentOutcome, again, held };
        budget.give(held);
        return { outcome: { kind: 'many', file: input as Package }, again, held: 0 };
      },
      { concurrency, backpressure: concurrency * 2 },
    );
    for await (const { outcome, again, held } of taken) {
      if (outcome.kind === 'many') yield* this.#outcomes(this.#partsOf(outcome.file), writer, trusted);
      else {
        yield { outcome, again };
        this.#doer.release(outcome);
      }
      budget.give(held);
    }
  }

  /** The inputs as there is room for them; none once the run is ended. */
  async *#admitted(inputs: AsyncIterable<Input>, budget: ByteBudget): AsyncGenerator<Input> {
    for await (const input of inputs) {
      if (this.#options.signal?.aborted) return;
      await budget.take(bytesOf(input));
      yield input;
    }
  }

  /** What a file holds that may hold many documents. */
  async *#partsOf(file: Package): AsyncGenerator<Input> {
    try {
      yield* unpackMany(file, {
        ...this.#options.config,
        dictionaries: this.#dictionaries,
        onHidden: (path) => this.#plan.hidden.push(path),
      });
    } catch (cause) {
      const { path } = file;
      yield { path, error: new GuiyiError('GY901', (cause as Error).message, { path }, { cause }) };
    }
  }

  #taskOf(input: Exclude<Input, InputRejection>, writer: CorpusWriter, trusted: boolean): DocumentTask {
    const id = documentId(pathOf({ input }));
    const earlier = writer.earlier(id);
    const head = earlier?.head ?? this.#filter?.earlier(id)?.head;
    if (head === undefined) return { input };
    const looked = !trusted || this.#isOfOtherRows(head);
    const line = earlier === undefined || !looked ? undefined : writer.lineOf(earlier);
    return { input, earlier: { head, ...(line === undefined ? {} : { line }) } };
  }

  /** True for a record that the change of some rows since may concern, or not: its text says. */
  #isOfOtherRows({ pipeline }: RecordHead): boolean {
    const { dictionaries } = pipeline;
    return (
      dictionaries !== this.#worker.provenance.dictionaries &&
      this.#changes.get(dictionaries)?.reach === 'rows'
    );
  }

  async #take({ outcome, again }: Done, writer: CorpusWriter): Promise<void> {
    this.#bytes += outcome.bytes;
    if (outcome.kind === 'same') await this.#takeSame(outcome, again, writer);
    else this.#takeNew(outcome, writer);
    const { onProgress } = this.#options;
    onProgress?.({
      documents: this.#normalized + this.#reused,
      bytes: this.#bytes,
      bytesInAll: this.#bytesInAll,
    });
  }

  #takeNew(outcome: Exclude<DocumentOutcome, { kind: 'same' }>, writer: CorpusWriter): void {
    if (outcome.kind === 'rejected') {
      this.#plan.rejections.push(outcome.rejection);
      return;
    }
    const { made, reason, because } = outcome;
    if (!this.#isNew(made.id, made.path)) return;
    if (reason === 'renewed') this.#reused++;
    else {
      this.#normalized++;
      this.#reasons[reason] = (this.#reasons[reason] ?? 0) + 1;
    }
    if (because !== undefined) this.#concerned.push({ path: made.path, because });
    if (this.#filter?.drops(made.path, made.fingerprint, () => headOf(Buffer.from(made.line))!)) return;
    writer.add(made);
  }

  async #takeSame(
    { id, made }: Extract<DocumentOutcome, { kind: 'same' }>,
    again: Done['again'],
    writer: CorpusWriter,
  ): Promise<void> {
    const filter = this.#filter;
    const earlier = writer.earlier(id);
    if (earlier === undefined) {
      // It was left out by the last run, and has no record; if the one before it is gone, it needs one now.
      const { path, fingerprint, head } = filter!.earlier(id)!;
      if (!filter!.knows(fingerprint)) {
        const anew = (await again()) as Exclude<DocumentOutcome, { kind: 'same' }>;
        this.#takeNew(anew, writer);
        this.#doer.release(anew);
      } else if (this.#isNew(id, path)) {
        filter!.drops(path, fingerprint, () => head);
        this.#reused++;
      }
      return;
    }
    const { head } = earlier;
    if (!this.#isNew(id, head.source.path)) return;
    this.#reused++;
    if (filter?.drops(head.source.path, made?.fingerprint ?? writer.fingerprintOf(earlier), () => head))
      return;
    writer.reuse(earlier, made);
  }

  /** False for a document whose name another has: it is rejected. */
  #isNew(id: string, path: string): boolean {
    if (!this.#ids.has(id)) {
      this.#ids.add(id);
      return true;
    }
    const error = new GuiyiError('GY106', `two documents are called ${path}`);
    this.#plan.rejections.push(rejectionOf(path, error));
    return false;
  }

  /** Where the database is made anew: makes the rows of the records that are as they were. */
  async #supplyRows(writer: CorpusWriter): Promise<void> {
    const supply = async (earlier: EarlierRecord) => {
      if (this.#options.signal?.aborted) return;
      const { digest, head } = earlier;
      const outcome = await this.#doer.do({ line: writer.lineOf(earlier), digest });
      if (outcome.kind === 'rows') writer.supplyRows(head.id, outcome.rows);
      this.#doer.release(outcome);
    };
    await pMap(writer.missingRows(), supply, { concurrency: this.#threads * TASKS_A_THREAD });
  }

  async #finish(writer: CorpusWriter): Promise<BatchResult> {
    const { rejections } = this.#plan;
    const dropped = this.#filter?.dropped ?? [];
    const published = await writer.publish(rejections, dropped, this.#threads);
    const changed = this.#history.publish() || published;
    const options = tellingOptions(this.#options.config);
    const reset = changedOptions(this.#options.out, options);
    const { version, config, dictionaries } = this.#worker.provenance;
    const manifest: Manifest = {
      schema: 'guiyi-manifest/1',
      version,
      config: { hash: config, options },
      dictionaries: { hash: dictionaries, own: this.#own },
      ...writer.ask((database) => countCorpus(database, rejections, dropped.length)),
    };
    const documents = writer.ask((database) => summarize(database, SUMMARIES));
    const seconds = this.#seconds();
    const timings = {
      started: this.#started.toISOString(),
      seconds,
      normalized: this.#normalized,
      charactersPerSecond: Math.round(writer.characters / Math.max(seconds, 0.001)),
    };
    const { out } = this.#options;
    writeManifest(join(out, 'manifest.json'), manifest, timings, changed, join(out, WORK_FOLDER));
    return { ...this.#result(), documents, manifest, reset, removed: this.#removed(writer) };
  }

  /** The documents that the corpus had and that are neither in it nor rejected now. */
  #removed(writer: CorpusWriter): string[] {
    const rejected = new Set(this.#plan.rejections.map(({ path }) => path));
    const gone = [...writer.there].filter(([id, path]) => !this.#ids.has(id) && !rejected.has(path));
    return gone.map(([, path]) => path);
  }

  #result(): BatchResult {
    return {
      normalized: this.#normalized,
      reused: this.#reused,
      reasons: this.#reasons,
      concerned: this.#concerned,
      rejections: this.#plan.rejections,
      reset: [],
      removed: [],
      hidden: this.#plan.hidden,
      dropped: (this.#filter?.dropped ?? []).map(({ path, first }) => ({ path, first })),
      seconds: this.#seconds(),
      documents: [],
    };
  }

  #seconds(): number {
    return (Date.now() - this.#started.getTime()) / 1_000;
  }
}

/** The options that records depend on: what the manifest says must not change with the number of workers. */
function tellingOptions(config: Config): Record<string, unknown> {
  const rows: Record<string, OptionRow> = optionRows;
  return Object.fromEntries(Object.entries(config).filter(([name]) => rows[name]?.shows !== false));
}
