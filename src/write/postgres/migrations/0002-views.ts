/** The views that `src/write/sqlite/schema.ts` has, in PostgreSQL's words. */
export const sql = `
-- SQLite's and DuckDB's name, so that one query serves all.
CREATE FUNCTION group_concat_next(joined text, next text) RETURNS text LANGUAGE sql IMMUTABLE AS
$$ SELECT CASE WHEN next IS NULL THEN joined WHEN joined IS NULL THEN next ELSE joined || ',' || next END $$;
CREATE AGGREGATE group_concat(text) (SFUNC = group_concat_next, STYPE = text);

-- Each figure that the text gives for a region: what is measured, how much, when, and the sentence that says so.
CREATE VIEW metrics_by_region AS
SELECT region.ref AS region, region.name AS region_name, metric.subject, figure.text AS figure,
       figure.value, figure.low, figure.high, figure.unit, figure.comparator, moment.text AS date,
       metric.document_id,
       substr(documents.text, metric.span_start + 1, metric.span_end - metric.span_start) AS sentence
FROM relations AS metric
JOIN documents ON documents.id = metric.document_id
CROSS JOIN jsonb_array_elements_text(metric.detail -> 'regions') AS named (value)
JOIN entities AS region ON region.document_id = metric.document_id AND region.id = named.value
JOIN entities AS figure ON figure.document_id = metric.document_id AND figure.id = metric.value
LEFT JOIN entities AS moment
  ON moment.document_id = metric.document_id AND moment.id = metric.detail ->> 'date'
WHERE metric.type = 'metric';

-- Which organs a document names, under which names, how often.
CREATE VIEW organs_by_document AS
SELECT document_id, type, ref, coalesce(name, text) AS name, count(*) AS mentions,
       string_agg(DISTINCT text, ',') AS named_as
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
SELECT cause.value ->> 'stage' AS stage, cause.value ->> 'rule' AS rule,
       count(*) AS edits, count(DISTINCT edits.document_id) AS documents,
       round(avg((cause.value ->> 'confidence')::numeric), 4)::double precision AS mean_confidence
FROM edits CROSS JOIN jsonb_array_elements(edits.causes) AS cause (value)
GROUP BY 1, 2;
`;
