import { isNumeral } from '../breaks/numeral.ts';
import { finish, mix } from '../network/hash.ts';
import { OUTPUTS, STOP } from '../network/marks.ts';
import { BREAK, CLOSES, OPENS } from '../symbols.ts';
import type { Boundaries } from './boundaries.ts';
import type { DotProbabilities } from './dot-model.ts';

/** How many symbols on either side make a mark the same as another. */
const REACH = 3;
/** Below this a probability says no less: one place must not outvote all others. */
const FLOOR = 1e-5;

/**
 * Lets marks between the same words, figures alike, answer as one: where a text says 政府性融资担保.再担保机构 ten times, each has the
 * mark that all of them together make likeliest.
 *
 * @param probabilities changed here
 */
export function shareRecurring({ symbols, at }: Boundaries, { count, values }: DotProbabilities): void {
  // Most stand once: only those that come again make a group.
  const first = new Map<number, number>();
  const groups = new Map<number, number[]>();
  for (let row = 0; row < count; row++) {
    const place = at[row + 1];
    const hash = hashAround(symbols, place);
    if (hash === 0) continue;
    const earlier = first.get(hash);
    if (earlier === undefined) first.set(hash, row);
    else if (isAlike(symbols, at[earlier + 1], place)) {
      const group = groups.get(hash);
      if (group === undefined) groups.set(hash, [earlier, row]);
      else group.push(row);
    }
  }
  for (const group of groups.values()) share(group, values, meanOf(group, values), 1);
}

/** A hash of the symbols around a place; 0 where a line begins or ends there, or the passage does. */
function hashAround(symbols: Uint16Array, place: number): number {
  if (place < REACH) return 0;
  let hash = 1;
  for (let i = place - REACH; i <= place + REACH; i++) {
    if (symbols[i] === BREAK || symbols[i] === 0) return 0;
    hash = mix(hash, symbols[i]);
  }
  return finish(hash);
}

function isAlike(symbols: Uint16Array, one: number, other: number): boolean {
  for (let i = -REACH; i <= REACH; i++) if (symbols[one + i] !== symbols[other + i]) return false;
  return true;
}

/** How many items make a series. */
const ITEMS = 3;
/** How much the other items say, beside what each says itself. */
const OTHERS = 0.3;

/**
 * Lets the marks behind the headings of items bear each other out: where most of （一）（二）（三） begin with a short sentence of their
 * own, so do the others.
 *
 * @param probabilities changed here
 */
export function shareItemHeadings({ symbols, at }: Boundaries, { count, values }: DotProbabilities): void {
  const group: number[] = [];
  for (let row = 0; row < count; row++) {
    let start = at[row] + 1;
    if (symbols[start] === BREAK) start++;
    if (isItem(symbols, start)) group.push(row);
  }
  if (group.length < ITEMS) return;
  const shared = meanOf(group, values);
  if (shared.indexOf(Math.max(...shared)) === STOP) share(group, values, shared, OTHERS);
}

/** True where an item's number in brackets stands at `at`. */
function isItem(symbols: Uint16Array, at: number): boolean {
  if (symbols[at] !== OPENS) return false;
  let end = at + 1;
  while (end - at < 4 && isNumeral(String.fromCharCode(symbols[end]), 0)) end++;
  return end > at + 1 && symbols[end] === CLOSES;
}

/** The normalized product of a group's rows, evened out by their number. */
function meanOf(group: readonly number[], values: Float32Array): Float64Array {
  const mean = new Float64Array(OUTPUTS);
  for (let output = 0; output < OUTPUTS; output++) {
    let log = 0;
    for (const row of group) log += Math.log(values[row * OUTPUTS + output] + FLOOR);
    mean[output] = Math.exp(log / group.length);
  }
  const sum = mean.reduce((a, b) => a + b);
  return mean.map((value) => value / sum);
}

/** Moves each row of a group towards what they share: `part` of the way, in logarithms. */
function share(group: readonly number[], values: Float32Array, shared: Float64Array, part: number): void {
  for (const row of group) {
    const own = values.subarray(row * OUTPUTS, (row + 1) * OUTPUTS);
    let sum = 0;
    for (let output = 0; output < OUTPUTS; output++) {
      own[output] = (own[output] + FLOOR) ** (1 - part) * shared[output] ** part;
      sum += own[output];
    }
    for (let output = 0; output < OUTPUTS; output++) own[output] /= sum;
  }
}
