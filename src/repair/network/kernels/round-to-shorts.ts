import {
  type Code,
  floats,
  get,
  increase,
  int,
  larger,
  load,
  loadSpread,
  type Routine,
  repeatUntilNought,
  set,
  smaller,
  store,
  subtract,
  times,
  toShorts,
} from '../assembler.ts';

/** Rounds floats, each times the float at `scale`, to shorts of at most thirteen bits. Count a multiple of 8. */
export type RoundToShorts = (to: number, from: number, scale: number, count: number) => void;

/** Thirteen bits: sums of products with weights of twelve must stay below 32. */
const LARGEST = 8191;

export const roundToShortsRoutine: Routine = (() => {
  const [to, from, scale, count] = [0, 1, 2, 3];
  const spread = 4;
  const scaled = (offset: number): Code =>
    larger(floats(-LARGEST), smaller(floats(LARGEST), times(load(get(from), offset), get(spread))));
  return {
    name: 'roundToShorts',
    parameters: 4,
    integers: 0,
    vectors: 1,
    body: [
      set(spread, loadSpread(get(scale))),
      repeatUntilNought(count, [
        store(get(to), toShorts(scaled(0), scaled(16))),
        increase(to, int(16)),
        increase(from, int(32)),
        set(count, subtract(get(count), int(8))),
      ]),
    ],
  };
})();
