import { getDocumentProxy } from 'unpdf';
import type { InputNote } from '../../document/index.ts';
import { GuiyiError } from '../../errors/index.ts';
import type { FormatText } from '../format-text.ts';
import { LineWriter } from '../line-writer.ts';
import { PackagedCMaps } from './cmaps.ts';
import { type Footnotes, withoutFootnotes } from './footnotes.ts';
import { assertInflatable } from './inflation.ts';
import type { TextItem } from './page-lines.ts';
import { paragraphsOf } from './paragraphs.ts';
import { columnsOf } from './reading-order.ts';
import { type Page, type RunningLines, withoutRunningLines } from './running-lines.ts';
import { ignoreStrayRejections } from './stray-rejections.ts';

/** Most pages that are read: a page takes hundredths of a second. */
const MOST_PAGES = 5_000;

/**
 * Reads the text layer of a PDF: lines joined to paragraphs, in reading order, without headers, footers and
 * page numbers, which are reported; notes at the feet of pages stand behind the paragraph that ends the page.
 * Positions count its pages.
 *
 * @throws GuiyiError GY107 where it has too many pages, GY110 where a stream inflates beyond all bounds, GY112 where it is damaged, GY113 where
 * it has a password, GY114 where it has no text
 */
export async function parsePdf(bytes: Uint8Array, path: string): Promise<FormatText> {
  assertInflatable(bytes, path);
  const { pages: whole, dropped } = withoutRunningLines(await pagesOf(bytes, path));
  const { pages, footnotes } = withoutFootnotes(whole);
  const writer = new LineWriter('page');
  for (const { text, page } of paragraphsOf(pages, footnotes)) writer.add(text, { number: page });
  if (writer.empty) throw new GuiyiError('GY114', `${pages.length} pages without text`, { path });
  return writer.finish(notesOn(dropped, footnotes));
}

async function pagesOf(bytes: Uint8Array, path: string): Promise<Page[]> {
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
      let usual: number | undefined;
      for (let number = 1; number <= numPages; number++) {
        const page = await document.getPage(number);
        const { items } = await page.getTextContent();
        const [, bottom, , top] = page.view;
        const texts = items.filter((item) => 'str' in item) as TextItem[];
        const { columns, gutter } = columnsOf(texts, usual);
        usual = gutter ?? usual;
        pages.push({ number, height: top - bottom, columns });
        page.cleanup();
      }
      return pages;
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

function notesOn({ repeated, numbers }: RunningLines, footnotes: Footnotes): InputNote[] {
  const notes: InputNote[] = [];
  for (const [text, pages] of repeated) {
    notes.push({
      severity: 'info',
      rule: 'drop-running-line',
      reason: `'${text}', on ${pages} pages, is left out`,
    });
  }
  if (numbers > 0) {
    notes.push({
      severity: 'info',
      rule: 'drop-page-number',
      reason: `${numbers} page numbers are left out`,
    });
  }
  const moved = [...footnotes.values()].flat().length;
  if (moved > 0) {
    notes.push({
      severity: 'info',
      rule: 'move-footnote',
      reason: `${moved} notes at the feet of pages stand behind the paragraph that ends the page`,
    });
  }
  return notes;
}
