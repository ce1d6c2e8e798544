import * as asm from '../assembler.ts';

/**
 * `c = base + unit · (a · b)` of shorts, for speed where nothing is learned any more: of `a` two columns at a time lie side by
 * side, of `b` two rows, so that one column's two are neighbours. `unit` is the address of one float. A `baseRow` of nought
 * adds the same base to all rows. Rows a multiple of 4, columns of 8; `pairs` is half the number of columns of `a`.
 */
export type MultiplyShorts = (
  c: number,
  cRow: number,
  a: number,
  aRow: number,
  b: number,
  base: number,
  baseRow: number,
  unit: number,
  rows: number,
  pairs: number,
  columns: number,
) => void;

export const multiplyShortsRoutine: asm.Routine = (() => {
  const [c, cRow, a, aRow, b, base, baseRow, unit, rows, pairs, columns] = Array.from(
    { length: 11 },
    (_, i) => i,
  );
  const [strip, row, pb, left, p0] = [11, 12, 13, 14, 15];
  const place = (r: number) => p0 + r;
  const [v0, v1, spread] = [19, 20, 21];
  const sum = (r: number, half: number) => 22 + r * 2 + half;
  const fourRows = [0, 1, 2, 3];
  const placeIn = (block: number, blockRow: number, r: number): asm.Code =>
    asm.add(
      asm.add(asm.get(block), asm.get(strip)),
      asm.multiply(asm.add(asm.get(row), asm.int(r)), asm.get(blockRow)),
    );
  return {
    name: 'multiplyShorts',
    parameters: 11,
    integers: 8,
    vectors: 11,
    body: [
      asm.set(strip, asm.int(0)),
      asm.set(columns, asm.multiply(asm.get(columns), asm.int(4))),
      asm.repeatWhileLess(strip, asm.get(columns), [
        asm.set(row, asm.int(0)),
        asm.repeatWhileLess(row, asm.get(rows), [
          asm.set(pb, asm.add(asm.get(b), asm.get(strip))),
          fourRows.map((r) => [
            asm.set(
              place(r),
              asm.add(asm.get(a), asm.multiply(asm.add(asm.get(row), asm.int(r)), asm.get(aRow))),
            ),
            asm.set(sum(r, 0), asm.floats(0)),
            asm.set(sum(r, 1), asm.floats(0)),
          ]),
          asm.set(left, asm.get(pairs)),
          asm.repeatUntilNought(left, [
            asm.set(v0, asm.load(asm.get(pb))),
            asm.set(v1, asm.load(asm.get(pb), 16)),
            fourRows.map((r) => [
              asm.set(spread, asm.loadSpread(asm.get(place(r)))),
              asm.set(
                sum(r, 0),
                asm.plusInts(asm.get(sum(r, 0)), asm.multiplyPairs(asm.get(spread), asm.get(v0))),
              ),
              asm.set(
                sum(r, 1),
                asm.plusInts(asm.get(sum(r, 1)), asm.multiplyPairs(asm.get(spread), asm.get(v1))),
              ),
              asm.increase(place(r), asm.int(4)),
            ]),
            asm.increase(pb, asm.get(columns)),
            asm.set(left, asm.subtract(asm.get(left), asm.int(1))),
          ]),
          asm.set(spread, asm.loadSpread(asm.get(unit))),
          fourRows.map((r) =>
            [0, 1].map((half) =>
              asm.store(
                placeIn(c, cRow, r),
                asm.plus(
                  asm.load(placeIn(base, baseRow, r), half * 16),
                  asm.times(asm.toFloats(asm.get(sum(r, half))), asm.get(spread)),
                ),
                half * 16,
              ),
            ),
          ),
          asm.increase(row, asm.int(4)),
        ]),
        asm.increase(strip, asm.int(32)),
      ]),
    ],
  };
})();
