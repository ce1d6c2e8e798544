import type { InputNote } from '../../document/index.ts';
import type { Footnotes } from './footnotes.ts';
import type { RunningLines } from './running-lines.ts';
import type { RepeatedHeads } from './tables.ts';

/** What the reader left out, moved or could not read. */
export interface Findings {
  readonly running: RunningLines;
  readonly heads: RepeatedHeads;
  readonly footnotes: Footnotes;
  /** By a page's number, what runs another way than its text. */
  readonly turned: ReadonlyMap<number, readonly string[]>;
  /** The numbers of the pages that have no text of their own. */
  readonly empty: readonly number[];
  /** Hyphens at lines' ends that were taken out. */
  readonly hyphens: number;
}

/** Characters of what is left out that a note shows. */
const SHOWN = 30;

/** What a report says of a PDF: warnings where text may be missing. */
export function notesOn({ running, heads, footnotes, turned, empty, hyphens }: Findings): InputNote[] {
  const notes: InputNote[] = [];
  const add = (severity: InputNote['severity'], rule: string, reason: string) =>
    notes.push({ severity, rule, reason });
  if (empty.length > 0) {
    add(
      'warning',
      'pages-without-text',
      `no text but headers and footers on ${pagesNamed(empty)}: images are not read`,
    );
  }
  if (turned.size > 0) {
    const text = [...turned.values()].flat().join(' ').trim();
    const count = text.replace(/\s+/g, '').length;
    const shown = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
    const where = pagesNamed([...turned.keys()]);
    add(
      'warning',
      'drop-turned-text',
      `${count} characters that run another way than their page's text are left out, on ${where}: '${shown}'`,
    );
  }
  for (const [text, pages] of running.repeated) {
    add('info', 'drop-running-line', `'${text}', on ${pages} pages, is left out`);
  }
  if (running.numbers > 0) {
    add('info', 'drop-page-number', `${running.numbers} page numbers are left out`);
  }
  for (const [text, times] of heads) {
    const row = text.replace(/[\t\n]+/g, ' ');
    add(
      'info',
      'drop-repeated-head',
      `'${row}', a table's head at the top of ${times} more pages, is left out`,
    );
  }
  const moved = [...footnotes.values()].flat().length;
  if (moved > 0) {
    add(
      'info',
      'move-footnote',
      `${moved} notes at the feet of pages stand behind the paragraph that ends the page`,
    );
  }
  if (hyphens > 0) {
    add('info', 'drop-hyphen', `${hyphens} hyphens that lines' ends put into words are left out`);
  }
  return notes;
}

/** Page numbers in order as words: pages 2–6, 9. */
function pagesNamed(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  const named = ranges.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(', ');
  return `${numbers.length === 1 ? 'page' : 'pages'} ${named}`;
}
