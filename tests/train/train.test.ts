import { expect, test } from 'vitest';
import { dotProbabilities } from '../../src/repair/dots/dot-model.ts';
import { OUTPUTS } from '../../src/repair/network/marks.ts';
import { readModel, writeModel } from '../../src/repair/network/model-file.ts';
import { SequenceModel } from '../../src/repair/network/sequence-model.ts';
import { type Flattened, flatten } from '../../tools/train/flatten.ts';
import { dotLesson } from '../../tools/train/network/dot-lessons.ts';
import { type NetworkRecipe, trainNetwork } from '../../tools/train/network/train-network.ts';
import { randomFrom } from '../../tools/train/random.ts';

const subjects = ['各市', '全省', '有关部门', '县级政府', '领导小组'];
const verbs = ['加快', '推进', '完善', '加强', '落实'];
const objects = ['平台建设', '信息共享', '安全管理', '人才培养', '资金保障', '标准规范'];

/** Small texts of one pattern: a subject, a list, a clause that goes on, and a full stop. */
function texts(seed: number): Flattened[] {
  const random = randomFrom(seed);
  const one = (words: readonly string[]) => words[Math.floor(random() * words.length)];
  const how = { titles: true, brackets: true, percent: true, glued: true, titleDot: 0.5 };
  return Array.from({ length: 60 }, () => {
    const sentence = () =>
      `${one(subjects)}${one(verbs)}${one(objects)}、${one(objects)}和${one(objects)}，${one(verbs)}${one(objects)}。`;
    return flatten([sentence() + sentence() + sentence()], how, random);
  });
}

const plan = { part: 1, layerRate: 0.02, rowRate: 0.5, dropout: 0.1 };
const recipe: NetworkRecipe = {
  shape: { embedding: 16, recurrent: 8, second: 8, hidden: 8, outputs: OUTPUTS },
  lessons: (part) => texts(part === 'train' ? 1 : 2).map(dotLesson),
  portion: { batch: 128, piece: 120 },
  least: [2, 2, 2, 2, 2],
  courses: Array.from({ length: 6 }, (_, seed) => ({ ...plan, seed })),
  refining: { part: 1, seed: 9, layerRate: 0.005, rowRate: 0, dropout: 0 },
  isJudged: () => true,
};

test('a model that was trained, written and read types the marks of texts like those that it learned from', async () => {
  const bytes = writeModel(await trainNetwork(recipe, () => {}));
  const model = new SequenceModel(readModel(bytes));
  let right = 0;
  let all = 0;
  for (const { boundaries, answers } of texts(3).map(dotLesson)) {
    const { values } = dotProbabilities(model, boundaries);
    answers.forEach((answer, i) => {
      const row = [...values.slice(i * OUTPUTS, (i + 1) * OUTPUTS)];
      if (row.indexOf(Math.max(...row)) === answer) right++;
      all++;
    });
  }
  expect(right / all).toBeGreaterThan(0.95);
});

test('training twice gives the same bytes', async () => {
  const bytes = writeModel(await trainNetwork(recipe, () => {}));
  expect(writeModel(await trainNetwork(recipe, () => {})).equals(bytes)).toBe(true);
});
