import type { Figure } from '../figure.ts';
import { Kind, type NumeralCharacters } from '../numerals.ts';

/** A text without the spaces that stand within its figures, and where each unit of it was (UTF-16 units). */
export interface Squeezed {
  readonly text: string;
  /** Per unit of `text`, its place in the original; one more for the end. */
  readonly origin: Uint32Array;
}

/** Characters that join numerals to one figure: 百 分 之 五. */
const CONNECTORS = new Set('分之又份折成个個倍币幣%‰'.split(''));

/**
 * Takes out the spaces within figures and makes full-width letters, digits and marks half-width.
 *
 * @param joinDigits whether `7 2` is one number; `1 4/3` is a number and a fraction
 */
export function squeeze(text: string, { kinds }: NumeralCharacters, joinDigits: boolean): Squeezed {
  const origin = new Uint32Array(text.length + 1);
  const kept: string[] = [];
  const isDigit = (character: string) => character >= '0' && character <= '9';
  const isHanNumeral = (character: string) => {
    const kind = kinds[character.charCodeAt(0)];
    return kind > Kind.Arabic && kind < Kind.Minus;
  };
  const joins = (before: string, after: string): boolean => {
    if (isDigit(before) && isDigit(after)) return joinDigits;
    if (before === '-' || before === '负' || before === '負') return isDigit(after) || isHanNumeral(after);
    if (isDigit(before) && kinds[after.charCodeAt(0)] === Kind.Digit) return false;
    const left = isDigit(before) || isHanNumeral(before) || CONNECTORS.has(before);
    const right = isDigit(after) || isHanNumeral(after) || CONNECTORS.has(after) || 'kM负負'.includes(after);
    return left && right && !(kinds[before.charCodeAt(0)] === Kind.Digit && isDigit(after));
  };
  for (let i = 0; i < text.length; ) {
    if (text[i] !== ' ') {
      origin[kept.length] = i;
      kept.push(narrow(text[i]));
      i++;
      continue;
    }
    let end = i;
    while (text[end] === ' ') end++;
    const drop = i > 0 && end < text.length && joins(narrow(text[i - 1]), narrow(text[end]));
    for (; i < end; i++) {
      if (drop) continue;
      origin[kept.length] = i;
      kept.push(' ');
    }
  }
  origin[kept.length] = text.length;
  return { text: kept.join(''), origin: origin.subarray(0, kept.length + 1) };
}

function narrow(character: string): string {
  const code = character.charCodeAt(0);
  if (code === 0xfe6a) return '%';
  // The comma is left: full-width, it mostly parts clauses.
  return code >= 0xff01 && code <= 0xff5e && code !== 0xff0c ? String.fromCharCode(code - 0xfee0) : character;
}

/** Figures found in a squeezed text, with their places in the original. */
export function unsqueezed(figures: readonly Figure[], { origin }: Squeezed): Figure[] {
  return figures.map(({ sign: _sign, ...figure }) => ({
    ...figure,
    start: origin[figure.start],
    end: origin[figure.end - 1] + 1,
  }));
}
