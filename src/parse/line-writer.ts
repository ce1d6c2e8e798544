import type { BlockKind, InputNote, MarkedLine, Positions } from '../document/index.ts';
import type { FormatText } from './format-text.ts';

/** What a format knows of a line. */
export interface LineFacts {
  /** Left out where only the text can tell. */
  readonly kind?: BlockKind;
  /** For headings: 1 is the highest. */
  readonly level?: number;
  /** Where the line stands in the file: its line or page, from 1. Paragraphs are counted by the writer. */
  readonly number?: number;
}

/** Writes the text of a format line by line, with what the format knows of each. */
export class LineWriter {
  readonly #unit: Positions['unit'];
  readonly #lines: string[] = [];
  readonly #marked: MarkedLine[] = [];
  readonly #starts: number[] = [];
  readonly #numbers: number[] = [];
  #length = 0;

  constructor(unit: Positions['unit']) {
    this.#unit = unit;
  }

  /**
   * Adds a line; white space around it goes, but for the tabs of a row's first cells, and line ends within it make several lines. Blank
   * ones are left out.
   */
  add(text: string, { kind, level, number: given }: LineFacts = {}): void {
    const number = this.#unit === 'paragraph' ? this.#lines.length + 1 : given;
    for (const part of text.split(/[\n\r\u0085\u2028\u2029]+/)) {
      const line = trimmed(part);
      if (line === '') continue;
      if (kind !== undefined) {
        this.#marked.push({ start: this.#length, kind, ...(level === undefined ? {} : { level }) });
      }
      if (number !== undefined && number !== this.#numbers.at(-1)) {
        this.#starts.push(this.#length);
        this.#numbers.push(number);
      }
      this.#lines.push(line);
      this.#length += line.length + 1;
    }
  }

  get empty(): boolean {
    return this.#lines.length === 0;
  }

  finish(notes: readonly InputNote[] = []): FormatText {
    return {
      text: this.#lines.join('\n'),
      layout: {
        marked: this.#marked,
        positions: { unit: this.#unit, starts: this.#starts, numbers: this.#numbers },
      },
      notes,
    };
  }
}

/** A line without the white space around it; a row of a table keeps the tabs of the empty cells that it begins with. */
function trimmed(part: string): string {
  const line = part.trim();
  if (!line.includes('\t')) return line;
  const start = part.length - part.trimStart().length;
  let tabs = 0;
  while (part[start - tabs - 1] === '\t') tabs++;
  return '\t'.repeat(tabs) + line;
}
