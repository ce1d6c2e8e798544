import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalize } from '../../src/index.ts';
import { toLine } from '../../src/write/index.ts';

describe('the line of a record', () => {
  test.each(['陕西省节省运行维护费约50%。', '', '\ud800 a lone half', '"引号"\\ \u2028 \u0000 𠀀'])(
    '%j',
    (text) => {
      const record = normalize(text);
      expect(toLine(record).toString('utf8')).toBe(JSON.stringify(record));
    },
  );

  test('is what JSON says, whatever stands in the record', () => {
    const record = normalize('北京市');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 50 }), fc.jsonValue(), (text, messages) => {
        const other = { ...record, text, messages, left: undefined } as unknown as typeof record;
        expect(toLine(other).equals(Buffer.from(JSON.stringify(other), 'utf8'))).toBe(true);
      }),
    );
  });

  test('lies in a buffer of its own, that the next one does not change', () => {
    const first = toLine(normalize('北京市。'));
    const before = Buffer.from(first);
    const second = toLine(normalize('上海市教育局。'));
    expect(first.equals(before)).toBe(true);
    expect(first.buffer.byteLength).toBe(first.length);
    expect(second.equals(first)).toBe(false);
  });
});
