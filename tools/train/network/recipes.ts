import { NONE, OUTPUTS } from '../../../src/repair/network/marks.ts';
import { dotLessons } from './dot-lessons.ts';
import { gapLessons } from './gap-lessons.ts';
import type { NetworkRecipe } from './train-network.ts';

/** Calibration is for the edits: gaps where none can come, nine in ten, have no say. */
const NO_MARK = 0.7;

/** How the model of dots is made. @param scale makes the share of documents smaller, for quick experiments */
export const dotRecipe = (corpus: string, scale: number): NetworkRecipe => ({
  shape: { embedding: 32, recurrent: 32, second: 48, hidden: 32, outputs: OUTPUTS },
  lessons: (part) => dotLessons(corpus, part, scale * 1.25),
  portion: { batch: 1024, piece: 506 },
  least: [30, 60, 90, 120, 220],
  courses: [
    { part: 1, seed: 31, layerRate: 0.005, rowRate: 0.25, dropout: 0.3 },
    { part: 1, seed: 32, layerRate: 0.004, rowRate: 0.2, dropout: 0.3 },
    { part: 1, seed: 33, layerRate: 0.0025, rowRate: 0.125, dropout: 0.3 },
  ],
  refining: { part: 0.1, seed: 31, layerRate: 0.001, rowRate: 0, dropout: 0 },
  isJudged: () => true,
});

/** How the model of gaps is made. */
export const gapRecipe = (corpus: string, scale: number): NetworkRecipe => ({
  shape: { embedding: 48, recurrent: 40, second: 40, hidden: 32, outputs: OUTPUTS },
  lessons: (part) => gapLessons(corpus, part, scale * 0.85),
  portion: { batch: 1024, piece: 506 },
  least: [25, 85, 130, 180],
  courses: [
    { part: 1, seed: 31, layerRate: 0.005, rowRate: 0.25, dropout: 0.1 },
    { part: 1, seed: 32, layerRate: 0.0025, rowRate: 0.125, dropout: 0.1 },
  ],
  refining: { part: 0.06, seed: 31, layerRate: 0.001, rowRate: 0, dropout: 0 },
  isJudged: (probabilities) => probabilities[NONE] <= NO_MARK,
});
