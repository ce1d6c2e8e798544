import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  holdable,
  holdableJson,
  jsonCell,
  listCell,
  textCell,
} from '../../../src/write/postgres/copy-text.ts';
import { searchQuery, searchVector } from '../../../src/write/postgres/search-vector.ts';
import { hostileText, LAW_RUNS } from '../../arbitraries.ts';

describe('cells of COPY', () => {
  test.each([
    ['规划𠮷', '规划𠮷'],
    ['a\tb\r\nc', 'a\\tb\\r\\nc'],
    ['\\N', '\\\\N'],
    ['\\.', '\\\\.'],
    ['\0a\ud83d', '\ufffda\ufffd'],
    ['\ud83d\ud83d\ude00\ude00', '\ufffd😀\ufffd'],
  ])('the text %j', (text, cell) => {
    expect(textCell(text)).toBe(cell);
  });

  test.each([
    [{ a: '规划' }, '{"a":"规划"}'],
    [{ a: '\n' }, '{"a":"\\\\n"}'],
    [['\0', '\udc00', '\u0001'], '["\ufffd","\ufffd","\\\\u0001"]'],
    [['\\u0000', '\\\0'], '["\\\\\\\\u0000","\\\\\\\\\ufffd"]'],
  ])('the JSON %j', (value, cell) => {
    expect(jsonCell(JSON.stringify(value))).toBe(cell);
  });

  test.each([
    [[], '{}'],
    [['规划', '"', '\\', '', 'NULL', '{a,b}'], '{"规划","\\\\"","\\\\\\\\","","NULL","{a,b}"}'],
  ])('the list %j', (values, cell) => {
    expect(listCell(values)).toBe(cell);
  });

  test('are one line without a tab, and keep every position', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        for (const cell of [
          textCell(text),
          jsonCell(JSON.stringify({ [text]: text })),
          listCell([text, text]),
        ]) {
          expect(cell).not.toMatch(/[\t\n\r\0]|\p{Cs}/u);
        }
        expect([...holdable(text)]).toHaveLength([...text].length);
        expect(JSON.parse(holdableJson(JSON.stringify([text])))).toEqual([holdable(text)]);
      }),
      { numRuns: LAW_RUNS },
    );
  });
});

describe('the words that are searched', () => {
  test('stand with their positions, marks left out, in lower case', () => {
    expect(searchVector(['《', '规划', '》', '、', 'COVID', '规划', '。'])).toBe("'规划':1,3 'covid':2");
    expect(searchVector(["'", "it's", 'a\\b'])).toBe("'it''s':1 'a\\\\b':2");
    expect(searchVector(['。'])).toBe('');
  });

  test('are asked for as phrases, and not at all where the index can not know', () => {
    expect(searchQuery([['印发', '《', '规划'], ['COVID']])).toBe("('印发' <-> '规划') & ('covid')");
    expect(searchQuery([['规划'], ['。']])).toBeUndefined();
    expect(searchQuery([['长'.repeat(700)]])).toBeUndefined();
    expect(searchQuery([Array(2_000).fill('长')])).toBeUndefined();
  });
});
