import { getDocumentProxy } from 'unpdf';
import { GuiyiError } from '../../errors/index.ts';
import type { FormatText } from '../format-text.ts';
import { LineWriter } from '../line-writer.ts';
import { PackagedCMaps } from './cmaps.ts';
import { withoutFootnotes } from './footnotes.ts';
import { Hyphens } from './hyphens.ts';
import { assertInflatable } from './inflation.ts';
import { notesOn } from './notes.ts';
import type { TextItem } from './page-lines.ts';
import { paragraphsOf } from './paragraphs.ts';
import { columnsOf } from './reading-order.ts';
import { type Page, withoutRunningLines } from './running-lines.ts';
import { ignoreStrayRejections } from './stray-rejections.ts';
import { withoutRepeatedHeads, withWholeCells } from './tables.ts';
import { uprightPage } from './upright.ts';

/** Most pages that are read: a page takes hundredths of a second. */
const MOST_PAGES = 5_000;

/**
 * Reads the text layer of a PDF: lines joined to paragraphs, in reading order, without headers, footers and
 * page numbers, which are reported, as all is that is left out; notes at the feet of pages stand behind the paragraph that ends the page.
 * Positions count its pages.
 *
 * @throws GuiyiError GY107 where it has too many pages, GY110 where a stream inflates beyond all bounds, GY112 where it is damaged, GY113 where
 * it has a password, GY114 where it has no text
 */
export async function parsePdf(bytes: Uint8Array, path: string): Promise<FormatText> {
  assertInflatable(bytes, path);
  const { pages: all, turned } = await pagesOf(bytes, path);
  const { pages: text, dropped: running } = withoutRunningLines(all);
  const { pages: single, dropped: heads } = withoutRepeatedHeads(text);
  const hyphens = new Hyphens(single);
  const { pages, footnotes } = withoutFootnotes(withWholeCells(single, hyphens), hyphens);
  const writer = new LineWriter('page');
  for (const { text, page } of paragraphsOf(pages, footnotes, hyphens)) writer.add(text, { number: page });
  if (writer.empty) throw new GuiyiError('GY114', `${pages.length} pages without text`, { path });
  const empty = text
    .filter(({ columns }) => columns.every(({ lines }) => lines.length === 0))
    .map(({ number }) => number);
  return writer.finish(notesOn({ running, heads, footnotes, turned, empty, hyphens: hyphens.taken }));
}

interface ReadPages {
  readonly pages: Page[];
  /** By a page's number, what runs another way than its text. */
  readonly turned: ReadonlyMap<number, readonly string[]>;
}

async function pagesOf(bytes: Uint8Array, path: string): Promise<ReadPages> {
  ignoreStrayRejections();
  try {
    // The reader takes its bytes over, so it gets a copy; it takes no Buffer.
    const document = await getDocumentProxy(Uint8Array.from(bytes), {
      // The reader's own name for where CMaps come from; its types lag behind.
      ...{ BinaryDataFactory: PackagedCMaps, useWorkerFetch: false },
      cMapUrl: 'cmaps/',
      cMapPacked: true,
      verbosity: 0,
    });
    try {
      const { numPages } = document;
      if (numPages > MOST_PAGES) throw new GuiyiError('GY107', `${numPages} pages`, { path });
      const pages: Page[] = [];
      const turned = new Map<number, readonly string[]>();
      let usual: number | undefined;
      for (let number = 1; number <= numPages; number++) {
        const page = await document.getPage(number);
        const { items, styles } = await page.getTextContent();
        const texts = items.filter((item) => 'str' in item) as TextItem[];
        const downwards = Object.keys(styles).filter((font) => styles[font].vertical);
        const upright = uprightPage(texts, page.view, new Set(downwards));
        if (upright.leftOut.length > 0) turned.set(number, upright.leftOut);
        // A turned page has columns of its own.
        const { height, isTurned } = upright;
        const { columns, gutter } = columnsOf(upright.items, height, isTurned ? undefined : usual);
        if (!isTurned) usual = gutter ?? usual;
        pages.push({ number, height, columns });
        page.cleanup();
      }
      return { pages, turned };
    } finally {
      await document.destroy();
    }
  } catch (cause) {
    if (cause instanceof GuiyiError) throw cause;
    const { name, message } = cause as Error;
    if (name === 'PasswordException') throw new GuiyiError('GY113', message, { path }, { cause });
    throw new GuiyiError('GY112', message, { path }, { cause });
  }
}
