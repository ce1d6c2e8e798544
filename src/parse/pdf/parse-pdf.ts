import { GuiyiError } from '../../errors/index.ts';
import type { FormatText } from '../format-text.ts';
import { LineWriter } from '../line-writer.ts';
import { withoutFootnotes } from './footnotes.ts';
import { Hyphens } from './hyphens.ts';
import { assertInflatable } from './inflation.ts';
import { notesOn } from './notes.ts';
import { paragraphsOf } from './paragraphs.ts';
import { PdfReader } from './pdf-reader.ts';
import { withoutRunningLines } from './running-lines.ts';
import { withoutRepeatedHeads, withWholeCells } from './tables.ts';

const reader = new PdfReader();

/**
 * Reads the text layer of a PDF: lines joined to paragraphs, in reading order, without headers, footers and
 * page numbers, which are reported, as all is that is left out; notes at the feet of pages stand behind the paragraph that ends the page.
 * Positions count its pages.
 *
 * @throws GuiyiError GY107 where it has too many pages, GY110 where a stream inflates or its reading takes
 * time or memory beyond all bounds, GY112 where it is damaged, GY113 where
 * it has a password, GY114 where it has no text
 */
export async function parsePdf(bytes: Uint8Array, path: string): Promise<FormatText> {
  assertInflatable(bytes, path);
  const { pages: all, turned } = await reader.read(bytes, path);
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
