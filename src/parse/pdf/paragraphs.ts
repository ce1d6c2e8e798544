import { enumerationOf } from '../enumeration.ts';
import type { Footnotes } from './footnotes.ts';
import type { PageLine } from './page-lines.ts';
import type { Page } from './running-lines.ts';

/** A paragraph put together from lines. */
export interface PdfParagraph {
  readonly text: string;
  /** The page on which it begins, from 1. */
  readonly page: number;
}

/** How a column is set: where its lines begin and end, and how far apart they are. */
interface Measure {
  readonly left: number;
  readonly right: number;
  readonly leading: number;
}

const BROKEN_WORD = /[A-Za-z]-$/;
const CLOSED = /[。．！!？?；;：:…][”’」』）)】》"']*$/;

/**
 * Joins lines to paragraphs, over columns and pages. A paragraph begins where a line is indented or
 * numbered, where the line before stops short of the column's edge, stands far above, or is in another size.
 * A page's notes stand behind the paragraph at its end.
 */
export function paragraphsOf(pages: readonly Page[], footnotes: Footnotes = new Map()): PdfParagraph[] {
  const paragraphs: { text: string; readonly page: number }[] = [];
  let previous: { line: PageLine; measure: Measure } | undefined;
  let waiting: PdfParagraph[] = [];
  for (const { number, columns } of pages) {
    for (const { lines } of columns) {
      const measure = measureOf(lines);
      lines.forEach((line, index) => {
        const sameColumn = index > 0;
        if (previous !== undefined && goesOn(previous, line, measure, sameColumn)) {
          const last = paragraphs.at(-1)!;
          last.text = joined(last.text, line.text);
        } else {
          paragraphs.push(...waiting, { text: line.text, page: number });
          waiting = [];
        }
        previous = { line, measure };
      });
    }
    for (const text of footnotes.get(number) ?? []) waiting.push({ text, page: number });
  }
  return [...paragraphs, ...waiting];
}

function measureOf(lines: readonly PageLine[]): Measure {
  const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b);
  const lefts = sorted(lines.map(({ left }) => left));
  const rights = sorted(lines.map(({ right }) => right));
  const steps = sorted(lines.slice(1).map(({ y }, i) => lines[i].y - y));
  // Most lines of running text fill the column; single ones may hang out.
  return {
    left: lefts[Math.floor(lefts.length * 0.1)] ?? 0,
    right: rights[Math.round((rights.length - 1) * 0.9)] ?? 0,
    leading: steps[Math.floor(steps.length / 2)] ?? 0,
  };
}

function goesOn(
  { line: before, measure: beforeMeasure }: { line: PageLine; measure: Measure },
  line: PageLine,
  measure: Measure,
  sameColumn: boolean,
): boolean {
  const { size } = line;
  if (Math.abs(before.size - size) > size * 0.15) return false;
  if (before.text.includes('\t') || line.text.includes('\t')) return false;
  if (BROKEN_WORD.test(before.text) && /^[a-z]/.test(line.text)) return true;
  const stopsShort = before.right < beforeMeasure.right - before.size * 2.5;
  if (stopsShort) return false;
  const indented = line.left > measure.left + size * 1.2;
  if (indented) return false;
  if (enumerationOf(line.text) !== undefined && CLOSED.test(before.text)) return false;
  if (!sameColumn) return !CLOSED.test(before.text);
  return measure.leading === 0 || before.y - line.y < measure.leading * 1.5;
}

/** Two lines of one paragraph: a word broken by a hyphen is one again, other words keep their space. */
export function joined(before: string, after: string): string {
  if (BROKEN_WORD.test(before) && /^[a-z]/.test(after)) return before.slice(0, -1) + after;
  const apart = /[\x21-\x7e]$/.test(before) && /^[A-Za-z0-9(]/.test(after) && !/[-/]$/.test(before);
  return apart && !/\d$/.test(before) ? `${before} ${after}` : before + after;
}
