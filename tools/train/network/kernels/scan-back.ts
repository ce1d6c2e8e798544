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
  plus,
  type Routine,
  repeatUntilNought,
  repeatWhileLess,
  set,
  store,
  subtract,
  times,
} from '../../../../src/repair/network/assembler.ts';

/**
 * The way back of {@link Scan}: given what scan left, and at `dh` the loss's slope for each h, writes the slopes
 * for what stood at `gates`. Starts at the row where scan ended, with strides the other way.
 */
export type ScanBack = (
  gates: number,
  h: number,
  dh: number,
  dgates: number,
  gatesRow: number,
  hRow: number,
  width: number,
  count: number,
) => void;

export const scanBackRoutine: Routine = (() => {
  const [gates, h, dh, dgates, gatesRow, hRow, width, count] = [0, 1, 2, 3, 4, 5, 6, 7];
  const [channel, left, pz, pg, ph, pdh, pdz, pdg] = [8, 9, 10, 11, 12, 13, 14, 15];
  const [carry, z, g, before, slope, flatness] = [16, 17, 18, 19, 20, 21];
  // The slope of s at x, by its value there: (1 − |s|)².
  const slopeAt = (value: Code): Code => [
    set(flatness, minus(floats(1), absolute(value))),
    times(get(flatness), get(flatness)),
  ];
  const step: Code = [
    set(z, load(get(pz))),
    set(g, load(get(pg))),
    set(slope, plus(load(get(pdh)), get(carry))),
    store(get(pdg), times(times(get(slope), get(z)), slopeAt(get(g)))),
    store(
      get(pdz),
      times(
        times(times(get(slope), minus(get(g), get(before))), floats(0.5)),
        slopeAt(minus(plus(get(z), get(z)), floats(1))),
      ),
    ),
    set(carry, times(get(slope), minus(floats(1), get(z)))),
    [pz, pg, pdz, pdg].map((place) => increase(place, get(gatesRow))),
    [ph, pdh].map((place) => increase(place, get(hRow))),
    set(left, subtract(get(left), int(1))),
  ];
  return {
    name: 'scanBack',
    parameters: 8,
    integers: 8,
    vectors: 6,
    body: [
      set(channel, int(0)),
      set(width, multiply(get(width), int(4))),
      repeatWhileLess(channel, get(width), [
        set(pz, add(get(gates), get(channel))),
        set(pg, add(get(pz), get(width))),
        set(pdz, add(get(dgates), get(channel))),
        set(pdg, add(get(pdz), get(width))),
        // Of h, the row before: what the state was.
        set(ph, add(add(get(h), get(channel)), get(hRow))),
        set(pdh, add(get(dh), get(channel))),
        set(carry, floats(0)),
        set(left, get(count)),
        repeatUntilNought(left, [set(before, load(get(ph))), step]),
        increase(channel, int(16)),
      ]),
    ],
  };
})();
