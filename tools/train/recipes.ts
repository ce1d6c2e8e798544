import { OUTPUTS, ROW } from '../../src/repair/model/marks.ts';
import { type Kind, kinds, type Part } from './corpus.ts';
import type { Sequence } from './dataset.ts';
import { samplesOf } from './sample.ts';
import { dotSequence } from './sequences.ts';
import type { Recipe } from './train.ts';

const EMBEDDING = ROW - OUTPUTS;

/** Width of the hidden layer of the model of dots. */
export const HIDDEN = 8;

/**
 * How the model of dots is made.
 *
 * @param scale makes the share of documents smaller, for quick experiments
 * @param hidden width of the hidden layer, a multiple of eight; 0 makes a linear model
 */
export function marksRecipe(corpus: string, scale: number, hidden: number): Recipe {
  function* dots(part: Part): Generator<Sequence> {
    for (const kind of Object.keys(kinds) as Kind[]) {
      for (const { flattened } of samplesOf(corpus, kind, part, scale)) yield dotSequence(flattened);
    }
  }
  return {
    shape: { outputs: OUTPUTS, embedding: EMBEDDING, hidden, reach: 1 },
    slots: 1 << 17,
    least: 20,
    epochs: 2,
    sequences: dots,
  };
}
