import type { FigureLexicon } from './lexicon.ts';
import { Kind } from './numerals.ts';
import type { Numeral } from './read-numeral.ts';

/** Marks and words that join the ends of a range, longest first. */
const RANGE_MARKS = ['——', '--', '-', '–', '—', '―', '－', '~', '～', '〜', '∼', '至', '到'];
/** 1万（含）至5万元: the first end is said to be included. */
const INCLUDED = /^[（(]含[）)]/u;

/** True where a range mark, or what may stand before one, begins with this unit. */
export function startsRangeMark(code: number): boolean {
  return (
    code === 0x2d ||
    code === 0x7e ||
    code === 0x20 ||
    code === 0x28 ||
    (code > 0x7f && RANGE_STARTS.has(code))
  );
}

const RANGE_STARTS: ReadonlySet<number> = new Set([...'–—―－～〜∼至到（'].map((mark) => mark.charCodeAt(0)));

/** The length of the mark or word that joins a range at `at`, spaces around it included; 0 where none does. */
export function rangeMarkAt(text: string, at: number): number {
  if (!startsRangeMark(text.charCodeAt(at))) return 0;
  let start = text[at] === ' ' ? at + 1 : at;
  const code = text.charCodeAt(start);
  if (code === 0x28 || code === 0xff08) start += INCLUDED.exec(text.slice(start, start + 3))?.[0].length ?? 0;
  for (const mark of RANGE_MARKS) {
    if (!text.startsWith(mark, start)) continue;
    const end = start + mark.length;
    return (text[end] === ' ' ? end + 1 : end) - at;
  }
  return 0;
}

/** 减负, 担负, 抱负 …: 负 that is no sign. */
const BURDENS = '减担抱承肩背胜自欺辜';

/** 负 or a hyphen that stands free before the digits: 1 where there is one, 0 otherwise. */
export function minusBefore(text: string, at: number, { characters }: FigureLexicon): number {
  if (at === 0) return 0;
  const before = text.charCodeAt(at - 1);
  if (characters.kinds[before] === Kind.Minus) return BURDENS.includes(text[at - 2] ?? '-') ? 0 : 1;
  if (before !== 0x2d && before !== 0x2212 && before !== 0xff0d) return 0;
  const further = text.charCodeAt(at - 2);
  const taken = isLatin(further) || characters.kinds[further] !== Kind.None || further === before;
  return at > 1 && (taken || further === 0x25) ? 0 : 1;
}

export function isLatin(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x5f;
}

/** A value, or the low and high of a span: what it is not is `undefined`. */
export interface Bounds {
  readonly value: number | undefined;
  readonly low: number | undefined;
  readonly high: number | undefined;
}

/** The value of one numeral, or the low and high of two or of a span such as 七八; the tail (三成五) is added. */
export function boundsOf(first: Numeral, second: Numeral | undefined, factor = 1, tail = 0): Bounds {
  const high = second === undefined ? first.high : (second.high ?? second.value);
  if (high === undefined)
    return { value: round(first.value * factor + tail), low: undefined, high: undefined };
  const low = second === undefined ? first.value : first.value * sharedScale(first, second);
  return { value: undefined, low: round(low * factor + tail), high: round(high * factor + tail) };
}

/** 2到3万 begins at 2万, 两到三百 at 两百; 8500到3万 at 8500: the first end shares the scale that keeps it the lower. */
function sharedScale(first: Numeral, second: Numeral): number {
  if (first.scale > 1) return 1;
  if (second.scale > 1) return first.value * second.scale < second.value ? second.scale : 1;
  if (!first.bare || first.value >= 10 || second.bare) return 1;
  const unit = 10 ** Math.floor(Math.log10(second.value));
  return unit >= 100 && second.value % unit === 0 && first.value * unit < second.value ? unit : 1;
}

/** Takes away what binary fractions add: 0.57 × 10 is 5.7. */
export function round(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(15));
}
