import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitLines } from '../../src/batch/split-lines.ts';
import { LAW_RUNS } from '../arbitraries.ts';

async function* stream(parts: readonly Uint8Array[]) {
  yield* parts;
}

async function linesOf(parts: readonly Uint8Array[], maxBytes = 0) {
  const lines: (string | number)[] = [];
  for await (const line of splitLines(stream(parts), maxBytes)) {
    lines.push(line.bytes === undefined ? line.tooLong : line.bytes.toString('latin1'));
  }
  return lines;
}

describe('splitting a stream into lines', () => {
  test('gives what lies between line feeds, wherever the parts are cut', async () => {
    const bytes = fc.array(fc.constantFrom(0x0a, 0x0d, 0x61, 0xe5, 0), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(bytes, fc.array(fc.nat(6), { maxLength: 12 }), async (content, cuts) => {
        const whole = Buffer.from(content);
        const parts: Buffer[] = [];
        let at = 0;
        for (const cut of cuts) {
          parts.push(whole.subarray(at, at + cut));
          at += cut;
        }
        parts.push(whole.subarray(at));
        const expected = whole.toString('latin1').split('\n');
        if (expected.at(-1) === '') expected.pop();
        expect(await linesOf(parts)).toEqual(expected);
      }),
      { numRuns: LAW_RUNS },
    );
  });

  test('passes over a line that is too long and goes on', async () => {
    expect(await linesOf([Buffer.from('ab\nabcdef'), Buffer.from('gh\ncd\n')], 4)).toEqual(['ab', 8, 'cd']);
  });

  test('holds nothing of a line that is too long', async () => {
    const part = Buffer.alloc(1 << 20, 'x');
    const parts = Array.from({ length: 300 }, () => part);
    expect(await linesOf([...parts, Buffer.from('\nok')], 1_000)).toEqual([300 * part.length, 'ok']);
  });
});
