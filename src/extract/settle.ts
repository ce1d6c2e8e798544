import { contains } from '../alignment/index.ts';
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
  const kept = new Set<Claim>();
  // Those that reach beyond the start of the claim at hand, outermost first: only these can clash with it.
  // What is kept nests or is disjoint, so they are few and every one holds the next.
  let open: Claim[] = [];
  for (const claim of placed) {
    while (open.length > 0 && open[open.length - 1].entity.span.end <= claim.entity.span.start) open.pop();
    if (open.length > 0) {
      const rivals = open.filter((other) => !mayNest(other, claim));
      if (!rivals.every((rival) => beats(claim, rival))) continue;
      if (rivals.length > 0) {
        for (const rival of rivals) kept.delete(rival);
        open = open.filter((other) => kept.has(other));
      }
    }
    kept.add(claim);
    open.push(claim);
  }
  return [...kept].map(({ entity }, index) => ({ ...entity, id: `e${index + 1}` }) as Entity);
}

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
