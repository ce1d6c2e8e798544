import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { normalize } from '../src/index.ts';

const root = fileURLToPath(new URL('../', import.meta.url));

/** The runnable examples of a page: code, and what its last comment lines say it prints. */
function examplesOf(page: string): { name: string; code: string; prints: string }[] {
  const text = readFileSync(new URL(`../${page}`, import.meta.url), 'utf8');
  return [...text.matchAll(/^```js\n([\s\S]*?)^```/gm)].map(([, code], index) => ({
    name: `${page}, example ${index + 1}`,
    code,
    prints: (/((?:^\/\/ .*\n)+)$/m.exec(code)?.[1] ?? '').replace(/^\/\/ /gm, ''),
  }));
}

describe('the examples in the documentation print what they say', () => {
  test.each([...examplesOf('README.md'), ...examplesOf('docs/library.md')])('$name', ({ code, prints }) => {
    const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
      cwd: root,
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(prints).not.toBe('');
    expect(stdout).toBe(prints);
  });
});

test('the README shows a flattened source and what really becomes of it', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const [[, before], [, after]] = [...readme.matchAll(/^> (.*)$/gm)];
  expect(normalize(before).text).toBe(after);
});
