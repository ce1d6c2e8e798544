import type { DocumentRecord } from '../record/index.ts';
import { digestOf, toLine } from './record-line.ts';
import { type EncodedRows, encodeRows } from './sqlite/encode-rows.ts';
import { fingerprintOf } from './tables.ts';

/** A record in all the forms that are written: whoever made it makes them, so that who writes only writes. */
export interface MadeRecord {
  readonly id: string;
  /** The source's identity. */
  readonly path: string;
  /** The record's line, without the line feed, and its digest. */
  readonly line: Uint8Array;
  readonly digest: string;
  readonly rows: EncodedRows;
  /** The text in UTF-8. */
  readonly text: Uint8Array;
  /** The same for texts that differ in script, encoding, punctuation and spaces only; null where there are no words. */
  readonly fingerprint: string | null;
  /** UTF-16 units of the source. */
  readonly characters: number;
}

/** Puts a record into its forms. @param line of the record, where it is there */
export function madeRecord(record: DocumentRecord, line: Uint8Array = toLine(record)): MadeRecord {
  const digest = digestOf(line);
  const fingerprint = fingerprintOf(record.text);
  return {
    id: record.id,
    path: record.source.path,
    line,
    digest,
    rows: encodeRows(record, digest, fingerprint),
    text: Buffer.from(record.text, 'utf8'),
    fingerprint,
    characters: record.sourceText.length,
  };
}
