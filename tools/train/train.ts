import { MarkModel, type MarkModelData } from '../../src/repair/model/mark-model.ts';
import { LOST, OUTPUTS } from '../../src/repair/model/marks.ts';
import { logisticTemperatureOf, temperatureOf } from './calibrate.ts';
import type { Part } from './corpus.ts';
import { DatasetBuilder, FeatureCounts, type Sequence, SlotTable } from './dataset.ts';
import { UNSCORED } from './flatten.ts';
import { quantize } from './quantize.ts';
import { type Shape, Trainer } from './trainer.ts';

/** How a model is made. */
export interface Recipe {
  readonly shape: Shape;
  /** Features seen less often than this in the training documents are left out: size for accuracy. */
  readonly least: number;
  readonly epochs: number;
  /** The same sequences every time it is asked for a part. */
  readonly sequences: (part: Part) => Iterable<Sequence>;
}

/** First rates of learning; both fall to a thirtieth by the end. */
const FEATURE_RATE = 0.1;
const LAYER_RATE = 0.002;
/** Part of the features that each place does without while learning, so that no few are leaned on. */
const DROPOUT = 0.4;
/** Places that calibration looks at, at most. */
const MOST_JUDGED = 400_000;

/** Trains a model: counts features, keeps the frequent ones, learns, rounds to bytes, calibrates. */
export function train(recipe: Recipe, log: (line: string) => void): MarkModelData {
  const counts = new FeatureCounts();
  for (const sequence of recipe.sequences('train')) counts.add(sequence);
  const table = new SlotTable();
  const builder = new DatasetBuilder(table);
  for (const sequence of recipe.sequences('train')) {
    builder.add(sequence, (hash) => counts.reaches(hash, recipe.least));
  }
  const data = builder.build();
  log(`${data.marks.length} places, ${table.hashes.length} features`);
  const seen = new Uint32Array(table.hashes.length);
  for (const slot of data.slots) seen[slot]++;
  const trainer = new Trainer(recipe.shape, table.hashes.length);
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
  const rounded = { ...quantize(trainer, table.hashes, seen), temperature: 1, lostTemperature: 1 };
  return { ...rounded, ...temperaturesOf(rounded, recipe) };
}

/** Finds both temperatures on documents that the model did not learn from, as rounded. */
function temperaturesOf(data: MarkModelData, { sequences }: Recipe) {
  const model = new MarkModel(data);
  const judged: { scores: Float32Array; right: number }[] = [];
  const lostScores: number[] = [];
  const lostHeld: boolean[] = [];
  for (const { count, featuresOf, marks, lost } of sequences('calibrate')) {
    if (judged.length > MOST_JUDGED || lostScores.length > MOST_JUDGED) break;
    const { values } = model.probabilities(count, featuresOf);
    for (let i = 0; i < count; i++) {
      if (marks[i] === UNSCORED) continue;
      const odds = values[i * OUTPUTS + LOST];
      lostScores.push(Math.log((odds + 1e-9) / (1 - odds + 1e-9)));
      lostHeld.push(lost[i] === 1);
      if (marks[i] < 0) continue;
      const scores = values.slice(i * OUTPUTS, i * OUTPUTS + LOST).map((p) => Math.log(p + 1e-12));
      judged.push({ scores, right: marks[i] });
    }
  }
  return { temperature: temperatureOf(judged), lostTemperature: logisticTemperatureOf(lostScores, lostHeld) };
}
