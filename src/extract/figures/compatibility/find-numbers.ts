import type { Figure } from '../figure.ts';
import type { FigureLexicon } from '../lexicon.ts';
import { Kind, type NumeralCharacters } from '../numerals.ts';
import { readNumeral } from '../read-numeral.ts';

const LOOSE = { loose: true } as const;
/** 2e5, 1.1^+23, 2^-1: the base, the mark and the exponent. */
const POWER = /(\d+(?:\.\d+)?)([eE^])([+-]*)(\d{1,4})(?![\d.])/y;
/** .5, where no digit stands before. */
const FRACTION_ONLY = /\.\d+/y;
/** 1.2.3 is no number but three. */
const DOTTED = /\d+(?:\.\d+){2,}/y;
/** 3/5, 16/5. */
const SLASHED = /(\d+)\/(\d+)(?![\d/])/y;
const SCALES: Readonly<Record<string, number>> = { k: 1e3, K: 1e3, M: 1e6, m: 1e6, G: 1e9, T: 1e12 };
/** Words that begin with a numeral and count nothing, by what follows it. */
const NO_NUMBER_AFTER = /^(?:切|看|川|足|折|%)/u;

/** Numbers as Recognizers-Text counts them: every numeral, fractions, powers, dozens, but none within 四川 or 一切. */
export function findNumbers(text: string, lexicon: FigureLexicon): Figure[] {
  const found: Figure[] = [];
  const { kinds } = lexicon.characters;
  for (let i = 0; i < text.length; ) {
    const kind = kinds[text.charCodeAt(i)];
    const point =
      text[i] === '.' && kinds[text.charCodeAt(i + 1)] === Kind.Arabic && !/[\d.]/.test(text[i - 1] ?? '');
    if (!point && (kind === Kind.None || kind > Kind.Half)) {
      i++;
      continue;
    }
    const read = numbersAt(text, i, lexicon);
    if (read === undefined) {
      i++;
      continue;
    }
    for (const { start, end, value } of read.numbers) {
      found.push({ kind: 'number', start, end, value, comparator: 'eq', rule: 'number-compatible' });
    }
    i = read.end;
  }
  return found;
}

interface Read {
  readonly numbers: readonly { start: number; end: number; value: number }[];
  readonly end: number;
}

function numbersAt(text: string, at: number, lexicon: FigureLexicon): Read | undefined {
  const dotted = match(DOTTED, text, at);
  if (dotted !== undefined) {
    let start = at;
    const numbers = dotted[0].split('.').map((digits) => {
      const number = { start, end: start + digits.length, value: Number(digits) };
      start = number.end + 1;
      return number;
    });
    return { numbers, end: at + dotted[0].length };
  }
  const read = readOne(text, at, lexicon);
  if (read === undefined) return undefined;
  if (isNoNumber(text, at, read, lexicon)) return { numbers: [], end: read.end };
  const minus = minusAt(text, at);
  const value = minus > 0 ? -read.value : read.value;
  return { numbers: [{ start: at - minus, end: read.end, value: tidy(value) }], end: read.end };
}

function tidy(value: number): number {
  return Object.is(value, -0) ? 0 : Number(value.toPrecision(15));
}

interface One {
  readonly end: number;
  readonly value: number;
}

