import { Worker } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import { PdfReader } from '../../src/parse/pdf/pdf-reader.ts';

/** Answers files that begin with 1 with one page, and does something else with others. */
const threadThat = (does: string) => () =>
  new Worker(
    `const { parentPort } = require('node:worker_threads');
     parentPort.on('message', (bytes) => {
       if (bytes[0] !== 1) { ${does} }
       parentPort.postMessage({ page: { number: 1, height: 842, columns: [] }, turned: [] });
       parentPort.postMessage({ end: true });
     });`,
    { eval: true, resourceLimits: { maxOldGenerationSizeMb: 16 } },
  );

const sound = Uint8Array.of(1);
const bad = Uint8Array.of(0);

describe('a thread that', () => {
  test.each([
    ['never ends its file', 'for (;;);', 'GY110', 'page 1 takes too long'],
    [
      'runs out of memory',
      'const all = []; for (;;) all.push(new Array(10000).fill(1.5));',
      'GY110',
      /MB of memory/,
    ],
    ['throws', "throw new Error('broken');", 'GY112', 'broken'],
    ['ends', 'process.exit(0);', 'GY112', 'its reader ended'],
    [
      'is asked for a password',
      "return parentPort.postMessage({ failure: { name: 'PasswordException', message: 'No' } });",
      'GY113',
      'No',
    ],
  ])('%s rejects it alone: those before and behind are read', async (_, does, code, detail) => {
    const reader = new PdfReader(threadThat(does), 250);
    const found = await Promise.allSettled([sound, bad, sound].map((bytes) => reader.read(bytes, 'a.pdf')));
    expect(found.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect((found[1] as PromiseRejectedResult).reason).toMatchObject({
      code,
      detail: expect.stringMatching(detail),
    });
    expect((found[2] as PromiseFulfilledResult<unknown>).value).toMatchObject({ pages: [{ number: 1 }] });
  });

  test('is slow is waited for as long as pages come', async () => {
    const wait = 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 400);';
    const page = 'parentPort.postMessage({ page: { number: 1, height: 842, columns: [] }, turned: [] });';
    const reader = new PdfReader(threadThat(`${wait}${page}`.repeat(4)), 200);
    expect((await reader.read(bad, 'a.pdf')).pages).toHaveLength(5);
  });
});
