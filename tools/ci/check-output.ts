/**
 * Looks at what the main job wrote for the samples, as a person would: one record a sample, nothing rejected,
 * the text Simplified, entities in it, the database answering.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { filesOf } from './files-of.ts';

const folder = process.argv[2] ?? 'output';
const samples = filesOf('input').filter((path) => !path.includes('/dictionaries/'));
const records = readdirSync(join(folder, 'records'))
  .filter((name) => name.endsWith('.jsonl'))
  .flatMap((name) =>
    readFileSync(join(folder, 'records', name), 'utf8')
      .trimEnd()
      .split('\n'),
  )
  .map((line) => JSON.parse(line));

assert.ok(samples.length >= 10, `only ${samples.length} samples`);
assert.ok(records.length >= samples.length, `${records.length} records for ${samples.length} samples`);
assert.equal(readFileSync(join(folder, 'rejects.jsonl'), 'utf8'), '');
for (const { id, text, tokens, source } of records) {
  assert.ok(tokens.text.length > 0, `${source.path} (${id}) has no tokens`);
  assert.ok(!/[國務關於發規劃]/.test(text), `${source.path} still has Traditional characters`);
}
for (const type of ['province', 'ministry', 'percentage']) {
  assert.ok(
    records.some(({ entities }) => entities.some((entity: { type: string }) => entity.type === type)),
    `no ${type} in any sample`,
  );
}

const database = new Database(join(folder, 'corpus.sqlite'), { readonly: true });
const count = (sql: string) => (database.prepare(sql).get() as { n: number }).n;
assert.equal(count('SELECT count(*) AS n FROM documents'), records.length);
assert.equal(
  count('SELECT count(*) AS n FROM tokens'),
  records.reduce((sum, { tokens }) => sum + tokens.text.length, 0),
);
for (const view of ['metrics_by_region', 'organs_by_document', 'rules_applied']) {
  assert.ok(count(`SELECT count(*) AS n FROM ${view}`) > 0, `the view ${view} is empty`);
}
// The README's queries print something worth reading.
const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const queries = [...readme.matchAll(/^```sql\n([\s\S]*?)^```/gm)]
  .flatMap(([, sql]) => sql.split(';'))
  .filter((sql) => /select/i.test(sql));
assert.ok(queries.length >= 3, 'the README has fewer than three queries');
for (const sql of queries) assert.ok(database.prepare(sql).all().length > 0, `no rows for ${sql}`);
console.log(`${records.length} records from ${samples.length} samples: as they should be`);
