import type { MarkModelData } from '../../src/repair/model/mark-model.ts';
import type { Trainer } from './trainer.ts';

/**
 * Makes whole numbers of a column's weights: one step is a part of their spread. Fine steps cost bytes, and the
 * sum of some forty features evens their errors out.
 */
const STEP = 0.45;

/**
 * Rounds what was learned to bytes.
 *
 * @param seen per slot, how often the training data has its feature; slots that it has not stay empty
 */
export function quantize(
  trainer: Trainer,
  seen: Uint32Array,
): Pick<MarkModelData, 'hidden' | 'reach' | 'weights' | 'scales' | 'layers'> {
  const { width, features, dense } = trainer;
  const slots = seen.length;
  const scales = new Float32Array(width);
  const count = seen.reduce((sum, times) => sum + Math.min(times, 1), 0);
  for (let d = 0; d < width; d++) {
    let squares = 0;
    for (let i = 0; i < slots; i++) if (seen[i] > 0) squares += features[i * width + d] ** 2;
    scales[d] = Math.sqrt(squares / count) * STEP || 1;
  }
  const weights = new Int8Array(slots * width);
  for (let i = 0; i < slots; i++) {
    if (seen[i] === 0) continue;
    for (let d = 0; d < width; d++) {
      const value = Math.round(features[i * width + d] / scales[d]);
      weights[i * width + d] = Math.max(-127, Math.min(127, value));
    }
  }
  const { hidden, reach } = trainer.shape;
  const [bias, hiddenWeights, hiddenBias, outputs] = dense;
  return { hidden, reach, weights, scales, layers: { bias, hidden: hiddenWeights, hiddenBias, outputs } };
}
