import type { Passage } from '../diagnose.ts';

/** A carrier of a flattened passage that stands for a mark of Han text. Positions are UTF-16 units of `text`. */
export interface Dot {
  readonly at: number;
  /** Where the clause before it begins, and where the one after it ends. */
  readonly clauseStart: number;
  readonly clauseEnd: number;
}

/** The dots of one flattened passage, in order, and the text that they stand in. */
export interface DotContext {
  readonly text: string;
  readonly passage: Passage;
  readonly dots: readonly Dot[];
}

/** What a dot stands for, or a part of that. */
export interface Reading {
  readonly insert: string;
  readonly confidence: number;
  readonly reason?: string;
}
