import * as asm from '../../../../src/repair/network/assembler.ts';

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

export const scanBackRoutine: asm.Routine = (() => {
  const [gates, h, dh, dgates, gatesRow, hRow, width, count] = [0, 1, 2, 3, 4, 5, 6, 7];
  const [channel, left, pz, pg, ph, pdh, pdz, pdg] = [8, 9, 10, 11, 12, 13, 14, 15];
  const [carry, z, g, before, slope, flatness] = [16, 17, 18, 19, 20, 21];
  // The slope of s at x, by its value there: (1 − |s|)².
  const slopeAt = (value: asm.Code): asm.Code => [
    asm.set(flatness, asm.minus(asm.floats(1), asm.absolute(value))),
    asm.times(asm.get(flatness), asm.get(flatness)),
  ];
  const step: asm.Code = [
    asm.set(z, asm.load(asm.get(pz))),
    asm.set(g, asm.load(asm.get(pg))),
    asm.set(slope, asm.plus(asm.load(asm.get(pdh)), asm.get(carry))),
    asm.store(asm.get(pdg), asm.times(asm.times(asm.get(slope), asm.get(z)), slopeAt(asm.get(g)))),
    asm.store(
      asm.get(pdz),
      asm.times(
        asm.times(asm.times(asm.get(slope), asm.minus(asm.get(g), asm.get(before))), asm.floats(0.5)),
        slopeAt(asm.minus(asm.plus(asm.get(z), asm.get(z)), asm.floats(1))),
      ),
    ),
    asm.set(carry, asm.times(asm.get(slope), asm.minus(asm.floats(1), asm.get(z)))),
    [pz, pg, pdz, pdg].map((place) => asm.increase(place, asm.get(gatesRow))),
    [ph, pdh].map((place) => asm.increase(place, asm.get(hRow))),
    asm.set(left, asm.subtract(asm.get(left), asm.int(1))),
  ];
  return {
    name: 'scanBack',
    parameters: 8,
    integers: 8,
    vectors: 6,
    body: [
      asm.set(channel, asm.int(0)),
      asm.set(width, asm.multiply(asm.get(width), asm.int(4))),
      asm.repeatWhileLess(channel, asm.get(width), [
        asm.set(pz, asm.add(asm.get(gates), asm.get(channel))),
        asm.set(pg, asm.add(asm.get(pz), asm.get(width))),
        asm.set(pdz, asm.add(asm.get(dgates), asm.get(channel))),
        asm.set(pdg, asm.add(asm.get(pdz), asm.get(width))),
        // Of h, the row before: what the state was.
        asm.set(ph, asm.add(asm.add(asm.get(h), asm.get(channel)), asm.get(hRow))),
        asm.set(pdh, asm.add(asm.get(dh), asm.get(channel))),
        asm.set(carry, asm.floats(0)),
        asm.set(left, asm.get(count)),
        asm.repeatUntilNought(left, [asm.set(before, asm.load(asm.get(ph))), step]),
        asm.increase(channel, asm.int(16)),
      ]),
    ],
  };
})();
