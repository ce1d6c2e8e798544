import { parentPort } from 'node:worker_threads';
import { pagesOf, type ReadPage } from './pdf-pages.ts';

/** What the thread answers for a file's bytes: each page, and how the file ended. */
export type PdfAnswer =
  | ReadPage
  | { readonly end: true }
  | { readonly failure: { readonly name: string; readonly message: string } };

// The reader takes for granted what Node 20 does not have yet.
if (!('transferToFixedLength' in ArrayBuffer.prototype)) {
  Object.defineProperty(ArrayBuffer.prototype, 'transferToFixedLength', {
    value(this: ArrayBuffer, length: number) {
      return this.slice(0, length);
    },
  });
}

// The reader leaves promises rejected that nobody waits for, some of them after the file was given up.
process.on('unhandledRejection', () => {});

const answer = (message: PdfAnswer) => parentPort?.postMessage(message);

parentPort?.on('message', async (bytes: Uint8Array) => {
  try {
    for await (const page of pagesOf(bytes)) answer(page);
    answer({ end: true });
  } catch (cause) {
    const { name, message } = cause as Error;
    answer({ failure: { name, message } });
  }
});
