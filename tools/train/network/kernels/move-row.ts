import * as asm from '../../../../src/repair/network/assembler.ts';

/**
 * Moves a row of floats against its slope, AdaGrad with one rate for all: after the row stand four times the mean square
 * of all its slopes so far. `rate` is the address of a float, and of one over the width. Width a multiple of 4.
 */
export type MoveRow = (row: number, slope: number, rate: number, width: number) => void;

export const moveRowRoutine: asm.Routine = (() => {
  const [row, slope, rate, width] = [0, 1, 2, 3];
  const [channel, place] = [4, 5];
  const [sum, value] = [6, 7];
  return {
    name: 'moveRow',
    parameters: 4,
    integers: 2,
    vectors: 2,
    body: [
      asm.set(width, asm.multiply(asm.get(width), asm.int(4))),
      asm.set(channel, asm.int(0)),
      asm.repeatWhileLess(channel, asm.get(width), [
        asm.set(value, asm.load(asm.add(asm.get(slope), asm.get(channel)))),
        asm.set(sum, asm.plus(asm.get(sum), asm.times(asm.get(value), asm.get(value)))),
        asm.increase(channel, asm.int(16)),
      ]),
      asm.total(sum),
      asm.set(place, asm.add(asm.get(row), asm.get(width))),
      asm.set(
        sum,
        asm.plus(
          asm.load(asm.get(place)),
          asm.times(asm.get(sum), asm.loadSpread(asm.add(asm.get(rate), asm.int(4)))),
        ),
      ),
      asm.store(asm.get(place), asm.get(sum)),
      asm.set(
        sum,
        asm.over(asm.loadSpread(asm.get(rate)), asm.root(asm.plus(asm.get(sum), asm.floats(1e-6)))),
      ),
      asm.set(channel, asm.int(0)),
      asm.repeatWhileLess(channel, asm.get(width), [
        asm.set(place, asm.add(asm.get(row), asm.get(channel))),
        asm.store(
          asm.get(place),
          asm.minus(
            asm.load(asm.get(place)),
            asm.times(asm.get(sum), asm.load(asm.add(asm.get(slope), asm.get(channel)))),
          ),
        ),
        asm.increase(channel, asm.int(16)),
      ]),
    ],
  };
})();
