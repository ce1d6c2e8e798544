import {
  add,
  type Code,
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
} from '../../../../src/repair/bare/network/assembler.ts';

/** {@link SumRows} of rows of floats. Width a multiple of 4. */
export type SumFloatRows = (sums: number, addresses: number, width: number, count: number) => void;

export const sumFloatRowsRoutine: Routine = (() => {
  const [sums, addresses, width, count] = [0, 1, 2, 3];
  const channel = 4;
  const row = (which: number): Code => load(add(loadInt(get(addresses), which * 4), get(channel)));
  return {
    name: 'sumFloatRows',
    parameters: 4,
    integers: 1,
    vectors: 0,
    body: [
      set(width, multiply(get(width), int(4))),
      repeatUntilNought(count, [
        set(channel, int(0)),
        repeatWhileLess(channel, get(width), [
          store(get(sums), plus(plus(row(0), row(1)), plus(row(2), row(3)))),
          increase(sums, int(16)),
          increase(channel, int(16)),
        ]),
        increase(addresses, int(16)),
        set(count, subtract(get(count), int(1))),
      ]),
    ],
  };
})();
