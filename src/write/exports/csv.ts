import { digestOf, toLine } from '../record-line.ts';
import { type Cell, childRows, childTables, columnsOf, documentRow, type TableName } from '../tables.ts';
import { type ExportFormat, legible, type Piece } from './format.ts';

/**
 * The tables of the database as CSV after RFC 4180: a file a table, CRLF, quotes where they are needed. Nothing
 * between two commas is NULL, `""` the empty text, as PostgreSQL and DuckDB have it. A cell that a spreadsheet would take for
 * a formula stays what it is: the files are data, and an apostrophe before it would shift every position.
 */
export const csv: ExportFormat = {
  heads: (['documents', ...childTables] as TableName[]).map((table) => ({
    file: `${table}.csv`,
    text: lineOf(columnsOf(table)),
  })),
  pieces: (record) => {
    const documents: Piece = {
      file: 'documents.csv',
      text: lineOf(documentRow(record, digestOf(toLine(record)))),
    };
    const children = childTables.map((table): Piece => {
      const { count, row } = childRows[table](record);
      const lines = Array.from({ length: count }, (_, ordinal) =>
        lineOf([record.id, ordinal, ...row(ordinal)]),
      );
      return { file: `${table}.csv`, text: lines.join('') };
    });
    return [documents, ...children];
  },
};

function lineOf(cells: readonly Cell[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`;
}

function cellOf(cell: Cell): string {
  if (cell === null) return '';
  const text = legible(String(cell));
  return text === '' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
