import { CodePoints } from '../../alignment/index.ts';
import type { DocumentRecord } from '../../record/index.ts';

/** A piece of an export: what is added to a file of it. */
export interface Piece {
  /** Below the export's folder, with `/`. */
  readonly file: string;
  readonly text: string;
}

/** A format of others, made from records. Files that only one record adds to are whole with its piece. */
export interface ExportFormat {
  /** What stands at the head of files, before the first record. */
  readonly heads?: readonly Piece[];
  /** What stands between the pieces of two records in a file; nothing where left out. */
  readonly between?: string;
  /** What stands at the end of files. */
  readonly tails?: readonly Piece[];
  /** @param name of the record's own files: its path without what can't stand in a file's name */
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
