import { parentPort, workerData } from 'node:worker_threads';
import { Dictionaries } from '../dictionary/index.ts';
import { DocumentWorker, type Job } from './document-worker.ts';
import type { ThreadData } from './thread-pool.ts';

/** A thread that does documents, one after the other, in the order in which they are posted. */
const { config, own } = workerData as ThreadData;
const worker = new DocumentWorker(config, new Dictionaries(own));
let last: Promise<void> = Promise.resolve();

parentPort?.on('message', (job: Job) => {
  last = last.then(async () => {
    const outcome = await worker.do(job);
    if (outcome.kind !== 'made') {
      parentPort?.postMessage(outcome);
      return;
    }
    // The line moves to the main thread without being copied; the record is in it.
    const { kind, bytes, line } = outcome;
    const own = new Uint8Array(line);
    parentPort?.postMessage({ kind, bytes, line: own }, [own.buffer]);
  });
});

parentPort?.postMessage('ready');
