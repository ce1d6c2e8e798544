import { contains } from '../alignment/index.ts';
import type { Entity, FoundEntity } from '../document/index.ts';
import type { Draft } from './draft.ts';

/** An entity and the priority of the recognizer that found it. */
export interface Claim {
  readonly entity: FoundEntity;
  readonly priority: number;
}

/** Text order: outer before inner, and of those that cover the same range the one with the higher priority first. */
export function inTextOrder(a: Claim, b: Claim): number {
  const { span } = a.entity;
  const { span: other } = b.entity;
  return span.start - other.start || other.end - span.end || b.priority - a.priority;
}

/**
 * Settles claims on the same characters and numbers the entities that stay, in text order, outer before inner.
 *
 * Nesting is kept. Of two that overlap in part or cover the same range the higher priority stays, then the longer, then the
 * first. What lies inside a central organ's name goes: such a name is one thing.
 */
export function settle(claims: readonly Claim[]): Entity[] {
  const kept: Claim[] = [];
  const lost = new Set<Claim>();
  // Those that reach beyond the start of the claim at hand, outermost first: only these can clash with it.
  // What is kept nests or is disjoint, so they are few and every one holds the next.
  let open: Claim[] = [];
  for (const claim of sorted(claims)) {
    while (open.length > 0 && open[open.length - 1].entity.span.end <= claim.entity.span.start) open.pop();
    if (open.length > 0) {
      const rivals = open.filter((other) => !mayNest(other, claim));
      if (!rivals.every((rival) => beats(claim, rival))) continue;
      for (const rival of rivals) lost.add(rival);
      if (rivals.length > 0) open = open.filter((other) => !lost.has(other));
    }
    kept.push(claim);
    open.push(claim);
  }
  const entities: Entity[] = [];
  for (const claim of kept) {
    if (lost.size > 0 && lost.has(claim)) continue;
    // Numbered in place: a recognizer makes each for this list alone, and copies cost more than finding them.
    const entity = claim.entity as Draft<Entity>;
    entity.id = `e${entities.length + 1}`;
    entities.push(entity);
  }
  return entities;
}

/** The claims in text order; mostly they are already. */
export function sorted(claims: readonly Claim[]): readonly Claim[] {
  for (let i = 1; i < claims.length; i++) {
    if (inTextOrder(claims[i - 1], claims[i]) > 0) return [...claims].sort(inTextOrder);
  }
  return claims;
}

function mayNest(outer: Claim, inner: Claim): boolean {
  const same =
    outer.entity.span.start === inner.entity.span.start && outer.entity.span.end === inner.entity.span.end;
  if (same || !contains(outer.entity.span, inner.entity.span) || outer.entity.type === 'ministry')
    return false;
  return !isNameOfTownship(outer.entity, inner.entity);
}

/** 平桥 in 和平桥街道办 is no county: of a township's body only the beginning names a place that has a code. */
function isNameOfTownship(outer: FoundEntity, inner: FoundEntity): boolean {
  return (
    outer.type === 'local-organ' &&
    outer.level === 'township' &&
    inner.type === 'county' &&
    inner.span.start > outer.span.start &&
    !/[市县区旗]$/u.test(inner.name.slice(0, inner.span.end - inner.span.start))
  );
}

function beats(claim: Claim, rival: Claim): boolean {
  const length = ({ entity: { span } }: Claim) => span.end - span.start;
  return (
    claim.priority > rival.priority || (claim.priority === rival.priority && length(claim) > length(rival))
  );
}
