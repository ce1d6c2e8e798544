import { Kind, type NumeralCharacters } from './numerals.ts';
import { type ArabicOptions, readArabic } from './read-arabic.ts';

/** A numeral as it is written: 12.5, 三千二百, 5亿1万, 七八, 十几, 500多万. Positions are UTF-16 units. */
export interface Numeral {
  readonly end: number;
  /** The value, or the lower bound of 七八十 and 十几. */
  readonly value: number;
  /** The upper bound of 七八十 and 十几. */
  readonly high?: number | undefined;
  /** 多 or 余 within (more than the value), 来 (about it), 几 and 数 (within low and high). */
  readonly openness?: 'more' | 'about' | 'some' | undefined;
  /** 1e4 and up where the numeral ends in 万, 亿 … : what a range's first numeral may share (2到3万). */
  readonly scale: number;
  /** Only digits, no 十百千万亿: 12.5 and 二〇一三 and 七八. */
  readonly bare: boolean;
  /** Begins with an Arabic digit. */
  readonly arabic: boolean;
  /** Digits side by side read as one number, where `value` and `high` are a span: 七八 → 78. */
  readonly asDigits?: number | undefined;
}

/**
 * Reads one numeral in digits, in Chinese or in both, from its first character on.
 *
 * One pass, no going back: linear in the characters read. Gives `undefined` where no numeral begins, and a numeral with
 * value NaN where digits spell none (1.2.3): what follows up to its end is not to be read again.
 */
