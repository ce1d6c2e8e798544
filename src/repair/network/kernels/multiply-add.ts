import * as asm from '../assembler.ts';

/**
 * `c += a · b`. Of `c` and `b` the columns lie side by side; of `a` both strides are free, so that it can be read
 * as it is or transposed. Rows a multiple of 4, columns of 8, neither nought, nor is `inner`.
 */
export type MultiplyAdd = (
  c: number,
  cRow: number,
  a: number,
  aRow: number,
  aColumn: number,
  b: number,
  bRow: number,
  rows: number,
  inner: number,
  columns: number,
) => void;

export const multiplyAddRoutine: asm.Routine = (() => {
  const [c, cRow, a, aRow, aColumn, b, bRow, rows, inner, columns] = Array.from({ length: 10 }, (_, i) => i);
  const [strip, row, pc, pb, left, p0] = [10, 11, 12, 13, 14, 15];
  const place = (r: number) => p0 + r;
  const [v0, v1, spread] = [19, 20, 21];
  const sum = (r: number, half: number) => 22 + r * 2 + half;
  const fourRows = [0, 1, 2, 3];
  const placeOfC = (r: number): asm.Code =>
    r === 0 ? asm.get(pc) : asm.add(asm.get(pc), asm.multiply(asm.get(cRow), asm.int(r)));
  return {
    name: 'multiplyAdd',
    parameters: 10,
    integers: 9,
    vectors: 11,
    body: [
      asm.set(strip, asm.int(0)),
      asm.set(columns, asm.multiply(asm.get(columns), asm.int(4))),
      asm.repeatWhileLess(strip, asm.get(columns), [
        asm.set(row, asm.int(0)),
        asm.repeatWhileLess(row, asm.get(rows), [
          asm.set(
            pc,
            asm.add(asm.add(asm.get(c), asm.get(strip)), asm.multiply(asm.get(row), asm.get(cRow))),
          ),
          asm.set(pb, asm.add(asm.get(b), asm.get(strip))),
          fourRows.map((r) =>
            asm.set(
              place(r),
              asm.add(asm.get(a), asm.multiply(asm.add(asm.get(row), asm.int(r)), asm.get(aRow))),
            ),
          ),
          fourRows.map((r) => [
            asm.set(sum(r, 0), asm.load(placeOfC(r))),
            asm.set(sum(r, 1), asm.load(placeOfC(r), 16)),
          ]),
          asm.set(left, asm.get(inner)),
          asm.repeatUntilNought(left, [
            asm.set(v0, asm.load(asm.get(pb))),
            asm.set(v1, asm.load(asm.get(pb), 16)),
            fourRows.map((r) => [
              asm.set(spread, asm.loadSpread(asm.get(place(r)))),
              asm.set(sum(r, 0), asm.plus(asm.get(sum(r, 0)), asm.times(asm.get(spread), asm.get(v0)))),
              asm.set(sum(r, 1), asm.plus(asm.get(sum(r, 1)), asm.times(asm.get(spread), asm.get(v1)))),
              asm.increase(place(r), asm.get(aColumn)),
            ]),
            asm.increase(pb, asm.get(bRow)),
            asm.set(left, asm.subtract(asm.get(left), asm.int(1))),
          ]),
          fourRows.map((r) => [
            asm.store(placeOfC(r), asm.get(sum(r, 0))),
            asm.store(placeOfC(r), asm.get(sum(r, 1)), 16),
          ]),
          asm.increase(row, asm.int(4)),
        ]),
        asm.increase(strip, asm.int(32)),
      ]),
    ],
  };
})();
