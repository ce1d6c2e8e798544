import type { Alignment } from '../alignment/index.ts';
import type { Dictionaries } from '../dictionary/index.ts';
import type { FoundEntity, SourceDescription, SpanColumns, TokenColumns } from '../document/index.ts';
import type { Beginnings } from './beginnings.ts';

/** What a recognizer sees of a document. All positions are UTF-16 units of `text`. */
export interface ExtractContext {
  readonly text: string;
  /** Where the text came from: tells what an edit put in from what the source says. */
  readonly alignment: Alignment;
  readonly sentences: SpanColumns;
  /** The words as segmentation saw them: evidence for edges, before entities settle them. */
  readonly tokens: TokenColumns;
  /** The year the text was written in, as far as it shows: names are read as of then. */
  readonly year: number | undefined;
  /** The month of that year, 1 to 12, where the text gives one. */
  readonly month: number | undefined;
  readonly source: SourceDescription | undefined;
  readonly dictionaries: Dictionaries;
  /** Where what is looked for may begin. */
  readonly beginnings: Beginnings;
  /** What recognizers before this one found, in text order. */
  readonly found: readonly FoundEntity[];
}

/**
 * Finds entities of one kind: pure, one a file.
 *
 * Entities of different recognizers may nest (a province within a title), but where two overlap in part, or cover the
 * same range, the one of the recognizer with the higher priority stays, then the longer one.
 */
export interface Recognizer {
  readonly name: string;
  readonly priority: number;
  readonly find: (context: ExtractContext) => FoundEntity[];
}
