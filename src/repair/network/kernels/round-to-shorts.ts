import * as asm from '../assembler.ts';

/** Rounds floats, each times the float at `scale`, to shorts of at most thirteen bits. Count a multiple of 8. */
export type RoundToShorts = (to: number, from: number, scale: number, count: number) => void;

/** Thirteen bits: sums of products with weights of twelve must stay below 32. */
const LARGEST = 8191;

export const roundToShortsRoutine: asm.Routine = (() => {
  const [to, from, scale, count] = [0, 1, 2, 3];
  const spread = 4;
  const scaled = (offset: number): asm.Code =>
    asm.larger(
      asm.floats(-LARGEST),
      asm.smaller(asm.floats(LARGEST), asm.times(asm.load(asm.get(from), offset), asm.get(spread))),
    );
  return {
    name: 'roundToShorts',
    parameters: 4,
    integers: 0,
    vectors: 1,
    body: [
      asm.set(spread, asm.loadSpread(asm.get(scale))),
      asm.repeatUntilNought(count, [
        asm.store(asm.get(to), asm.toShorts(scaled(0), scaled(16))),
        asm.increase(to, asm.int(16)),
        asm.increase(from, asm.int(32)),
        asm.set(count, asm.subtract(asm.get(count), asm.int(8))),
      ]),
    ],
  };
})();
