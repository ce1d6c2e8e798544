import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addCounts, type ContentCounts, type Counts, noCounts, sortedCounts } from './counts.ts';
import { writeIfChanged } from './disk.ts';
import type { Rejection } from './rejects.ts';
import type { Queryable } from './sqlite/corpus-database.ts';

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
  const sum = noCounts();
  const scripts: Counts = {};
  const encodings: Counts = {};
  let documents = 0;
  type Row = { script: string; encoding: string; counts: string };
  for (const row of database.each<Row>('SELECT script, encoding, counts FROM documents')) {
    documents++;
    scripts[row.script] = (scripts[row.script] ?? 0) + 1;
    encodings[row.encoding] = (encodings[row.encoding] ?? 0) + 1;
    addCounts(sum, JSON.parse(row.counts) as ContentCounts);
  }
  const [{ duplicates }] = database.query<{ duplicates: number }>(
    'SELECT count(*) AS duplicates FROM duplicates WHERE path <> first_path',
  );
  const codes: Counts = {};
  for (const { code } of rejections) codes[code] = (codes[code] ?? 0) + 1;
  return {
    documents,
    rejects: rejections.length,
    duplicates,
    dropped,
    characters: sum.characters,
    tokens: sum.tokens,
    scripts: sortedCounts(scripts),
    encodings: sortedCounts(encodings),
    edits: sortedCounts(sum.edits),
    entities: sortedCounts(sum.entities),
    relations: sortedCounts(sum.relations),
    messages: sortedCounts(sum.messages),
    rejections: sortedCounts(codes),
  };
}

/**
 * Writes the manifest. Where nothing was done and nothing else changed, the timings of the run that did the
 * work stay, so that running twice changes nothing.
 */
export function writeManifest(
  path: string,
  manifest: Manifest,
  timings: Timings,
  worked: boolean,
  workFolder: string,
): void {
  if (!worked && sameBut(path, manifest)) return;
  writeIfChanged(path, `${JSON.stringify({ ...manifest, timings }, null, 2)}\n`, workFolder);
}

/** The manifest of the corpus in a folder; none where there is no corpus, or the file is somebody else's. */
export function readManifest(folder: string): Manifest | undefined {
  try {
    const manifest: Manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
    return manifest.schema === 'guiyi-manifest/1' ? manifest : undefined;
  } catch {
    return undefined;
  }
}

function sameBut(path: string, manifest: Manifest): boolean {
  try {
    const { timings: _, ...there } = JSON.parse(readFileSync(path, 'utf8'));
    return JSON.stringify(there) === JSON.stringify(manifest);
  } catch {
    return false;
  }
}
