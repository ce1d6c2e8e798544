import type { Hyphens } from './hyphens.ts';
import type { PageLine } from './page-lines.ts';
import type { Page } from './running-lines.ts';

/** The notes at the feet of pages, by the page's number. */
export type Footnotes = ReadonlyMap<number, readonly string[]>;

/** Share of the size of a page's text that its notes are set in, at most. */
const SMALLER = 0.92;

/** What a note begins with: [1], 1, ①, *. */
const MARK = /^(?:\[(\d{1,3})\]|(\d{1,3})(?![\d.．、,，%年月日时])|([①-⑳㉑-㉟❶-❿*＊†‡]))/u;

/**
 * Takes the notes at the feet of pages out of the text, which would run on through them to the next page: lines in a
 * smaller font at a column's foot, from the first on that begins with a mark that the page's text has too.
 */
export function withoutFootnotes(
  pages: readonly Page[],
  hyphens: Hyphens,
): { pages: Page[]; footnotes: Footnotes } {
  const footnotes = new Map<number, readonly string[]>();
  const kept = pages.map((page) => {
    const size = bodySize(page);
    const runs = page.columns.map(({ lines }) => {
      const last = lines.findLastIndex((line) => line.isRuled || line.size > size * SMALLER);
      return lines.slice(last + 1);
    });
    if (runs.every((run) => run.length === 0)) return page;
    const small = new Set(runs.flat());
    const text = page.columns
      .flatMap(({ lines }) => lines)
      .filter((line) => !small.has(line))
      .map((line) => line.text)
      .join('\n');
    const notes: string[] = [];
    const columns = page.columns.map(({ lines }, column) => {
      const run = runs[column];
      const first = run.findIndex((line) => noteOf(line, text) !== undefined);
      if (first === -1) return { lines };
      notes.push(...notesIn(run.slice(first), text, hyphens));
      return { lines: lines.slice(0, lines.length - run.length + first) };
    });
    if (notes.length > 0) footnotes.set(page.number, notes);
    return { ...page, columns };
  });
  return { pages: kept, footnotes };
}

/** The size that most characters of a page have. */
function bodySize({ columns }: Page): number {
  const characters = new Map<number, number>();
  for (const { text, size } of columns.flatMap(({ lines }) => lines)) {
    const rounded = Math.round(size * 10) / 10;
    characters.set(rounded, (characters.get(rounded) ?? 0) + text.length);
  }
  return [...characters].reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0])[0];
}

/** The note that begins with a line, its mark as the text has it; undefined where none does. */
function noteOf({ text: line }: PageLine, text: string): string | undefined {
  const found = MARK.exec(line);
  if (found === null) return undefined;
  const number = found[1] ?? found[2];
  const mark = number === undefined ? found[3] : `[${number}]`;
  return text.includes(mark) ? `${mark}${line.slice(found[0].length)}` : undefined;
}

function notesIn(lines: readonly PageLine[], text: string, hyphens: Hyphens): string[] {
  const notes: string[] = [];
  for (const line of lines) {
    const note = noteOf(line, text);
    if (note !== undefined) notes.push(note);
    else notes.push(hyphens.joined(notes.pop()!, line.text));
  }
  return notes;
}
