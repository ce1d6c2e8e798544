import {
  add,
  type Code,
  floats,
  get,
  increase,
  int,
  load,
  loadSpread,
  multiply,
  multiplyPairs,
  plus,
  plusInts,
  type Routine,
  repeatUntilNought,
  repeatWhileLess,
  set,
  store,
  subtract,
  times,
  toFloats,
} from '../assembler.ts';

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

export const multiplyShortsRoutine: Routine = (() => {
  const [c, cRow, a, aRow, b, base, baseRow, unit, rows, pairs, columns] = Array.from(
    { length: 11 },
    (_, i) => i,
  );
  const [strip, row, pb, left, p0] = [11, 12, 13, 14, 15];
  const place = (r: number) => p0 + r;
  const [v0, v1, spread] = [19, 20, 21];
  const sum = (r: number, half: number) => 22 + r * 2 + half;
  const fourRows = [0, 1, 2, 3];
  const placeIn = (block: number, blockRow: number, r: number): Code =>
    add(add(get(block), get(strip)), multiply(add(get(row), int(r)), get(blockRow)));
  return {
    name: 'multiplyShorts',
    parameters: 11,
    integers: 8,
    vectors: 11,
    body: [
      set(strip, int(0)),
      set(columns, multiply(get(columns), int(4))),
      repeatWhileLess(strip, get(columns), [
        set(row, int(0)),
        repeatWhileLess(row, get(rows), [
          set(pb, add(get(b), get(strip))),
          fourRows.map((r) => [
            set(place(r), add(get(a), multiply(add(get(row), int(r)), get(aRow)))),
            set(sum(r, 0), floats(0)),
            set(sum(r, 1), floats(0)),
          ]),
          set(left, get(pairs)),
          repeatUntilNought(left, [
            set(v0, load(get(pb))),
            set(v1, load(get(pb), 16)),
            fourRows.map((r) => [
              set(spread, loadSpread(get(place(r)))),
              set(sum(r, 0), plusInts(get(sum(r, 0)), multiplyPairs(get(spread), get(v0)))),
              set(sum(r, 1), plusInts(get(sum(r, 1)), multiplyPairs(get(spread), get(v1)))),
              increase(place(r), int(4)),
            ]),
            increase(pb, get(columns)),
            set(left, subtract(get(left), int(1))),
          ]),
          set(spread, loadSpread(get(unit))),
          fourRows.map((r) =>
            [0, 1].map((half) =>
              store(
                placeIn(c, cRow, r),
                plus(
                  load(placeIn(base, baseRow, r), half * 16),
                  times(toFloats(get(sum(r, half))), get(spread)),
                ),
                half * 16,
              ),
            ),
          ),
          increase(row, int(4)),
        ]),
        increase(strip, int(32)),
      ]),
    ],
  };
})();
