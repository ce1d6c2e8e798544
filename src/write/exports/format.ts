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
  /** UTF-16 index of each code point and of the end; nothing where both counts agree. */
  readonly #indexes: readonly number[] | undefined;

  constructor({ text, offsetUnit }: DocumentRecord) {
    this.#unit = offsetUnit;
    if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text)) return;
    const indexes: number[] = [];
    let at = 0;
    for (const character of text) {
      indexes.push(at);
      at += character.length;
    }
    indexes.push(at);
    this.#indexes = indexes;
  }

  utf16(at: number): number {
    return this.#unit === 'utf16' || this.#indexes === undefined ? at : this.#indexes[at];
  }

  codePoint(at: number): number {
    if (this.#unit === 'codepoint' || this.#indexes === undefined) return at;
    let low = 0;
    let high = this.#indexes.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#indexes[middle] < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
