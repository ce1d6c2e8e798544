import type { Queryable } from './corpus-database.ts';

/** A sentence that was found. */
export interface Hit {
  readonly id: string;
  readonly path: string;
  /** In the normalized text, from 1. */
  readonly line: number;
  /** The sentence or a piece of it, what was looked for in 【】. */
  readonly snippet: string;
}

const LINE = `length(substr(documents.text, 1, at)) - length(replace(substr(documents.text, 1, at), char(10), '')) + 1`;

/**
 * Finds sentences in which all phrases stand as words, the most telling first (bm25); after them texts in which
 * they stand within longer words (国务院 in 国务院办公厅), by path.
 *
 * @param phrases each a list of words as our segmentation gives them
 */
export function search(database: Queryable, phrases: readonly (readonly string[])[], limit: number): Hit[] {
  const hits = searchWords(database, phrases, limit);
  const found = new Set(hits.map(({ id }) => id));
  return [...hits, ...searchTexts(database, phrases, limit).filter(({ id }) => !found.has(id))]
    .slice(0, limit)
    .map((hit) => ({ ...hit, snippet: hit.snippet.replace(/\s+/g, ' ').trim() }));
}

function searchWords(database: Queryable, phrases: readonly (readonly string[])[], limit: number): Hit[] {
  const wanted = phrases.map((words) => `"${words.join(' ').replaceAll('"', '""')}"`).join(' ');
  const hits = database.query<Hit>(
    `SELECT documents.id, documents.path, ${LINE.replaceAll(' at)', ' sentences.span_start)')} AS line,
            snippet(search, 0, '【', '】', '…', 40) AS snippet
     FROM search
     JOIN documents ON documents.id = search.document_id
     JOIN sentences ON sentences.document_id = search.document_id AND sentences.ordinal = search.sentence
     WHERE search MATCH ? ORDER BY rank, documents.path, search.sentence LIMIT ?`,
    wanted,
    limit,
  );
  return hits.map((hit) => ({ ...hit, snippet: withoutSpaces(hit.snippet) }));
}

function searchTexts(database: Queryable, phrases: readonly (readonly string[])[], limit: number): Hit[] {
  const texts = phrases.map((words) => words.join(''));
  return database.query<Hit>(
    `WITH found AS (
       SELECT id, path, text, instr(text, ?) - 1 AS at FROM documents
       WHERE ${texts.map(() => 'instr(text, ?) > 0').join(' AND ')}
     )
     SELECT id, path, ${LINE.replaceAll('documents.', 'found.')} AS line,
            substr(text, max(at - 19, 1), min(at, 20)) || '【' || ? || '】' ||
            substr(text, at + 1 + length(?), 20) AS snippet
     FROM found ORDER BY path LIMIT ?`,
    texts[0],
    ...texts,
    texts[0],
    texts[0],
    limit,
  );
}

/** Takes out the spaces that stand between words only because the index needs them. */
export function withoutSpaces(words: string): string {
  return words.replace(/(?<![!-~]) | (?![!-~])/g, '');
}
