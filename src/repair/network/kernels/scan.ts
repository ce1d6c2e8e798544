import * as asm from '../assembler.ts';

/**
 * Runs a gated average over rows: `h ← h + z (g − h)`, from nought, with `z = ½ + ½ s(·)` and `g = s(·)` made of what
 * stands at `gates` and put in its place: in each row `width` numbers for z, then as many for g. The stride is negative
 * to run from the last row to the first. Width a multiple of 8: each step waits for the one before, so that
 * two vectors go side by side.
 */
export type Scan = (
  gates: number,
  h: number,
  gatesRow: number,
  hRow: number,
  width: number,
  count: number,
) => void;

/** `x / (1 + |x|)`: an S that needs no exponential. */
const softsign = (x: asm.Code): asm.Code => asm.over(x, asm.plus(asm.floats(1), asm.absolute(x)));

export const scanRoutine: asm.Routine = (() => {
  const [gates, h, gatesRow, hRow, width, count] = [0, 1, 2, 3, 4, 5];
  const [channel, left, pz, pg, ph] = [6, 7, 8, 9, 10];
  const lanes = [0, 1].map((lane) => ({
    offset: lane * 16,
    state: 11 + lane * 3,
    z: 12 + lane * 3,
    g: 13 + lane * 3,
  }));
  return {
    name: 'scan',
    parameters: 6,
    integers: 5,
    vectors: 6,
    body: [
      asm.set(channel, asm.int(0)),
      asm.set(width, asm.multiply(asm.get(width), asm.int(4))),
      asm.repeatWhileLess(channel, asm.get(width), [
        asm.set(pz, asm.add(asm.get(gates), asm.get(channel))),
        asm.set(pg, asm.add(asm.get(pz), asm.get(width))),
        asm.set(ph, asm.add(asm.get(h), asm.get(channel))),
        lanes.map(({ state }) => asm.set(state, asm.floats(0))),
        asm.set(left, asm.get(count)),
        asm.repeatUntilNought(left, [
          lanes.map(({ offset, state, z, g }) => [
            asm.set(z, asm.load(asm.get(pz), offset)),
            asm.set(z, asm.plus(asm.floats(0.5), asm.times(asm.floats(0.5), softsign(asm.get(z))))),
            asm.set(g, asm.load(asm.get(pg), offset)),
            asm.set(g, softsign(asm.get(g))),
            asm.set(
              state,
              asm.plus(asm.get(state), asm.times(asm.get(z), asm.minus(asm.get(g), asm.get(state)))),
            ),
            asm.store(asm.get(pz), asm.get(z), offset),
            asm.store(asm.get(pg), asm.get(g), offset),
            asm.store(asm.get(ph), asm.get(state), offset),
          ]),
          asm.increase(pz, asm.get(gatesRow)),
          asm.increase(pg, asm.get(gatesRow)),
          asm.increase(ph, asm.get(hRow)),
          asm.set(left, asm.subtract(asm.get(left), asm.int(1))),
        ]),
        asm.increase(channel, asm.int(32)),
      ]),
    ],
  };
})();
