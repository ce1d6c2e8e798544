import type { Figure } from './figure.ts';
import type { FigureLexicon, Unit } from './lexicon.ts';
import { Kind } from './numerals.ts';
import { readComparator } from './read-comparator.ts';
import { type Numeral, readNumeral } from './read-numeral.ts';

/** What one attempt gave: a figure or none, and where the search goes on (UTF-16 units). */
export interface Attempt {
  readonly figure?: Figure;
  readonly next: number;
}

/** Marks and words that join the ends of a range, longest first. */
const RANGE_MARKS = ['——', '--', '-', '–', '—', '―', '－', '~', '～', '〜', '∼', '至', '到'];
/** A denominator without a digit of its own says percent, per mille and so on: 百, 千, 百万. No more units are written. */
const LONGEST_DENOMINATOR = 4;

function isDenominator(code: number): boolean {
  return (
    code === 0x767e ||
    code === 0x4f70 ||
    code === 0x5343 ||
    code === 0x4edf ||
    code === 0x4e07 ||
    code === 0x842c
  );
}

/** Reads the figure that begins with the numeral at `at`. */
export function readFigure(text: string, at: number, lexicon: FigureLexicon): Attempt {
  const { characters } = lexicon;
  if (startsInsideWord(text, at, lexicon)) return { next: skipDigits(text, at, lexicon) };
  const parts = readPartsOf(text, at, lexicon);
  if (parts !== undefined) return parts;
  const first = readNumeral(text, at, characters);
  if (first === undefined) return { next: at + 1 };
  if (Number.isNaN(first.value)) return { next: first.end };
  const second = readRangeEnd(text, first, lexicon);
  const last = second?.numeral ?? first;
  const unit = readUnit(text, last, lexicon);
  if (unit === undefined) return { next: first.end };
  return finish(text, at, first, second?.numeral, unit, lexicon);
}

/** 第三, A4, 3G: digits and numerals that belong to a name, and no figures. */
function startsInsideWord(text: string, at: number, { characters }: FigureLexicon): boolean {
  if (at === 0) return false;
  const before = text.charCodeAt(at - 1);
  if (before === 0x7b2c) return true;
  if (characters.kinds[text.charCodeAt(at)] !== Kind.Arabic) return false;
  return isLatin(before) || (before === 0x2e && characters.kinds[text.charCodeAt(at - 2)] === Kind.Arabic);
}

function isLatin(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x5f;
}

function skipDigits(text: string, at: number, { characters }: FigureLexicon): number {
  const numeral = readNumeral(text, at, characters);
  return numeral === undefined ? at + 1 : numeral.end;
}

/** Reads 百分之八十, 千分之三, 百分之五十至六十, 三分之一: what is counted in parts of a whole. */
function readPartsOf(text: string, at: number, lexicon: FigureLexicon): Attempt | undefined {
  const { characters } = lexicon;
  const denominator = readDenominator(text, at, lexicon);
  if (denominator === undefined) return undefined;
  const { end: from, size, perWhole } = denominator;
  const numerator = readSigned(text, from, lexicon);
  if (numerator === undefined || Number.isNaN(numerator.value)) return { next: from };
  let second: Numeral | undefined;
  const mark = rangeMarkAt(text, numerator.end);
  if (mark > 0) {
    const again = readDenominator(text, numerator.end + mark, lexicon);
    const start = again !== undefined && again.size === size ? again.end : numerator.end + mark;
    const numeral = readNumeral(text, start, characters);
    // 百分之五十至三季度末: the second end of a range is no smaller than the first, and has no unit of its own.
    if (
      numeral !== undefined &&
      numeral.value > numerator.value &&
      !(again === undefined && hasUnit(text, numeral, lexicon))
    )
      second = numeral;
  }
  const end = second?.end ?? numerator.end;
  const unit = perWhole ? (size === 1000 ? '‰' : '%') : undefined;
  const factor = unit === undefined ? 1 / size : unit === '‰' ? 1 : 100 / size;
  const bounds = boundsOf(numerator, second, factor);
  return {
    figure: {
      kind: perWhole ? 'percentage' : 'fraction',
      start: at,
      end,
      ...bounds,
      comparator: 'low' in bounds ? 'range' : readComparator(text, at, end, lexicon),
      ...(unit === undefined ? {} : { unit }),
      sign: { start: at, end: from },
      rule: perWhole ? 'percentage-words' : 'fraction-words',
    },
    next: end,
  };
}

function hasUnit(text: string, numeral: Numeral, lexicon: FigureLexicon): boolean {
  const unit = readUnit(text, numeral, lexicon);
  return unit !== undefined && unit.unit.kind !== 'percent';
}

/** 百分之, 万分之, 三分之: the size of the parts, and whether it is a percentage's. */
function readDenominator(
  text: string,
  at: number,
  { characters }: FigureLexicon,
): { end: number; size: number; perWhole: boolean } | undefined {
  let end = at;
  let size = 1;
  while (end - at < LONGEST_DENOMINATOR && isDenominator(text.charCodeAt(end))) {
    size *= characters.values[text.charCodeAt(end++)];
  }
  const perWhole = end > at && text.startsWith('分之', end);
  if (perWhole) return { end: end + 2, size, perWhole };
  const numeral = readNumeral(text, at, characters);
  if (numeral === undefined || !(numeral.value > 0) || !text.startsWith('分之', numeral.end))
    return undefined;
  return {
    end: numeral.end + 2,
    size: numeral.value,
    perWhole: false,
  };
}

