import { getDocumentProxy } from 'unpdf';
import { PackagedCMaps } from './cmaps.ts';
import { type Grid, gridsOf } from './grid.ts';
import { joinedLine, type Placed, placedItems, rowsOf, type TextItem } from './page-lines.ts';
import { columnsOf } from './reading-order.ts';
import { withRuledRows } from './ruled-tables.ts';
import { type Operators, rulingsOf } from './rulings.ts';
import type { Page } from './running-lines.ts';
import { type Turn, uprightPage } from './upright.ts';

/** A page, and what on it runs another way than its text. */
export interface ReadPage {
  readonly page: Page;
  readonly turned: readonly string[];
}

/** Most pages that are read: a page takes hundredths of a second. */
const MOST_PAGES = 5_000;

/** Reads a PDF page by page. @throws whatever its reader throws @param bytes are taken over */
export async function* pagesOf(bytes: Uint8Array): AsyncGenerator<ReadPage> {
  const document = await getDocumentProxy(bytes, {
    // The reader's own name for where CMaps come from; its types lag behind.
    ...{ BinaryDataFactory: PackagedCMaps, useWorkerFetch: false },
    cMapUrl: 'cmaps/',
    cMapPacked: true,
    // Pictures and the outlines of letters are not wanted where what a page draws is asked for.
    maxImageSize: 1,
    disableFontFace: false,
    verbosity: 0,
  });
  try {
    const { numPages } = document;
    if (numPages > MOST_PAGES) throw new TooManyPages(`${numPages} pages`);
    let usual: number | undefined;
    for (let number = 1; number <= numPages; number++) {
      const page = await document.getPage(number);
      const { items, styles } = await page.getTextContent();
      const texts = items.filter((item) => 'str' in item) as TextItem[];
      const downwards = Object.keys(styles).filter((font) => styles[font].vertical);
      const { height, isTurned, leftOut, turn, ...upright } = uprightPage(
        texts,
        page.view,
        new Set(downwards),
      );
      const placed = placedItems(upright.items);
      const grids = turn !== undefined && mayHaveTables(placed) ? await gridsOn(page, turn) : [];
      // A turned page has columns of its own.
      const { columns, gutter } = columnsOf(
        withRuledRows(placed, grids),
        height,
        isTurned ? undefined : usual,
      );
      if (!isTurned) usual = gutter ?? usual;
      yield { page: { number, height, columns }, turned: leftOut };
      page.cleanup();
    }
  } finally {
    await document.destroy();
  }
}

/** True for a page that has rows of several parts: only then is it worth the time to look for lines between them. */
const mayHaveTables = (placed: readonly Placed[]) =>
  rowsOf(placed).filter((row) => joinedLine(row).cells.length > 1).length > 1;

/** The tables that lines on a page rule; none where what it draws is damaged, for its text was read. */
async function gridsOn(page: PageProxy, turn: Turn): Promise<Grid[]> {
  let drawn: Operators;
  try {
    drawn = await page.getOperatorList({ annotationMode: NO_ANNOTATIONS });
  } catch {
    return [];
  }
  return gridsOf(await rulingsOf(drawn, turn));
}

type PageProxy = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;

/** The reader's own number. */
const NO_ANNOTATIONS = 0;

/** A PDF of more pages than are read. */
export class TooManyPages extends Error {
  override readonly name = 'TooManyPages';
}