export function readNumeral(
  text: string,
  at: number,
  characters: NumeralCharacters,
  options: ArabicOptions = {},
): Numeral | undefined {
  const { kinds, values, bound } = characters;
  const first = kinds[text.charCodeAt(at)];
  /** Sections that are complete: the 三万 of 三万五千. */
  let total = 0;
  /** What stands below 万 in the section being read. */
  let section = 0;
  /** The digits that wait for their unit; -1 where none do. */
  let pending = -1;
  /** How many digit characters make up `pending`. */
  let pendingLength = 0;
  /** `high - value` of the digits waiting or read. */
  let spread = 0;
  let spreadInSection = false;
  let asDigits: number | undefined;
  let lastUnit = 0;
  let smallUnit = Number.POSITIVE_INFINITY;
  let lastSection = 0;
  let zero = false;
  let openness: Numeral['openness'];
  let scale = 1;
  let decimal = false;
  let i = at;

  reading: for (;;) {
    const code = text.charCodeAt(i);
    const value = values[code];
    switch (kinds[code]) {
      case Kind.Arabic: {
        if (pending >= 0) break reading;
        const arabic = readArabic(text, i, characters, options);
        if (Number.isNaN(arabic.value)) {
          if (i === at) return { end: arabic.end, value: Number.NaN, scale, bare: true, arabic: true };
          break reading;
        }
        pending = arabic.value;
        pendingLength = arabic.digits;
        decimal = arabic.decimal;
        i = arabic.end;
        if (options.loose) {
          const thousands = LETTERS[text[i] ?? ''];
          if (thousands !== undefined && !/[A-Za-z]/.test(text[i + 1] ?? '')) {
            pending *= thousands;
            scale = thousands;
            i++;
            break reading;
          }
        }
        break;
      }
      case Kind.Digit: {
        if (decimal || openness !== undefined) break reading;
        if (isLiang(text, i, characters) && (pending >= 0 ? pending !== 1 : lastUnit > 0)) break reading;
        if (value === 0 && pending < 0 && lastUnit > 0) {
          if (zero) break reading;
          zero = true;
          i++;
          break;
        }
        if (pending >= 0 && (first === Kind.Arabic || spread > 0)) break reading;
        // 十二五 is twelve and a five: after a unit, two digits only stand together as a span (十二三).
        if (pending >= 0 && lastUnit > 0 && !isSpan(pending, value)) break reading;
        if (pending < 0) {
          pending = value;
          pendingLength = 1;
        } else if (pendingLength === 1 && isSpan(pending, value) && !isPlainDigit(text, i + 1, characters)) {
          spread = value - pending;
          spreadInSection = true;
          asDigits = pending * 10 + value;
          pendingLength = 2;
        } else {
          pending = pending * 10 + value;
          pendingLength++;
        }
        i++;
        break;
      }
      case Kind.Tens:
      case Kind.Unit: {
        const size = kinds[code] === Kind.Tens ? 10 : value;
        if (size >= smallUnit || (openness === 'more' && pending >= 0)) break reading;
        if (kinds[code] === Kind.Tens) {
          if (pending >= 0) break reading;
          pending = value / 10;
        }
        section += (pending <= 0 ? 1 : pending) * size;
        spread *= size;
        pending = -1;
        decimal = false;
        smallUnit = size;
        lastUnit = size;
        zero = false;
        i++;
        break;
      }
      case Kind.Section: {
        if (pending > 0 && lastUnit > 0 && !zero && pendingLength === 1 && first !== Kind.Arabic) {
          // 四千二万 is not how 4200万 is written, yet 一百二万 is: the digit stands for the next unit down.
          if (smallUnit !== Number.POSITIVE_INFINITY && smallUnit > 10) pending *= smallUnit / 10;
        }
        const whole = section + Math.max(pending, 0);
        const part = whole === 0 && i === at && followsAbout(text, at) ? 1 : whole;
        if (part === 0 && total === 0) break reading;
        if (value === MEGA && !options.loose && !countsBillions(text, i + 1, characters)) break reading;
        if (lastSection === 0 || value >= lastSection) {
          if (total > 0 && value === lastSection && part > 0) break reading;
          total = (total + part) * value;
          spread *= value;
        } else {
          if (part === 0) break reading;
          total += part * value;
          spread *= value;
        }
        lastSection = value;
        lastUnit = value;
        section = 0;
        pending = -1;
        decimal = false;
        smallUnit = Number.POSITIVE_INFINITY;
        scale = scaleOf(scale, value);
        zero = false;
        spreadInSection = false;
        i++;
        break;
      }
      case Kind.Some: {
        // 十几, 几十, 一百零几: a digit that is not told. Alone, 几 asks a question and 数 counts.
        const next = text.charCodeAt(i + 1);
        if (pending >= 0 || openness !== undefined) break reading;
        if (lastUnit === 0) {
          if (kinds[next] !== Kind.Unit && kinds[next] !== Kind.Section) break reading;
          pending = 1;
          spread = 9;
        } else {
          if (text.charCodeAt(i) === 0x6570 || text.charCodeAt(i) === 0x6578 || section + total === 0)
            break reading;
          pending = 0;
          spread = zero ? 10 : lastUnit;
          if (lastUnit > 10 && !zero) spread = lastUnit;
        }
        pendingLength = 2;
        openness = 'some';
        i++;
        break;
      }
      case Kind.More:
      case Kind.About: {
        if ((openness !== undefined && section + total === 0) || decimal) break reading;
        if (pending >= 0 ? pending < 10 || pending % 10 !== 0 : lastUnit === 0) break reading;
        if (zero) break reading;
        const nextKind = kinds[text.charCodeAt(i + 1)];
        if (nextKind !== Kind.Section && !(nextKind === Kind.Unit && pending >= 0)) break reading;
        openness ??= kinds[code] === Kind.More ? 'more' : 'about';
        i++;
        break;
      }
      case Kind.Half: {
        if (i !== at) break reading;
        const nextKind = kinds[text.charCodeAt(i + 1)];
        if (nextKind !== Kind.Unit) break reading;
        pending = value;
        pendingLength = 1;
        i++;
        break;
      }
      case Kind.Point: {
        const fraction = readFraction(text, i + 1, characters);
        if (first === Kind.Arabic && lastUnit === 0) break reading;
        if (
          fraction === undefined ||
          openness !== undefined ||
          spread > 0 ||
          (pending < 0 && lastUnit === 0 && !(options.bound && i === at))
        )
          break reading;
        if (pending < 0) pending = 0;
        else if (lastUnit > 10 && !zero && pendingLength === 1) pending *= lastUnit / 10;
        pending += fraction.value;
        pendingLength = 2;
        decimal = true;
        i = fraction.end;
        break;
      }
      default:
        // 两个亿: the measure word between a digit and 亿 changes nothing.
        if (code !== 0x4e2a || pending < 0 || !BILLIONS.includes(text[i + 1] ?? '-')) break reading;
        i++;
    }
  }
  if (i === at) return undefined;
  // A 零 that leads to nothing is the next word's: 一百零部件 is read as 一百 and 零部件.
  if (zero && pending < 0 && kinds[text.charCodeAt(i - 1)] === Kind.Digit) i--;
  if (i === at + 1 && bound[text.charCodeAt(at)] === 1 && !options.bound) return undefined;
  if (pending > 0 && lastUnit > 10 && !zero && pendingLength === 1 && !decimal) {
    pending *= lastUnit / 10;
  } else if (spread > 0 && spreadInSection && pending > 0 && lastUnit > 10 && !zero) {
    pending *= lastUnit / 10;
    spread *= lastUnit / 10;
  }
  const value = clean(total + section + Math.max(pending, 0));
  if (!Number.isFinite(value))
    return { end: i, value: Number.NaN, scale, bare: true, arabic: first === Kind.Arabic };
  return {
    end: i,
    value,
    high: spread > 0 ? clean(value + spread) : undefined,
    openness,
    scale,
    bare: lastUnit === 0,
    arabic: first === Kind.Arabic,
    asDigits: lastUnit === 0 ? asDigits : undefined,
  };
}

