import type { Entity, FoundEntity } from '../document/index.ts';
import type { ExtractContext } from './recognizer.ts';
import { beginningFinder, recognizers } from './recognizers.ts';
import { Claim, inTextOrder, settle, sorted } from './settle.ts';
import { type WrittenIn, writingDate } from './writing-date.ts';

/** A document as the recognizers are given it; when it was written is read from it where that is not told. */
export type Recognizable = Omit<ExtractContext, 'found' | 'beginnings' | keyof WrittenIn> &
  Partial<WrittenIn>;

/** Runs every recognizer over a text, each seeing what those before it found, and settles what they claim. */
export function recognize(given: Recognizable): Entity[] {
  const { text, alignment, sentences, tokens, source, dictionaries } = given;
  const beginnings = beginningFinder(dictionaries).find(text);
  const { year, month } =
    given.year === undefined ? writingDate(text, source, beginnings.of('dates')) : given;
  let claims: readonly Claim[] = [];
  let found: readonly FoundEntity[] | undefined;
  // One for all recognizers, as each sees more than the one before it only by what is found.
  const context: ExtractContext = {
    text,
    alignment,
    sentences,
    tokens,
    year,
    month,
    source,
    dictionaries,
    beginnings,
    // Made when asked for: some need no more than the text.
    get found() {
      found ??= claims.map(({ entity }) => entity);
      return found;
    },
  };
  for (const { priority, find } of recognizers) {
    const entities = find(context);
    if (entities.length === 0) continue;
    claims = merge(claims, sorted(entities.map((entity) => new Claim(entity, priority))));
    found = undefined;
  }
  return settle(claims);
}

/** Two lists in text order as one. */
function merge(left: readonly Claim[], right: readonly Claim[]): readonly Claim[] {
  if (left.length === 0) return right;
  const merged: Claim[] = [];
  let i = 0;
  for (const claim of right) {
    while (i < left.length && inTextOrder(left[i], claim) <= 0) merged.push(left[i++]);
    merged.push(claim);
  }
  while (i < left.length) merged.push(left[i++]);
  return merged;
}
