import { type ContentCounts, type Counts, sumOf } from './counts.ts';
import type { Queryable } from './sqlite/corpus-database.ts';

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
  type Row = Pick<DocumentSummary, 'id' | 'path' | 'script' | 'encoding'> & { counts: string };
  const rows = database.query<Row>(
    'SELECT id, path, script, encoding, counts FROM documents ORDER BY path LIMIT ?',
    limit,
  );
  return rows.map(({ counts, ...document }) => {
    const { characters, edits, entities, messages } = JSON.parse(counts) as ContentCounts;
    return { ...document, characters, edits: sums(edits), entities, messages: sums(messages) };
  });
}

const sums = (counts: Readonly<Record<string, Counts>>): Counts =>
  Object.fromEntries(Object.entries(counts).map(([name, inner]) => [name, sumOf(inner)]));
