import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { normalize } from '../../src/index.ts';
import { CorpusDatabase, digestOf, toLine } from '../../src/write/index.ts';

const texts = {
  a: '國務院關於印發規劃的通知\n各省、自治區、直轄市人民政府：增長12.5%。',
  b: '教育部负责。\n\n2013年，全国𠮷林完成80%以上。',
};
const records = Object.entries(texts).map(([id, text]) => normalize(text, { id }));
const fresh = () => join(mkdtempSync(join(tmpdir(), 'guiyi-')), 'corpus.sqlite');
const tables = ['documents', 'blocks', 'sentences', 'tokens', 'edits', 'entities', 'relations', 'messages'];

function load(path: string, some = records): number {
  const database = new CorpusDatabase(path);
  for (const record of some) database.put(record, digestOf(toLine(record)));
  database.commit();
  const { changes } = database;
  database.close();
  return changes;
}

function dump(path: string): unknown {
  const database = new CorpusDatabase(path);
  const content = tables.map((table) => database.query(`SELECT * FROM ${table}`));
  database.close();
  return content;
}

describe('a corpus database', () => {
  test('holds each thing as a row whose range says what it is', () => {
    const path = fresh();
    load(path);
    const database = new CorpusDatabase(path);
    const wrong = database.query(
      `SELECT * FROM tokens JOIN documents ON documents.id = document_id
       WHERE substr(documents.text, span_start + 1, span_end - span_start) <> tokens.text`,
    );
    const [{ n }] = database.query<{ n: number }>('SELECT count(*) AS n FROM tokens');
    database.close();
    expect(wrong).toEqual([]);
    expect(n).toBe(records.reduce((sum, { tokens }) => sum + tokens.text.length, 0));
  });

  test('changes no row when the same records are loaded again', () => {
    const path = fresh();
    expect(load(path)).toBeGreaterThan(0);
    const before = dump(path);
    expect(load(path)).toBe(0);
    expect(load(path)).toBe(0);
    expect(dump(path)).toEqual(before);
  });

  test('replaces the rows of a record that changed, and no others', () => {
    const path = fresh();
    load(path);
    const changed = normalize('教育部。', { id: 'b' });
    load(path, [changed]);
    const expected = fresh();
    load(expected, [records[0], changed]);
    expect(dump(path)).toEqual(dump(expected));
  });

  test('takes out what is no longer wanted', () => {
    const path = fresh();
    load(path);
    const database = new CorpusDatabase(path);
    database.remove(database.idsBut(new Set(['a'])));
    database.close();
    const expected = fresh();
    load(expected, [records[0]]);
    expect(dump(path)).toEqual(dump(expected));
  });
});
