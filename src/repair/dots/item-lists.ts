import { isNumeral } from '../breaks/numeral.ts';
import { CLOSING, classAt, DIGIT, OPENING } from '../characters.ts';
import type { DotContext } from './dot.ts';

/** The most characters of a number in brackets. */
const LONGEST = 3;

/**
 * Finds the dots between items that a sentence lists by their numbers: 第(一).(四)项.
 *
 * @returns indices of `dots`, ascending
 */
export function itemLists({ text, dots }: DotContext): number[] {
  const found: number[] = [];
  dots.forEach(({ at }, index) => {
    if (classAt(text, at - 1) !== CLOSING || classAt(text, at + 1) !== OPENING) return;
    if (isNumber(text, at - 2, -1, OPENING) && isNumber(text, at + 2, 1, CLOSING)) found.push(index);
  });
  return found;
}

/** True where nothing but a number stands from `at` on, in one direction, up to a bracket. */
function isNumber(text: string, at: number, step: number, bracket: number): boolean {
  for (let i = 0; i <= LONGEST; i++) {
    const place = at + i * step;
    if (classAt(text, place) === bracket) return i > 0;
    if (classAt(text, place) !== DIGIT && !isNumeral(text, place)) return false;
  }
  return false;
}
