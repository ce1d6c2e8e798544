import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { GuiyiError } from '../errors/index.ts';
import type { DocumentRecord } from '../record/index.ts';
import { linesOf } from './lines.ts';
import { digestOf } from './record-line.ts';

/** A record in a file, and the line that holds it. */
export interface StoredRecord {
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  readonly digest: string;
  readonly record: DocumentRecord;
}

/**
 * Reads records one by one from files of records, folders of them, or the output folder of a run.
 *
 * @throws GuiyiError GY101 where nothing is there, GY503 where a line is no record
 */
export function* readRecords(paths: readonly string[]): Generator<StoredRecord> {
  for (const found of tryRecords(paths)) {
    if (found instanceof GuiyiError) throw found;
    yield found;
  }
}

/** The same; a line that is no record comes as the error that it is. @throws GuiyiError GY101 where nothing is there */
export function* tryRecords(paths: readonly string[]): Generator<StoredRecord | GuiyiError> {
  for (const path of paths.flatMap(recordFilesOf)) {
    let number = 0;
    for (const { line } of linesOf(path)) {
      number++;
      if (line.length === 0) continue;
      const record = parseRecord(line, path, number);
      yield record instanceof GuiyiError ? record : { path, line: number, digest: digestOf(line), record };
    }
  }
}

/** The files of records that a path names: itself, or those in it or in its `records/`. */
export function recordFilesOf(path: string): string[] {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) throw new GuiyiError('GY101', 'nothing is there', { path });
  if (!stats.isDirectory()) return [path];
  const inner = join(path, 'records');
  const folder = existsSync(inner) ? inner : path;
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  return files.sort().map((name) => join(folder, name));
}

function parseRecord(line: Buffer, path: string, number: number): DocumentRecord | GuiyiError {
  let value: unknown;
  try {
    value = JSON.parse(line.toString('utf8'));
  } catch (cause) {
    return new GuiyiError('GY503', 'the line is not JSON', { path, line: number }, { cause });
  }
  const { schema, id } = (value ?? {}) as { schema?: unknown; id?: unknown };
  if (schema !== 'guiyi/1' || typeof id !== 'string') {
    return new GuiyiError('GY503', 'the line is no record of schema guiyi/1', { path, line: number });
  }
  return value as DocumentRecord;
}
