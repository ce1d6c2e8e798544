import { classAt, LINE_BREAK } from '../characters.ts';
import type { DotContext } from './dot.ts';

/** Beginnings and endings of the clause that opens each member of a series: 在…方面. */
const OPENERS = [
  ['在', '方面'],
  ['从', '来看'],
  ['从', '看'],
] as const;

/** The longest clause that opens a member. */
const LONGEST = 24;
/** How many members make a series. */
const MEMBERS = 3;

/**
 * Finds the dots before the members of a series of sentences that all open alike: 在…方面. … 在…方面. … Each
 * member is a sentence of its own, whatever the dot before it looks like by itself.
 *
 * @returns indices of `dots`, ascending
 */
export function openSeries({ text, dots }: DotContext): number[] {
  const found: number[] = [];
  for (const [first, last] of OPENERS) {
    const members: number[] = [];
    for (let index = 0; index + 1 < dots.length; index++) {
      const from = dots[index].at + 1;
      const to = dots[index + 1].at;
      const fits =
        to - from <= LONGEST &&
        text.charCodeAt(from) === first.charCodeAt(0) &&
        text.startsWith(last, to - last.length) &&
        classAt(text, from) !== LINE_BREAK;
      if (fits) members.push(index);
    }
    if (members.length >= MEMBERS) found.push(...members);
  }
  return found.sort((a, b) => a - b);
}
