import { childTables } from '../tables.ts';

/**
 * Makes the tables and views of a corpus in DuckDB, from the folder that holds this file: the queries that SQLite and
 * PostgreSQL answer are then answered as they stand.
 */
export const viewScript = `-- In the folder of this file: duckdb -init views.sql
${['documents', ...childTables]
  .map((table) => `CREATE OR REPLACE VIEW ${table} AS SELECT * FROM read_parquet('${table}/*.parquet');`)
  .join('\n')}

-- Each figure that the text gives for a region: what is measured, how much, when, and the sentence that says so.
CREATE OR REPLACE VIEW metrics_by_region AS
SELECT region.ref AS region, region.name AS region_name, metric.subject, figure.text AS figure,
       figure.value, figure.low, figure.high, figure.unit, figure.comparator, moment.text AS date,
       metric.document_id,
       substr(documents.text, metric.span_start + 1, metric.span_end - metric.span_start) AS sentence
FROM (SELECT *, unnest(CAST(json_extract(detail, '$.regions') AS VARCHAR[])) AS region_id FROM relations
      WHERE type = 'metric') AS metric
JOIN documents ON documents.id = metric.document_id
JOIN entities AS region ON region.document_id = metric.document_id AND region.id = metric.region_id
JOIN entities AS figure ON figure.document_id = metric.document_id AND figure.id = metric.value
LEFT JOIN entities AS moment
  ON moment.document_id = metric.document_id AND moment.id = json_extract_string(metric.detail, '$.date');

-- Which organs a document names, under which names, how often.
CREATE OR REPLACE VIEW organs_by_document AS
SELECT document_id, type, ref, coalesce(name, text) AS name, count(*) AS mentions,
       string_agg(DISTINCT text, ',' ORDER BY text) AS named_as
FROM entities
WHERE type IN ('ministry', 'local-organ', 'organisation')
GROUP BY document_id, type, ref, coalesce(name, text);

-- Texts that stand more than once, if under another script, encoding or punctuation; each with the first of its kind.
CREATE OR REPLACE VIEW duplicates AS
SELECT path, id AS document_id, first_value(path) OVER (PARTITION BY fingerprint ORDER BY path) AS first_path, fingerprint
FROM documents
WHERE fingerprint IN (SELECT fingerprint FROM documents GROUP BY fingerprint HAVING count(*) > 1);

-- How often each rule changed something.
CREATE OR REPLACE VIEW rules_applied AS
SELECT cause.stage AS stage, cause.rule AS rule, count(*) AS edits, count(DISTINCT document_id) AS documents,
       round(avg(cause.confidence), 4) AS mean_confidence
FROM (SELECT document_id, unnest(causes) AS cause FROM edits)
GROUP BY 1, 2;
`;
