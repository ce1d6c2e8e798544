import type { Block } from '../../../src/repair/network/arena.ts';

/** One step of a column's whole numbers, as a part of the spread of its weights: fine steps cost bytes. */
const STEP = 0.47;

/** Rows as whole numbers, and what one is worth in each column. */
export interface Rounded {
  readonly rows: Int8Array;
  readonly scales: Float32Array;
}

/** Rounds rows, the first one of noughts and what stands after each aside; in place too, so that what goes on to learn sees them as they will be. */
export function roundRows({ values, width: stride }: Block, width: number): Rounded {
  const count = values.length / stride - 1;
  const scales = new Float32Array(width);
  for (let d = 0; d < width; d++) {
    let squares = 0;
    for (let i = 1; i <= count; i++) squares += values[i * stride + d] ** 2;
    scales[d] = Math.sqrt(squares / count) * STEP || 1;
  }
  const rows = new Int8Array(count * width);
  for (let i = 0; i < rows.length; i++) {
    const d = i % width;
    const at = (Math.floor(i / width) + 1) * stride + d;
    rows[i] = Math.max(-127, Math.min(127, Math.round(values[at] / scales[d])));
    values[at] = rows[i] * scales[d];
  }
  return { rows, scales };
}
