import type { Element, Nodes } from 'hast';

/** A cell that holds more than this over several rows is not said again in each, in characters. */
const LONGEST_REPEATED = 20;
/** Most rows that a cell may take. */
const MOST_ROWS = 1_000;
/** Most columns: those who write more mean all that there are. */
const MOST_COLUMNS = 40;

/** What of a cell above reaches into the rows below, by column. */
interface Reach {
  rows: number;
  /** Empty for further columns of the same cell. */
  readonly text: string;
}

/**
 * The rows of one table. A short cell over several rows stands in each of them: each row tells all of itself. A cell over several
 * columns has empty ones behind it: what follows stands under its own head.
 */
export class TableRows {
  readonly #reaching: (Reach | undefined)[] = [];

  /** The texts of a row's cells. @param textOf a cell's own */
  textsOf(cells: readonly Element[], textOf: (cell: Element) => string): string[] {
    const texts: string[] = [];
    let column = 0;
    const takeFromAbove = () => {
      for (let reach = this.#reaching[column]; reach !== undefined; reach = this.#reaching[++column]) {
        texts.push(reach.text);
        if (--reach.rows === 0) this.#reaching[column] = undefined;
      }
    };
    for (const cell of cells) {
      takeFromAbove();
      const text = textOf(cell);
      texts.push(text);
      const columns = spanOf(cell, 'colSpan', MOST_COLUMNS);
      const rows = spanOf(cell, 'rowSpan', MOST_ROWS) - 1;
      for (let i = 1; i < columns; i++) texts.push('');
      if (rows > 0) {
        const repeated = text.length <= LONGEST_REPEATED ? text : '';
        for (let i = 0; i < columns; i++)
          this.#reaching[column + i] = { rows, text: i === 0 ? repeated : '' };
      }
      column += columns;
    }
    takeFromAbove();
    return texts.slice(0, texts.findLastIndex((text) => text !== '') + 1);
  }
}

function spanOf({ properties }: Element, side: 'colSpan' | 'rowSpan', most: number): number {
  const span = Number(properties[side]);
  return span >= 1 ? Math.min(most, Math.floor(span)) : 1;
}

/** The cells of a row. */
export function cellsOf(row: Element): Element[] {
  return row.children.filter(
    (child): child is Element =>
      child.type === 'element' && (child.tagName === 'td' || child.tagName === 'th'),
  );
}

/** Characters of a cell from which on it holds paragraphs, and the share of its row's text that it then has. */
const LONG = 200;
const MOST = 0.8;

/**
 * True for a row that only places what is in it, as old pages do: a table within it, or lines of text in a cell that is
 * nearly all of the row. Rows of data have lines in their cells too, but several cells that say something.
 *
 * @param charactersOf how many a cell has
 * @param isBlock tells the elements that are lines of their own
 */
export function isForLayout(
  cells: readonly Element[],
  charactersOf: (cell: Element) => number,
  isBlock: (node: Nodes) => boolean,
): boolean {
  if (cells.some(hasTable)) return true;
  const characters = cells.map(charactersOf);
  const all = characters.reduce((sum, one) => sum + one, 0);
  const most = Math.max(...characters);
  const lines = new LineCount(isBlock).of(cells[characters.indexOf(most)]);
  return lines > 1 && (most === all || (most > LONG && most >= all * MOST && lines > 2));
}

function hasTable(node: Nodes): boolean {
  return (
    'children' in node && node.children.some((child) => isTable(child as Nodes) || hasTable(child as Nodes))
  );
}

const isTable = (node: Nodes) => node.type === 'element' && node.tagName === 'table';

/** Counts the lines of a part of a page, up to three. */
class LineCount {
  readonly #isBlock: (node: Nodes) => boolean;
  #lines = 0;
  #isOpen = false;

  constructor(isBlock: (node: Nodes) => boolean) {
    this.#isBlock = isBlock;
  }

  of(node: Nodes): number {
    this.#walk(node);
    return this.#lines;
  }

  #walk(node: Nodes): void {
    if (this.#lines > 2) return;
    if (node.type === 'text') {
      if (this.#isOpen || node.value.trim() === '') return;
      this.#lines++;
      this.#isOpen = true;
      return;
    }
    const ends = this.#isBlock(node) || (node.type === 'element' && node.tagName === 'br');
    if (ends) this.#isOpen = false;
    if ('children' in node) for (const child of node.children) this.#walk(child as Nodes);
    if (ends) this.#isOpen = false;
  }
}
