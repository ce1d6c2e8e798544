import type { Worker } from 'node:worker_threads';
import type { Config } from '../config/index.ts';
import { startThread } from '../threads/index.ts';
import { type DictionaryChanges, type Doer, type Outcome, pathOf, type Task } from './document-worker.ts';
import { type Answer, type Order, Rooms } from './rooms.ts';

/** What a thread is given when it starts. */
export interface ThreadData {
  readonly config: Config;
  /** Folders of the user's dictionaries. */
  readonly own: readonly string[];
  readonly changes: DictionaryChanges;
}

/** Documents that lie ready for a thread, so that it need not wait for the main thread between two. */
const AHEAD = 2;

interface Pending {
  readonly task: Task;
  /** How often a thread died of it. */
  deaths: number;
  readonly settle: (outcome: Outcome) => void;
  readonly fail: (error: unknown) => void;
  /** Where the thread that has it lays what it makes. */
  room?: SharedArrayBuffer;
}

interface Thread {
  readonly worker: Worker;
  /** True once its dictionaries are loaded. */
  ready: boolean;
  /** The first is being done. */
  readonly tasks: Pending[];
}

/**
 * Does documents in threads, each with its own dictionaries. A thread that dies is replaced; the document of
 * which it died is done once more, alone, and rejected where a thread dies of it again.
 */
export class ThreadPool implements Doer {
  readonly #data: ThreadData;
  readonly #size: number;
  readonly #startThread: (data: ThreadData) => Worker;
  readonly #threads = new Set<Thread>();
  readonly #waiting: Pending[] = [];
  readonly #rooms = new Rooms();
  /** Tasks of which a thread died: each waits until nothing else is being done. */
  readonly #suspects: Pending[] = [];
  #closed = false;
  /** Why no thread can be started. */
  #failed: unknown;

  /** @param start starts a thread that does documents */
  constructor(size: number, data: ThreadData, start: (data: ThreadData) => Worker = startDocumentThread) {
    this.#size = size;
    this.#data = data;
    this.#startThread = start;
  }

  do(task: Task): Promise<Outcome> {
    return new Promise((settle, fail) => {
      if (this.#failed !== undefined) throw this.#failed;
      this.#waiting.push({ task, deaths: 0, settle, fail });
      this.#dispatch();
    });
  }

  release(outcome: Outcome): void {
    this.#rooms.release(outcome);
  }

  /** Ends the threads; what is being done is dropped. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#threads].map(({ worker }) => worker.terminate()));
  }

  #dispatch(): void {
    if (this.#closed) return;
    const busy = [...this.#threads].some(({ tasks }) => tasks.length > 0);
    const suspect = this.#suspects[0];
    if (suspect !== undefined) {
      if (!busy) this.#give(this.#idlest(), suspect);
      return;
    }
    while (this.#waiting.length > 0) {
      const thread = this.#idlest();
      if (thread.tasks.length >= AHEAD) return;
      this.#give(thread, this.#waiting.shift()!);
    }
  }

  #give(thread: Thread, pending: Pending): void {
    pending.room ??= this.#rooms.take();
    thread.tasks.push(pending);
    thread.worker.postMessage({ task: pending.task, room: pending.room } satisfies Order);
  }

  #idlest(): Thread {
    let idlest: Thread | undefined;
    for (const thread of this.#threads) {
      if (idlest === undefined || thread.tasks.length < idlest.tasks.length) idlest = thread;
    }
    const isFull = this.#threads.size >= this.#size;
    return idlest !== undefined && (isFull || idlest.tasks.length === 0) ? idlest : this.#start();
  }

  #start(): Thread {
    const worker = this.#startThread(this.#data);
    const thread: Thread = { worker, ready: false, tasks: [] };
    let cause: unknown = new Error('the thread ended by itself');
    worker.on('message', (answer: Answer | 'ready') => {
      if (answer === 'ready') {
        thread.ready = true;
        return;
      }
      const task = thread.tasks.shift()!;
      if (task === this.#suspects[0]) this.#suspects.shift();
      task.settle(this.#rooms.outcomeOf(answer, task.room!));
      this.#dispatch();
    });
    worker.on('error', (error) => {
      cause = error;
    });
    worker.on('exit', () => {
      this.#threads.delete(thread);
      this.#bury(thread, cause);
      this.#dispatch();
    });
    this.#threads.add(thread);
    return thread;
  }

  #bury({ ready, tasks }: Thread, cause: unknown): void {
    const [guilty, ...innocent] = tasks;
    if (guilty === undefined || this.#closed) return;
    if (!ready) {
      // No document's fault: another thread would not start either.
      this.#failed = cause;
      for (const task of [...tasks, ...this.#waiting.splice(0), ...this.#suspects.splice(0)])
        task.fail(cause);
      return;
    }
    this.#waiting.unshift(...innocent);
    guilty.deaths++;
    if (guilty.deaths === 1) this.#suspects.push(guilty);
    else {
      this.#suspects.shift();
      const reason = `a thread died of it twice: ${cause instanceof Error ? cause.message : String(cause)}`;
      if ('input' in guilty.task) {
        const rejection = { path: pathOf(guilty.task), code: 'GY901' as const, reason };
        guilty.settle({ kind: 'rejected', rejection, bytes: 0 });
      } else guilty.fail(new Error(reason, { cause }));
    }
  }
}

const startDocumentThread = (workerData: ThreadData) =>
  startThread(new URL('./document-thread', import.meta.url), { workerData });
