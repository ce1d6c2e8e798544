import {
  add,
  type Code,
  get,
  increase,
  int,
  load,
  loadSpread,
  multiply,
  plus,
  type Routine,
  repeatUntilNought,
  repeatWhileLess,
  set,
  store,
  subtract,
  times,
} from '../assembler.ts';

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

export const multiplyAddRoutine: Routine = (() => {
  const [c, cRow, a, aRow, aColumn, b, bRow, rows, inner, columns] = Array.from({ length: 10 }, (_, i) => i);
  const [strip, row, pc, pb, left, p0] = [10, 11, 12, 13, 14, 15];
  const place = (r: number) => p0 + r;
  const [v0, v1, spread] = [19, 20, 21];
  const sum = (r: number, half: number) => 22 + r * 2 + half;
  const fourRows = [0, 1, 2, 3];
  const placeOfC = (r: number): Code => (r === 0 ? get(pc) : add(get(pc), multiply(get(cRow), int(r))));
  return {
    name: 'multiplyAdd',
    parameters: 10,
    integers: 9,
    vectors: 11,
    body: [
      set(strip, int(0)),
      set(columns, multiply(get(columns), int(4))),
      repeatWhileLess(strip, get(columns), [
        set(row, int(0)),
        repeatWhileLess(row, get(rows), [
          set(pc, add(add(get(c), get(strip)), multiply(get(row), get(cRow)))),
          set(pb, add(get(b), get(strip))),
          fourRows.map((r) => set(place(r), add(get(a), multiply(add(get(row), int(r)), get(aRow))))),
          fourRows.map((r) => [set(sum(r, 0), load(placeOfC(r))), set(sum(r, 1), load(placeOfC(r), 16))]),
          set(left, get(inner)),
          repeatUntilNought(left, [
            set(v0, load(get(pb))),
            set(v1, load(get(pb), 16)),
            fourRows.map((r) => [
              set(spread, loadSpread(get(place(r)))),
              set(sum(r, 0), plus(get(sum(r, 0)), times(get(spread), get(v0)))),
              set(sum(r, 1), plus(get(sum(r, 1)), times(get(spread), get(v1)))),
              increase(place(r), get(aColumn)),
            ]),
            increase(pb, get(bRow)),
            set(left, subtract(get(left), int(1))),
          ]),
          fourRows.map((r) => [store(placeOfC(r), get(sum(r, 0))), store(placeOfC(r), get(sum(r, 1)), 16)]),
          increase(row, int(4)),
        ]),
        increase(strip, int(32)),
      ]),
    ],
  };
})();
