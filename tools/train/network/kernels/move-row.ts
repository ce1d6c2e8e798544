import {
  add,
  floats,
  get,
  increase,
  int,
  load,
  loadSpread,
  minus,
  multiply,
  over,
  plus,
  type Routine,
  repeatWhileLess,
  root,
  set,
  store,
  times,
  total,
} from '../../../../src/repair/network/assembler.ts';

/**
 * Moves a row of floats against its slope, AdaGrad with one rate for all: after the row stand four times the mean square
 * of all its slopes so far. `rate` is the address of a float, and of one over the width. Width a multiple of 4.
 */
export type MoveRow = (row: number, slope: number, rate: number, width: number) => void;

export const moveRowRoutine: Routine = (() => {
  const [row, slope, rate, width] = [0, 1, 2, 3];
  const [channel, place] = [4, 5];
  const [sum, value] = [6, 7];
  return {
    name: 'moveRow',
    parameters: 4,
    integers: 2,
    vectors: 2,
    body: [
      set(width, multiply(get(width), int(4))),
      set(channel, int(0)),
      repeatWhileLess(channel, get(width), [
        set(value, load(add(get(slope), get(channel)))),
        set(sum, plus(get(sum), times(get(value), get(value)))),
        increase(channel, int(16)),
      ]),
      total(sum),
      set(place, add(get(row), get(width))),
      set(sum, plus(load(get(place)), times(get(sum), loadSpread(add(get(rate), int(4)))))),
      store(get(place), get(sum)),
      set(sum, over(loadSpread(get(rate)), root(plus(get(sum), floats(1e-6))))),
      set(channel, int(0)),
      repeatWhileLess(channel, get(width), [
        set(place, add(get(row), get(channel))),
        store(get(place), minus(load(get(place)), times(get(sum), load(add(get(slope), get(channel)))))),
        increase(channel, int(16)),
      ]),
    ],
  };
})();
