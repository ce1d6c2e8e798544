import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const module = new URL('../../src/parse/pdf/stray-rejections.ts', import.meta.url).href;

/** Exit status of a process that listens, and then leaves a promise rejected by an error with this stack. */
function statusAfter(stack: string): number | null {
  const script = `
    const { ignoreStrayRejections } = await import(${JSON.stringify(module)});
    ignoreStrayRejections();
    ignoreStrayRejections();
    Promise.reject(Object.assign(new Error('stray'), { stack: ${JSON.stringify(stack)} }));
    await new Promise((resolve) => setTimeout(resolve, 50));
  `;
  const call = ['--import', 'tsx', '--input-type=module', '--eval', script];
  const cwd = fileURLToPath(new URL('../..', import.meta.url));
  return spawnSync(process.execPath, call, { cwd }).status;
}

test('a promise that the reader of PDF leaves rejected ends no process', () => {
  expect(statusAfter('Error: stray\n    at x (file:///a/node_modules/unpdf/dist/pdfjs.mjs:1:1)')).toBe(0);
});

test('any other ends it', () => {
  expect(statusAfter('Error: stray\n    at x (file:///a/src/other.ts:1:1)')).toBe(1);
});
