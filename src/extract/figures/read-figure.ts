import type { Comparator } from '../../document/index.ts';
import type { Figure, FigureKind } from './figure.ts';
import type { FigureLexicon, Unit } from './lexicon.ts';
import { Kind } from './numerals.ts';
import type { ArabicOptions } from './read-arabic.ts';
import { type Bounds, boundsOf, isLatin, minusBefore, rangeMarkAt, round } from './read-bounds.ts';
import { readComparator } from './read-comparator.ts';
import { isMoneyByCue, readMoneyTail } from './read-money.ts';
import { type Numeral, readNumeral } from './read-numeral.ts';
import { readPartsOf } from './read-parts-of.ts';
import { readUnit, type UnitHere, type UnitOptions } from './read-unit.ts';

/** What one attempt gave: a figure or none, and where the search goes on (UTF-16 units). */
export interface Attempt {
  readonly figure?: Figure;
  readonly next: number;
}

/** True for a digit that nothing of a figure follows, by far the commonest case: 一些, 统一. */
export function standsAlone(text: string, at: number, { characters, follows }: FigureLexicon): boolean {
  return characters.kinds[text.charCodeAt(at)] === Kind.Digit && follows[text.charCodeAt(at + 1)] === 0;
}

/** What is read beyond the default. */
export interface ReadOptions extends ArabicOptions, UnitOptions {
  /** Gives numbers without a unit too, as kind `number`. */
  readonly numbers?: boolean;
}

/**
 * Reads the figure that begins with the numeral at `at`.
 *
 * @param free where the figure before ended: a currency that belongs to it (4人民币5美元) is not this one's
 */
export function readFigure(
  text: string,
  at: number,
  free: number,
  lexicon: FigureLexicon,
  options: ReadOptions = {},
): Attempt {
  const { kinds, values } = lexicon.characters;
  const kind = kinds[text.charCodeAt(at)];
  if (startsInsideWord(text, at, lexicon)) return { next: skipDigits(text, at, lexicon) };
  const word = readWord(text, at, lexicon);
  if (word !== undefined) return word;
  if (kind === Kind.None) return { next: at + 1 };
  if (kind === Kind.Section || (kind === Kind.Unit && values[text.charCodeAt(at)] > 10)) {
    const percentage = readPartsOf(text, at, lexicon, options);
    if (percentage !== undefined) return percentage;
  }
  const first = readNumeral(text, at, lexicon.characters, options) ?? readHalf(text, at, lexicon);
  if (first === undefined) return { next: at + 1 };
  if (Number.isNaN(first.value)) return { next: first.end };
  if (text.startsWith('分之', first.end)) {
    return readPartsOf(text, at, lexicon, options) ?? { next: first.end };
  }
  // 323千卡: the unit may have begun within the numeral.
  const lends = kinds[text.charCodeAt(first.end - 1)] === Kind.Unit;
  if (!lends && lexicon.follows[text.charCodeAt(first.end)] === 0)
    return readUnitless(text, at, free, first, lexicon, options);
  const plainMark = rangeMarkAt(text, first.end);
  const unit = plainMark > 0 ? undefined : readUnit(text, first, at, lexicon, options);
  const mark = plainMark || (unit === undefined ? 0 : rangeMarkAt(text, unit.end));
  const range =
    mark === 0 ? undefined : readRange(text, (unit?.end ?? first.end) + mark, first, unit, lexicon, options);
  if (range !== undefined) return finish(text, at, free, first, range.second, range.unit, lexicon);
  if (unit !== undefined) return finish(text, at, free, unit.numeral, undefined, unit, lexicon);
  const pay = options.loose ? readPay(text, at, first, lexicon) : undefined;
  return pay ?? readUnitless(text, at, free, first, lexicon, options);
}

/** 10k~15k: a span in thousands is of yuan, and mostly pay. */
function readPay(
  text: string,
  at: number,
  first: Numeral,
  { characters }: FigureLexicon,
): Attempt | undefined {
  const mark = first.scale === 1000 ? rangeMarkAt(text, first.end) : 0;
  const second = mark === 0 ? undefined : readNumeral(text, first.end + mark, characters, { loose: true });
  if (second === undefined || second.scale !== 1000 || second.value <= first.value) return undefined;
  const { end } = second;
  const bounds = boundsOf(first, second);
  return {
    figure: { kind: 'money', start: at, end, ...bounds, comparator: 'range', unit: 'CNY', rule: 'money-pay' },
    next: end,
  };
}

