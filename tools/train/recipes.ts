import { OUTPUTS, ROW } from '../../src/repair/model/marks.ts';
import { type Kind, kinds, type Part } from './corpus.ts';
import type { Sequence } from './dataset.ts';
import { samplesOf } from './sample.ts';
import { bareSequence, dotSequence, titleSequence } from './sequences.ts';
import type { Recipe } from './train.ts';

const EMBEDDING = ROW - OUTPUTS;

/** Of the documents to learn from, the part that the gaps take: there are ten gaps to a dot. */
const GAP_SHARE = 0.15;

/** The two models: `marks` types the dots of flattened text, `gaps` finds what left no dot. */
export function recipes(corpus: string, scale: number): Record<'marks' | 'gaps', Recipe> {
  function* dots(part: Part): Generator<Sequence> {
    for (const kind of Object.keys(kinds) as Kind[]) {
      for (const { flattened } of samplesOf(corpus, kind, part, scale)) yield dotSequence(flattened);
    }
  }
  function* gaps(part: Part): Generator<Sequence> {
    let turn = 0;
    for (const kind of Object.keys(kinds) as Kind[]) {
      // Kinds that are small anyway are taken whole.
      const share = kinds[kind].times > 1 ? 1 : GAP_SHARE;
      for (const { flattened } of samplesOf(corpus, kind, part, scale * (part === 'train' ? share : 1))) {
        yield turn++ % 2 === 0 ? titleSequence(flattened) : bareSequence(flattened);
      }
    }
  }
  return {
    marks: {
      shape: { outputs: OUTPUTS, embedding: EMBEDDING, hidden: 32, reach: 2 },
      least: 150,
      epochs: 2,
      sequences: dots,
    },
    gaps: {
      shape: { outputs: OUTPUTS, embedding: EMBEDDING, hidden: 16, reach: 3 },
      least: 300,
      epochs: 1,
      sequences: gaps,
    },
  };
}
