import { readFileSync } from 'node:fs';
import { GuiyiError } from '../errors/index.ts';

/** A dictionary file as rows of named columns; every value is a string, empty where the cell is. */
export interface Table {
  readonly path: string;
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, string>>[];
}

/**
 * Reads a dictionary: TSV, UTF-8, LF, the first line naming the columns.
 *
 * @param path of the file
 * @param columns the columns that must be there, in this order
 * @throws GuiyiError GY401 where the file can't be read, GY402 (with the line) where a row is broken
 */
export function loadTable(path: string, columns: readonly string[]): Table {
  let content: string;
  try {
    content = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (cause) {
    throw new GuiyiError(
      'GY401',
      cause instanceof TypeError ? 'it is not UTF-8' : String(cause),
      { path },
      { cause },
    );
  }
  const lines = content.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const header = (lines[0] ?? '').replace(/\r$/, '').split('\t');
  if (header.length !== columns.length || header.some((name, i) => name !== columns[i])) {
    throw new GuiyiError('GY402', `the columns must be ${columns.join(', ')}, not ${header.join(', ')}`, {
      path,
      line: 1,
    });
  }
  const rows = lines.slice(1).map((line, index) => {
    const cells = line.replace(/\r$/, '').split('\t');
    if (cells.length !== columns.length) {
      throw new GuiyiError('GY402', `${cells.length} cells where ${columns.length} are needed`, {
        path,
        line: index + 2,
      });
    }
    return Object.fromEntries(cells.map((cell, i) => [columns[i], cell]));
  });
  return { path, columns, rows };
}
