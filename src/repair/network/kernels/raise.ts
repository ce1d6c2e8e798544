import {
  floats,
  get,
  increase,
  int,
  larger,
  load,
  type Routine,
  repeatUntilNought,
  set,
  store,
  subtract,
} from '../assembler.ts';

/** Makes nought of what is less, in so many floats, a multiple of 4. */
export type Raise = (at: number, count: number) => void;

export const raiseRoutine: Routine = (() => {
  const [at, count] = [0, 1];
  return {
    name: 'raise',
    parameters: 2,
    integers: 0,
    vectors: 0,
    body: [
      repeatUntilNought(count, [
        store(get(at), larger(load(get(at)), floats(0))),
        increase(at, int(16)),
        set(count, subtract(get(count), int(4))),
      ]),
    ],
  };
})();
