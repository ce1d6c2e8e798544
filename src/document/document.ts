import type { VFile } from 'vfile';
import { Alignment } from '../alignment/index.ts';
import type { SpanColumns, TokenColumns } from './columns.ts';
import type { Entity, Relation } from './entity.ts';
import type { Layout } from './layout.ts';

/** Where the text came from, as the record gives it back. */
export interface SourceDescription {
  /** Path as the inputs name it, with `/`; for a stream, the line's id. */
  readonly path: string;
  /** Hex SHA-256 of the source's bytes. */
  readonly sha256: string;
  readonly bytes: number;
  readonly encoding: string;
  readonly mediaType: string;
}

/** ISO 15924 codes of the scripts that a Chinese text can be in, and the two cases between. */
export type Script = 'Hans' | 'Hant' | 'Mixed' | 'Undetermined';

/** The script of a document or passage, how sure that is, and what in the text says so. */
export interface ScriptFinding {
  readonly detected: Script;
  readonly confidence: number;
  /** Whose Traditional forms the text has, where it shows them: Taiwan's or Hong Kong's. */
  readonly forms?: 'tw' | 'hk';
  /** In words: the characters that decided. */
  readonly evidence?: string;
}

/** What every step shares about one document; it lives in `file.data.guiyi`. */
export interface DocumentState {
  /** The source and every layer of edits so far. Replaced, never changed in place. */
  alignment: Alignment;
  source?: SourceDescription;
  /** What the file's format told of the text. */
  layout?: Layout;
  script?: ScriptFinding;
  sentences?: SpanColumns;
  tokens?: TokenColumns;
  entities?: readonly Entity[];
  relations?: readonly Relation[];
}

declare module 'vfile' {
  interface DataMap {
    guiyi: DocumentState;
  }
}

/**
 * The state of a file's document; made on first use from the text that the tree spells, so that a step
 * works in anybody's chain and not only in ours.
 */
export function documentOf(file: VFile, text: () => string): DocumentState {
  file.data.guiyi ??= { alignment: Alignment.of(text()) };
  return file.data.guiyi;
}
