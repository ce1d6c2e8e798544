import type { TableName } from '../dictionary/index.ts';
import { tables } from '../dictionary/index.ts';
import { GuiyiError } from '../errors/index.ts';

/**
 * The error for a row whose cells can't be used. Tables are read without their schemas, for speed; what would give
 * wrong certainties later is checked where registers are made. `guiyi check` gives the line.
 *
 * @param row what names the row
 */
export function brokenRow(table: TableName, row: string, detail: string): GuiyiError {
  return new GuiyiError('GY402', `'${row}': ${detail}`, { path: tables[table].file });
}
