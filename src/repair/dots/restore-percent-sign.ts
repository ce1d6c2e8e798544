import type { Dictionaries } from '../../dictionary/index.ts';
import { classAt, DIGIT, DOT, HAN, isOneOf, OPENING, STRAIGHT_QUOTE, WIDE_MARK } from '../characters.ts';
import { NONE } from '../network/marks.ts';
import { type Dot, type DotContext, probabilityOf, type Reading } from './dot.ts';
import type { Stretch } from './find-stretches.ts';
import { type LinearModel, loadLinearModel, probabilityOfLogit } from './linear-model.ts';
import { endsOfListed, listedAt } from './mixed-shares.ts';
import { canBeSign, SIGN_FEATURES, signFeatures } from './sign-features.ts';
import { typeDot } from './type-dot.ts';

/** What goes on after a share without a mark between. */
const CONTINUES = ['以上', '以下', '以内', '以外', '左右', '上下', '的', '多', '至', '到', '或'];
/** What joins it to another share soon behind, or begins another clause: 与上月持平. */
const JOINS = '和与';
const JOINED = 8;
/** What makes the share the subject of the words behind it: 其余10%来自…. */
const REST = /(?:其余|剩余|余下|剩下)的?[约近]?$/;
/** How sure the model must be that a dot was a sign. */
const LIKELY = 0.5;
/** Characters before a figure that make it no share. */
const NO_SHARE = /(?:[第号款条章节页版期／/]|版本|(?<![占同环])比)$/;
/** What is measured in degrees has no share, however its sign was lost. */
const DEGREES = /[气水体室油]温|温度/;
/** A year that stands alone. */
const YEAR = /^(?:19|20)\d\d$/;

const MODEL = Symbol('model of signs');

/**
 * Finds the dots of a stretch of flattened lines that were a %: 80.以上 is 80%以上, 近90. before a new clause is near
 * 90% and a mark. Figures that count have their measure word; years, numbers in a row and versions have no %.
 *
 * @returns the probability of each, by its UTF-16 index in the text
 * @throws GuiyiError GY401 where the packaged model can't be read
 */
export function findSigns(
  text: string,
  { start, end, carrier }: Stretch,
  dictionaries: Dictionaries,
): Map<number, number> {
  const found = new Map<number, number>();
  const features = new Int32Array(SIGN_FEATURES);
  for (let at = text.indexOf(carrier, start + 1); at >= 0 && at < end; at = text.indexOf(carrier, at + 1)) {
    if (!canBeSign(text, at) || figureBefore(text, at) === undefined) continue;
    const model = dictionaries.derived(MODEL, (): LinearModel => loadLinearModel('signs.model'));
    const likely = probabilityOfLogit(model.logit(features, signFeatures(text, at, carrier, features)));
    if (likely >= LIKELY) found.set(at, likely);
  }
  return found;
}

/**
 * Puts the signs of listed figures where each ends, if one of their dots was found to be a sign, or a rate is listed: 94.82.6. of two is 94% and 82.6%.
 *
 * @param signs changed here
 * @returns the dots that are decimal points of such figures, by their UTF-16 indices in the text
 */
export function readListed(
  text: string,
  { start, end, carrier }: Stretch,
  signs: Map<number, number>,
): ReadonlySet<number> {
  const points = new Set<number>();
  if (carrier !== '.') return points;
  for (const at of listedAt(text, start, end)) {
    const listed = endsOfListed(text, at);
    if (listed === undefined || listed.end > end) continue;
    const ends = new Set(listed.ends);
    const places = dotsIn(text, at, listed.end);
    const likely =
      Math.max(0, ...places.map((place) => signs.get(place) ?? 0)) || (listed.isRate ? LIKELY_RATE : 0);
    if (likely === 0) continue;
    for (const place of places) {
      if (ends.has(place)) signs.set(place, likely);
      else {
        signs.delete(place);
        points.add(place);
      }
    }
  }
  return points;
}

