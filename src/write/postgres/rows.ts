import type { DocumentRecord } from '../../record/index.ts';
import {
  type Cell,
  type ChildTable,
  childRows,
  columnsOf,
  documentRow,
  type TableName,
  tables,
  wordsBySentence,
} from '../tables.ts';
import { jsonCell, listCell, textCell } from './copy-text.ts';
import { searchVector } from './search-vector.ts';

/** The columns of a table without its key: those of `tables`, and the search index beside the words. */
export function valuesOf(table: TableName): readonly string[] {
  const [, ...columns] = columnsOf(table);
  const values = table === 'documents' ? columns : columns.slice(1);
  return table === 'sentences' ? [...values, 'search'] : values;
}

/** The columns that tell the rows of a table apart. */
export const keyOf = (table: TableName): readonly string[] =>
  table === 'documents' ? ['id'] : ['document_id', 'ordinal'];

/** The row of a record in `documents`, tabs between its cells. @param digest of the record's line */
export function documentLine(record: DocumentRecord, digest: string): string {
  return cells('documents', documentRow(record, digest)).join('\t');
}

/** The rows of a record in a table below: ordinal and cells, tabs between them. */
export function* childLines(table: ChildTable, record: DocumentRecord): Generator<string> {
  const { count, row } = childRows[table](record);
  const words = table === 'sentences' ? wordsBySentence(record) : [];
  for (let ordinal = 0; ordinal < count; ordinal++) {
    const line = cells(table, row(ordinal));
    if (table === 'sentences') {
      // The last column, words joined by spaces, is a list here.
      line[line.length - 1] = listCell(words[ordinal]);
      line.push(textCell(searchVector(words[ordinal])));
    }
    yield `${ordinal}\t${line.join('\t')}`;
  }
}

function cells(table: TableName, row: readonly Cell[]): string[] {
  const kinds = kindsOf.get(table)!;
  return row.map((cell, i) => {
    if (cell === null || cell === undefined) return '\\N';
    if (typeof cell === 'number') return String(cell);
    return kinds[i] === 'json' ? jsonCell(cell) : textCell(cell);
  });
}

const kindsOf: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(tables).map(([table, columns]) => [table, Object.values(columns)]),
);
