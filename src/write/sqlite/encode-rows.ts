import type { DocumentRecord } from '../../record/index.ts';
import { type Cell, childRows, childTables, documentRow, type TableName, tables } from '../tables.ts';

/** The tables in the order in which {@link EncodedRows} has them. */
export const tableOrder = ['documents', ...childTables] as readonly TableName[];

/**
 * The rows of one document as SQLite keeps them in a file (<https://www.sqlite.org/fileformat2.html>): each a
 * variable-length integer with the length of what follows, a header with the types, then the values. So a
 * thread that made a record can also do all but the last of the database's work for it.
 */
export interface EncodedRows {
  /** The rows of all tables, table by table. */
  readonly bytes: Uint8Array;
  /** Bytes of each table's rows, in {@link tableOrder}. */
  readonly lengths: readonly number[];
}

/** Encodes the rows of a record. @param digest of the record's line */
export function encodeRows(record: DocumentRecord, digest: string): EncodedRows {
  const writer = new RowWriter();
  const lengths = tableOrder.map((table) => {
    const start = writer.length;
    if (table === 'documents') writer.write(documentRow(record, digest), isReal(table, 0));
    else {
      const { count, row } = childRows[table](record);
      const reals = isReal(table, 2);
      for (let ordinal = 0; ordinal < count; ordinal++) {
        writer.write([record.id, ordinal, ...row(ordinal)], reals);
      }
    }
    return writer.length - start;
  });
  return { bytes: writer.bytes(), lengths };
}

/** Which columns hold reals, after so many keys that are none of the table's own. */
function isReal(table: TableName, keys: number): readonly boolean[] {
  return [
    ...Array<boolean>(keys).fill(false),
    ...Object.values(tables[table]).map((kind) => kind === 'real'),
  ];
}

/** Bytes of a text that are counted and written by hand: most are words, for which a call costs more. */
const SHORT = 24;
/** Most bytes of a variable-length integer up to 2^53. */
const LONGEST_VARINT = 8;

/** Writes rows one after another into a buffer that grows. */
class RowWriter {
  #buffer = Buffer.allocUnsafe(1 << 16);
  #at = 0;
  /** Serial types of the row in hand. */
  readonly #types = new Float64Array(64);

  get length(): number {
    return this.#at;
  }

  /** A copy of what was written, in a buffer of its own. */
  bytes(): Uint8Array {
    return new Uint8Array(this.#buffer.subarray(0, this.#at));
  }

  write(cells: readonly Cell[], reals: readonly boolean[]): void {
    const types = this.#types;
    let headerSize = 0;
    let bodySize = 0;
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i];
      if (typeof cell === 'string') {
        const size = byteLength(cell);
        types[i] = 13 + 2 * size;
        bodySize += size;
      } else {
        types[i] = cell === null ? 0 : reals[i] ? REAL : integerType(cell);
        bodySize += sizes[types[i]];
      }
      headerSize += varintSize(types[i]);
    }
    // The header's own length counts itself; with fewer than 64 columns its size takes one or two bytes.
    headerSize += headerSize + 1 > 127 ? 2 : 1;
    this.#reserve(headerSize + bodySize + LONGEST_VARINT);
    this.#varint(headerSize + bodySize);
    this.#varint(headerSize);
    for (let i = 0; i < cells.length; i++) this.#varint(types[i]);
    for (let i = 0; i < cells.length; i++) this.#value(cells[i], types[i]);
  }

  #value(cell: Cell, type: number): void {
    if (typeof cell === 'string') this.#text(cell, (type - 13) / 2);
    else if (type === REAL) this.#at = this.#buffer.writeDoubleBE(cell!, this.#at);
    else if (type <= 6 && type > 0) {
      // Two's complement, the most significant byte first; no shifts, as they end at 32 bits.
      const size = sizes[type];
      let rest = cell!;
      for (let i = size - 1; i >= 0; i--) {
        const byte = ((rest % 256) + 256) % 256;
        this.#buffer[this.#at + i] = byte;
        rest = (rest - byte) / 256;
      }
      this.#at += size;
    }
  }

  #text(text: string, size: number): void {
    const buffer = this.#buffer;
    if (size > SHORT) {
      this.#at += buffer.write(text, this.#at, 'utf8');
      return;
    }
    let at = this.#at;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit < 0x80) buffer[at++] = unit;
      else if (unit < 0x800) {
        buffer[at++] = 0xc0 | (unit >> 6);
        buffer[at++] = 0x80 | (unit & 0x3f);
      } else if ((unit & 0xf800) !== 0xd800) {
        buffer[at++] = 0xe0 | (unit >> 12);
        buffer[at++] = 0x80 | ((unit >> 6) & 0x3f);
        buffer[at++] = 0x80 | (unit & 0x3f);
      } else {
        this.#at += buffer.write(text, this.#at, 'utf8');
        return;
      }
    }
    this.#at = at;
  }

  #varint(value: number): void {
    if (value < 0x80) {
      this.#buffer[this.#at++] = value;
      return;
    }
    const size = varintSize(value);
    let rest = value;
    for (let i = size - 1; i >= 0; i--) {
      const low = rest % 128;
      this.#buffer[this.#at + i] = i === size - 1 ? low : low | 0x80;
      rest = (rest - low) / 128;
    }
    this.#at += size;
  }

  #reserve(size: number): void {
    if (this.#at + size <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#buffer.length * 2, this.#at + size));
    larger.set(this.#buffer.subarray(0, this.#at));
    this.#buffer = larger;
  }
}

/** Serial type of an IEEE 754 double. */
const REAL = 7;
/** Bytes of a value by its serial type, up to {@link REAL} and the two for 0 and 1. */
const sizes = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0];

function integerType(value: number): number {
  if (value === 0 || value === 1) return 8 + value;
  const positive = value < 0 ? -(value + 1) : value;
  if (positive < 0x80) return 1;
  if (positive < 0x8000) return 2;
  if (positive < 0x80_0000) return 3;
  if (positive < 0x8000_0000) return 4;
  return positive < 0x8000_0000_0000 ? 5 : 6;
}

function varintSize(value: number): number {
  if (value < 0x80) return 1;
  if (value < 0x4000) return 2;
  let size = 2;
  for (let rest = Math.floor(value / 0x4000); rest > 0; rest = Math.floor(rest / 128)) size++;
  return size;
}

/** Bytes in UTF-8; a lone surrogate is written as U+FFFD. */
function byteLength(text: string): number {
  if (text.length > SHORT) return Buffer.byteLength(text, 'utf8');
  let size = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if ((unit & 0xf800) === 0xd800) return Buffer.byteLength(text, 'utf8');
    size += unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
  }
  return size;
}