/** How sure the signs of listed figures are where only what they measure says so. */
const LIKELY_RATE = 0.8;

function dotsIn(text: string, from: number, to: number): number[] {
  const dots: number[] = [];
  for (let at = from; at < to; at++) if (classAt(text, at) === DOT) dots.push(at);
  return dots;
}

/** Gives back the % that a dot was, and the mark after it where there was one. */
export function restorePercentSign(
  context: DotContext,
  dot: Dot,
  signs: ReadonlyMap<number, number>,
): Reading | undefined {
  const { text } = context;
  const likely = signs.get(dot.at);
  if (likely === undefined) return undefined;
  const decimal = figureBefore(text, dot.at) ?? '';
  const point = decimal.lastIndexOf('.');
  // The point may have been a sign itself.
  const figure = signs.has(dot.at - decimal.length + point) ? decimal.slice(point + 1) : decimal;
  const reason = `'${figure}' has no unit, as a share that lost its sign`;
  const start = dot.at - figure.length;
  const isSubject = classAt(text, dot.at + 1) === HAN && REST.test(text.slice(Math.max(0, start - 4), start));
  if (
    isSubject ||
    CONTINUES.some((word) => text.startsWith(word, dot.at + 1)) ||
    joinsFigure(text, dot.at + 1)
  ) {
    return { insert: '%', confidence: likely, reason };
  }
  // Shares are listed with shares: 9%、8%和7%. Before a year or a word another statement begins.
  const isListed =
    classAt(text, dot.at + 1) === DIGIT && !YEAR_AHEAD.test(text.slice(dot.at + 1, dot.at + 6));
  const mark = typeDot(context, dot, probabilityOf(context, dot, NONE) > 0.5, isListed);
  return { insert: `%${mark.insert}`, confidence: likely * mark.confidence, reason };
}

/** True where a conjunction at `at` joins a figure of the same clause. */
function joinsFigure(text: string, at: number): boolean {
  if (!isOneOf(JOINS, text, at)) return false;
  for (let next = at + 1; next < at + JOINED; next++) {
    const kind = classAt(text, next);
    if (kind !== HAN) return kind === DIGIT;
  }
  return false;
}

/** The figure right before a dot, where it can be a share. */
function figureBefore(text: string, at: number): string | undefined {
  let start = at;
  while (at - start < 8 && classAt(text, start - 1) === DIGIT) start--;
  if (classAt(text, start - 1) === DOT && classAt(text, start - 2) === DIGIT) {
    // It may be a decimal; its whole part is looked at too.
    const point = start - 1;
    let whole = point;
    while (point - whole < 8 && classAt(text, whole - 1) === DIGIT) whole--;
    if (at - start <= 3 && point - whole <= 4 && !YEAR.test(text.slice(whole, point))) start = whole;
  }
  const figure = text.slice(start, at);
  if (!mayPrecede(text, start - 1)) return undefined;
  if (!(Number(figure) < 10_000) || figure.length > 8 || /^0\d/.test(figure) || YEAR.test(figure))
    return undefined;
  if (NO_SHARE.test(text.slice(Math.max(0, start - 2), start))) return undefined;
  return DEGREES.test(text.slice(Math.max(0, start - 6), start)) ? undefined : figure;
}

/** The start of what is a year, not a figure of its own. */
const YEAR_AHEAD = /^(?:19|20)\d{2}年/;

/** Marks of ranges: what follows one can be a share, as in 5-20%. */
const RANGES = '-–—～~+';

/** True for what a share may follow: not the start of a line, which has numbers of items, nor a Latin letter, which has models. */
function mayPrecede(text: string, at: number): boolean {
  const kind = classAt(text, at);
  if (kind === HAN || kind === DOT || kind === OPENING || kind === STRAIGHT_QUOTE || kind === WIDE_MARK)
    return true;
  return RANGES.includes(text[at] ?? ' ');
}
