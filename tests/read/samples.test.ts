import { expect, test } from 'vitest';
import { CERTAIN, decode } from '../../src/decode/index.ts';
import { readInputs } from '../../src/read/index.ts';

const samples = new URL('../../input/', import.meta.url).pathname;

test('every sample is read with certainty, in the encoding that its name tells', async () => {
  let count = 0;
  for await (const input of readInputs([samples])) {
    if ('error' in input) throw input.error;
    const { encoding, confidence } = decode(input.bytes);
    const [, told = 'utf-8'] = /encodings\/(.*)\.txt$/.exec(input.path) ?? [];
    expect([input.path, encoding]).toEqual([input.path, told]);
    expect(confidence).toBeGreaterThanOrEqual(CERTAIN);
    count++;
  }
  expect(count).toBeGreaterThanOrEqual(10);
});
