import * as asm from '../../../../src/repair/network/assembler.ts';
import type { SumRows } from '../../../../src/repair/network/kernels/sum-rows.ts';

/** {@link SumRows} of rows of floats. Width a multiple of 4. */
export type SumFloatRows = SumRows;

export const sumFloatRowsRoutine: asm.Routine = (() => {
  const [sums, addresses, fours, width, count] = [0, 1, 2, 3, 4];
  const [channel, left, address] = [5, 6, 7];
  const sum = 8;
  const row = (which: number): asm.Code =>
    asm.load(asm.add(asm.loadInt(asm.get(address), which * 4), asm.get(channel)));
  return {
    name: 'sumFloatRows',
    parameters: 5,
    integers: 3,
    vectors: 1,
    body: [
      asm.set(width, asm.multiply(asm.get(width), asm.int(4))),
      asm.repeatUntilNought(count, [
        asm.set(channel, asm.int(0)),
        asm.repeatWhileLess(channel, asm.get(width), [
          asm.set(address, asm.get(addresses)),
          asm.set(left, asm.loadInt(asm.get(fours))),
          asm.set(sum, asm.floats(0)),
          asm.repeatUntilNought(left, [
            asm.set(
              sum,
              asm.plus(asm.get(sum), asm.plus(asm.plus(row(0), row(1)), asm.plus(row(2), row(3)))),
            ),
            asm.increase(address, asm.int(16)),
            asm.set(left, asm.subtract(asm.get(left), asm.int(1))),
          ]),
          asm.store(asm.get(sums), asm.get(sum)),
          asm.increase(sums, asm.int(16)),
          asm.increase(channel, asm.int(16)),
        ]),
        asm.set(addresses, asm.get(address)),
        asm.increase(fours, asm.int(4)),
        asm.set(count, asm.subtract(asm.get(count), asm.int(1))),
      ]),
    ],
  };
})();
