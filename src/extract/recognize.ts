import type { FoundEntity } from '../document/index.ts';
import type { ExtractContext } from './recognizer.ts';
import { nameMarker, recognizers } from './recognizers.ts';
import { type Claim, settle } from './settle.ts';

/** Runs every recognizer over a text, each seeing what those before it found, and settles what they claim. */
export function recognize(given: Omit<ExtractContext, 'found' | 'nameMarks'>): ReturnType<typeof settle> {
  const nameMarks = nameMarker(given.dictionaries).mark(given.text);
  const claims: Claim[] = [];
  let found: FoundEntity[] = [];
  for (const { priority, find } of recognizers) {
    const entities = find({ ...given, nameMarks, found });
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
