import { parentPort, workerData } from 'node:worker_threads';
import { Dictionaries } from '../dictionary/index.ts';
import type { InputDocument } from '../unpack/index.ts';
import { DocumentWorker } from './document-worker.ts';
import type { ThreadData } from './thread-pool.ts';

/** A thread that does documents, one after the other, in the order in which they are posted. */
const { config, own } = workerData as ThreadData;
const worker = new DocumentWorker(config, new Dictionaries(own));
let last: Promise<void> = Promise.resolve();

parentPort?.on('message', (document: InputDocument) => {
  last = last.then(async () => {
    const outcome = await worker.do(document);
    if (outcome.kind !== 'made') {
      parentPort?.postMessage(outcome);
      return;
    }
    // The line moves to the main thread without being copied; the record is in it.
    const { kind, line } = outcome;
    const moved = new Uint8Array(line);
    parentPort?.postMessage({ kind, line: moved }, [moved.buffer]);
  });
});

parentPort?.postMessage('ready');
