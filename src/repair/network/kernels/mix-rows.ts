import {
  add,
  floats,
  get,
  increase,
  int,
  load,
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
 * `to[i] = taps[0] ∘ from[i] + … + taps[count − 1] ∘ from[i + count − 1]`, number by number, for rows of `width` floats that
 * lie side by side. Width a multiple of 4.
 */
export type MixRows = (
  to: number,
  from: number,
  taps: number,
  width: number,
  count: number,
  rows: number,
) => void;

export const mixRowsRoutine: Routine = (() => {
  const [to, from, taps, width, count, rows] = [0, 1, 2, 3, 4, 5];
  const [channel, left, pf, pt] = [6, 7, 8, 9];
  const sum = 10;
  return {
    name: 'mixRows',
    parameters: 6,
    integers: 4,
    vectors: 1,
    body: [
      set(width, multiply(get(width), int(4))),
      repeatUntilNought(rows, [
        set(channel, int(0)),
        repeatWhileLess(channel, get(width), [
          set(sum, floats(0)),
          set(pf, add(get(from), get(channel))),
          set(pt, add(get(taps), get(channel))),
          set(left, get(count)),
          repeatUntilNought(left, [
            set(sum, plus(get(sum), times(load(get(pf)), load(get(pt))))),
            increase(pf, get(width)),
            increase(pt, get(width)),
            set(left, subtract(get(left), int(1))),
          ]),
          store(add(get(to), get(channel)), get(sum)),
          increase(channel, int(16)),
        ]),
        increase(to, get(width)),
        increase(from, get(width)),
        set(rows, subtract(get(rows), int(1))),
      ]),
    ],
  };
})();
