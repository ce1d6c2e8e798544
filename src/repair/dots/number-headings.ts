import type { DotContext } from './dot.ts';

const digits = '一二三四五六七八九';

/** The value of a Chinese numeral from 一 to 九十九; 0 for anything else. */
export function numeralValue(numeral: string): number {
  if (numeral.length === 0 || numeral.length > 3) return 0;
  const ten = numeral.indexOf('十');
  if (ten < 0) return numeral.length === 1 ? digits.indexOf(numeral) + 1 : 0;
  const tens = ten === 0 ? 1 : ten === 1 ? digits.indexOf(numeral[0]) + 1 : 0;
  const rest = numeral.slice(ten + 1);
  const ones = rest === '' ? 0 : rest.length === 1 ? digits.indexOf(rest) + 1 : -1;
  return tens === 0 || ones < 0 || (rest !== '' && ones === 0) ? 0 : tens * 10 + ones;
}

/**
 * Finds the dots after the numbers of headings: 一. 二. 三. in sequence, or one at the start of the passage.
 *
 * @returns indices of `dots`, ascending. The dot before such a number ends a block.
 */
export function numberHeadings({ text, passage, dots }: DotContext): number[] {
  const candidates: { index: number; value: number }[] = [];
  dots.forEach(({ at, clauseStart }, index) => {
    if (at - clauseStart > 3 || at === clauseStart) return;
    const value = numeralValue(text.slice(clauseStart, at));
    if (value > 0) candidates.push({ index, value });
  });
  const found: number[] = [];
  let run: number[] = [];
  let expected = 1;
  let last = -2;
  const close = () => {
    if (run.length > 1) found.push(...run);
    run = [];
  };
  for (const { index, value } of candidates) {
    if (dots[index].clauseStart === passage.start) {
      close();
      found.push(index);
      expected = value + 1;
    } else if (value === expected && index - last > 1) {
      run.push(index);
      expected++;
    } else if (value === 1) {
      close();
      run = [index];
      expected = 2;
    }
    last = index;
  }
  close();
  return found.sort((a, b) => a - b);
}
