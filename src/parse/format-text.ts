import type { InputNote, Layout } from '../document/index.ts';

/** What a format gives of a file: its text, a line a block, and what it knows of the lines. */
export interface FormatText {
  /** The `sourceText` of the record. */
  readonly text: string;
  readonly layout: Layout;
  /** What was left out, and the like. */
  readonly notes: readonly InputNote[];
}
