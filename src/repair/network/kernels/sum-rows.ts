import * as asm from '../assembler.ts';

/**
 * For each of `count` places adds up rows of signed bytes to a row of floats. The rows' addresses stand at `addresses`, those
 * of a place after those of the one before; how many fours of them a place has, one at least, stands at `fours`.
 * Width a multiple of 16. A sum beyond that of 256 rows of the largest numbers would not fit.
 */
export type SumRows = (sums: number, addresses: number, fours: number, width: number, count: number) => void;

export const sumRowsRoutine: asm.Routine = (() => {
  const [sums, addresses, fours, width, count] = [0, 1, 2, 3, 4];
  const [channel, left, address, row] = [5, 6, 7, 8];
  const sums16 = [9, 10];
  return {
    name: 'sumRows',
    parameters: 5,
    integers: 4,
    vectors: 2,
    body: [
      asm.repeatUntilNought(count, [
        asm.set(channel, asm.int(0)),
        asm.repeatWhileLess(channel, asm.get(width), [
          asm.set(address, asm.get(addresses)),
          asm.set(left, asm.loadInt(asm.get(fours))),
          sums16.map((sum) => asm.set(sum, asm.noShorts)),
          asm.repeatUntilNought(left, [
            [0, 1, 2, 3].map((which) => [
              asm.set(row, asm.add(asm.loadInt(asm.get(address), which * 4), asm.get(channel))),
              sums16.map((sum, half) =>
                asm.set(sum, asm.plusShorts(asm.get(sum), asm.loadBytes(asm.get(row), half * 8))),
              ),
            ]),
            asm.increase(address, asm.int(16)),
            asm.set(left, asm.subtract(asm.get(left), asm.int(1))),
          ]),
          sums16.map((sum, half) => [
            asm.store(asm.get(sums), asm.lowToFloats(asm.get(sum)), half * 32),
            asm.store(asm.get(sums), asm.highToFloats(asm.get(sum)), half * 32 + 16),
          ]),
          asm.increase(sums, asm.int(64)),
          asm.increase(channel, asm.int(16)),
        ]),
        asm.set(addresses, asm.get(address)),
        asm.increase(fours, asm.int(4)),
        asm.set(count, asm.subtract(asm.get(count), asm.int(1))),
      ]),
    ],
  };
})();
