import type { DocumentRecord } from '../../record/index.ts';
import { Scratch } from '../scratch.ts';
import {
  type Cell,
  childRows,
  childTables,
  documentRow,
  fingerprintOf,
  type TableName,
  tables,
} from '../tables.ts';

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

/** Encodes the rows of a record. @param digest of the record's line @param fingerprint of its text */
export function encodeRows(
  record: DocumentRecord,
  digest: string,
  fingerprint = fingerprintOf(record.text),
): EncodedRows {
  writer.begin(record.id);
  const lengths = tableOrder.map((table, index) => {
    const start = writer.length;
    const reals = realsOf[index];
    if (table === 'documents') writer.write(documentRow(record, digest, fingerprint), reals);
    else {
      const { count, row } = childRows[table](record);
      for (let ordinal = 0; ordinal < count; ordinal++) writer.write(row(ordinal), reals, ordinal);
    }
    return writer.length - start;
  });
  return { bytes: writer.bytes(), lengths };
}

/** Which of a table's columns, its keys apart, hold reals; in {@link tableOrder}. */
const realsOf = tableOrder.map((table) => Object.values(tables[table]).map((kind) => kind === 'real'));

/** Units of a text that is counted and written by hand: most are words, for which a call costs more. */
const SHORT = 24;
/** Most bytes of a variable-length integer up to 2^53. */
const LONGEST_VARINT = 8;
/** More than any row has columns. */
const MOST_COLUMNS = 64;

/** Writes rows one after another into a buffer that is used for one record after the other. */
class RowWriter {
  readonly #scratch = new Scratch(1 << 16);
  #buffer = this.#scratch.reserve(0, 0);
  #at = 0;
  /** Serial types of the row in hand. */
  readonly #types = new Uint32Array(MOST_COLUMNS);
  /** The document's id, which each row below it begins with. */
  #id: Uint8Array = new Uint8Array();

  get length(): number {
    return this.#at;
  }

  begin(id: string): void {
    this.#at = 0;
    this.#id = Buffer.from(id, 'utf8');
  }

  /** A copy of what was written, in a buffer of its own. */
  bytes(): Uint8Array {
    return this.#scratch.taken(this.#at);
  }

  /**
   * Writes a row.
   *
   * @param reals which of the cells are reals
   * @param ordinal of a row below the document: such a row begins with the document's id and its ordinal
   */
  write(cells: readonly Cell[], reals: readonly boolean[], ordinal?: number): void {
    const types = this.#types;
    const id = this.#id;
    let headerSize = 1;
    let bodySize = 0;
    let ordinalType = 0;
    if (ordinal !== undefined) {
      ordinalType = integerType(ordinal);
      headerSize += varintSize(textType(id.length)) + 1;
      bodySize += id.length + sizes[ordinalType];
    }
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i];
      let type: number;
      if (typeof cell === 'string') {
        const size = byteLength(cell);
        type = textType(size);
        bodySize += size;
      } else {
        type = cell === null ? 0 : reals[i] ? REAL : integerType(cell);
        bodySize += sizes[type];
      }
      types[i] = type;
      headerSize += type < 0x80 ? 1 : varintSize(type);
    }
    // The header's length counts itself; with so few columns it takes one byte or two.
    if (headerSize > 127) headerSize++;
    this.#buffer = this.#scratch.reserve(this.#at, headerSize + bodySize + LONGEST_VARINT);
    this.#varint(headerSize + bodySize);
    this.#varint(headerSize);
    if (ordinal !== undefined) {
      this.#varint(textType(id.length));
      this.#varint(ordinalType);
    }
    for (let i = 0; i < cells.length; i++) this.#varint(types[i]);
    if (ordinal !== undefined) {
      this.#bytes(id);
      this.#number(ordinal, ordinalType);
    }
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i];
      if (typeof cell === 'string') this.#text(cell);
      else if (cell !== null) this.#number(cell, types[i]);
    }
  }

  /** Writes few bytes: a call to copy them would take longer. */
  #bytes(bytes: Uint8Array): void {
    const buffer = this.#buffer;
    const at = this.#at;
    for (let i = 0; i < bytes.length; i++) buffer[at + i] = bytes[i];
    this.#at = at + bytes.length;
  }

  #number(value: number, type: number): void {
    const buffer = this.#buffer;
    if (type === REAL) this.#at = buffer.writeDoubleBE(value, this.#at);
    else if (type <= 4) {
      for (let shift = 8 * (sizes[type] - 1); shift >= 0; shift -= 8) buffer[this.#at++] = value >> shift;
    } else if (type === 5) this.#at = buffer.writeIntBE(value, this.#at, 6);
    else if (type === 6) this.#at = buffer.writeBigInt64BE(BigInt(value), this.#at);
  }

  #text(text: string): void {
    const buffer = this.#buffer;
    if (text.length > SHORT) {
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
    if (value < 0x4000) {
      this.#buffer[this.#at++] = 0x80 | (value >> 7);
      this.#buffer[this.#at++] = value & 0x7f;
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
}

const writer = new RowWriter();

/** Serial type of an IEEE 754 double. */
const REAL = 7;
/** Bytes of a value by its serial type, up to {@link REAL} and the two for 0 and 1. */
const sizes = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0];

/** Serial type of a text of so many bytes. */
const textType = (size: number) => 13 + 2 * size;

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
