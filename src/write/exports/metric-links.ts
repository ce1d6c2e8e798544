import type { DocumentRecord } from '../../record/index.ts';

/** The kinds of {@link MetricLink}. */
export const linkTypes = ['metric-region', 'metric-organ'] as const;

/** A figure and a place or organ that it is about, as ids of entities. */
export interface MetricLink {
  readonly type: (typeof linkTypes)[number];
  readonly from: string;
  readonly to: string;
}

/**
 * Facts about figures as pairs of entities, which is all that tools with relations can hold. Other relations
 * have no entity at one of their ends.
 *
 * @param written says which entities the export has
 */
export function metricLinks({ relations }: DocumentRecord, written: (id: string) => boolean): MetricLink[] {
  const links: MetricLink[] = [];
  for (const relation of relations) {
    if (relation.type !== 'metric') continue;
    for (const id of relation.regions) links.push({ type: 'metric-region', from: relation.value, to: id });
    for (const id of relation.organs) links.push({ type: 'metric-organ', from: relation.value, to: id });
  }
  return links.filter(({ from, to }) => written(from) && written(to));
}