/** 一半, 半数, 翻两番: words that are figures by themselves. 过半 says more than half. */
function readWord(text: string, at: number, lexicon: FigureLexicon): Attempt | undefined {
  const found = lexicon.words.at(text, at);
  // 超过半数 exceeds 半数.
  if (found === undefined || (found.word === '过半' && text[at - 1] === '超')) return undefined;
  const { kind, value } = found.value;
  const end = at + found.word.length;
  const exceeds = found.word === '过半' || found.word === '大半';
  const comparator = exceeds ? 'gt' : readComparator(text, at, end, lexicon);
  return { figure: { kind, start: at, end, value, comparator, rule: `${kind}-word` }, next: end };
}

/** 半 before a unit: 半成, 半年, 半公里. */
function readHalf(text: string, at: number, { characters, units }: FigureLexicon): Numeral | undefined {
  if (characters.kinds[text.charCodeAt(at)] !== Kind.Half) return undefined;
  const kind = units.at(text, at + 1)?.value.kind;
  if (kind !== 'measure' && kind !== 'tenth') return undefined;
  return { value: characters.values[text.charCodeAt(at)], end: at + 1, scale: 1, bare: true, arabic: false };
}

/** 第三, A4, 3G: digits and numerals that belong to a name, and no figures. */
function startsInsideWord(text: string, at: number, { characters }: FigureLexicon): boolean {
  if (at === 0) return false;
  const before = text.charCodeAt(at - 1);
  if (before === 0x7b2c) return true;
  if (characters.kinds[text.charCodeAt(at)] !== Kind.Arabic) return false;
  return isLatin(before) || (before === 0x2e && characters.kinds[text.charCodeAt(at - 2)] === Kind.Arabic);
}

function skipDigits(text: string, at: number, { characters }: FigureLexicon): number {
  return readNumeral(text, at, characters)?.end ?? at + 1;
}

/** The second numeral of 5-20%, 30%~40%, 六到七成, and the unit after it; one after the first must be the same. */
function readRange(
  text: string,
  start: number,
  first: Numeral,
  unit: UnitHere | undefined,
  lexicon: FigureLexicon,
  options: ReadOptions,
): { second: Numeral; unit: UnitHere } | undefined {
  if (first.high !== undefined) return undefined;
  const second = readNumeral(text, start, lexicon.characters, options);
  if (second === undefined || Number.isNaN(second.value)) return undefined;
  const other = readUnit(text, second, start, lexicon, options);
  if (other === undefined || (unit !== undefined && unit.unit.unit !== other.unit.unit)) return undefined;
  return other.numeral.value > first.value ? { second: other.numeral, unit: other } : undefined;
}

/** A number that has no unit after it: of money by the currency before it or the words around it, or a bare number. */
function readUnitless(
  text: string,
  at: number,
  free: number,
  numeral: Numeral,
  lexicon: FigureLexicon,
  { numbers = false }: ReadOptions,
): Attempt {
  const { end } = numeral;
  const slashed = text[end] === '/' ? readSlashed(text, at, lexicon) : undefined;
  if (slashed !== undefined) return slashed;
  const currency = currencyBefore(text, at, free, lexicon);
  if (currency !== undefined || (numeral.scale > 1 && isMoneyByCue(text, at, end, lexicon))) {
    return figureAt('money', 'money-by-cue', text, currency?.start ?? at, end, numeral, lexicon, {
      unit: currency?.unit.unit ?? 'CNY',
      unitName: currency?.unit.name ?? '',
    });
  }
  if (!numbers) return { next: end };
  return figureAt('number', 'number', text, at - minusBefore(text, at, lexicon), end, numeral, lexicon, {});
}

/** 占总量的1/5, 3/4以上的职工: a fraction where the words around it tell of a share; 5/12 by itself can be a day. */
function readSlashed(text: string, at: number, lexicon: FigureLexicon): Attempt | undefined {
  const found = SLASHED.exec(text.slice(at, at + 6));
  if (found === null) return undefined;
  const value = round(Number(found[1]) / Number(found[2]));
  if (!(value > 0 && value < 1)) return undefined;
  const end = at + found[0].length;
  const isShare =
    LEADS_TO_SHARE.test(text.slice(Math.max(0, at - 2), at)) ||
    (Number(found[2]) <= 10 && COUNTS_SHARE.test(text.slice(end, end + 3)));
  if (!isShare) return undefined;
  const comparator = readComparator(text, at, end, lexicon);
  return {
    figure: { kind: 'fraction', start: at, end, value, comparator, rule: 'fraction-slash' },
    next: end,
  };
}

const SLASHED = /^(\d{1,2})\/(\d{1,2})(?![\d/.月日号])/;
/** 3/4以上的职工, 1/3的企业: with few parts only, as 5/12的会议 can be a day. */
const COUNTS_SHARE = /^(?:(?:以上|以下|左右|强|弱)|的)/u;
const LEADS_TO_SHARE = /[的约近占达足超到过]$/u;

