import { MarkModel, type MarkModelData } from '../../src/repair/model/mark-model.ts';
import { OUTPUTS } from '../../src/repair/model/marks.ts';
import { temperatureOf } from './calibrate.ts';
import type { Part } from './corpus.ts';
import { DatasetBuilder, type Sequence } from './dataset.ts';
import { UNSCORED } from './flatten.ts';
import { quantize } from './quantize.ts';
import { type Shape, Trainer } from './trainer.ts';

/** How a model is made. */
export interface Recipe {
  readonly shape: Shape;
  /** How many features the model has room for, a power of two. */
  readonly slots: number;
  /** Features seen less often than this in the training documents are left out. */
  readonly least: number;
  readonly epochs: number;
  /** The same sequences every time it is asked for a part. */
  readonly sequences: (part: Part) => Iterable<Sequence>;
}

/** First rates of learning; both fall to a thirtieth by the end. */
const FEATURE_RATE = 0.1;
const LAYER_RATE = 0.002;
/** Part of the features that each place does without while learning, so that no few are leaned on. */
const DROPOUT = 0.3;
/** Places that calibration looks at, at most. */
const MOST_JUDGED = 400_000;

/** Trains a model: gives the frequent features their slots, learns, rounds to bytes, calibrates. */
export function train(recipe: Recipe, log: (line: string) => void): MarkModelData {
  const builder = new DatasetBuilder();
  for (const sequence of recipe.sequences('train')) builder.add(sequence);
  const { data, prints } = builder.build(recipe.slots, recipe.least);
  const seen = new Uint32Array(recipe.slots);
  for (const slot of data.slots) seen[slot]++;
  const features = seen.reduce((sum, times) => sum + Math.min(times, 1), 0);
  log(`${data.marks.length} places, ${features} features, ${data.slots.length} of them seen`);
  const trainer = new Trainer(recipe.shape, recipe.slots);
  for (let epoch = 0; epoch < recipe.epochs; epoch++) {
    const fall = (done: number) => 1 - (0.97 * (epoch + done)) / recipe.epochs;
    const loss = trainer.epoch(
      data,
      (done) => FEATURE_RATE * fall(done),
      DROPOUT,
      (done) => LAYER_RATE * fall(done),
    );
    log(`pass ${epoch + 1}: loss ${loss.toFixed(4)}`);
  }
  const rounded = { ...quantize(trainer, seen), prints, temperature: 1 };
  return { ...rounded, temperature: temperatureFor(rounded, recipe) };
}

/** Finds the temperature on documents that the model did not learn from, as rounded. */
function temperatureFor(data: MarkModelData, { sequences }: Recipe): number {
  const model = new MarkModel(data);
  const judged: { scores: Float32Array; right: number }[] = [];
  for (const { count, featuresOf, marks } of sequences('calibrate')) {
    if (judged.length > MOST_JUDGED) break;
    const { values } = model.probabilities(count, featuresOf);
    for (let i = 0; i < count; i++) {
      if (marks[i] === UNSCORED) continue;
      const scores = values.slice(i * OUTPUTS, (i + 1) * OUTPUTS).map((p) => Math.log(p + 1e-12));
      judged.push({ scores, right: marks[i] });
    }
  }
  return temperatureOf(judged);
}
