import { getDocumentProxy } from 'unpdf';
import { PackagedCMaps } from './cmaps.ts';
import type { TextItem } from './page-lines.ts';
import { columnsOf } from './reading-order.ts';
import type { Page } from './running-lines.ts';
import { uprightPage } from './upright.ts';

/** A page, and what on it runs another way than its text. */
export interface ReadPage {
  readonly page: Page;
  readonly turned: readonly string[];
}

/** Reads a PDF page by page. @throws whatever its reader throws @param bytes are taken over */
export async function* pagesOf(bytes: Uint8Array, mostPages: number): AsyncGenerator<ReadPage> {
  const document = await getDocumentProxy(bytes, {
    // The reader's own name for where CMaps come from; its types lag behind.
    ...{ BinaryDataFactory: PackagedCMaps, useWorkerFetch: false },
    cMapUrl: 'cmaps/',
    cMapPacked: true,
    verbosity: 0,
  });
  try {
    const { numPages } = document;
    if (numPages > mostPages) throw new TooManyPages(`${numPages} pages`);
    let usual: number | undefined;
    for (let number = 1; number <= numPages; number++) {
      const page = await document.getPage(number);
      const { items, styles } = await page.getTextContent();
      const texts = items.filter((item) => 'str' in item) as TextItem[];
      const downwards = Object.keys(styles).filter((font) => styles[font].vertical);
      const { height, isTurned, leftOut, ...upright } = uprightPage(texts, page.view, new Set(downwards));
      // A turned page has columns of its own.
      const { columns, gutter } = columnsOf(upright.items, height, isTurned ? undefined : usual);
      if (!isTurned) usual = gutter ?? usual;
      yield { page: { number, height, columns }, turned: leftOut };
      page.cleanup();
    }
  } finally {
    await document.destroy();
  }
}

/** A PDF of more pages than are read. */
export class TooManyPages extends Error {
  override readonly name = 'TooManyPages';
}
