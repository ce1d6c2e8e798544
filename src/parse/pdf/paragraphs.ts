import { enumerationOf, hasBullet } from '../enumeration.ts';
import type { Footnotes } from './footnotes.ts';
import { breaksWord, type Hyphens } from './hyphens.ts';
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

export const CLOSED = /[。．！!？?；;：:…][”’」』）)】》"']*$/;

/** A line with its column's measure, and whether a paragraph begins with it. */
interface SetLine {
  readonly line: PageLine;
  readonly measure: Measure;
  readonly begins: boolean;
}

/**
 * Joins lines to paragraphs, over columns and pages. A paragraph begins where a line is indented or
 * numbered, where the line before stops short of the column's edge, stands far above, or is in another size.
 * A page's notes stand behind the paragraph at its end.
 */
export function paragraphsOf(pages: readonly Page[], footnotes: Footnotes, hyphens: Hyphens): PdfParagraph[] {
  const paragraphs: { text: string; readonly page: number }[] = [];
  let previous: SetLine | undefined;
  let waiting: PdfParagraph[] = [];
  for (const { number, columns } of pages) {
    for (const { lines } of columns) {
      const measure = measureOf(lines);
      lines.forEach((line, index) => {
        const begins = previous === undefined || !goesOn(previous, line, measure, index > 0);
        if (begins) {
          paragraphs.push(...waiting, { text: line.text, page: number });
          waiting = [];
        } else {
          const last = paragraphs.at(-1)!;
          last.text = hyphens.joined(last.text, line.text);
        }
        previous = { line, measure, begins };
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

/** An entry of a table of contents: leaders, and a page's number. */
const ENTRY = /(?:[.．·…‥_⋯\-–—]\s*){4,}\d{1,4}$/;
/** UTF-16 units at a line's end in which they are looked for. */
const LEADERS = 40;

/** Sizes by which a line on the right stands further in than any indented one. */
const FAR_IN = 6;

function goesOn(
  { line: before, measure: beforeMeasure, begins }: SetLine,
  line: PageLine,
  measure: Measure,
  sameColumn: boolean,
): boolean {
  const { size } = line;
  if (Math.abs(before.size - size) > size * 0.15) return false;
  if (before.isRuled || line.isRuled) return false;
  if (before.cells.length > 1 || line.cells.length > 1 || ENTRY.test(before.text.slice(-LEADERS)))
    return false;
  if (breaksWord(before.text, line.text)) return true;
  if (stopsShort(before, beforeMeasure, line)) return false;
  const indented = line.left > measure.left + size * 1.2;
  if (indented) return false;
  const onTheRight = begins && before.left - beforeMeasure.left > line.left - measure.left + size * FAR_IN;
  if (onTheRight) return false;
  if (enumerationOf(line.text) !== undefined && CLOSED.test(before.text)) return false;
  if (!sameColumn) return !CLOSED.test(before.text);
  return measure.leading === 0 || before.y - line.y < measure.leading * 1.5;
}

/** Sizes that even a line within a paragraph may stop short by. */
const RAGGED = 2.5;

/** What a line's end cannot break: a figure or Latin word, or a character, with the marks that cling to it. */
const FIRST_WORD =
  /^[（(“‘《「『【〔[]*(?:[\x21-\x2c\x2e\x30-\x7e]+[-/]?|.)[，。、；：！？）”’》」』】〕％,.;:!?)%]*/u;

/** True where a line ends its paragraph: what the next one begins with had still fitted into it. */
function stopsShort(before: PageLine, { left, right }: Measure, line: PageLine): boolean {
  const room = right - before.right;
  if (room <= before.size * RAGGED) return false;
  if (startsItem(line)) return true;
  if (/[，、]$/.test(before.text)) return false;
  if (CLOSED.test(before.text) || /\.$/.test(before.text) || room > (right - left) / 2) return true;
  const [word] = FIRST_WORD.exec(line.text) ?? [''];
  const isLatin = /[\x21-\x7e]$/.test(before.text) && /^[\x21-\x7e]/.test(word);
  // Lines of programs end where they like; a sentence goes on with a small letter or a figure.
  if (isLatin && !/^[a-z\d(]/.test(word)) return true;
  // The line itself tells how wide the font is; digits and Latin letters take about half of what others do.
  const scale = (line.right - line.left) / halvesOf(line.text);
  return room > halvesOf(isLatin ? ` ${word}` : word) * scale + before.size * 0.2;
}

const startsItem = ({ text }: PageLine) =>
  enumerationOf(text) !== undefined || hasBullet(text) || text.startsWith('–');

const halvesOf = (text: string) => text.replace(/[^\x20-\x7e]/gu, '  ').length;
