import { childTables, columnsOf, type TableName, tables } from '../tables.ts';

const typeNames = { text: 'TEXT', integer: 'INTEGER', real: 'REAL', json: 'TEXT' } as const;

/** The `CREATE` of a table, empty. */
export function createTable(table: TableName): string {
  const columns = Object.entries(tables[table]).map(([name, kind]) => `${name} ${typeNames[kind]}`);
  const all =
    table === 'documents'
      ? [...columns, 'PRIMARY KEY (id)']
      : [
          'document_id TEXT NOT NULL REFERENCES documents (id)',
          'ordinal INTEGER NOT NULL',
          ...columns,
          'PRIMARY KEY (document_id, ordinal)',
        ];
  // Without a row id rows stand on the disk in the order of their keys, whenever they came.
  return `CREATE TABLE ${table} (${all.join(', ')}) WITHOUT ROWID;`;
}

/** Number in `PRAGMA user_version`; a file with another number is of another version. */
export const SCHEMA_NUMBER = 2;

/** The tables, empty. */
export const tableSchema = (['documents', ...childTables] as TableName[]).map(createTable).join('\n');

/** What is made once the rows are there: indexes, and the views that answer what people ask. */
export const viewSchema = `
CREATE INDEX entities_by_type ON entities (type, ref);
CREATE INDEX documents_by_fingerprint ON documents (fingerprint);

-- Each figure that the text gives for a region: what is measured, how much, when, and the sentence that says so.
CREATE VIEW metrics_by_region AS
SELECT region.ref AS region, region.name AS region_name, metric.subject, figure.text AS figure,
       figure.value, figure.low, figure.high, figure.unit, figure.comparator, moment.text AS date,
       metric.document_id,
       substr(documents.text, metric.span_start + 1, metric.span_end - metric.span_start) AS sentence
FROM relations AS metric
JOIN documents ON documents.id = metric.document_id
JOIN json_each(metric.detail, '$.regions') AS named
JOIN entities AS region ON region.document_id = metric.document_id AND region.id = named.value
JOIN entities AS figure ON figure.document_id = metric.document_id AND figure.id = metric.value
LEFT JOIN entities AS moment
  ON moment.document_id = metric.document_id AND moment.id = json_extract(metric.detail, '$.date')
WHERE metric.type = 'metric';

-- Which organs a document names, under which names, how often.
CREATE VIEW organs_by_document AS
SELECT document_id, type, ref, coalesce(name, text) AS name, count(*) AS mentions,
       group_concat(DISTINCT text) AS named_as
FROM entities
WHERE type IN ('ministry', 'local-organ', 'organisation')
GROUP BY document_id, type, ref, coalesce(name, text);

-- Texts that stand more than once, if under another script, encoding or punctuation; each with the first of its kind.
CREATE VIEW duplicates AS
SELECT path, id AS document_id, first_value(path) OVER same AS first_path, fingerprint
FROM documents
WHERE fingerprint IN (SELECT fingerprint FROM documents GROUP BY fingerprint HAVING count(*) > 1)
WINDOW same AS (PARTITION BY fingerprint ORDER BY path);

-- How often each rule changed something.
CREATE VIEW rules_applied AS
SELECT json_extract(cause.value, '$.stage') AS stage, json_extract(cause.value, '$.rule') AS rule,
       count(*) AS edits, count(DISTINCT edits.document_id) AS documents,
       round(avg(json_extract(cause.value, '$.confidence')), 4) AS mean_confidence
FROM edits JOIN json_each(edits.causes) AS cause
GROUP BY 1, 2;
`;

/** The `INSERT` of several rows of a table in one statement. */
export function insertInto(table: TableName, rows: number): string {
  const columns = columnsOf(table);
  const values = `(${columns.map(() => '?').join(', ')})`;
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${Array(rows).fill(values).join(', ')}`;
}

/** Bytes of the search index that wait in memory before they are written as one sorted run. */
const RUN_BYTES = 1 << 26;

/**
 * The index for word search, empty: FTS5 over our tokens, a row a sentence. Its own tokenizers know nothing of
 * Chinese words (its trigrams can't find one of two characters); given words with spaces between, it does.
 */
export const searchTable = `
DROP TABLE IF EXISTS search;
CREATE VIRTUAL TABLE search USING fts5 (
  words, document_id UNINDEXED, sentence UNINDEXED, tokenize = 'unicode61 remove_diacritics 0'
);
INSERT INTO search (search, rank) VALUES ('automerge', 0), ('hashsize', ${RUN_BYTES});
`;

/** Fills the index at one go: with long runs there is nothing to merge, neither on the way nor at the end. */
export const searchRows = `
INSERT INTO search (words, document_id, sentence)
SELECT words, document_id, ordinal FROM sentences ORDER BY document_id, ordinal;
`;
