import { isNumeral, numeralValue } from '../breaks/numeral.ts';
import { classAt, DOT, LINE_BREAK, NARROW_MARK, WIDE_MARK } from '../characters.ts';
import type { DotContext } from './dot.ts';

/**
 * Finds the dots after the numbers of headings: 一. 二. 三. in sequence, or one at the start of a line.
 *
 * @returns indices of `dots`, ascending. The dot before such a number ends a block.
 */
export function numberHeadings({ text, dots }: DotContext): number[] {
  const found: number[] = [];
  let run: number[] = [];
  let expected = 1;
  let last = -2;
  const close = () => {
    if (run.length > 1) found.push(...run);
    run = [];
  };
  dots.forEach(({ at }, index) => {
    const start = numeralStart(text, at);
    if (start === at) return;
    const value = numeralValue(text, start, at);
    if (value === 0) return;
    const before = classAt(text, start - 1);
    if (before === LINE_BREAK) {
      close();
      found.push(index);
      expected = value + 1;
    } else if (before !== DOT && before !== WIDE_MARK && before !== NARROW_MARK) return;
    else if (value === expected && index - last > 1) {
      run.push(index);
      expected++;
    } else if (value === 1) {
      close();
      run = [index];
      expected = 2;
    }
    last = index;
  });
  close();
  return found.sort((a, b) => a - b);
}

/** Where the Chinese numeral that ends at `at` begins; no more than three characters are looked at. */
function numeralStart(text: string, at: number): number {
  let start = at;
  while (at - start < 3 && start > 0 && isNumeral(text, start - 1)) start--;
  return start;
}
