import { type Hit, withoutSpaces } from '../sqlite/search.ts';
import { Connection } from './connection.ts';
import { readDatabaseUrl } from './database-url.ts';
import { assertCorpus, enterSchema, schemaOf } from './schema.ts';
import { lexemeOf, searchQuery } from './search-vector.ts';

/** Words of a sentence that a hit shows, and of them those before the first that was looked for. */
const WORDS_SHOWN = 40;
const WORDS_BEFORE = 12;

/**
 * Finds sentences in which all phrases stand as words, the most telling first; after them texts in which they
 * stand within longer words (国务院 in 国务院办公厅), by path.
 *
 * @param phrases each a list of words as our segmentation gives them
 * @throws GuiyiError GY101 where the database is no corpus, GY305, GY511 to GY518
 */
export async function searchCorpus(
  url: string,
  phrases: readonly (readonly string[])[],
  limit: number,
): Promise<Hit[]> {
  const database = readDatabaseUrl(url);
  const connection = await Connection.open(database);
  try {
    await connection.execute('BEGIN READ ONLY');
    await enterSchema(connection, await schemaOf(connection, database.schema), { create: false });
    await assertCorpus(connection);
    const hits = await searchWords(connection, phrases, limit);
    if (hits.length < limit) {
      const found = hits.map(({ id }) => id);
      hits.push(...(await searchTexts(connection, phrases, found, limit - hits.length)));
    }
    return hits.map((hit) => ({ ...hit, snippet: hit.snippet.replace(/\s+/g, ' ').trim() }));
  } finally {
    await connection.close();
  }
}

async function searchWords(
  connection: Connection,
  phrases: readonly (readonly string[])[],
  limit: number,
): Promise<Hit[]> {
  const wanted = searchQuery(phrases);
  if (wanted === undefined) return [];
  const { rows } = await connection.query<Omit<Hit, 'snippet'> & { words: string[] }>(
    'SELECT document_id AS id, path, line, words FROM search($1, $2)',
    [wanted, limit],
  );
  return rows.map(({ words, ...hit }) => ({ ...hit, snippet: snippetOf(words, phrases) }));
}

async function searchTexts(
  connection: Connection,
  phrases: readonly (readonly string[])[],
  found: readonly string[],
  limit: number,
): Promise<Hit[]> {
  const texts = phrases.map((words) => words.join(''));
  const { rows } = await connection.query<Hit>(
    `WITH found AS (
       SELECT id, path, text, strpos(text, $1) - 1 AS at FROM documents
       WHERE (SELECT bool_and(strpos(text, wanted) > 0) FROM unnest($2::text[]) AS wanted) AND id <> ALL ($3)
       ORDER BY path LIMIT $4
     )
     SELECT id, path, length(left(text, at)) - length(replace(left(text, at), chr(10), '')) + 1 AS line,
            substr(text, greatest(at - 19, 1), least(at, 20)) || '【' || $1 || '】' ||
            substr(text, at + 1 + length($1), 20) AS snippet
     FROM found ORDER BY path`,
    [texts[0], texts, found, limit],
  );
  return rows;
}

/** The words around the first that was looked for, those in 【】. */
function snippetOf(words: readonly string[], phrases: readonly (readonly string[])[]): string {
  // Marks between words stand in the way of no phrase: the index has no place for them either.
  const places = words.flatMap((word, at) => {
    const lexeme = lexemeOf(word);
    return lexeme === undefined ? [] : [{ at, lexeme }];
  });
  const opens = new Set<number>();
  const closes = new Set<number>();
  for (const phrase of phrases) {
    const wanted = phrase.flatMap((word) => lexemeOf(word) ?? []);
    for (let i = 0; wanted.length > 0 && i + wanted.length <= places.length; i++) {
      if (!wanted.every((word, j) => places[i + j].lexeme === word)) continue;
      opens.add(places[i].at);
      closes.add(places[i + wanted.length - 1].at);
    }
  }
  const first = Math.max(0, Math.min(...opens, words.length) - WORDS_BEFORE);
  const last = Math.min(words.length, first + WORDS_SHOWN);
  const shown = words
    .slice(first, last)
    .map((word, i) => `${opens.has(first + i) ? '【' : ''}${word}${closes.has(first + i) ? '】' : ''}`);
  const text = withoutSpaces(shown.join(' '));
  return `${first > 0 ? '…' : ''}${text}${last < words.length ? '…' : ''}`;
}
