/** Where threads wait for one another. */
export class Barrier {
  /** Waiting, and how often all have met. */
  readonly #cells: Int32Array;
  readonly #threads: number;

  /** @param cells two shared numbers, nought at first */
  constructor(cells: Int32Array, threads: number) {
    this.#cells = cells;
    this.#threads = threads;
  }

  meet(): void {
    const met = Atomics.load(this.#cells, 1);
    if (Atomics.add(this.#cells, 0, 1) + 1 === this.#threads) {
      Atomics.store(this.#cells, 0, 0);
      Atomics.add(this.#cells, 1, 1);
      Atomics.notify(this.#cells, 1);
      return;
    }
    while (Atomics.load(this.#cells, 1) === met) Atomics.wait(this.#cells, 1, met);
  }
}
