import type { PageLine } from './page-lines.ts';

/** A page of lines, each with what it repeats. */
export interface Page {
  readonly number: number;
  /** Of the page, in points. */
  readonly height: number;
  readonly columns: readonly { readonly lines: readonly PageLine[] }[];
}

/** What was taken off the pages. */
export interface RunningLines {
  /** Each header or footer once, with the number of pages that it stood on. */
  readonly repeated: ReadonlyMap<string, number>;
  /** Page numbers. */
  readonly numbers: number;
}

/** Share of the page's height, from either edge, in which headers and footers stand. */
export const MARGIN = 0.12;

const PAGE_NUMBER =
  /^[\s\-—–·.•|]*(?:第\s*)?(?:[0-9０-９]{1,4}|[一二三四五六七八九十百〇]{1,5}|[ivxlc]{1,6})(?:\s*[页頁])?(?:\s*(?:[/／|]\s*共?|共|(?<=[页頁]))\s*[0-9０-９]{1,4}\s*[页頁]?)?[\s\-—–·.•|]*$/i;

/** A number at the beginning or the end of a line, apart from its words. */
const NUMBERED = /^(\d{1,4})[\s·|]+\D|\D[\s·|]+(\d{1,4})$/;

/**
 * Takes headers, footers and page numbers off: lines near an edge that come back, their numbers aside, on a third
 * of the pages with text and at least three (or on both of two), numbers that stand alone there, and lines with a
 * number that counts the pages, as a chapter's title has one. Rows of tables are none, whose numbers count nothing.
 */
export function withoutRunningLines(pages: readonly Page[]): { pages: Page[]; dropped: RunningLines } {
  const counts = pagesWith(pages, shapeOf);
  const rows = new Set(pages.flatMap(({ columns }) => columns.flatMap(({ lines }) => tableLines(lines))));
  const { inTables, inOrder } = shapesOf(pages, rows);
  const counting = pagesWith(pages, (text, { number }) => aheadOf(text, number));
  const count = pages.filter(({ columns }) => columns.length > 0).length;
  const least = count === 2 ? 2 : Math.max(3, count / 3);
  const repeated = new Map<string, number>();
  let numbers = 0;
  const kept = pages.map((page) => {
    const edges = new Set(edgeLines(page));
    const columns = page.columns.map(({ lines }) => ({
      lines: lines.filter((line) => {
        const shape = shapeOf(line.text);
        if (!edges.has(line) || inTables.has(shape)) return true;
        if (isPageNumber(line.text) && !rows.has(line)) {
          numbers++;
          return false;
        }
        const times = counts.get(shape)!;
        const ahead = aheadOf(line.text, page.number);
        const isRunning =
          (times >= least && inOrder.has(shape)) || (ahead !== undefined && counting.get(ahead)! >= least);
        if (!isRunning) return true;
        repeated.set(line.text.replace(/[0-9０-９]+/g, 'N'), times);
        return false;
      }),
    }));
    return { ...page, columns };
  });
  return { pages: kept, dropped: { repeated, numbers } };
}

/** Sizes within which a table's row stands beside a row, and the further lines of its cells. */
const ROW_DISTANCE = 4;
const CELL_DISTANCE = 1.2;

/** The lines that stand close to a table's row. */
function tableLines(lines: readonly PageLine[]): PageLine[] {
  return lines.filter((line, i) => {
    if (line.isRuled) return true;
    const most = line.size * (line.cells.length > 1 ? ROW_DISTANCE : CELL_DISTANCE);
    return lines
      .slice(Math.max(0, i - 3), i + 4)
      .some((near) => near !== line && near.cells.length > 1 && Math.abs(near.y - line.y) < most);
  });
}

/** Shares of the lines of one shape: which of them make it a table's row, and how many must count alike to count pages. */
const MOST_IN_TABLES = 0.5;
const LEAST_ALIKE = 2 / 3;

interface Shapes {
  /** Of lines that are rows of tables for the most part. */
  readonly inTables: ReadonlySet<string>;
  /** Of lines whose numbers are the same on each page, or count the pages. */
  readonly inOrder: ReadonlySet<string>;
}

/** What the lines near the edges that have one shape are. */
function shapesOf(pages: readonly Page[], rows: ReadonlySet<PageLine>): Shapes {
  const found = new Map<string, { readonly line: PageLine; readonly page: number }[]>();
  for (const page of pages) {
    for (const line of edgeLines(page)) {
      const shape = shapeOf(line.text);
      const lines = found.get(shape) ?? [];
      if (lines.push({ line, page: page.number }) === 1) found.set(shape, lines);
    }
  }
  const inTables = new Set<string>();
  const inOrder = new Set<string>();
  for (const [shape, lines] of found) {
    const ofTables = lines.filter(({ line }) => rows.has(line)).length;
    if (ofTables > lines.length * MOST_IN_TABLES) inTables.add(shape);
    if (countAlike(lines.map(({ line, page }) => orderOf(line.text, page)))) inOrder.add(shape);
  }
  return { inTables, inOrder };
}

/** Each number of a line, and how far it is ahead of the page's own. */
const orderOf = (text: string, page: number): [number, number][] =>
  (text.normalize('NFKC').match(/\d+/g) ?? []).map((number) => [Number(number), Number(number) - page]);

/** True where each number is the same as on another page, or as far ahead of its page. */
function countAlike(lines: readonly (readonly [number, number][])[]): boolean {
  const seen = new Map<string, number>();
  const keysOf = (numbers: readonly [number, number][]) =>
    numbers.map(([number, ahead], slot) => [`${slot}=${number}`, `${slot}+${ahead}`]);
  for (const key of lines.flatMap((numbers) => keysOf(numbers).flat()))
    seen.set(key, (seen.get(key) ?? 0) + 1);
  const alike = lines.filter((numbers) =>
    keysOf(numbers).every((keys) => keys.some((key) => seen.get(key)! > 1)),
  );
  return alike.length >= lines.length * LEAST_ALIKE;
}

/** On how many pages a line near an edge has something. */
function pagesWith<T>(
  pages: readonly Page[],
  find: (text: string, page: Page) => T | undefined,
): Map<T, number> {
  const counts = new Map<T, number>();
  for (const page of pages) {
    for (const found of new Set(edgeLines(page).map(({ text }) => find(text, page)))) {
      if (found !== undefined) counts.set(found, (counts.get(found) ?? 0) + 1);
    }
  }
  return counts;
}

/** How far the number of a line is ahead of the page's own: the same wherever it counts the pages. */
function aheadOf(text: string, page: number): number | undefined {
  const found = NUMBERED.exec(text);
  return found === null ? undefined : Number(found[1] ?? found[2]) - page;
}

/** Lines near the top or bottom, those between which and the edge nothing else stands. */
function edgeLines({ height, columns }: Page): PageLine[] {
  return columns.flatMap(({ lines }) =>
    lines.filter(({ y }) => y > height * (1 - MARGIN) || y < height * MARGIN),
  );
}

/** A single roman letter or Chinese numeral may be text; a number alone at the edge is none. */
const isPageNumber = (text: string) => PAGE_NUMBER.test(text) && /[0-9０-９]|[页頁]|[ivx]{1,6}/i.test(text);

const shapeOf = (text: string) => text.replace(/[0-9０-９]+/g, '0').replace(/\s+/g, '');