function figureAt(
  kind: FigureKind,
  rule: string,
  text: string,
  start: number,
  end: number,
  numeral: Numeral,
  lexicon: FigureLexicon,
  unit: { unit?: string; unitName?: string },
): Attempt {
  const bounds = boundsOf(numeral, undefined, text[start] === '-' || text[start] === '负' ? -1 : 1);
  const comparator = comparatorOf(text, start, end, bounds, numeral.openness, lexicon);
  return { figure: { kind, start, end, ...bounds, comparator, ...unit, rule }, next: end };
}

/** 人民币, ￥ right before a number. */
function currencyBefore(
  text: string,
  at: number,
  free: number,
  { currenciesBefore }: FigureLexicon,
): { unit: Unit; start: number } | undefined {
  const end = text[at - 1] === ' ' ? at - 1 : at;
  const found = currenciesBefore.before(text, end);
  return found === undefined || end - found.word.length < free
    ? undefined
    : { unit: found.value, start: end - found.word.length };
}

const KINDS: Readonly<Record<Unit['kind'], { kind: FigureKind; rule: string }>> = {
  percent: { kind: 'percentage', rule: 'percentage-sign' },
  'percentage-point': { kind: 'percentage', rule: 'percentage-point' },
  tenth: { kind: 'percentage', rule: 'percentage-tenths' },
  discount: { kind: 'percentage', rule: 'percentage-discount' },
  multiple: { kind: 'multiple', rule: 'multiple' },
  currency: { kind: 'money', rule: 'money' },
  measure: { kind: 'quantity', rule: 'quantity-measure' },
  counter: { kind: 'quantity', rule: 'quantity-count' },
};

/** Makes the figure of one or two numerals and their unit. */
function finish(
  text: string,
  at: number,
  free: number,
  first: Numeral,
  second: Numeral | undefined,
  here: UnitHere,
  lexicon: FigureLexicon,
): Attempt {
  const { unit } = here;
  const { kind, rule } = KINDS[unit.kind];
  const minus = minusBefore(text, at, lexicon);
  const currency = unit.kind === 'currency' ? currencyBefore(text, at, free, lexicon) : undefined;
  const start = currency?.start ?? at - minus;
  const tail = readTail(text, here, second ?? first, lexicon);
  const factor = (unit.kind === 'tenth' ? 10 : 1) * (minus > 0 ? -1 : 1);
  const bounds = boundsOf(first, second, factor, tail.value);
  const named =
    currency !== undefined && currency.unit.unit !== unit.unit && unit.unit === 'CNY' ? currency.unit : unit;
  const isNamed = named.name !== '' && kind !== 'percentage' && kind !== 'multiple';
  const figure: Figure = {
    kind,
    start,
    end: tail.end,
    value: bounds.value,
    low: bounds.low,
    high: bounds.high,
    comparator: comparatorOf(text, start, tail.end, bounds, here.openness ?? first.openness, lexicon),
    unit: kind === 'multiple' ? undefined : named.unit,
    unitName: isNamed ? named.name : undefined,
    sign: { start: here.start, end: tail.end },
    rule,
  };
  return { figure, next: tail.end };
}

function comparatorOf(
  text: string,
  start: number,
  end: number,
  bounds: Bounds,
  openness: string | undefined,
  lexicon: FigureLexicon,
): Comparator {
  if (bounds.low !== undefined) return 'range';
  if (openness === 'more') return 'gt';
  return openness === 'about' ? 'approx' : readComparator(text, start, end, lexicon);
}

/** What follows the unit and adds to the figure: 三成五, 两成半, 三斤半, 五元六角. */
function readTail(
  text: string,
  { unit, end }: UnitHere,
  numeral: Numeral,
  lexicon: FigureLexicon,
): { value: number; end: number } {
  if (unit.kind === 'currency') return readMoneyTail(text, end, unit, lexicon);
  const { kinds, values } = lexicon.characters;
  const code = text.charCodeAt(end);
  if (unit.kind === 'tenth') {
    const half = kinds[code] === Kind.Half;
    if ((half || kinds[code] === Kind.Digit) && !continues(text, end + 1, lexicon)) {
      return { value: half ? 5 : values[code], end: end + 1 };
    }
  } else if (
    unit.kind === 'measure' &&
    kinds[code] === Kind.Half &&
    numeral.high === undefined &&
    numeral.openness === undefined
  ) {
    return { value: 0.5, end: end + 1 };
  }
  return { value: 0, end };
}

/** True where the digit before `at` belongs to what follows: 增长三成五个项目. */
function continues(text: string, at: number, { characters, units }: FigureLexicon): boolean {
  const kind = characters.kinds[text.charCodeAt(at)];
  return (kind !== Kind.None && kind <= Kind.Some) || units.at(text, at)?.value.kind === 'counter';
}
