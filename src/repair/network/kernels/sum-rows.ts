import * as asm from '../assembler.ts';

/**
 * For each of `count` places adds up rows of signed bytes to a row of floats. The rows' addresses stand at `addresses`, those
 * of a place after those of the one before; how many fours of them a place has, one at least, stands at `fours`.
 * Width a multiple of 8. A sum beyond that of 256 rows of the largest numbers would not fit.
 */
export type SumRows = (sums: number, addresses: number, fours: number, width: number, count: number) => void;

export const sumRowsRoutine: asm.Routine = (() => {
  const [sums, addresses, fours, width, count] = [0, 1, 2, 3, 4];
  const [channel, left, address] = [5, 6, 7];
  const sum = 8;
  const row = (which: number): asm.Code =>
    asm.loadBytes(asm.add(asm.loadInt(asm.get(address), which * 4), asm.get(channel)));
  return {
    name: 'sumRows',
    parameters: 5,
    integers: 3,
    vectors: 1,
    body: [
      asm.repeatUntilNought(count, [
        asm.set(channel, asm.int(0)),
        asm.repeatWhileLess(channel, asm.get(width), [
          asm.set(address, asm.get(addresses)),
          asm.set(left, asm.loadInt(asm.get(fours))),
          asm.set(sum, asm.noShorts),
          asm.repeatUntilNought(left, [
            asm.set(
              sum,
              asm.plusShorts(
                asm.get(sum),
                asm.plusShorts(asm.plusShorts(row(0), row(1)), asm.plusShorts(row(2), row(3))),
              ),
            ),
            asm.increase(address, asm.int(16)),
            asm.set(left, asm.subtract(asm.get(left), asm.int(1))),
          ]),
          asm.store(asm.get(sums), asm.lowToFloats(asm.get(sum))),
          asm.store(asm.get(sums), asm.highToFloats(asm.get(sum)), 16),
          asm.increase(sums, asm.int(32)),
          asm.increase(channel, asm.int(8)),
        ]),
        asm.set(addresses, asm.get(address)),
        asm.increase(fours, asm.int(4)),
        asm.set(count, asm.subtract(asm.get(count), asm.int(1))),
      ]),
    ],
  };
})();
