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
  /^[\s\-—–·.•|]*(?:第\s*)?(?:[0-9０-９]{1,4}|[一二三四五六七八九十百〇]{1,5}|[ivxlc]{1,6})(?:\s*[页頁])?(?:\s*[/／|]?\s*(?:共\s*)?[0-9０-９]{1,4}\s*[页頁]?)?[\s\-—–·.•|]*$/i;

/** A number at the beginning or the end of a line, apart from its words. */
const NUMBERED = /^(\d{1,4})[\s·|]+\D|\D[\s·|]+(\d{1,4})$/;

/**
 * Takes headers, footers and page numbers off: lines near an edge that come back, their numbers aside, on a third
 * of the pages with text and at least three (or on both of two), numbers that stand alone there, and lines with a
 * number that counts the pages, as a chapter's title has one.
 */
export function withoutRunningLines(pages: readonly Page[]): { pages: Page[]; dropped: RunningLines } {
  const counts = pagesWith(pages, shapeOf);
  const counting = pagesWith(pages, (text, { number }) => aheadOf(text, number));
  const count = pages.filter(({ columns }) => columns.length > 0).length;
  const least = count === 2 ? 2 : Math.max(3, count / 3);
  const repeated = new Map<string, number>();
  let numbers = 0;
  const kept = pages.map((page) => {
    const edges = new Set(edgeLines(page));
    const columns = page.columns.map(({ lines }) => ({
      lines: lines.filter((line) => {
        if (!edges.has(line)) return true;
        if (isPageNumber(line.text)) {
          numbers++;
          return false;
        }
        const times = counts.get(shapeOf(line.text))!;
        const ahead = aheadOf(line.text, page.number);
        if (times < least && (ahead === undefined || counting.get(ahead)! < least)) return true;
        repeated.set(line.text.replace(/[0-9０-９]+/g, 'N'), times);
        return false;
      }),
    }));
    return { ...page, columns };
  });
  return { pages: kept, dropped: { repeated, numbers } };
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
