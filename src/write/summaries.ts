import type { Counts, Queryable } from './sqlite/corpus-database.ts';

/** What happened to one document, in numbers. */
export interface DocumentSummary {
  readonly id: string;
  readonly path: string;
  readonly script: string;
  readonly encoding: string;
  /** Code points of the text. */
  readonly characters: number;
  /** Edits by step. */
  readonly edits: Counts;
  /** Entities by type. */
  readonly entities: Counts;
  /** Messages by severity. */
  readonly messages: Counts;
}

/** Summaries of the first documents of a corpus, by path. */
export function summarize(database: Queryable, limit: number): DocumentSummary[] {
  const documents = database.query<Omit<DocumentSummary, 'edits' | 'entities' | 'messages'>>(
    'SELECT id, path, script, encoding, length(text) AS characters FROM documents ORDER BY path LIMIT ?',
    limit,
  );
  const count = (sql: string, id: string): Counts =>
    Object.fromEntries(database.query<{ name: string; n: number }>(sql, id).map(({ name, n }) => [name, n]));
  return documents.map((document) => ({
    ...document,
    edits: count(
      `SELECT json_extract(cause.value, '$.stage') AS name, count(*) AS n
       FROM edits JOIN json_each(edits.causes) AS cause WHERE document_id = ? GROUP BY 1`,
      document.id,
    ),
    entities: count(
      'SELECT type AS name, count(*) AS n FROM entities WHERE document_id = ? GROUP BY 1',
      document.id,
    ),
    messages: count(
      'SELECT severity AS name, count(*) AS n FROM messages WHERE document_id = ? GROUP BY 1',
      document.id,
    ),
  }));
}
