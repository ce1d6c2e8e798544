import { describe, expect, test } from 'vitest';
import { type DocumentRecord, normalize } from '../../src/index.ts';
import { verifyRecord } from '../../src/record/verify.ts';

const sound = () => structuredClone(normalize('國務院關於印發𠮷林省規劃的通知\n增長 12.5% 。', { id: 'x' }));

describe('verifying a record', () => {
  test.each(['codepoint', 'utf16'] as const)('finds nothing in a sound one that counts in %s', (offsets) => {
    expect(verifyRecord(normalize('𠮷林省增長12.5%，國務院。', { offsets }))).toEqual([]);
  });

  test.each<[string, string, (record: DocumentRecord) => void]>([
    ['schema', 'a field too much', (r) => Object.assign(r, { extra: 1 })],
    ['schema', 'a position that is no number', (r) => Object.assign(r.blocks[0].span, ['0'])],
    ['undo', 'an edit that says another text', (r) => Object.assign(r.edits[0], { after: '囯' })],
    ['undo', 'an edit that is missing', (r) => r.edits.pop()],
    ['undo', 'edits out of order', (r) => r.edits.reverse()],
    ['undo', 'a text that was changed', (r) => Object.assign(r, { text: `${r.text}好` })],
    ['places', 'a block beyond the end', (r) => Object.assign(r.blocks[0], { span: [0, 10_000] })],
    ['places', 'a sentence without a source', (r) => Object.assign(r.sentences[0], { source: [3, 3] })],
    ['tokens', 'a token that is missing', (r) => Object.values(r.tokens).map((column) => column.shift())],
    ['tokens', 'columns that differ in length', (r) => r.tokens.pos.pop()],
    ['tokens', 'a sentence whose edge is within a token', (r) => Object.assign(r.sentences[0].span, [1])],
  ])('%s: %s', (law, _, spoil) => {
    const record = sound();
    spoil(record);
    expect(verifyRecord(record).map((violation) => violation.law)).toContain(law);
  });

  test.each([null, 1, 'x', [], {}, { schema: 'guiyi/1' }])('takes whatever it is given: %j', (value) => {
    expect(verifyRecord(value)[0].law).toBe('schema');
  });

  test('holds a text to not changing again', () => {
    const record = sound();
    expect(verifyRecord(record, { normalize: (text) => text })).toEqual([]);
    expect(verifyRecord(record, { normalize: () => '别的' })[0]).toMatchObject({ law: 'again' });
  });
});
