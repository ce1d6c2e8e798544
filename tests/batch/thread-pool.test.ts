import { Worker } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import { ThreadPool } from '../../src/batch/thread-pool.ts';
import { defaultConfig } from '../../src/config/index.ts';
import type { InputDocument } from '../../src/unpack/index.ts';

/**
 * A thread that gives a document's text back as its id. It dies of `deadly`, and of `fickle` the first time that any
 * thread meets it.
 */
const thread = `
  const { parentPort, workerData } = require('node:worker_threads');
  const met = new Int32Array(workerData.met);
  parentPort.postMessage('ready');
  parentPort.on('message', ({ task: { input: { text } } }) => {
    if (text === 'deadly' || (text === 'fickle' && Atomics.add(met, 0, 1) === 0)) process.exit(1);
    parentPort.postMessage({ outcome: { kind: 'same', id: text, bytes: 1 } });
  });
`;

function poolOf(size: number, code = thread) {
  const met = new SharedArrayBuffer(4);
  let started = 0;
  const pool = new ThreadPool(size, { config: defaultConfig, own: [], changes: new Map() }, () => {
    started++;
    return new Worker(code, { eval: true, workerData: { met } });
  });
  return { pool, started: () => started };
}

const documentOf = (text: string): InputDocument => ({
  id: text,
  text,
  source: { path: text, sha256: '', bytes: 1, encoding: 'utf-8', mediaType: 'text/plain' },
  notes: [],
});

async function doAll(pool: ThreadPool, texts: readonly string[]) {
  const outcomes = await Promise.all(texts.map((text) => pool.do({ input: documentOf(text) })));
  await pool.close();
  return outcomes.map((outcome) => {
    if (outcome.kind === 'rejected') return outcome.rejection.code;
    return outcome.kind === 'same' ? outcome.id : outcome.kind;
  });
}

describe('a pool of threads', () => {
  const many = Array.from({ length: 30 }, (_, i) => `text ${i}`);

  test('gives each document its own outcome', async () => {
    const { pool, started } = poolOf(3);
    expect(await doAll(pool, many)).toEqual(many);
    expect(started()).toBe(3);
  });

  test('replaces a thread that dies, and does its document once more', async () => {
    const { pool, started } = poolOf(2);
    expect(await doAll(pool, [...many, 'fickle', ...many])).toEqual([...many, 'fickle', ...many]);
    // Where the threads left finish everything first, none has to take the place of the dead one.
    expect([2, 3]).toContain(started());
  });

  test('rejects a document of which two threads died, and does all others', async () => {
    const { pool } = poolOf(2);
    const texts = ['deadly', ...many, 'deadly', ...many, 'deadly'];
    expect(await doAll(pool, texts)).toEqual(['GY901', ...many, 'GY901', ...many, 'GY901']);
  });

  test('fails where no thread can start', async () => {
    const { pool } = poolOf(2, "throw new Error('no dictionaries')");
    await expect(doAll(pool, many)).rejects.toThrow('no dictionaries');
    await pool.close();
  });
});