/** The digits after 点: at least one, and none that turns out to count tens (三点二十分 is a time). */
function readFraction(
  text: string,
  at: number,
  { kinds, values }: NumeralCharacters,
): { value: number; end: number } | undefined {
  let digits = '';
  let i = at;
  for (; ; i++) {
    const code = text.charCodeAt(i);
    const kind = kinds[code];
    if (kind !== Kind.Digit && kind !== Kind.Arabic) break;
    if (code === 0x4e24 || code === 0x5169) break;
    digits += values[code];
  }
  if (digits === '' || kinds[text.charCodeAt(i)] === Kind.Unit) return undefined;
  return { value: Number(`0.${digits}`), end: i };
}

/** 上百, 上万, 近千, 过亿: a unit without a digit is a numeral after these. */
export function followsAbout(text: string, at: number): boolean {
  return (
    '上近过逾超'.includes(text[at - 1] ?? '-') &&
    text[at - 2] !== '以' &&
    text[at - 2] !== '通' &&
    text[at - 2] !== '经'
  );
}

/** 15k, 30w, 3M: where texts are cruder. */
const LETTERS: Readonly<Record<string, number>> = { k: 1e3, K: 1e3, w: 1e4, W: 1e4, M: 1e6 };
const BILLIONS = '亿億';
/** 兆 as a number. On the mainland it mostly stands for mega: 100兆宽带. */
const MEGA = 1e12;

/** True where 兆 is followed by more of the number or by the money it counts. */
function countsBillions(text: string, at: number, { kinds }: NumeralCharacters): boolean {
  const kind = kinds[text.charCodeAt(at)];
  return (
    kind === Kind.Digit ||
    kind === Kind.Unit ||
    kind === Kind.Section ||
    '元圆圓日美'.includes(text[at] ?? '-')
  );
}

/** 两 that is the measure (三十两) and no digit (三千两百). */
function isLiang(text: string, at: number, { kinds }: NumeralCharacters): boolean {
  const code = text.charCodeAt(at);
  if (code !== 0x4e24 && code !== 0x5169) return false;
  const next = kinds[text.charCodeAt(at + 1)];
  return next !== Kind.Unit && next !== Kind.Section;
}

/** 七八, 两三, 三五: two digits that name a span when they stand side by side. */
function isSpan(low: number, high: number): boolean {
  return low > 0 && high > 0 && (high === low + 1 || (low === 3 && high === 5));
}

function isPlainDigit(text: string, at: number, { kinds }: NumeralCharacters): boolean {
  return kinds[text.charCodeAt(at)] === Kind.Digit;
}

function scaleOf(scale: number, section: number): number {
  return scale === 1 ? section : scale * section;
}

/** Takes away what binary fractions add: 4.287 × 10⁸ is 428700000. */
function clean(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(15));
}