/** One number at `at`, its sign aside: a power, a fraction, or a plain numeral with what multiplies it. */
function readOne(text: string, at: number, lexicon: FigureLexicon): One | undefined {
  const power = match(POWER, text, at);
  if (power !== undefined) {
    const [whole, base, mark, signs, exponent] = power;
    // Any number of signs before the exponent counts as none, unless it is a single minus.
    const raised = signs === '-' ? -Number(exponent) : Number(exponent);
    const value = mark === '^' ? Number(base) ** raised : Number(`${base}e${raised}`);
    return Number.isFinite(value) ? { value, end: at + whole.length } : undefined;
  }
  const slashed = match(SLASHED, text, at);
  if (slashed !== undefined && slashed[2] !== '0') {
    return { value: Number(slashed[1]) / Number(slashed[2]), end: at + slashed[0].length };
  }
  const fraction = match(FRACTION_ONLY, text, at);
  if (fraction !== undefined) return { value: Number(`0${fraction[0]}`), end: at + fraction[0].length };
  const numeral = readNumeral(text, at, lexicon.characters, LOOSE);
  if (numeral === undefined || Number.isNaN(numeral.value)) return undefined;
  const value = numeral.openness === undefined ? (numeral.asDigits ?? numeral.value) : numeral.value;
  const plain = { value, end: numeral.end };
  const mixed = text[plain.end] === ' ' ? match(SLASHED, text, plain.end + 1) : undefined;
  if (mixed !== undefined && mixed[2] !== '0') {
    return { value: value + Number(mixed[1]) / Number(mixed[2]), end: plain.end + 1 + mixed[0].length };
  }
  const again =
    text[plain.end] === '又' ? readNumeral(text, plain.end + 1, lexicon.characters, LOOSE) : undefined;
  if (again !== undefined) {
    const rest = readFraction(text, again, lexicon);
    if (rest !== undefined) return { value: value + rest.value, end: rest.end };
  }
  const denominator = isPerWhole(text, at, numeral.end, lexicon.characters)
    ? undefined
    : readFraction(text, plain, lexicon);
  return denominator ?? multiplied(text, plain, numeral.arabic);
}

/** 五分之一, whose denominator is read already. */
function readFraction(text: string, { value, end }: One, lexicon: FigureLexicon): One | undefined {
  if (!text.startsWith('分之', end) || value === 0) return undefined;
  const minus = text[end + 2] === '负' || text[end + 2] === '負' || text[end + 2] === '-' ? 1 : 0;
  const numerator = readNumeral(text, end + 2 + minus, lexicon.characters, { ...LOOSE, bound: true });
  if (numerator === undefined || Number.isNaN(numerator.value)) return undefined;
  return { value: ((minus > 0 ? -1 : 1) * numerator.value) / value, end: numerator.end };
}

/** 百分之, 千分之: the numerator alone is a number there. */
function isPerWhole(text: string, at: number, end: number, characters: NumeralCharacters): boolean {
  if (!text.startsWith('分之', end)) return false;
  for (let i = at; i < end; i++) {
    const kind = characters.kinds[text.charCodeAt(i)];
    if (kind !== Kind.Unit && kind !== Kind.Section) return false;
  }
  return true;
}

/** 40k, 2.5 M, 五打. */
function multiplied(text: string, { value, end }: One, arabic: boolean): One {
  if (text[end] === '打') return { value: value * 12, end: end + 1 };
  const at = text[end] === ' ' ? end + 1 : end;
  const scale = SCALES[text[at] ?? ''];
  if (!arabic || scale === undefined || /[A-Za-z]/.test(text[at + 1] ?? '')) return { value, end };
  return { value: value * scale, end: at + 1 };
}

function isNoNumber(text: string, at: number, { end }: One, { units, characters }: FigureLexicon): boolean {
  const written = text.slice(at, end);
  const alone = written.length === 1 && !/\d/.test(written);
  if (alone && NO_NUMBER_AFTER.test(text.slice(end, end + 1))) return true;
  if (alone && (text[end] === written || text[at - 1] === written)) return true;
  // What a numeral before left over: the 千 of 五十千, the 百 of 百分点.
  if (alone && characters.kinds[text.charCodeAt(at)] === Kind.Unit) {
    const before = characters.kinds[text.charCodeAt(at - 1)];
    if (text.startsWith('分', end) || before === Kind.Unit) return true;
  }
  if (text[end] === '%') return true;
  if (isPerWhole(text, at, end, characters)) return true;
  // 九九, 两两: a digit twice is a word.
  if (written.length === 2 && written[0] === written[1] && !/\d/.test(written)) return true;
  const unit = units.at(text, end);
  return written.length === 1 && unit?.value.kind === 'currency' && unit.word.length > 1;
}

/** A single sign before the number: two, or one after a digit, are none. */
function minusAt(text: string, at: number): number {
  const before = text[at - 1];
  if (before === '负' || before === '負') return 1;
  if (before !== '-') return 0;
  return at === 1 || !/[-\dA-Za-z]/.test(text[at - 2]) ? 1 : 0;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
