import type { Entity, FoundEntity } from '../document/index.ts';
import type { Draft } from './draft.ts';

/**
 * An entity and the priority of the recognizer that found it. Where the entity stands is told again, as entities are of
 * many shapes to the engine and claims of one.
 */
export class Claim {
  readonly entity: FoundEntity;
  readonly priority: number;
  /** Half-open, in UTF-16 units of the text. */
  readonly start: number;
  readonly end: number;

  constructor(entity: FoundEntity, priority: number) {
    this.entity = entity;
    this.priority = priority;
    this.start = entity.span.start;
    this.end = entity.span.end;
  }
}

/** Text order: outer before inner, and of those that cover the same range the one with the higher priority first. */
export function inTextOrder(a: Claim, b: Claim): number {
  return a.start - b.start || b.end - a.end || b.priority - a.priority;
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
    while (open.length > 0 && open[open.length - 1].end <= claim.start) open.pop();
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
    entity.id = idOf(entities.push(entity));
  }
  return entities;
}

/** The ids given so far, by their numbers: every document has the first of them again. */
const ids: string[] = [];

function idOf(number: number): string {
  for (let next = ids.length; next <= number; next++) ids.push(`e${next}`);
  return ids[number];
}

/** The claims in text order; mostly they are already. */
export function sorted(claims: readonly Claim[]): readonly Claim[] {
  for (let i = 1; i < claims.length; i++) {
    if (inTextOrder(claims[i - 1], claims[i]) > 0) return [...claims].sort(inTextOrder);
  }
  return claims;
}

function mayNest(outer: Claim, inner: Claim): boolean {
  const same = outer.start === inner.start && outer.end === inner.end;
  const holds = outer.start <= inner.start && inner.end <= outer.end;
  if (same || !holds || outer.entity.type === 'ministry') return false;
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
  return (
    claim.priority > rival.priority ||
    (claim.priority === rival.priority && claim.end - claim.start > rival.end - rival.start)
  );
}
