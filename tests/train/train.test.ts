import { expect, test } from 'vitest';
import { MarkModel } from '../../src/repair/model/mark-model.ts';
import { MARKS, OUTPUTS, ROW } from '../../src/repair/model/marks.ts';
import { readModel, writeModel } from '../../src/repair/model/model-file.ts';
import { type Flattened, flatten } from '../../tools/train/flatten.ts';
import { randomFrom } from '../../tools/train/random.ts';
import { dotSequence } from '../../tools/train/sequences.ts';
import { type Recipe, train } from '../../tools/train/train.ts';

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

const recipe: Recipe = {
  shape: { outputs: OUTPUTS, embedding: ROW - OUTPUTS, hidden: 8, reach: 2 },
  slots: 1 << 12,
  least: 2,
  epochs: 3,
  sequences: (part) => texts(part === 'train' ? 1 : 2).map(dotSequence),
};

test('training twice gives the same bytes', () => {
  const bytes = writeModel(train(recipe, () => {}));
  expect(writeModel(train(recipe, () => {})).equals(bytes)).toBe(true);
});

test('a model that was written and read types the marks of texts like those that it learned from', () => {
  const model = new MarkModel(readModel(writeModel(train(recipe, () => {}))));
  let right = 0;
  let all = 0;
  for (const { count, featuresOf, marks } of texts(3).map(dotSequence)) {
    const { values } = model.probabilities(count, featuresOf);
    for (let i = 0; i < count; i++) {
      const row = [...values.slice(i * OUTPUTS, i * OUTPUTS + MARKS.length)];
      if (row.indexOf(Math.max(...row)) === marks[i]) right++;
      all++;
    }
  }
  expect(right / all).toBeGreaterThan(0.95);
});

test('bytes that are no model are refused', () => {
  const bytes = writeModel(train(recipe, () => {}));
  expect(() => readModel(bytes.subarray(0, 40))).toThrow();
  expect(() => readModel(new Uint8Array(8))).toThrow();
});
