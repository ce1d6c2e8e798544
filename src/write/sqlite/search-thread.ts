import { parentPort, workerData } from 'node:worker_threads';
import { buildSearch } from './build-search.ts';
import type { StoredTable } from './stored-table.ts';

/** What the thread is started with. */
export interface SearchOrder {
  readonly path: string;
  readonly sentences: StoredTable;
}

/** A thread that makes the search index, says so and ends. */
const { path, sentences } = workerData as SearchOrder;
buildSearch(path, sentences);
parentPort?.postMessage('made');
