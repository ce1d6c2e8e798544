import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byteLines } from '../../src/unpack/index.ts';
import { hostileText, LAW_RUNS } from '../arbitraries.ts';

async function* stretchesOf(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (let i = 0; at < bytes.length; i++) {
    const size = sizes.length === 0 ? bytes.length : sizes[i % sizes.length];
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

interface Form {
  readonly encoding?: 'utf-8' | 'utf-16le' | 'utf-16be';
  readonly carriageReturn?: boolean;
  readonly limit?: number;
  readonly sizes?: readonly number[];
}

async function linesOf(bytes: Uint8Array, form: Form = {}) {
  const { encoding = 'utf-8', carriageReturn = true, limit = 1_000_000, sizes = [] } = form;
  const found = [];
  for await (const line of byteLines(stretchesOf(bytes, sizes), { encoding, carriageReturn, limit }))
    found.push(line);
  return found;
}

const writers = {
  'utf-8': (text: string) => Buffer.from(text, 'utf8'),
  'utf-16le': (text: string) => Buffer.from(text, 'utf16le'),
  'utf-16be': (text: string) => Buffer.from(text, 'utf16le').swap16(),
};

const encoding = fc.constantFrom('utf-8', 'utf-16le', 'utf-16be');
const sizes = fc.array(fc.integer({ min: 1, max: 7 }), { maxLength: 5 });
const lineText = fc.oneof(
  hostileText(12),
  fc.array(fc.constantFrom('甲', 'a', '\n', '\r', '\r\n', '\u0a0d', '\u0d0a')).map((parts) => parts.join('')),
);

describe('lines of bytes', () => {
  const law = { numRuns: LAW_RUNS };

  test('join to the bytes again, each where it says, however the bytes come', async () => {
    await fc.assert(
      fc.asyncProperty(lineText, encoding, sizes, fc.boolean(), async (text, name, cuts, carriageReturn) => {
        const bytes = writers[name](text);
        const lines = await linesOf(bytes, { encoding: name, sizes: cuts, carriageReturn });
        expect(Buffer.concat(lines.map((line) => line.bytes!))).toEqual(bytes);
        lines.forEach((line, i) => {
          expect(line.number).toBe(i + 1);
          expect(bytes.subarray(line.offset, line.offset + line.bytes!.length)).toEqual(
            Buffer.from(line.bytes!),
          );
        });
        expect(await linesOf(bytes, { encoding: name, carriageReturn })).toEqual(lines);
      }),
      law,
    );
  });

  test('are those that the text has', async () => {
    await fc.assert(
      fc.asyncProperty(lineText, encoding, sizes, async (raw, name, cuts) => {
        const text = raw.replaceAll(/[\ud800-\udfff]/gu, '');
        const bytes = writers[name](text);
        const lines = await linesOf(bytes, { encoding: name, sizes: cuts });
        const expected = text.split(/\r\n|\n|\r/);
        if (expected.at(-1) === '') expected.pop();
        const shown = lines.map(({ bytes: own, length }) => {
          const content = Buffer.from(own!.subarray(0, length));
          return name === 'utf-8'
            ? content.toString()
            : (name === 'utf-16le' ? content : content.swap16()).toString('utf16le');
        });
        expect(shown).toEqual(expected);
      }),
      law,
    );
  });

  test('a long line costs no more than the limit, and the next one is whole', async () => {
    const bytes = Buffer.from(`短\n${'长'.repeat(1000)}\n短`);
    const lines = await linesOf(bytes, { limit: 100, sizes: [64] });
    expect(lines.map((line) => line.bytes?.length)).toEqual([4, undefined, 3]);
    expect(lines[1].length).toBe(3000);
    expect(lines[2].offset).toBe(bytes.length - 3);
  });

  test('a byte order mark is skipped and counted', async () => {
    const bytes = Buffer.from('\ufeff甲\n乙');
    const lines = [];
    const form = { encoding: 'utf-8', carriageReturn: true, limit: 100 } as const;
    for await (const line of byteLines(stretchesOf(bytes, [2]), form, 3))
      lines.push([line.offset, line.length]);
    expect(lines).toEqual([
      [3, 3],
      [7, 3],
    ]);
  });
});
