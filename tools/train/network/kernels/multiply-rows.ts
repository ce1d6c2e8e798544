import * as asm from '../../../../src/repair/network/assembler.ts';

/** `to += a[0] ∘ b[0] + … + a[count − 1] ∘ b[count − 1]`, number by number, for rows as in {@link MixRows}. */
export type MultiplyRows = (to: number, a: number, b: number, width: number, count: number) => void;

export const multiplyRowsRoutine: asm.Routine = (() => {
  const [to, a, b, width, count] = [0, 1, 2, 3, 4];
  const [channel, left, pa, pb] = [5, 6, 7, 8];
  const sum = 9;
  return {
    name: 'multiplyRows',
    parameters: 5,
    integers: 4,
    vectors: 1,
    body: [
      asm.set(channel, asm.int(0)),
      asm.set(width, asm.multiply(asm.get(width), asm.int(4))),
      asm.repeatWhileLess(channel, asm.get(width), [
        asm.set(sum, asm.load(asm.add(asm.get(to), asm.get(channel)))),
        asm.set(pa, asm.add(asm.get(a), asm.get(channel))),
        asm.set(pb, asm.add(asm.get(b), asm.get(channel))),
        asm.set(left, asm.get(count)),
        asm.repeatUntilNought(left, [
          asm.set(sum, asm.plus(asm.get(sum), asm.times(asm.load(asm.get(pa)), asm.load(asm.get(pb))))),
          asm.increase(pa, asm.get(width)),
          asm.increase(pb, asm.get(width)),
          asm.set(left, asm.subtract(asm.get(left), asm.int(1))),
        ]),
        asm.store(asm.add(asm.get(to), asm.get(channel)), asm.get(sum)),
        asm.increase(channel, asm.int(16)),
      ]),
    ],
  };
})();
