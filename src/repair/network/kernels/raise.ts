import * as asm from '../assembler.ts';

/** Makes nought of what is less, in so many floats, a multiple of 4. */
export type Raise = (at: number, count: number) => void;

export const raiseRoutine: asm.Routine = (() => {
  const [at, count] = [0, 1];
  return {
    name: 'raise',
    parameters: 2,
    integers: 0,
    vectors: 0,
    body: [
      asm.repeatUntilNought(count, [
        asm.store(asm.get(at), asm.larger(asm.load(asm.get(at)), asm.floats(0))),
        asm.increase(at, asm.int(16)),
        asm.set(count, asm.subtract(asm.get(count), asm.int(4))),
      ]),
    ],
  };
})();
