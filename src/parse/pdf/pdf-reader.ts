import type { Worker } from 'node:worker_threads';
import { type ErrorCode, GuiyiError } from '../../errors/index.ts';
import { startThread } from '../../threads/index.ts';
import type { PdfAnswer } from './pdf-thread.ts';
import type { Page } from './running-lines.ts';

/** The pages of a PDF. */
export interface ReadPages {
  readonly pages: Page[];
  /** By a page's number, what runs another way than its text. */
  readonly turned: ReadonlyMap<number, readonly string[]>;
}

/** Milliseconds, and how many times as long without a page is too long. */
const TICK = 5_000;
const MOST_TICKS = 4;
/** Of the thread's heap; what a page says goes to us at once. */
const MOST_MEGABYTES = 256;

/**
 * Reads PDFs in a thread of its own, one after the other. A PDF is a program, and one that means harm runs for ever or fills the
 * memory where only the end of its thread stops it; Ctrl-C would not be heard either.
 */
export class PdfReader {
  readonly #start: () => Worker;
  readonly #tick: number;
  #thread: Worker | undefined;
  #last: Promise<unknown> = Promise.resolve();

  /**
   * @param start starts a thread that reads
   * @param tick milliseconds of which four without a page are too many
   */
  constructor(start: () => Worker = startPdfThread, tick = TICK) {
    this.#start = start;
    this.#tick = tick;
  }

  /** @throws GuiyiError GY107, GY110, GY112 or GY113 */
  read(bytes: Uint8Array, path: string): Promise<ReadPages> {
    const read = this.#last.then(() => this.#read(bytes, path));
    this.#last = read.catch(() => {});
    return read;
  }

  #read(bytes: Uint8Array, path: string): Promise<ReadPages> {
    const thread = this.#running();
    const pages: Page[] = [];
    const turned = new Map<number, readonly string[]>();
    return new Promise((resolve, reject) => {
      let ticks = 0;
      // Ticks are counted, for where this thread itself was busy for long, only one of them comes.
      const clock = setInterval(() => {
        if (++ticks < MOST_TICKS) return;
        fail('GY110', `page ${pages.length + 1} takes too long`);
        this.#drop(thread);
      }, this.#tick);
      const onAnswer = (answer: PdfAnswer) => {
        ticks = 0;
        if ('failure' in answer) {
          const { name, message } = answer.failure;
          fail(codeOf(name), message, answer.failure);
        } else if ('end' in answer) {
          finish();
          resolve({ pages, turned });
        } else {
          pages.push(answer.page);
          if (answer.turned.length > 0) turned.set(answer.page.number, answer.turned);
        }
      };
      const onError = (error: NodeJS.ErrnoException) => {
        if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') fail('GY112', error.message, error);
        else fail('GY110', `page ${pages.length + 1} takes more than ${MOST_MEGABYTES} MB of memory`);
      };
      const onExit = () => fail('GY112', 'its reader ended');
      const finish = () => {
        clearInterval(clock);
        thread.off('message', onAnswer).off('error', onError).off('exit', onExit).unref();
      };
      const fail = (code: ErrorCode, detail: string, cause?: unknown) => {
        finish();
        reject(new GuiyiError(code, detail, { path }, { cause }));
      };
      thread.on('message', onAnswer).on('error', onError).on('exit', onExit).ref();
      // The reader takes its bytes over, so it gets a copy.
      const copy = Uint8Array.from(bytes);
      thread.postMessage(copy, [copy.buffer]);
    });
  }

  #running(): Worker {
    if (this.#thread !== undefined) return this.#thread;
    const thread = this.#start();
    // Whoever waits for a file is told; between two files nobody needs to be.
    thread.on('error', () => this.#drop(thread)).on('exit', () => this.#drop(thread));
    this.#thread = thread;
    return thread;
  }

  #drop(thread: Worker): void {
    if (this.#thread === thread) this.#thread = undefined;
    void thread.terminate();
  }
}

function codeOf(name: string): ErrorCode {
  if (name === 'TooManyPages') return 'GY107';
  return name === 'PasswordException' ? 'GY113' : 'GY112';
}

const startPdfThread = () =>
  startThread(new URL('./pdf-thread', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
  });
