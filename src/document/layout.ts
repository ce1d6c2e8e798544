import type { BlockKind } from './tree.ts';

/** A line of the source text of which the format itself says what it is: an HTML or Word heading, a list item. */
export interface MarkedLine {
  /** Where the line begins, in UTF-16 units of the source text. */
  readonly start: number;
  readonly kind: BlockKind;
  /** For headings: 1 is the highest. */
  readonly level?: number;
}

/**
 * How places in the source text relate to the file: it is cut into stretches, and each bears the number
 * that it has in the file.
 */
export interface Positions {
  /** What the numbers count, from 1: lines, pages or paragraphs of the file, or the rows of its table. */
  readonly unit: 'line' | 'page' | 'paragraph' | 'row';
  /** Where each stretch begins, ascending, in UTF-16 units of the source text. */
  readonly starts: readonly number[];
  /** The number of each. */
  readonly numbers: readonly number[];
  /** The field or column that the text stands in, where the file has fields. */
  readonly field?: string;
}

/** What a format tells of a text beyond its characters. */
export interface Layout {
  /** Ascending; lines that are not marked are classified by their text. */
  readonly marked?: readonly MarkedLine[];
  readonly positions?: Positions;
}

/** Something to say about an input before any step has seen it: how its encoding was told, what was left out. */
export interface InputNote {
  readonly severity: 'info' | 'warning';
  /** The rule's id, as in messages. */
  readonly rule: string;
  readonly reason: string;
}
