import type { MarkModelData } from '../../src/repair/model/mark-model.ts';
import type { Trainer } from './trainer.ts';

/**
 * Makes whole numbers of a column's weights: one step is a part of their spread. Fine steps cost bytes, and the
 * sum of some fifty features evens their errors out.
 */
const STEP = 0.45;

/**
 * Rounds what was learned to bytes; rows that say next to nothing go. Features stand in groups by how often they
 * are seen, the frequent first, so that the rows that are read all the time lie together; in a group by hash.
 *
 * @param seen per feature, how often the training data has it
 */
export function quantize(
  trainer: Trainer,
  hashes: readonly number[],
  seen: Uint32Array,
): Omit<MarkModelData, 'temperature' | 'lostTemperature'> {
  const { width, features, dense } = trainer;
  const count = hashes.length;
  const scales = new Float32Array(width);
  for (let d = 0; d < width; d++) {
    let squares = 0;
    for (let i = 0; i < count; i++) squares += features[i * width + d] ** 2;
    scales[d] = Math.sqrt(squares / count) * STEP || 1;
  }
  const group = (i: number) => Math.floor(Math.log2(seen[i] + 1));
  const order = Array.from({ length: count }, (_, i) => i).sort(
    (a, b) => group(b) - group(a) || hashes[a] - hashes[b],
  );
  const rows: number[] = [];
  const kept: number[] = [];
  for (const i of order) {
    const row = Array.from(scales, (scale, d) =>
      Math.max(-127, Math.min(127, Math.round(features[i * width + d] / scale))),
    );
    if (row.every((value) => value === 0)) continue;
    kept.push(hashes[i]);
    rows.push(...row);
  }
  const { hidden, reach } = trainer.shape;
  const [bias, first, firstBias, second, secondBias, outputs1, outputs2] = dense;
  return {
    hidden,
    reach,
    hashes: Int32Array.from(kept),
    weights: Int8Array.from(rows),
    scales,
    layers: { bias, first, firstBias, second, secondBias, outputs1, outputs2 },
  };
}
