import { expect, test } from 'vitest';
import { readModel, writeModel } from '../../../src/repair/network/model-file.ts';
import { weightSizes } from '../../../src/repair/network/network.ts';

test('reading gives what was written', () => {
  const shape = { embedding: 8, recurrent: 8, second: 4, hidden: 8, outputs: 8 };
  const weights = Object.fromEntries(
    Object.entries(weightSizes(shape)).map(([name, size]) => [
      name,
      Float32Array.from({ length: size }, (_, i) => Math.sin(i + size)),
    ]),
  ) as ReturnType<typeof readModel>['weights'];
  const data = {
    shape,
    hashes: Int32Array.of(5, 70_000, 16_000_000, 0, 3),
    rows: Int8Array.from({ length: 40 }, (_, i) => i * 6 - 120),
    scales: Float32Array.from({ length: 8 }, (_, i) => i / 16),
    weights,
    temperature: 1.25,
  };
  const back = readModel(writeModel(data));
  expect({ ...back, weights: {} }).toEqual({ ...data, weights: {} });
  for (const [name, block] of Object.entries(weights)) {
    for (let i = 0; i < block.length; i++) {
      expect(back.weights[name as keyof typeof weights][i]).toBeCloseTo(block[i], 3);
    }
  }
});
test('other bytes are refused', () => {
  expect(() => readModel(new Uint8Array(40))).toThrow();
});
