import { type Dictionaries, defaultDictionaries } from '../../../dictionary/index.ts';
import { figureLexicon } from '../lexicon.ts';
import { readNumeral } from '../read-numeral.ts';
import { findNumbers } from './find-numbers.ts';
import { squeeze } from './squeeze.ts';

/** A range of numbers as Recognizers-Text gives them. Positions are UTF-16 units of the text. */
export interface NumberRange {
  readonly start: number;
  readonly end: number;
  /** Left out where the range is open at that end. */
  readonly low?: number;
  readonly high?: number;
  readonly lowIncluded: boolean;
  readonly highIncluded: boolean;
}

type Side = 'low' | 'high' | 'both';

/** Words before a number that make it a bound, longest first: which, and whether it is included. */
const BEFORE: readonly (readonly [RegExp, Side, boolean])[] = [
  [
    /(?:大于\s*(?:或者?)?\s*等于|不小于|不少于|不低于|至少(?:是|有|为)?|最少(?:是|有|为)?|≥|>\s*=)\s*$/u,
    'low',
    true,
  ],
  [
    /(?:小于\s*(?:或者?)?\s*等于|不大于|不多于|不高于|不超过|至多(?:是|有|为)?|最多(?:是|有|为)?|≤|<\s*=)\s*$/u,
    'high',
    true,
  ],
  [/(?:大于|高于|多于|超过了?|过|>)\s*$/u, 'low', false],
  [/(?:小于|低于|少于|<)\s*$/u, 'high', false],
  [/(?:等于|=)\s*$/u, 'both', true],
];
const AFTER: readonly (readonly [RegExp, Side, boolean])[] = [
  [/^\s*(?:或者?|及|和)\s*(?:以上|更多)/u, 'low', true],
  [/^\s*(?:或者?|及|和)\s*(?:以下|更少)/u, 'high', true],
  [/^\s*(?:以上|之上|多(?=个|人|家|项|元|$))/u, 'low', false],
  [/^\s*(?:以下|之下)/u, 'high', false],
];
/** 比三十大: the word stands on both sides. */
const THAN_AFTER = /^\s*(?:[大高多]|[小低少])/u;
const GREATER = /[大高多]$/u;
const BETWEEN_MARK = /^\s*(?:-|~|–|—|到|至)\s*第?$/u;
const AND_MARK = /^\s*(?:和|与)\s*第?$/u;
const BETWEEN_AFTER = /^\s*(?:之间|间)/u;
const BETWEEN_BEFORE = /(?:位于|在)?\s*第?$/u;
/** Two bounds of one thing: 大于20的同时小于35. */
const JOINED = /^(?:个)?(?:的同时|并且|并|且|,|，|\s)*$/u;
/** No word of comparison is further from its number, in UTF-16 units. */
const NEAR = 12;

interface Bound extends NumberRange {
  /** True for a bound of one side, which may join its neighbour. */
  readonly single: boolean;
}

/** Finds ranges of numbers: 大于20小于35, 20和30之间, 5k-20k, 三十以上, 十几万, 500多亿. */
export function findNumberRanges(
  text: string,
  { dictionaries = defaultDictionaries() }: { readonly dictionaries?: Dictionaries } = {},
): NumberRange[] {
  const lexicon = figureLexicon(dictionaries);
  const squeezed = squeeze(text, lexicon.characters, false);
  const plain = squeezed.text;
  const numbers = findNumbers(plain, lexicon);
  const bounds: Bound[] = [];
  for (let i = 0; i < numbers.length; i++) {
    const { start, end, value = 0 } = numbers[i];
    const second = numbers[i + 1];
    const span = second === undefined ? undefined : spanOf(plain, start, end, value, second);
    if (span !== undefined) {
      bounds.push(span);
      i++;
      continue;
    }
    const numeral = readNumeral(plain, start, lexicon.characters, { loose: true });
    const open = numeral?.openness !== undefined && numeral.end === end;
    const bound = open
      ? { start, end, low: value, lowIncluded: false, highIncluded: false, single: false }
      : boundOf(plain, start, end, value);
    if (bound !== undefined) bounds.push(bound);
  }
  return joined(plain, bounds).map(({ single: _single, ...range }) => ({
    ...range,
    start: squeezed.origin[range.start],
    end: squeezed.origin[range.end - 1] + 1,
  }));
}

/** 20~100, 在20和30之间: from the first to before the second. */
function spanOf(
  text: string,
  start: number,
  end: number,
  low: number,
  second: { readonly start: number; readonly end: number; readonly value?: number | undefined },
): Bound | undefined {
  // A hyphen that was read as the second number's sign joins the two.
  const minus = text[second.start] === '-';
  const gap = text.slice(end, second.start + (minus ? 1 : 0));
  const high = Math.abs(second.value ?? 0);
  const base = { low, high, lowIncluded: true, highIncluded: false, single: false };
  if (gap.length > 5 || low >= high) return undefined;
  if (BETWEEN_MARK.test(gap)) return { start, end: second.end, ...base };
  const after = AND_MARK.test(gap) ? BETWEEN_AFTER.exec(text.slice(second.end, second.end + NEAR)) : null;
  if (after === null) return undefined;
  const before = BETWEEN_BEFORE.exec(text.slice(Math.max(0, start - NEAR), start))?.[0].length ?? 0;
  return { start: start - before, end: second.end + after[0].length, ...base };
}

/** A bound by the words before or after one number. */
function boundOf(text: string, start: number, end: number, value: number): Bound | undefined {
  const before = text.slice(Math.max(0, start - NEAR), start);
  const after = text.slice(end, end + NEAR);
  const than = /比\s*$/u.exec(before);
  const thanAfter = than === null ? null : THAN_AFTER.exec(after);
  if (than !== null && thanAfter !== null) {
    const side = GREATER.test(thanAfter[0]) ? 'low' : 'high';
    return bound(start - than[0].length, end + thanAfter[0].length, side, value, false);
  }
  for (const [pattern, side, included] of BEFORE) {
    const found = pattern.exec(before);
    if (found !== null) return bound(start - found[0].length, end, side, value, included);
  }
  for (const [pattern, side, included] of AFTER) {
    const found = pattern.exec(after);
    if (found !== null) return bound(start, end + found[0].length, side, value, included);
  }
  return undefined;
}

function bound(start: number, end: number, side: Side, value: number, included: boolean): Bound {
  return {
    start,
    end,
    ...(side === 'high' ? {} : { low: value }),
    ...(side === 'low' ? {} : { high: value }),
    lowIncluded: side !== 'high' && included,
    highIncluded: side !== 'low' && included,
    single: side !== 'both',
  };
}

/** Joins neighbours that bound one thing from both sides. */
function joined(text: string, bounds: readonly Bound[]): Bound[] {
  const result: Bound[] = [];
  for (const next of bounds) {
    const last = result.at(-1);
    const low = last?.low ?? next.low;
    const high = last?.high ?? next.high;
    const fits =
      last?.single === true &&
      next.single &&
      (last.low === undefined) !== (next.low === undefined) &&
      low !== undefined &&
      high !== undefined &&
      low < high &&
      next.start - last.end <= NEAR &&
      JOINED.test(text.slice(last.end, next.start));
    if (!fits) {
      result.push(next);
      continue;
    }
    result[result.length - 1] = {
      start: last.start,
      end: next.end,
      low,
      high,
      lowIncluded: last.lowIncluded || next.lowIncluded,
      highIncluded: last.highIncluded || next.highIncluded,
      single: false,
    };
  }
  return result;
}