function readSigned(text: string, at: number, { characters }: FigureLexicon): Numeral | undefined {
  const minus = characters.kinds[text.charCodeAt(at)] === Kind.Minus || text[at] === '-';
  const numeral = readNumeral(text, minus ? at + 1 : at, characters);
  return minus && numeral !== undefined ? { ...numeral, value: -numeral.value } : numeral;
}

/** The length of the mark or word that joins a range at `at`, spaces around it included; 0 where none does. */
function rangeMarkAt(text: string, at: number): number {
  const start = text[at] === ' ' ? at + 1 : at;
  for (const mark of RANGE_MARKS) {
    if (!text.startsWith(mark, start)) continue;
    const end = start + mark.length;
    return (text[end] === ' ' ? end + 1 : end) - at;
  }
  return 0;
}

/** The second numeral of 5-20%, 30%~40%, 六到七成; its unit is read after it, one after the first must be the same. */
function readRangeEnd(
  text: string,
  first: Numeral,
  lexicon: FigureLexicon,
): { numeral: Numeral } | undefined {
  if (first.high !== undefined) return undefined;
  const { characters } = lexicon;
  const unit = readUnit(text, first, lexicon);
  const mark = rangeMarkAt(text, unit?.end ?? first.end);
  if (mark === 0) return undefined;
  const numeral = readNumeral(text, (unit?.end ?? first.end) + mark, characters);
  if (numeral === undefined || Number.isNaN(numeral.value)) return undefined;
  const other = readUnit(text, numeral, lexicon);
  if (other === undefined || (unit !== undefined && unit.unit.unit !== other.unit.unit)) return undefined;
  return numeral.value > first.value || numeral.high !== undefined ? { numeral } : undefined;
}

interface UnitHere {
  readonly unit: Unit;
  readonly start: number;
  readonly end: number;
}

/** The unit after a numeral, unless the word there only begins like one. */
function readUnit(
  text: string,
  numeral: Numeral,
  { units, guards, characters }: FigureLexicon,
): UnitHere | undefined {
  const start = text[numeral.end] === ' ' ? numeral.end + 1 : numeral.end;
  const found = units.at(text, start);
  if (found === undefined || guards.at(text, start) !== undefined) return undefined;
  const { kind } = found.value;
  if (kind === 'discount') return undefined;
  let end = start + found.word.length;
  if (kind === 'tenth') {
    if (numeral.value > 10 || numeral.openness !== undefined) return undefined;
    const after = text.charCodeAt(end);
    const tail = characters.kinds[after] === Kind.Digit || characters.kinds[after] === Kind.Half;
    if (tail && !continues(text, end + 1, characters)) end++;
  }
  return { unit: found.value, start, end };
}

function continues(text: string, at: number, { kinds }: FigureLexicon['characters']): boolean {
  const kind = kinds[text.charCodeAt(at)];
  return kind !== Kind.None && kind <= Kind.Some;
}

function finish(
  text: string,
  at: number,
  first: Numeral,
  second: Numeral | undefined,
  { unit, start: signStart, end }: UnitHere,
  lexicon: FigureLexicon,
): Attempt {
  const { kinds, values } = lexicon.characters;
  const minus = minusBefore(text, at, lexicon);
  const start = at - minus;
  const tail =
    unit.kind === 'tenth' && end > signStart + 1
      ? values[text.charCodeAt(end - 1)] * (kinds[text.charCodeAt(end - 1)] === Kind.Half ? 10 : 1)
      : 0;
  const factor = (unit.kind === 'tenth' ? 10 : 1) * (minus > 0 ? -1 : 1);
  const bounds = boundsOf(first, second, factor, tail);
  const open = first.openness === 'more' ? 'gt' : first.openness === 'about' ? 'approx' : undefined;
  const kind = unit.kind === 'multiple' ? 'multiple' : 'percentage';
  return {
    figure: {
      kind,
      start,
      end,
      ...bounds,
      comparator: 'low' in bounds ? 'range' : (open ?? readComparator(text, start, end, lexicon)),
      ...(kind === 'percentage' ? { unit: unit.unit } : {}),
      sign: { start: signStart, end },
      rule:
        kind === 'multiple' ? 'multiple' : unit.kind === 'tenth' ? 'percentage-tenths' : 'percentage-sign',
    },
    next: end,
  };
}

/** 负 or a hyphen that stands free before the digits: 1 where there is one, 0 otherwise. */
function minusBefore(text: string, at: number, { characters }: FigureLexicon): number {
  if (at === 0) return 0;
  const before = text.charCodeAt(at - 1);
  if (characters.kinds[before] === Kind.Minus) return 1;
  if (before !== 0x2d && before !== 0x2212 && before !== 0xff0d) return 0;
  const further = text.charCodeAt(at - 2);
  const free =
    at === 1 ||
    !(
      isLatin(further) ||
      characters.kinds[further] === Kind.Arabic ||
      further === before ||
      further === 0x25
    );
  return free ? 1 : 0;
}

type Bounds = { value: number } | { low: number; high: number };

/** The value of one numeral, or the low and high of two or of a span such as 七八. */
function boundsOf(first: Numeral, second: Numeral | undefined, factor: number, tail = 0): Bounds {
  const scaled = (value: number) => round(value * factor + tail);
  if (second !== undefined) return { low: scaled(first.value), high: scaled(second.high ?? second.value) };
  if (first.high !== undefined) return { low: scaled(first.value), high: scaled(first.high) };
  return { value: scaled(first.value) };
}

function round(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(15));
}
