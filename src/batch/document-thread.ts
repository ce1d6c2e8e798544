import { parentPort, workerData } from 'node:worker_threads';
import { Dictionaries } from '../dictionary/index.ts';
import { DocumentWorker } from './document-worker.ts';
import { answerOf, type Order } from './rooms.ts';
import type { ThreadData } from './thread-pool.ts';

/** A thread that does documents, one after the other, in the order in which they are posted. */
const { config, own, changes } = workerData as ThreadData;
const worker = new DocumentWorker(config, new Dictionaries(own), changes);
let last: Promise<void> = Promise.resolve();

parentPort?.on('message', ({ task, room }: Order) => {
  last = last.then(async () => parentPort?.postMessage(...answerOf(await worker.do(task), room)));
});

parentPort?.postMessage('ready');
