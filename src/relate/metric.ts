import { textSpan } from '../alignment/index.ts';
import type { Mention, MetricRelation } from '../document/index.ts';
import type { Stretch } from './clause.ts';

/** What a figure measures: ids of the figure, its regions and organs, and of its date, where one is given. */
export function metricOf(
  subject: Mention,
  value: string,
  regions: readonly string[],
  organs: readonly string[],
  date: string | undefined,
  { start, end }: Stretch,
): MetricRelation {
  const sentence = textSpan(start, end);
  return date === undefined
    ? { type: 'metric', subject, value, regions, organs, sentence }
    : { type: 'metric', subject, value, regions, organs, date, sentence };
}
