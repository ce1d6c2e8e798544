import {
  absolute,
  add,
  type Code,
  floats,
  get,
  increase,
  int,
  load,
  minus,
  multiply,
  over,
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
 * Runs a gated average over rows: `h ← h + z (g − h)`, from nought, with `z = ½ + ½ s(·)` and `g = s(·)` made of what
 * stands at `gates` and put in its place: in each row `width` numbers for z, then as many for g. The stride is negative
 * to run from the last row to the first. Width a multiple of 4.
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
const softsign = (x: Code): Code => over(x, plus(floats(1), absolute(x)));

export const scanRoutine: Routine = (() => {
  const [gates, h, gatesRow, hRow, width, count] = [0, 1, 2, 3, 4, 5];
  const [channel, left, pz, pg, ph] = [6, 7, 8, 9, 10];
  const [state, z, g] = [11, 12, 13];
  return {
    name: 'scan',
    parameters: 6,
    integers: 5,
    vectors: 3,
    body: [
      set(channel, int(0)),
      set(width, multiply(get(width), int(4))),
      repeatWhileLess(channel, get(width), [
        set(pz, add(get(gates), get(channel))),
        set(pg, add(get(pz), get(width))),
        set(ph, add(get(h), get(channel))),
        set(state, floats(0)),
        set(left, get(count)),
        repeatUntilNought(left, [
          set(z, load(get(pz))),
          set(z, plus(floats(0.5), times(floats(0.5), softsign(get(z))))),
          set(g, load(get(pg))),
          set(g, softsign(get(g))),
          set(state, plus(get(state), times(get(z), minus(get(g), get(state))))),
          store(get(pz), get(z)),
          store(get(pg), get(g)),
          store(get(ph), get(state)),
          increase(pz, get(gatesRow)),
          increase(pg, get(gatesRow)),
          increase(ph, get(hRow)),
          set(left, subtract(get(left), int(1))),
        ]),
        increase(channel, int(16)),
      ]),
    ],
  };
})();
