import {
  add,
  get,
  increase,
  int,
  load,
  multiply,
  plus,
  type Routine,
  repeatUntilNought,
  repeatWhileLess,
  set,
  store,
  subtract,
  times,
} from '../../../../src/repair/network/assembler.ts';

/** `to += a[0] ∘ b[0] + … + a[count − 1] ∘ b[count − 1]`, number by number, for rows as in {@link MixRows}. */
export type MultiplyRows = (to: number, a: number, b: number, width: number, count: number) => void;

export const multiplyRowsRoutine: Routine = (() => {
  const [to, a, b, width, count] = [0, 1, 2, 3, 4];
  const [channel, left, pa, pb] = [5, 6, 7, 8];
  const sum = 9;
  return {
    name: 'multiplyRows',
    parameters: 5,
    integers: 4,
    vectors: 1,
    body: [
      set(channel, int(0)),
      set(width, multiply(get(width), int(4))),
      repeatWhileLess(channel, get(width), [
        set(sum, load(add(get(to), get(channel)))),
        set(pa, add(get(a), get(channel))),
        set(pb, add(get(b), get(channel))),
        set(left, get(count)),
        repeatUntilNought(left, [
          set(sum, plus(get(sum), times(load(get(pa)), load(get(pb))))),
          increase(pa, get(width)),
          increase(pb, get(width)),
          set(left, subtract(get(left), int(1))),
        ]),
        store(add(get(to), get(channel)), get(sum)),
        increase(channel, int(16)),
      ]),
    ],
  };
})();
