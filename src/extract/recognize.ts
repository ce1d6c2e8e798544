import type { Entity, FoundEntity } from '../document/index.ts';
import type { ExtractContext } from './recognizer.ts';
import { beginningFinder, recognizers } from './recognizers.ts';
import { type Claim, settle } from './settle.ts';
import { type WrittenIn, writingDate } from './writing-date.ts';

/** A document as the recognizers are given it; when it was written is read from it where that is not told. */
export type Recognizable = Omit<ExtractContext, 'found' | 'beginnings' | keyof WrittenIn> &
  Partial<WrittenIn>;

/** Runs every recognizer over a text, each seeing what those before it found, and settles what they claim. */
export function recognize(given: Recognizable): Entity[] {
  const { text, source, dictionaries, year, month } = given;
  const beginnings = beginningFinder(dictionaries).find(text);
  const written = year === undefined ? writingDate(text, source, beginnings.of('dates')) : { year, month };
  const claims: Claim[] = [];
  let found: FoundEntity[] = [];
  for (const { priority, find } of recognizers) {
    const entities = find({ ...given, ...written, beginnings, found });
    for (const entity of entities) claims.push({ entity, priority });
    if (entities.length > 0) found = merge(found, entities.sort(inTextOrder));
  }
  return settle(claims);
}

function inTextOrder({ span: a }: FoundEntity, { span: b }: FoundEntity): number {
  return a.start - b.start || b.end - a.end;
}

/** Two lists in text order as one. */
function merge(left: readonly FoundEntity[], right: readonly FoundEntity[]): FoundEntity[] {
  const merged: FoundEntity[] = [];
  let i = 0;
  for (const entity of right) {
    while (i < left.length && inTextOrder(left[i], entity) <= 0) merged.push(left[i++]);
    merged.push(entity);
  }
  while (i < left.length) merged.push(left[i++]);
  return merged;
}
