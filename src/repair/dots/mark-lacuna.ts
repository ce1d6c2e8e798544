import { type Edit, splitsPair } from '../../alignment/index.ts';
import { classAt, DIGIT, HAN, LATIN, LINE_BREAK } from '../characters.ts';
import { NONE } from '../network/marks.ts';
import { type Dot, type DotContext, probabilityOf, type Reading } from './dot.ts';
import type { Lacunae } from './find-lacunae.ts';
import { probabilityOfLogit } from './linear-model.ts';
import { typeDot } from './type-dot.ts';

/** What the text carries where a title was deleted. */
export const LACUNA = '《□》';

/** How sure it is that 、 stood between two titles of which only dots or closing brackets are left. */
const BETWEEN = 0.9;

const REASON = 'the words around want a title that is not there';

/**
 * Reads a dot beside which a title was deleted: the title, the mark, or both in the order in which they stood.
 * Undefined where none was.
 */
export function readLacuna(context: DotContext, dot: Dot, lacunae: Lacunae): Reading | undefined {
  const { text } = context;
  const { gaps, dots } = lacunae;
  if (gaps.size === 0 && lacunae.beside.size === 0) return undefined;
  const before = titleBefore(context, dot, lacunae);
  // Of two dots in a row the second has the title between them.
  const after = dots.has(dot.at + 1) ? undefined : gaps.get(dot.at + 1);
  if (before === undefined && after === undefined) return undefined;
  if (before !== undefined && dots.has(dot.at + 1)) {
    return { insert: `${LACUNA}、`, confidence: before * BETWEEN, reason: REASON };
  }
  // The second of two dots is the title's own where the first is a mark; a mark of its own it has at the end of a line.
  const isSecond =
    text[dot.at - 1] === text[dot.at] && !gaps.has(dot.at - 1) && classAt(text, dot.at + 1) !== LINE_BREAK;
  const unmarked =
    before !== undefined &&
    (isSecond || text[dot.at + 1] === '的' || probabilityOf(context, dot, NONE) > 0.5);
  const { insert, confidence } = unmarked ? { insert: '', confidence: 1 } : typeDot(context, dot);
  return {
    insert: `${before === undefined ? '' : LACUNA}${insert}${after === undefined ? '' : LACUNA}`,
    confidence: (before ?? 1) * (after ?? 1) * confidence,
    reason: REASON,
  };
}

/** Reads a dot between two closing brackets that are all that is left of titles: they were a list. */
export function readBetweenRests({ at }: Dot, { rests }: Lacunae): Reading | undefined {
  if (!rests.has(at - 1) || !rests.has(at + 1)) return undefined;
  return { insert: '、', confidence: BETWEEN, reason: 'on both sides a title was deleted' };
}

/**
 * What the model of marks says of there being no mark counts too, weighed down: it sees the clauses around. Weight
 * and shift are from development documents.
 */
const UNMARKED_WEIGHT = 0.3;
const UNMARKED_SHIFT = 1.2;

/** The probability that a title stood before the dot; undefined where it is too low. */
function titleBefore(context: DotContext, dot: Dot, { gaps, beside, least }: Lacunae): number | undefined {
  // After a figure it is a % that was lost.
  if (classAt(context.text, dot.at - 1) === DIGIT) return undefined;
  const odds = beside.get(dot.at);
  if (odds === undefined) return gaps.get(dot.at);
  const none = probabilityOf(context, dot, NONE);
  const both = odds + UNMARKED_SHIFT + UNMARKED_WEIGHT * Math.log((none + 1e-4) / (1 - none + 1e-4));
  return both < least ? undefined : probabilityOfLogit(both);
}

/**
 * Marks the titles that were deleted inside a clause. Each is written by rewriting the character before it, or the
 * one after it where that is no character of a word.
 *
 * @param taken places that other edits rewrite
 */
export function markGaps(text: string, { gaps }: Lacunae, taken: ReadonlySet<number>): Edit[] {
  const inserted = new Map<number, { before: boolean; after: boolean; confidence: number }>();
  for (const [at, probability] of gaps) {
    if (taken.has(at) || taken.has(at - 1)) continue;
    const after = isWord(text, at - 1);
    if (!after && !isWord(text, at)) continue;
    const place = after ? at - 1 : at;
    const known = inserted.get(place) ?? { before: false, after: false, confidence: 1 };
    inserted.set(place, {
      before: known.before || !after,
      after: known.after || after,
      confidence: known.confidence * probability,
    });
  }
  return [...inserted].map(([at, { before, after, confidence }]) => ({
    from: at,
    to: at + 1,
    insert: `${before ? LACUNA : ''}${text[at]}${after ? LACUNA : ''}`,
    rule: 'mark-lacuna',
    confidence,
    reason: REASON,
  }));
}

/** True for a unit that no other rule of marks rewrites: a character of a word, whole in itself. */
function isWord(text: string, at: number): boolean {
  const kind = classAt(text, at);
  return (kind === HAN || kind === LATIN || kind === DIGIT) && !splitsPair(text, at);
}
