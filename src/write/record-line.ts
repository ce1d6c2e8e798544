import { constants } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { DocumentRecord } from '../record/index.ts';
import { Scratch } from './scratch.ts';

/** What decides whether a record made earlier still holds: the source and everything that made the record. */
export interface RecordHead {
  readonly id: string;
  readonly source: DocumentRecord['source'];
  readonly pipeline: DocumentRecord['pipeline'];
}

/**
 * A record as the line that files carry, without the line feed: what `JSON.stringify` gives, in UTF-8, in a buffer of its
 * own. Lone surrogates are escaped by JSON itself.
 *
 * It is put together from small pieces. As one string it would take two bytes for each of its digits, most of it in
 * pages that the system has to give anew for each record.
 *
 * @throws RangeError where the line would be longer than a string can be, so that nobody could read it back
 */
export function toLine(record: DocumentRecord): Buffer {
  const pieces = new Pieces();
  pieces.object(record, (key, value) => {
    if (key === 'tokens') pieces.object(record.tokens, (_, column) => pieces.json(column));
    else pieces.json(value);
  });
  return pieces.bytes();
}

const scratch = new Scratch(1 << 20);

/** JSON that is written piece by piece. */
class Pieces {
  #length = 0;
  /** UTF-16 units of the pieces. */
  #units = 0;

  /** Writes an object, whose values `write` writes; those that JSON has no form for are left out. */
  object(object: object, write: (key: string, value: unknown) => void): void {
    let before = '{';
    for (const [key, value] of Object.entries(object)) {
      if (value === undefined) continue;
      this.#write(`${before}${JSON.stringify(key)}:`);
      write(key, value);
      before = ',';
    }
    this.#write(before === '{' ? '{}' : '}');
  }

  json(value: unknown): void {
    this.#write(JSON.stringify(value));
  }

  bytes(): Buffer {
    return scratch.taken(this.#length);
  }

  #write(piece: string): void {
    this.#units += piece.length;
    if (this.#units > constants.MAX_STRING_LENGTH) throw new RangeError('Invalid string length');
    // A UTF-16 unit takes three bytes at most.
    const buffer = scratch.reserve(this.#length, piece.length * 3);
    this.#length += buffer.write(piece, this.#length, 'utf8');
  }
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
