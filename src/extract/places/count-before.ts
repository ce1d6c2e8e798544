import { unitTable } from '../../dictionary/index.ts';

const digits = '〇一二三四五六七八九';
const numerals = unitTable(`0123456789十两${digits}`);

/** A whole number below a hundred that ends at `end`, in digits or as in 三十一; and where it begins. UTF-16 units of the text. */
export function countBefore(text: string, end: number): { start: number; count: number } | undefined {
  let start = end;
  while (end - start < 4 && numerals[text.charCodeAt(start - 1)] === 1) start--;
  if (start === end || numerals[text.charCodeAt(start - 1)] === 1) return undefined;
  const count = numberOf(text.slice(start, end));
  return count > 0 ? { start, count } : undefined;
}

function numberOf(numeral: string): number {
  if (/^\d{1,2}$/.test(numeral)) return Number(numeral);
  const match = /^([一二三四五六七八九两])?(十)?([一二三四五六七八九])?$/.exec(numeral);
  if (match === null) return 0;
  const [, first, ten, last] = match;
  const unit = (char: string | undefined) =>
    char === '两' ? 2 : char === undefined ? 0 : digits.indexOf(char);
  if (ten !== undefined) return (first === undefined ? 1 : unit(first)) * 10 + unit(last);
  return first === undefined || last === undefined ? unit(first ?? last) : 0;
}
