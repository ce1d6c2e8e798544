import { parentPort, workerData } from 'node:worker_threads';
import { Dictionaries } from '../dictionary/index.ts';
import { DocumentWorker, type Outcome, type Task } from './document-worker.ts';
import type { ThreadData } from './thread-pool.ts';

/** A thread that does documents, one after the other, in the order in which they are posted. */
const { config, own, changes } = workerData as ThreadData;
const worker = new DocumentWorker(config, new Dictionaries(own), changes);
let last: Promise<void> = Promise.resolve();

parentPort?.on('message', (task: Task) => {
  last = last.then(async () => {
    const outcome = await worker.do(task);
    parentPort?.postMessage(outcome, buffersOf(outcome));
  });
});

parentPort?.postMessage('ready');

/** The large buffers of an outcome move to the main thread without being copied. */
function buffersOf(outcome: Outcome): ArrayBuffer[] {
  if (outcome.kind === 'rows') return whole([outcome.rows.bytes]);
  if (outcome.kind === 'made') {
    const { line, rows, text } = outcome.made;
    return whole([line, rows.bytes, text]);
  }
  return outcome.kind === 'same' && outcome.made !== undefined
    ? whole([outcome.made.rows.bytes, outcome.made.text])
    : [];
}

/** The buffers of arrays that have one for themselves: Node keeps small ones together in one. */
function whole(arrays: readonly Uint8Array[]): ArrayBuffer[] {
  return arrays
    .filter(({ buffer, byteLength }) => buffer.byteLength === byteLength)
    .map(({ buffer }) => buffer as ArrayBuffer);
}
