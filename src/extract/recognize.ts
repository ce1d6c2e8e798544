import type { FoundEntity } from '../document/index.ts';
import type { ExtractContext } from './recognizer.ts';
import { recognizers } from './recognizers.ts';
import { type Claim, settle } from './settle.ts';

/** Runs every recognizer over a text, each seeing what those before it found, and settles what they claim. */
export function recognize(given: Omit<ExtractContext, 'found'>): ReturnType<typeof settle> {
  const claims: Claim[] = [];
  let found: FoundEntity[] = [];
  for (const { priority, find } of recognizers) {
    const entities = find({ ...given, found });
    for (const entity of entities) claims.push({ entity, priority });
    if (entities.length > 0) found = [...found, ...entities].sort(inTextOrder);
  }
  return settle(claims);
}

function inTextOrder({ span: a }: FoundEntity, { span: b }: FoundEntity): number {
  return a.start - b.start || b.end - a.end;
}
