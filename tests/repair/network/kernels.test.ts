import { describe, expect, test } from 'vitest';
import { Arena } from '../../../src/repair/network/arena.ts';
import { makeKernels } from '../../../src/repair/network/kernels.ts';

/** Numbers between -1 and 1, the same every time. */
const some = (count: number) => Float32Array.from({ length: count }, (_, i) => Math.sin(i * 12.9898));

function setUp() {
  const arena = Arena.of(1 << 16);
  return { arena, kernels: makeKernels(arena) };
}

describe('kernels', () => {
  const [rows, inner, columns] = [12, 10, 16];

  test('multiplyAdd multiplies, as it stands and transposed', () => {
    const { arena, kernels } = setUp();
    const a = arena.take(rows, inner);
    const b = arena.take(inner, columns);
    const c = arena.take(rows, columns);
    a.values.set(some(a.values.length));
    b.values.set(some(b.values.length));
    for (const isTransposed of [false, true]) {
      c.values.fill(1);
      const [aRow, aColumn] = isTransposed ? [4, rows * 4] : [inner * 4, 4];
      kernels.multiplyAdd(c.at, columns * 4, a.at, aRow, aColumn, b.at, columns * 4, rows, inner, columns);
      for (let i = 0; i < rows; i++) {
        for (let j = 0; j < columns; j++) {
          let sum = 1;
          for (let k = 0; k < inner; k++) {
            sum += a.values[isTransposed ? k * rows + i : i * inner + k] * b.values[k * columns + j];
          }
          expect(c.values[i * columns + j]).toBeCloseTo(sum, 4);
        }
      }
    }
  });

  test('multiplyShorts gives nearly what floats give', () => {
    const { arena, kernels } = setUp();
    const a = arena.take(rows, 16);
    const shorts = arena.take(rows, 8);
    const b = arena.take(8, columns);
    const base = arena.take(1, columns);
    const scales = arena.take(1, 4);
    const c = arena.take(rows, columns);
    a.values.set(some(a.values.length));
    base.values.set(some(columns));
    scales.values.set([4096, 1 / 4096 / 2048]);
    const weights = some(16 * columns);
    const packed = new Int16Array(arena.memory.buffer, b.at, 16 * columns);
    weights.forEach((weight, i) => {
      const [k, j] = [Math.floor(i / columns), i % columns];
      packed[((k >> 1) * columns + j) * 2 + (k & 1)] = Math.round(weight * 2048);
    });
    kernels.roundToShorts(shorts.at, a.at, scales.at, rows * 16);
    kernels.multiplyShorts(
      c.at,
      columns * 4,
      shorts.at,
      32,
      b.at,
      base.at,
      0,
      scales.at + 4,
      rows,
      8,
      columns,
    );
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++) {
        let sum = base.values[j];
        for (let k = 0; k < 16; k++) sum += a.values[i * 16 + k] * weights[k * columns + j];
        expect(c.values[i * columns + j]).toBeCloseTo(sum, 2);
      }
    }
  });

  test('roundToShorts keeps what is too large within thirteen bits', () => {
    const { arena, kernels } = setUp();
    const from = arena.take(1, 8);
    const scale = arena.take(1, 4);
    const to = arena.take(1, 4);
    from.values.set([0, 1, -1, 0.4, 1e9, -1e9, 2.6, Number.MIN_VALUE]);
    scale.values[0] = 1;
    kernels.roundToShorts(to.at, from.at, scale.at, 8);
    expect([...new Int16Array(arena.memory.buffer, to.at, 8)]).toEqual([0, 1, -1, 0, 8191, -8191, 3, 0]);
  });

  test('mixRows weighs neighbours number by number', () => {
    const { arena, kernels } = setUp();
    const from = arena.take(6, 8);
    const taps = arena.take(3, 8);
    const to = arena.take(4, 8);
    from.values.set(some(48));
    taps.values.set(some(24));
    kernels.mixRows(to.at, from.at, taps.at, 8, 3, 4);
    to.values.forEach((value, at) => {
      const [i, d] = [Math.floor(at / 8), at % 8];
      let sum = 0;
      for (let t = 0; t < 3; t++) sum += taps.values[t * 8 + d] * from.values[(i + t) * 8 + d];
      expect(value).toBeCloseTo(sum, 4);
    });
  });

  test('sumRows adds up bytes', () => {
    const { arena, kernels } = setUp();
    const rowsOf = arena.take(5, 4);
    const addresses = arena.take(3, 4);
    const fours = arena.take(1, 4);
    const sums = arena.take(2, 16);
    const bytes = new Int8Array(arena.memory.buffer, rowsOf.at, 80);
    bytes.forEach((_, i) => {
      bytes[i] = i * 7 - 128;
    });
    const picked = [
      [0, 1, 2, 3],
      [4, 4, 4, 4, 1, 0, 0, 0],
    ];
    const places = picked.flat().map((row) => rowsOf.at + row * 16);
    new Int32Array(arena.memory.buffer, addresses.at, 12).set(places);
    new Int32Array(arena.memory.buffer, fours.at, 2).set([1, 2]);
    kernels.sumRows(sums.at, addresses.at, fours.at, 16, 2);
    sums.values.forEach((value, at) => {
      expect(value).toBe(
        picked[Math.floor(at / 16)].reduce((sum, row) => sum + bytes[row * 16 + (at % 16)], 0),
      );
    });
  });

  test('scan averages forward and backward', () => {
    const { arena, kernels } = setUp();
    const gates = arena.take(5, 16);
    const states = arena.take(5, 8);
    const first = some(80);
    const s = (x: number) => x / (1 + Math.abs(x));
    for (const way of [1, -1]) {
      gates.values.set(first);
      const start = way > 0 ? 0 : 4;
      kernels.scan(gates.at + start * 64, states.at + start * 32, way * 64, way * 32, 8, 5);
      for (let c = 0; c < 8; c++) {
        let state = 0;
        for (let step = 0; step < 5; step++) {
          const i = start + way * step;
          const z = 0.5 + 0.5 * s(first[i * 16 + c]);
          state += z * (s(first[i * 16 + 8 + c]) - state);
          expect(states.values[i * 8 + c]).toBeCloseTo(state, 5);
        }
      }
    }
  });

  test('raise makes nought of what is less', () => {
    const { arena, kernels } = setUp();
    const block = arena.take(1, 4);
    block.values.set([-1, 0, 2, -0.5]);
    kernels.raise(block.at, 4);
    expect([...block.values]).toEqual([0, 0, 2, 0]);
  });
});
