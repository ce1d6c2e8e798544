import {
  gutterOf,
  joinedLine,
  type PageLine,
  type Placed,
  partsAt,
  type Rows,
  rowsOf,
} from './page-lines.ts';
import { CLOSED } from './paragraphs.ts';
import { MARGIN } from './running-lines.ts';

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
 * ends the columns above it and stands alone; so does what stands below two columns of about the same length.
 *
 * @param placed the pieces from top to bottom
 * @param height of the page, in points
 * @param usual the gutter of the pages before, which holds for a page that is not full too
 */
export function columnsOf(placed: readonly Placed[], height: number, usual?: number): PageColumns {
  const rows = rowsOf(placed);
  const gutter = gutterOf(rows) ?? (usual !== undefined && partsAt(rows, usual) ? usual : undefined);
  return {
    columns: gutter === undefined ? single(rows) : partedAt(gutter, rows, height),
    gutter,
  };
}

const single = (rows: Rows): Column[] => (rows.length === 0 ? [] : [{ lines: rows.map(joinedLine) }]);

function partedAt(gutter: number, rows: Rows, height: number): Column[] {
  const columns: Column[] = [];
  let left: PageLine[] = [];
  let right: PageLine[] = [];
  const close = () => {
    const end = endOfColumn(left, right, height);
    for (const lines of [left.slice(0, end), right, left.slice(end)]) {
      if (lines.length > 0) columns.push({ lines });
    }
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

/** Share of a page's height to which a column goes on where the next one begins only when it is full. */
const FULL = 0.2;

/** Share of the left column's lines that the right one has where both are about as long. */
const ABOUT_AS_LONG = 0.7;

/**
 * How many lines of the left column are its own: columns that end well above the page's foot are of one length, so
 * what stands more than a line below the right one's end is a line under both.
 */
function endOfColumn(left: readonly PageLine[], right: readonly PageLine[], height: number): number {
  const inText = ({ y }: PageLine) => y > height * MARGIN && y < height * (1 - MARGIN);
  const beside = right.filter(inText);
  const rightEnd = beside.at(-1)?.y;
  const leftEnd = left.findLast(inText)?.y;
  if (rightEnd === undefined || leftEnd === undefined || leftEnd < height * FULL) return left.length;
  const leading = median(left.slice(1).map(({ y }, i) => left[i].y - y));
  const end = left.findIndex(({ y }, i) => {
    if (i === 0 || y > rightEnd - leading * 1.5) return false;
    return CLOSED.test(left[i - 1].text) || left[i - 1].y - y > leading * 1.3;
  });
  return end === -1 || beside.length < end * ABOUT_AS_LONG ? left.length : end;
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
