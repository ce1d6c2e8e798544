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
  noShorts,
  plusShorts,
  type Routine,
  repeatUntilNought,
  repeatWhileLess,
  set,
  store,
  subtract,
} from '../assembler.ts';

/**
 * For each of `count` places adds up rows of signed bytes to a row of floats. The rows' addresses stand at `addresses`, those
 * of a place after those of the one before; how many fours of them a place has, one at least, stands at `fours`.
 * Width a multiple of 8. A sum beyond that of 256 rows of the largest numbers would not fit.
 */
export type SumRows = (sums: number, addresses: number, fours: number, width: number, count: number) => void;

export const sumRowsRoutine: Routine = (() => {
  const [sums, addresses, fours, width, count] = [0, 1, 2, 3, 4];
  const [channel, left, address] = [5, 6, 7];
  const sum = 8;
  const row = (which: number): Code => loadBytes(add(loadInt(get(address), which * 4), get(channel)));
  return {
    name: 'sumRows',
    parameters: 5,
    integers: 3,
    vectors: 1,
    body: [
      repeatUntilNought(count, [
        set(channel, int(0)),
        repeatWhileLess(channel, get(width), [
          set(address, get(addresses)),
          set(left, loadInt(get(fours))),
          set(sum, noShorts),
          repeatUntilNought(left, [
            set(
              sum,
              plusShorts(get(sum), plusShorts(plusShorts(row(0), row(1)), plusShorts(row(2), row(3)))),
            ),
            increase(address, int(16)),
            set(left, subtract(get(left), int(1))),
          ]),
          store(get(sums), lowToFloats(get(sum))),
          store(get(sums), highToFloats(get(sum)), 16),
          increase(sums, int(32)),
          increase(channel, int(8)),
        ]),
        set(addresses, get(address)),
        increase(fours, int(4)),
        set(count, subtract(get(count), int(1))),
      ]),
    ],
  };
})();
