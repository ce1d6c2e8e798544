import { gutterOf, joinedLine, type PageLine, placedItems, rowsOf, type TextItem } from './page-lines.ts';

/** Lines that follow each other in one column. */
export interface Column {
  readonly lines: readonly PageLine[];
}

/**
 * The text of a page in reading order: columns of lines. A line across both columns, such as a headline,
 * ends the columns above it and stands alone.
 */
export function columnsOf(items: readonly TextItem[]): Column[] {
  const rows = rowsOf(placedItems(items));
  const gutter = gutterOf(rows);
  if (gutter === undefined) return [{ lines: rows.map(joinedLine) }];
  const columns: Column[] = [];
  let left: PageLine[] = [];
  let right: PageLine[] = [];
  const close = () => {
    for (const lines of [left, right]) if (lines.length > 0) columns.push({ lines });
    left = [];
    right = [];
  };
  for (const row of rows) {
    const across = row.some((piece) => piece.left < gutter - 1 && piece.right > gutter + 1);
    if (across) {
      close();
      columns.push({ lines: [joinedLine(row)] });
      continue;
    }
    const before = row.filter((piece) => piece.right <= gutter + 1);
    const behind = row.filter((piece) => piece.right > gutter + 1);
    if (before.length > 0) left.push(joinedLine(before));
    if (behind.length > 0) right.push(joinedLine(behind));
  }
  close();
  return columns;
}
