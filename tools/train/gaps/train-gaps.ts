import { GAP_OUTPUTS, GapModel, type GapModelData } from '../../../src/repair/bare/network/gap-model.ts';
import type { NetworkShape, WeightName } from '../../../src/repair/bare/network/network.ts';
import { weightSizes } from '../../../src/repair/bare/network/network.ts';
import { NONE } from '../../../src/repair/model/marks.ts';
import { temperatureOf } from '../calibrate.ts';
import { UNSCORED } from '../flatten.ts';
import { courseOf, type Plan } from './course.ts';
import { bareSamplesOf, passagesOf } from './passages.ts';
import { roundRows } from './round-rows.ts';
import { share } from './shared.ts';
import { takeCourse } from './team.ts';
import { vocabularyOf } from './vocabulary.ts';

/** How the model is made. */
export interface GapRecipe {
  readonly shape: NetworkShape;
  /** Part of the documents to learn from. */
  readonly share: number;
  /** Of each of a gap's features, how often it must be seen to get a row: size for accuracy. */
  readonly least: readonly number[];
  /** What is learned, one after another. */
  readonly courses: readonly Plan[];
}

export const gapRecipe: GapRecipe = {
  shape: { embedding: 48, recurrent: 40, hidden: 32, outputs: GAP_OUTPUTS },
  share: 0.85,
  least: [25, 85, 130, 180],
  courses: [{ part: 1, seed: 31, layerRate: 0.005, rowRate: 0.25 }],
};

/** Learners at a time. Their number is part of the recipe: another gives another model, whatever the machine. */
const LEARNERS = 2;
/** Part of the pieces that the weights get used to the rounded rows with, and the rate. */
const REFINING: Plan = { part: 0.06, seed: 31, layerRate: 0.001, rowRate: 0 };
/** Calibration is for the edits: gaps where none can come, nine in ten, have no say. */
const NO_MARK = 0.7;
/** Gaps that calibration looks at, at most. */
const MOST_JUDGED = 400_000;

/** Trains the model of gaps: counts features, learns, rounds the rows, refines the weights, calibrates. */
export async function trainGaps(
  recipe: GapRecipe,
  corpus: string,
  scale: number,
  log: (line: string) => void,
): Promise<GapModelData> {
  const { shape } = recipe;
  const passages = passagesOf(corpus, 'train', scale * recipe.share);
  const hashes = vocabularyOf(passages, recipe.least);
  log(`${passages.marks.length} gaps, ${hashes.length} features`);
  const shared = share(shape, passages, hashes, LEARNERS);
  let weights: Float32Array | undefined;
  for (const plan of recipe.courses) {
    weights = await takeCourse(shared, courseOf(passages, plan), log, weights);
  }
  const rounded = roundRows(shared.rows, shape.embedding);
  const refined = await takeCourse(shared, courseOf(passages, REFINING), log, weights);
  const data: GapModelData = {
    shape,
    hashes,
    ...rounded,
    weights: weightsOf(refined, shape),
    temperature: 1,
  };
  return { ...data, temperature: temperature(data, corpus, scale) };
}

function weightsOf(all: Float32Array, shape: NetworkShape): Record<WeightName, Float32Array> {
  let at = 0;
  return Object.fromEntries(
    Object.entries(weightSizes(shape)).map(([name, size]) => {
      at += size;
      return [name, all.slice(at - size, at)];
    }),
  ) as Record<WeightName, Float32Array>;
}

/** Found on documents that the model did not learn from. */
function temperature(data: GapModelData, corpus: string, scale: number): number {
  const model = new GapModel(data);
  const judged: { scores: Float32Array; right: number }[] = [];
  for (const { text, marks } of bareSamplesOf(corpus, 'calibrate', scale)) {
    if (judged.length > MOST_JUDGED) break;
    const { count, place, values } = model.probabilities(text, 0, text.length);
    for (let i = 0; i < count; i++) {
      const right = marks[place[i]];
      if (right === UNSCORED || values[i * GAP_OUTPUTS + NONE] > NO_MARK) continue;
      const scores = values.slice(i * GAP_OUTPUTS, (i + 1) * GAP_OUTPUTS).map((p) => Math.log(p + 1e-12));
      judged.push({ scores, right });
    }
  }
  return temperatureOf(judged);
}
