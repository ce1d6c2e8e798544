import { syncFiles } from './disk.ts';

/** Makes files last while the run goes on: who writes does not wait for the disk until all is to be put in its place. */
export class SyncQueue {
  #last: Promise<void> = Promise.resolve();

  /** Makes the bytes of finished files last, after those before them. They stay where they are until {@link settled}. */
  add(paths: readonly string[]): void {
    this.#last = this.#last.then(() => syncFiles(paths));
    // Where the disk fails, settling tells; a run that does not come to that has told of worse.
    this.#last.catch(() => {});
  }

  /** Once all of them last. @throws GuiyiError GY501 where one does not */
  settled(): Promise<void> {
    return this.#last;
  }
}
