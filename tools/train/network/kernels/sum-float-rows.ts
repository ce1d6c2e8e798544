import {
  add,
  type Code,
  floats,
  get,
  increase,
  int,
  load,
  loadInt,
  multiply,
  plus,
  type Routine,
  repeatUntilNought,
  repeatWhileLess,
  set,
  store,
  subtract,
} from '../../../../src/repair/network/assembler.ts';
import type { SumRows } from '../../../../src/repair/network/kernels/sum-rows.ts';

/** {@link SumRows} of rows of floats. Width a multiple of 4. */
export type SumFloatRows = SumRows;

export const sumFloatRowsRoutine: Routine = (() => {
  const [sums, addresses, fours, width, count] = [0, 1, 2, 3, 4];
  const [channel, left, address] = [5, 6, 7];
  const sum = 8;
  const row = (which: number): Code => load(add(loadInt(get(address), which * 4), get(channel)));
  return {
    name: 'sumFloatRows',
    parameters: 5,
    integers: 3,
    vectors: 1,
    body: [
      set(width, multiply(get(width), int(4))),
      repeatUntilNought(count, [
        set(channel, int(0)),
        repeatWhileLess(channel, get(width), [
          set(address, get(addresses)),
          set(left, loadInt(get(fours))),
          set(sum, floats(0)),
          repeatUntilNought(left, [
            set(sum, plus(get(sum), plus(plus(row(0), row(1)), plus(row(2), row(3))))),
            increase(address, int(16)),
            set(left, subtract(get(left), int(1))),
          ]),
          store(get(sums), get(sum)),
          increase(sums, int(16)),
          increase(channel, int(16)),
        ]),
        set(addresses, get(address)),
        increase(fours, int(4)),
        set(count, subtract(get(count), int(1))),
      ]),
    ],
  };
})();
