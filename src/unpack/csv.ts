import { parse } from 'csv-parse/sync';
import { type DecodeOptions, type Detected, decodePart } from '../decode/index.ts';
import { type ErrorPlace, GuiyiError } from '../errors/index.ts';
import type { Rejection } from '../read/index.ts';
import type { ByteLine } from './byte-lines.ts';
import { type InputDocument, inputDocument } from './input-document.ts';

/** The table that the rows are from. */
export interface CsvFile {
  readonly path: string;
  readonly detected: Detected;
  /** The column that holds the text. */
  readonly textField: string;
  /** Longest row in bytes. */
  readonly limit: number;
  readonly options: DecodeOptions;
}

const DELIMITERS = [',', '\t', ';', '|'] as const;

/**
 * Reads a table (RFC 4180, and its kin with tabs, semicolons or bars): a document a row, `path#n` where n
 * is the row's number without the header; the other columns are carried. The delimiter is the one that
 * cuts the header into most columns. A row that can't be used is rejected (GY105 wrong number of cells,
 * GY107 too long, GY2xx not decodable) and the rest goes on.
 *
 * @throws GuiyiError GY108 where no column is named `textField`
 */
export async function* csvDocuments(
  lines: AsyncIterable<ByteLine>,
  file: CsvFile,
): AsyncGenerator<InputDocument | Rejection> {
  let header: { columns: readonly string[]; delimiter: string } | undefined;
  let number = 0;
  for await (const row of rowsOf(lines, file)) {
    const path = header === undefined ? file.path : `${file.path}#${++number}`;
    try {
      const text = rowText(row, path, file);
      if (header === undefined) {
        header = textHeaderOf(text, path, file);
        continue;
      }
      yield rowDocument(
        row,
        cellsOf(text, header.delimiter, { path, line: row.line }),
        header.columns,
        number,
        path,
        file,
      );
    } catch (error) {
      if (!(error instanceof GuiyiError) || header === undefined) throw error;
      yield { path, error };
    }
  }
}

function textHeaderOf(text: string, path: string, { textField }: CsvFile): ReturnType<typeof headerOf> {
  const header = headerOf(text);
  if (header.columns.includes(textField))
    return { ...header, columns: distinct(header.columns, textField, path) };
  throw new GuiyiError('GY108', `'${textField}' is none of ${header.columns.join(', ')}`, { path, line: 1 });
}

/** Columns with names of their own: a second `name` is `name#2`. @throws GuiyiError GY108 where two may be the text */
function distinct(columns: readonly string[], textField: string, path: string): string[] {
  const counts = new Map<string, number>();
  return columns.map((column) => {
    const count = (counts.get(column) ?? 0) + 1;
    counts.set(column, count);
    if (count > 1 && column === textField)
      throw new GuiyiError('GY108', `two columns are called '${textField}'`, { path, line: 1 });
    return count === 1 ? column : `${column}#${count}`;
  });
}

/** A row: its lines, as a quoted cell may have line ends in it. */
interface Row {
  readonly bytes: Uint8Array | undefined;
  readonly size: number;
  readonly offset: number;
  readonly line: number;
}

async function* rowsOf(lines: AsyncIterable<ByteLine>, { limit, detected }: CsvFile): AsyncGenerator<Row> {
  let open: ByteLine[] = [];
  let size = 0;
  let quoted = false;
  const give = (): Row => {
    const [first] = open;
    const whole = open.every(({ bytes }) => bytes !== undefined) && size <= limit;
    const row = {
      bytes: whole ? Buffer.concat(open.map(({ bytes }) => bytes!)) : undefined,
      size,
      offset: first.offset,
      line: first.number,
    };
    open = [];
    size = 0;
    quoted = false;
    return row;
  };
  const width = detected.encoding.startsWith('utf-16') ? 2 : 1;
  for await (const line of lines) {
    if (open.length === 0 && line.length === 0) continue;
    size += line.bytes?.length ?? line.length;
    open.push(line);
    if (hasOddQuotes(line.bytes, width)) quoted = !quoted;
    // A quote that is never closed ends with the limit: the rows behind are read again as rows.
    if (!quoted || size > limit) yield give();
  }
  if (open.length > 0) yield give();
}

const QUOTE = 0x22;

function hasOddQuotes(bytes: Uint8Array | undefined, width: 1 | 2): boolean {
  let odd = false;
  if (bytes === undefined) return odd;
  for (let at = bytes.indexOf(QUOTE); at >= 0; at = bytes.indexOf(QUOTE, at + 1)) {
    // In UTF-16 the byte may be half of another character; its other half must be 0.
    if (width === 1 || bytes[at ^ 1] === 0) odd = !odd;
  }
  return odd;
}

function rowText(row: Row, path: string, { detected, options }: CsvFile): string {
  if (row.bytes === undefined) {
    throw new GuiyiError('GY107', `a row of ${row.size} bytes`, { path, line: row.line, byte: row.offset });
  }
  const text = decodePart(row.bytes, detected, { ...options, path, line: row.line, offset: row.offset });
  return text.replace(/[\r\n]+$/, '');
}

/** The columns of a header and the delimiter that gives most of them. */
export function headerOf(line: string): { columns: readonly string[]; delimiter: string } {
  const readings = DELIMITERS.map((delimiter) => ({
    delimiter,
    columns: cellsOf(line, delimiter).map((cell) => cell.trim()),
  }));
  return readings.reduce((best, next) => (next.columns.length > best.columns.length ? next : best));
}

/** The cells of a row. Quotes within a bare cell stay: inches and the like. @throws GuiyiError GY105 */
function cellsOf(row: string, delimiter: string, place: ErrorPlace = {}): string[] {
  try {
    const [cells = ['']]: string[][] = parse(row, {
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
    });
    return cells;
  } catch (cause) {
    throw new GuiyiError('GY105', (cause as Error).message.slice(0, 120), place, { cause });
  }
}

function rowDocument(
  { bytes, line }: Row,
  cells: readonly string[],
  columns: readonly string[],
  number: number,
  path: string,
  { textField, detected }: CsvFile,
): InputDocument {
  if (cells.length !== columns.length) {
    throw new GuiyiError('GY105', `${cells.length} cells where the header has ${columns.length}`, {
      path,
      line,
    });
  }
  const carried = Object.fromEntries(
    columns.map((column, i) => [column, cells[i]]).filter(([column]) => column !== textField),
  );
  return inputDocument({
    path,
    text: cells[columns.indexOf(textField)],
    bytes: bytes!,
    encoding: detected.encoding,
    mediaType: 'text/csv',
    layout: { positions: { unit: 'row', starts: [0], numbers: [number], field: textField } },
    carried,
  });
}
