import type { NetworkShape, WeightName } from '../../../src/repair/network/network.ts';
import { TAPS, weightSizes } from '../../../src/repair/network/network.ts';
import { SequenceModel, type SequenceModelData } from '../../../src/repair/network/sequence-model.ts';
import { softmax } from '../../../src/repair/network/softmax.ts';
import { temperatureOf } from '../calibrate.ts';
import type { Part } from '../corpus.ts';
import { UNSCORED } from '../flatten.ts';
import { courseOf, type Plan } from './course.ts';
import type { Lesson } from './lesson.ts';
import { materialOf } from './material.ts';
import { roundRows } from './round-rows.ts';
import { type Portion, share } from './shared.ts';
import { takeCourse } from './team.ts';
import { type Least, vocabularyOf } from './vocabulary.ts';

/** How a model is made. */
export interface NetworkRecipe {
  readonly shape: NetworkShape;
  /** The same lessons every time it is asked for a part. */
  readonly lessons: (part: Part) => Iterable<Lesson>;
  readonly portion: Portion;
  /** Of each of a place's features, how often it must be seen to get a row: size for accuracy. */
  readonly least: Least;
  /** What is learned, one after another; all with the same dropout. */
  readonly courses: readonly Plan[];
  /** After these: the weights get used to the rounded rows, which stay. */
  readonly refining: Plan;
  /** Whether a place has a say in calibration, by its probabilities before. */
  readonly isJudged: (probabilities: Float32Array) => boolean;
}

/** Learners at a time. Their number is part of the recipe: another gives another model, whatever the machine. */
const LEARNERS = 2;
/** Places that calibration looks at, at most. */
const MOST_JUDGED = 400_000;

/** Trains a model: counts features, learns, rounds the rows, refines the weights, calibrates. */
export async function trainNetwork(
  recipe: NetworkRecipe,
  log: (line: string) => void,
): Promise<SequenceModelData> {
  const { shape, portion, lessons, courses } = recipe;
  const hashes = vocabularyOf(lessons('train'), recipe.least);
  const material = materialOf(lessons('train'), hashes);
  log(`${material.answers.length} places, ${hashes.length} features`);
  const shared = share(shape, portion, material, hashes.length, LEARNERS);
  let weights: Float32Array | undefined;
  for (const plan of courses) {
    weights = await takeCourse(shared, courseOf(material, portion, plan), log, weights);
  }
  // What dropout left out comes back: the sums are as large as they were when the taps make them smaller.
  const kept = 1 - (courses.at(-1)?.dropout ?? 0);
  for (let i = 0; weights !== undefined && i < TAPS * shape.embedding; i++) weights[i] *= kept;
  const rounded = roundRows(shared.rows, shape.embedding);
  const refined = await takeCourse(shared, courseOf(material, portion, recipe.refining), log, weights);
  const data = { shape, hashes, ...rounded, weights: weightsOf(refined, shape), temperature: 1 };
  return { ...data, temperature: temperature(data, recipe) };
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
function temperature(data: SequenceModelData, { lessons, isJudged }: NetworkRecipe): number {
  const model = new SequenceModel(data);
  const { outputs } = data.shape;
  const judged: { scores: Float32Array; right: number }[] = [];
  for (const lesson of lessons('calibrate')) {
    if (judged.length > MOST_JUDGED) break;
    const all = model.scores(lesson);
    lesson.answers.forEach((right, i) => {
      const scores = all.slice(i * outputs, (i + 1) * outputs);
      if (right !== UNSCORED && isJudged(probabilitiesOf(scores))) judged.push({ scores, right });
    });
  }
  return temperatureOf(judged);
}

function probabilitiesOf(scores: Float32Array): Float32Array {
  const probabilities = scores.slice();
  softmax(probabilities, 0);
  return probabilities;
}
