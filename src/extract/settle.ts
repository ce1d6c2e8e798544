import { contains, overlaps } from '../alignment/index.ts';
import type { Entity, FoundEntity } from '../document/index.ts';

/** An entity and the priority of the recognizer that found it. */
export interface Claim {
  readonly entity: FoundEntity;
  readonly priority: number;
}

/**
 * Settles claims on the same characters and numbers the entities that stay, in text order, outer before inner.
 *
 * Nesting is kept. Of two that overlap in part or cover the same range the higher priority stays, then the longer, then the
 * first. What lies inside a central organ's name goes: such a name is one thing.
 */
export function settle(claims: readonly Claim[]): Entity[] {
  const placed = [...claims].sort(
    (a, b) =>
      a.entity.span.start - b.entity.span.start ||
      b.entity.span.end - a.entity.span.end ||
      b.priority - a.priority,
  );
  const kept: Claim[] = [];
  for (const claim of placed) {
    // Only claims that reach beyond this start can clash; those are few and at the end.
    let stays = true;
    for (let i = kept.length - 1; stays && i >= 0 && kept.length - i <= NESTING_LIMIT; i--) {
      const rival = kept[i];
      if (!overlaps(rival.entity.span, claim.entity.span) || mayNest(rival, claim)) continue;
      if (beats(claim, rival)) kept.splice(i, 1);
      else stays = false;
    }
    if (stays) kept.push(claim);
  }
  return kept.map(({ entity }, index) => ({ ...entity, id: `e${index + 1}` }) as Entity);
}

/** How many claims back a clash is looked for: entities nest a few deep, never by the dozen. */
const NESTING_LIMIT = 64;

function mayNest(outer: Claim, inner: Claim): boolean {
  const same =
    outer.entity.span.start === inner.entity.span.start && outer.entity.span.end === inner.entity.span.end;
  return !same && contains(outer.entity.span, inner.entity.span) && outer.entity.type !== 'ministry';
}

function beats(claim: Claim, rival: Claim): boolean {
  const length = ({ entity: { span } }: Claim) => span.end - span.start;
  return (
    claim.priority > rival.priority || (claim.priority === rival.priority && length(claim) > length(rival))
  );
}
