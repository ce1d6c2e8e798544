import { CodePoints } from '../../alignment/index.ts';
import type { DocumentRecord } from '../../record/index.ts';

/** A piece of an export: what is added to a file of it. */
export interface Piece {
  /** Below the export's folder, with `/`. */
  readonly file: string;
  readonly text: string;
}

/** How a file that would be too large for one upload is cut into parts: `bulk.ndjson` becomes `bulk-0001.ndjson`, … */
export interface Parts {
  /** Bytes that a part has at most, where no piece alone is larger. */
  readonly bytes: number;
  /** Bytes that the tool takes at once, as it is installed; a piece beyond it is reported. */
  readonly limit: number;
}

/** A format of others, made from records. Files that only one record adds to are whole with its piece. */
export interface ExportFormat {
  /** What stands at the head of files, before the first record. */
  readonly heads?: readonly Piece[];
  /** What stands between the pieces of two records in a file; nothing where left out. */
  readonly between?: string;
  /** What stands at the end of files. */
  readonly tails?: readonly Piece[];
  /** Where the files that records add to come in parts. */
  readonly parts?: Parts;
  /** @param name of the record's own files: its path without what can't stand in a file's name, with `/` */
  readonly pieces: (record: DocumentRecord, name: string) => readonly Piece[];
}

/** Positions of a record's text, in whatever unit the record has, as code points and as UTF-16 units. */
export class TextPositions {
  readonly #unit: DocumentRecord['offsetUnit'];
  readonly #points: CodePoints;

  constructor({ text, offsetUnit }: DocumentRecord) {
    this.#unit = offsetUnit;
    this.#points = new CodePoints(text);
  }

  utf16(at: number): number {
    return this.#unit === 'utf16' ? at : this.#points.toUtf16(at);
  }

  codePoint(at: number): number {
    return this.#unit === 'codepoint' ? at : this.#points.fromUtf16(at);
  }
}

/**
 * Text that every tool can read: U+FFFD for half of a surrogate pair, which no UTF-8 has, and for NUL, which the
 * databases behind the tools refuse. One for one, so that positions stay right in either unit.
 */
export function legible(text: string): string {
  return text.replace(/\0|\p{Surrogate}/gu, '\ufffd');
}

/** JSON with every string in it {@link legible}. @param indent as `JSON.stringify` takes it */
export function toJson(value: unknown, indent?: number): string {
  const json = JSON.stringify(value, null, indent);
  // What is not legible stands there as an escape. Hardly a text has one.
  if (!/\\u(?:0000|d[89a-f])/.test(json)) return json;
  return JSON.stringify(value, (_, part) => (typeof part === 'string' ? legible(part) : part), indent);
}
