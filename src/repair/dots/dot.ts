import { OUTPUTS } from '../network/marks.ts';
import type { DotProbabilities } from './dot-model.ts';

/** A carrier that stands for a mark of Han text. */
export interface Dot {
  /** UTF-16 index in the text. */
  readonly at: number;
  /** Its row among the model's answers. */
  readonly row: number;
}

/** The dots of a stretch of flattened lines, in order, and what the model says of each. */
export interface DotContext {
  readonly text: string;
  /** UTF-16 index in the text after which nothing is written any more. */
  readonly end: number;
  readonly dots: readonly Dot[];
  readonly probabilities: DotProbabilities;
}

/** What a dot stands for, or a part of that. */
export interface Reading {
  readonly insert: string;
  readonly confidence: number;
  readonly reason?: string;
}

/** The model's probability of one output for a dot. */
export function probabilityOf({ probabilities }: DotContext, { row }: Dot, output: number): number {
  return probabilities.values[row * OUTPUTS + output];
}
