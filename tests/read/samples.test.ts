import { expect, test } from 'vitest';
import { listInputs } from '../../src/read/index.ts';
import { unpack } from '../../src/unpack/index.ts';

const samples = new URL('../../input/', import.meta.url).pathname;

/** Encodings of the samples that are not in UTF-8, by the beginning of their paths. */
const encodings: readonly (readonly [path: string, encoding: string])[] = [
  ['input/encodings/big5.txt', 'big5'],
  ['input/encodings/gb18030.txt', 'gb18030'],
  ['input/formats/page.html', 'gb18030'],
  ['input/formats/report', 'binary'],
];

test('every sample gives its documents, in the encoding that it is in, with nothing to warn of', async () => {
  let count = 0;
  for await (const input of listInputs([samples])) {
    if ('error' in input) throw input.error;
    for await (const document of unpack(input)) {
      if ('error' in document) throw document.error;
      const { path, encoding } = document.source;
      const told = encodings.find(([start]) => path.startsWith(start))?.[1] ?? 'utf-8';
      expect([path, encoding]).toEqual([path, told]);
      expect(document.text.length).toBeGreaterThan(30);
      expect(document.notes.filter(({ severity }) => severity === 'warning')).toEqual([]);
      count++;
    }
  }
  expect(count).toBeGreaterThanOrEqual(10);
});
