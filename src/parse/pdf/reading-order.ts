import {
  gutterOf,
  joinedLine,
  type PageLine,
  partsAt,
  placedItems,
  type Rows,
  rowsOf,
  type TextItem,
} from './page-lines.ts';

/** Lines that follow each other in one column. */
export interface Column {
  readonly lines: readonly PageLine[];
}

/** The columns of a page, and the x where two of them part. */
export interface PageColumns {
  readonly columns: readonly Column[];
  readonly gutter: number | undefined;
}

/**
 * The text of a page in reading order: columns of lines. A line across both columns, such as a headline,
 * ends the columns above it and stands alone.
 *
 * @param usual the gutter of the pages before, which holds for a page that is not full too
 */
export function columnsOf(items: readonly TextItem[], usual?: number): PageColumns {
  const rows = rowsOf(placedItems(items));
  const gutter = gutterOf(rows) ?? (usual !== undefined && partsAt(rows, usual) ? usual : undefined);
  return {
    columns: gutter === undefined ? [{ lines: rows.map(joinedLine) }] : partedAt(gutter, rows),
    gutter,
  };
}

function partedAt(gutter: number, rows: Rows): Column[] {
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
