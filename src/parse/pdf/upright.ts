import type { TextItem } from './page-lines.ts';
import { isVertical, uprightColumns } from './vertical.ts';

/** A page's text turned so that it runs from left to right, its lower left corner at 0, 0. */
export interface UprightPage {
  readonly items: readonly TextItem[];
  /** Of the page as turned, in points. */
  readonly height: number;
  /** True where the text had to be turned. */
  readonly isTurned: boolean;
  /** The pieces that run another way than the page's text does; they are left out. */
  readonly leftOut: readonly string[];
  /** Turns a point of the page as its text was; absent where that was written downwards. */
  readonly turn?: Turn;
}

/** Turns a point of a page. */
export type Turn = (x: number, y: number) => readonly [x: number, y: number];

/** Degrees that a line may be off, as in a scan that lies askew. */
const MOST_ASKEW = 12;

/**
 * Turns a page's text so that it runs from left to right, whichever way most of it runs; watermarks and stamps that run another
 * way are left out.
 *
 * @param downwards names of the fonts that write downwards
 */
export function uprightPage(
  texts: readonly TextItem[],
  view: readonly number[],
  downwards: ReadonlySet<string> = new Set(),
): UprightPage {
  if (isVertical(texts, downwards)) {
    const across = texts.map((item) => ({ item, quarter: quarterOf(item) }));
    const read = across.filter(({ quarter }) => quarter === 0 || quarter === 3);
    return {
      items: uprightColumns(read, view, downwards),
      height: view[2] - view[0],
      isTurned: true,
      leftOut: across
        .filter(({ item, quarter }) => quarter !== 0 && quarter !== 3 && lengthOf(item) > 0)
        .map(({ item }) => item.str),
    };
  }
  const characters = [0, 0, 0, 0];
  const quarters = texts.map((item) => {
    const quarter = quarterOf(item);
    if (quarter !== undefined) characters[quarter] += lengthOf(item);
    return quarter;
  });
  const main = characters.indexOf(Math.max(...characters));
  const [left, bottom, right, top] = view;
  return {
    items: texts.filter((_, i) => quarters[i] === main).map((item) => turned(item, main, view)),
    height: main % 2 === 0 ? top - bottom : right - left,
    isTurned: main !== 0,
    leftOut: texts.filter((item, i) => quarters[i] !== main && lengthOf(item) > 0).map(({ str }) => str),
    turn: turnBy(main, view),
  };
}

const lengthOf = ({ str }: TextItem) => str.replace(/\s+/g, '').length;

/** The quarter turns, counterclockwise, by which a piece is turned; undefined where it is aslant. */
function quarterOf({ transform: [a, b, c, d] }: TextItem): number | undefined {
  // Mirrored letters still run to the right for the reader.
  if (a * d - b * c < 0 && Math.abs(a) > Math.abs(b)) return 0;
  const degrees = (Math.atan2(b, a) * 180) / Math.PI;
  const quarters = Math.round(degrees / 90);
  return Math.abs(degrees - quarters * 90) > MOST_ASKEW ? undefined : (quarters + 4) % 4;
}

function turned(item: TextItem, quarters: number, view: readonly number[]): TextItem {
  const [a, b, c, d, x, y] = item.transform;
  const matrix = [
    [a, b, c, d],
    [b, -a, d, -c],
    [-a, -b, -c, -d],
    [-b, a, -d, c],
  ][quarters];
  return { ...item, transform: [...matrix, ...turnBy(quarters, view)(x, y)] };
}

function turnBy(quarters: number, [left, bottom, right, top]: readonly number[]): Turn {
  const turns: readonly Turn[] = [
    (x, y) => [x - left, y - bottom],
    (x, y) => [y - bottom, right - x],
    (x, y) => [right - x, top - y],
    (x, y) => [top - y, x - left],
  ];
  return turns[quarters];
}
