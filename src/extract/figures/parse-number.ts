import { type Dictionaries, defaultDictionaries } from '../../dictionary/index.ts';
import { figureLexicon } from './lexicon.ts';
import { Kind } from './numerals.ts';
import { round } from './read-bounds.ts';
import { readNumeral } from './read-numeral.ts';

/** What multiplies a number: pairs, dozens, and the letters of SI. */
const MULTIPLIERS: Readonly<Record<string, number>> = {
  对: 2,
  對: 2,
  双: 2,
  雙: 2,
  打: 12,
  个: 1,
  個: 1,
  k: 1e3,
  K: 1e3,
  w: 1e4,
  W: 1e4,
  M: 1e6,
  G: 1e9,
};
const HALVES = new Set(['半', '一半', '1半', '一半半', '半个', '半個']);

/**
 * Reads a text that is a number and nothing else: 34,567, 三万四千五百零七, -1.2M, 三分之一, 一又十分之一, 五打, 半个.
 *
 * @returns `undefined` where the text is no number, or one that a double can't hold
 */
export function parseNumber(
  text: string,
  { dictionaries = defaultDictionaries() }: { readonly dictionaries?: Dictionaries } = {},
): number | undefined {
  const { characters } = figureLexicon(dictionaries);
  const whole = text.trim();
  const minus =
    characters.kinds[whole.charCodeAt(0)] === Kind.Minus || whole[0] === '-' || whole[0] === '－' ? 1 : 0;
  const rest = whole.slice(minus).trimStart();
  const value = HALVES.has(rest) ? 0.5 : valueFrom(withLead(rest, characters), characters);
  if (value === undefined || !Number.isFinite(value)) return undefined;
  return minus > 0 ? -value : value;
}

type Characters = ReturnType<typeof figureLexicon>['characters'];

/** .77 and 万九 leave out what they begin with: 0.77, 一万九. */
function withLead(text: string, { kinds }: Characters): string {
  if (text.startsWith('.')) return `0${text}`;
  return kinds[text.charCodeAt(0)] === Kind.Section && text.length > 1 ? `一${text}` : text;
}

function valueFrom(text: string, characters: Characters): number | undefined {
  const numeral = readNumeral(text, 0, characters, { loose: true, bound: true });
  if (numeral === undefined || Number.isNaN(numeral.value)) return undefined;
  const value = numeral.asDigits ?? numeral.value;
  const rest = text.slice(numeral.end);
  if (rest === '') return value;
  if (rest[0] === '又') {
    const fraction = valueFrom(rest.slice(1), characters);
    return fraction === undefined ? undefined : round(value + fraction);
  }
  const parts = /^(?:[分份]之?)/u.exec(rest)?.[0];
  if (parts !== undefined && value !== 0) {
    const numerator = valueFrom(rest.slice(parts.length), characters);
    return numerator === undefined ? undefined : round(numerator / value);
  }
  const multiplier = rest.length === 1 ? MULTIPLIERS[rest] : undefined;
  return multiplier === undefined ? undefined : round(value * multiplier);
}
