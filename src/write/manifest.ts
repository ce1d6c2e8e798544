import { readFileSync } from 'node:fs';
import type { Cause } from '../alignment/index.ts';
import { writeIfChanged } from './disk.ts';
import type { Rejection } from './rejects.ts';
import type { Counts, Queryable } from './sqlite/corpus-database.ts';

/** How long the run took that did the work. The only part of a manifest in which two equal runs differ. */
export interface Timings {
  readonly started: string;
  readonly seconds: number;
  /** Documents that this run normalized; the others were there already. */
  readonly normalized: number;
  readonly charactersPerSecond: number;
}

/** What a corpus is made of, by what, and how much of it. */
export interface Manifest {
  readonly schema: 'guiyi-manifest/1';
  readonly version: string;
  readonly config: { readonly hash: string; readonly options: Readonly<Record<string, unknown>> };
  readonly dictionaries: { readonly hash: string; readonly own: readonly string[] };
  readonly documents: number;
  readonly rejects: number;
  /** Documents whose text stands earlier in the corpus, if under another script, encoding or punctuation. */
  readonly duplicates: number;
  /** Documents that are left out for that, as the configuration asks. */
  readonly dropped: number;
  readonly characters: number;
  readonly tokens: number;
  readonly scripts: Counts;
  readonly encodings: Counts;
  /** Edits by step, then by rule. */
  readonly edits: Readonly<Record<string, Counts>>;
  readonly entities: Counts;
  readonly relations: Counts;
  /** Messages by severity, then by rule. */
  readonly messages: Readonly<Record<string, Counts>>;
  readonly rejections: Counts;
}

/** Counts a corpus from its database. */
export function countCorpus(
  database: Queryable,
  rejections: readonly Rejection[],
  dropped: number,
): Omit<Manifest, 'schema' | 'version' | 'config' | 'dictionaries'> {
  const [{ documents, characters }] = database.query<{ documents: number; characters: number }>(
    'SELECT count(*) AS documents, coalesce(sum(length(text)), 0) AS characters FROM documents',
  );
  // The last token of a document says how many there are; going over them all takes far longer.
  const [{ tokens }] = database.query<{ tokens: number }>(
    `SELECT coalesce(sum((SELECT max(ordinal) + 1 FROM tokens WHERE document_id = documents.id)), 0) AS tokens
     FROM documents`,
  );
  const [{ duplicates }] = database.query<{ duplicates: number }>(
    'SELECT count(*) AS duplicates FROM duplicates WHERE path <> first_path',
  );
  const codes: Counts = {};
  for (const { code } of [...rejections].sort((a, b) => (a.code < b.code ? -1 : 1))) {
    codes[code] = (codes[code] ?? 0) + 1;
  }
  const count = (table: string, column: string) =>
    toCounts(
      database.query(
        `SELECT ${column} AS name, count(*) AS n FROM ${table} GROUP BY ${column} ORDER BY ${column}`,
      ),
    );
  return {
    documents,
    rejects: rejections.length,
    duplicates,
    dropped,
    characters,
    tokens,
    scripts: count('documents', 'script'),
    encodings: count('documents', 'encoding'),
    edits: countCauses(database),
    entities: count('entities', 'type'),
    relations: count('relations', 'type'),
    messages: nested(
      database.query(
        'SELECT severity AS outer, rule AS name, count(*) AS n FROM messages GROUP BY 1, 2 ORDER BY 1, 2',
      ),
    ),
    rejections: codes,
  };
}

/**
 * The causes of edits, and how often each occurs: of a single one step and rule alone, as JSON, so that there are few to
 * read. Reading each edit's takes SQLite three times as long.
 */
const CAUSES = `
SELECT CASE WHEN instr(causes, '},{"stage":') > 0 THEN causes
            ELSE substr(causes, 1, instr(causes, ',"confidence":') - 1) || '}]' END AS causes,
       count(*) AS n
FROM edits GROUP BY 1`;

/** Edits by step, then by rule. */
function countCauses(database: Queryable): Record<string, Counts> {
  const counts = new Map<string, { outer: string; name: string; n: number }>();
  for (const { causes, n } of database.query<{ causes: string; n: number }>(CAUSES)) {
    for (const { stage, rule } of JSON.parse(causes) as Pick<Cause, 'stage' | 'rule'>[]) {
      const key = `${stage} ${rule}`;
      const known = counts.get(key);
      if (known === undefined) counts.set(key, { outer: stage, name: rule, n });
      else known.n += n;
    }
  }
  return nested([...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count));
}

/**
 * Writes the manifest. Where nothing was done and nothing else changed, the timings of the run that did the
 * work stay, so that running twice changes nothing.
 */
export function writeManifest(path: string, manifest: Manifest, timings: Timings, worked: boolean): void {
  if (!worked && sameBut(path, manifest)) return;
  writeIfChanged(path, `${JSON.stringify({ ...manifest, timings }, null, 2)}\n`);
}

function sameBut(path: string, manifest: Manifest): boolean {
  try {
    const { timings: _, ...there } = JSON.parse(readFileSync(path, 'utf8'));
    return JSON.stringify(there) === JSON.stringify(manifest);
  } catch {
    return false;
  }
}

function toCounts(rows: readonly { name: string; n: number }[]): Counts {
  return Object.fromEntries(rows.map(({ name, n }) => [name, n]));
}

function nested(rows: readonly { outer: string; name: string; n: number }[]): Record<string, Counts> {
  const result: Record<string, Counts> = {};
  for (const { outer, name, n } of rows) {
    result[outer] ??= {};
    result[outer][name] = n;
  }
  return result;
}
