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
 * member is a sentence of its own, whatever the dot before it looks like by itself, and what opens it ends with a comma.
 * 在…方面.在…方面.在…方面.都 is a list in one sentence and no such series.
 *
 * @returns indices of `dots`, ascending; the dot after each ends what opens the member
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
    const opening = new Set(members);
    const stating = members.filter((index) => !opening.has(index + 1) && !opening.has(index - 1));
    if (stating.length >= MEMBERS) found.push(...stating);
  }
  return found.sort((a, b) => a - b);
}
