import * as asm from '../assembler.ts';

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

export const mixRowsRoutine: asm.Routine = (() => {
  const [to, from, taps, width, count, rows] = [0, 1, 2, 3, 4, 5];
  const [channel, left, pf, pt] = [6, 7, 8, 9];
  const sum = 10;
  return {
    name: 'mixRows',
    parameters: 6,
    integers: 4,
    vectors: 1,
    body: [
      asm.set(width, asm.multiply(asm.get(width), asm.int(4))),
      asm.repeatUntilNought(rows, [
        asm.set(channel, asm.int(0)),
        asm.repeatWhileLess(channel, asm.get(width), [
          asm.set(sum, asm.floats(0)),
          asm.set(pf, asm.add(asm.get(from), asm.get(channel))),
          asm.set(pt, asm.add(asm.get(taps), asm.get(channel))),
          asm.set(left, asm.get(count)),
          asm.repeatUntilNought(left, [
            asm.set(sum, asm.plus(asm.get(sum), asm.times(asm.load(asm.get(pf)), asm.load(asm.get(pt))))),
            asm.increase(pf, asm.get(width)),
            asm.increase(pt, asm.get(width)),
            asm.set(left, asm.subtract(asm.get(left), asm.int(1))),
          ]),
          asm.store(asm.add(asm.get(to), asm.get(channel)), asm.get(sum)),
          asm.increase(channel, asm.int(16)),
        ]),
        asm.increase(to, asm.get(width)),
        asm.increase(from, asm.get(width)),
        asm.set(rows, asm.subtract(asm.get(rows), asm.int(1))),
      ]),
    ],
  };
})();
