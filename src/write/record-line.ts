import { createHash } from 'node:crypto';
import type { DocumentRecord } from '../record/index.ts';

/** What decides whether a record made earlier still holds: the source and everything that made the record. */
export interface RecordHead {
  readonly id: string;
  readonly source: DocumentRecord['source'];
  readonly pipeline: DocumentRecord['pipeline'];
}

/** A record as the line that files carry, without the line feed. Lone surrogates are escaped by JSON itself. */
export function toLine(record: DocumentRecord): Buffer {
  return Buffer.from(JSON.stringify(record), 'utf8');
}

/** Hex SHA-256 of a record's line: two records with the same digest are the same record. */
export function digestOf(line: Uint8Array): string {
  return createHash('sha256').update(line).digest('hex');
}

/**
 * Reads the head of a record from its line without parsing the rest, which is some ten times the document.
 * The record's keys stand in one order, `schema, id, source, pipeline, script, …`.
 *
 * @returns nothing where the line is no record of ours
 */
export function headOf(line: Buffer): RecordHead | undefined {
  const end = line.indexOf(',"script":{"detected":"');
  if (end === -1 || line.at(-1) !== 0x7d) return undefined;
  try {
    const head = JSON.parse(`${line.toString('utf8', 0, end)}}`);
    return head.schema === 'guiyi/1' ? head : undefined;
  } catch {
    return undefined;
  }
}
