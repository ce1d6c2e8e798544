import {
  add,
  type Code,
  get,
  highToFloats,
  increase,
  int,
  loadBytes,
  loadInt,
  lowToFloats,
  plusShorts,
  type Routine,
  repeatUntilNought,
  repeatWhileLess,
  set,
  store,
  subtract,
} from '../assembler.ts';

/**
 * For each of `count` places adds up four rows of signed bytes, whose addresses stand at `addresses`, to a row of floats.
 * Width a multiple of 8.
 */
export type SumRows = (sums: number, addresses: number, width: number, count: number) => void;

export const sumRowsRoutine: Routine = (() => {
  const [sums, addresses, width, count] = [0, 1, 2, 3];
  const channel = 4;
  const sum = 5;
  const row = (which: number): Code => loadBytes(add(loadInt(get(addresses), which * 4), get(channel)));
  return {
    name: 'sumRows',
    parameters: 4,
    integers: 1,
    vectors: 1,
    body: [
      repeatUntilNought(count, [
        set(channel, int(0)),
        repeatWhileLess(channel, get(width), [
          set(sum, plusShorts(plusShorts(row(0), row(1)), plusShorts(row(2), row(3)))),
          store(get(sums), lowToFloats(get(sum))),
          store(get(sums), highToFloats(get(sum)), 16),
          increase(sums, int(32)),
          increase(channel, int(8)),
        ]),
        increase(addresses, int(16)),
        set(count, subtract(get(count), int(1))),
      ]),
    ],
  };
})();
