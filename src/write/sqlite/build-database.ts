import type { Worker } from 'node:worker_threads';
import { startThread } from '../../threads/index.ts';
import { discard } from '../disk.ts';
import { SyncQueue } from '../sync-queue.ts';
import { buildSearch, joinSearch } from './build-search.ts';
import { buildTables } from './build-tables.ts';
import { tableOrder } from './encode-rows.ts';
import { inSqlite } from './in-sqlite.ts';
import { viewSchema } from './schema.ts';
import type { SearchOrder } from './search-thread.ts';
import type { StoredTable } from './stored-table.ts';

/**
 * Makes the corpus database of documents whose rows are there. The bytes depend on the content alone, not on
 * the threads.
 *
 * @param path of the new file; one that is there is overwritten
 * @param tables their rows, in `tableOrder`
 * @param threads that may work at it at a time: with two, one makes the search index meanwhile
 * @throws GuiyiError GY501
 */
export async function buildDatabase(
  path: string,
  tables: readonly StoredTable[],
  threads: number,
): Promise<void> {
  const search = `${path}.search`;
  const order: SearchOrder = { path: search, sentences: tables[tableOrder.indexOf('sentences')] };
  const thread = threads > 1 ? new SearchThread(order) : undefined;
  const syncs = new SyncQueue();
  try {
    buildTables(
      path,
      tableOrder.map((name, index) => [name, tables[index]]),
    );
    inSqlite(path, (database) => database.exec(viewSchema));
    // Most of it begins to last while the search index is made.
    syncs.add([path]);
    // Where the thread failed it is not told why: what hindered it hinders us too, or does not matter.
    if (!(await thread?.made)) buildSearch(search, order.sentences);
    joinSearch(path, search);
  } finally {
    await thread?.end();
    discard(search);
  }
  syncs.add([path]);
  await syncs.settled();
}

/** Makes the search index while others work. */
class SearchThread {
  readonly #worker: Worker;
  /** Once it is made; false where it can't be. */
  readonly made: Promise<boolean>;

  constructor(workerData: SearchOrder) {
    const worker = startThread(new URL('./search-thread', import.meta.url), { workerData });
    this.#worker = worker;
    this.made = new Promise((settle) => {
      worker.on('message', () => settle(true));
      worker.on('error', () => settle(false));
      worker.on('exit', () => settle(false));
    });
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}
