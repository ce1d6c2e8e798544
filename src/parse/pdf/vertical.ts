import type { TextItem } from './page-lines.ts';

/** In sizes: how far a column's characters may be off its line, and how far below each other they stand. */
const MOST_OFF = 0.2;
const MOST_BELOW = 2;

/** In sizes of the page's text: the widest number or word that stands across a column; in its own: how far from its baseline a turned one has its middle. */
const WIDEST_ACROSS = 1.7;
const MIDDLE = 0.35;

/**
 * True for a page most of whose characters stand below each other: in fonts that write downwards, or one by one as a
 * program put them into columns.
 */
export function isVertical(items: readonly TextItem[], downwards: ReadonlySet<string>): boolean {
  let all = 0;
  let down = 0;
  let above: TextItem | undefined;
  for (const item of items) {
    const length = item.str.replace(/\s+/g, '').length;
    if (length === 0) continue;
    all += length;
    if (downwards.has(item.fontName)) down += length;
    else if (SINGLE.test(item.str)) {
      if (above !== undefined && standsBelow(above, item)) down += length;
      above = item;
    } else above = undefined;
  }
  return down > all / 2;
}

/** A character and the marks at it. */
const SINGLE = /^[\p{P}\s]*\p{Script=Han}?[\p{P}\s]*$/u;

const sizeOf = ({ transform: [a, b, c, d] }: TextItem) => Math.hypot(c, d) || Math.hypot(a, b);

function standsBelow(above: TextItem, below: TextItem): boolean {
  const size = sizeOf(below);
  const [off, down] = [below.transform[4] - above.transform[4], above.transform[5] - below.transform[5]];
  return Math.abs(off) <= size * MOST_OFF && down > 0 && down <= size * MOST_BELOW;
}

/**
 * The columns of a vertical page as lines from left to right, the rightmost on top; what is written across the page comes before
 * or behind all of them.
 *
 * @param items upright ones, and those turned clockwise by a quarter, as Latin words in columns are
 * @param view the page: left, bottom, right and top in points
 */
export function uprightColumns(
  items: readonly { readonly item: TextItem; readonly quarter: number | undefined }[],
  [left, bottom, right, top]: readonly number[],
  downwards: ReadonlySet<string>,
): TextItem[] {
  const sizes = items.map(({ item }) => sizeOf(item)).sort((p, q) => p - q);
  const usual = sizes[sizes.length >> 1];
  return items.map(({ item, quarter }) => {
    const size = sizeOf(item);
    const [x, y] = item.transform.slice(4);
    const placed = (across: number, up: number, width: number): TextItem => ({
      ...item,
      width,
      transform: [size, 0, 0, size, across, up],
    });
    // A font that writes downwards places a piece by the middle of its top.
    if (downwards.has(item.fontName)) return placed(top - y, x - left, item.height);
    if (quarter === 3) return placed(top - y, x - left + size * MIDDLE, item.width);
    if (item.width <= usual * WIDEST_ACROSS) return placed(top - y - size, x - left + item.width / 2, size);
    const [middle, width] = [(bottom + top) / 2, right - left];
    return placed(x - left, y > middle ? width + y - bottom : y - top, item.width);
  });
}
