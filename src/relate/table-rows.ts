import { textSpan } from '../alignment/index.ts';
import type { MetricRelation } from '../document/index.ts';
import { type Stretch, trimmed } from './clause.ts';
import { metricOf } from './metric.ts';
import type { PlacedEntity } from './placed-entity.ts';
import type { RelateContext, Sentence } from './relate-context.ts';

/** A row of these is a table's: two cells alone are a label and what it labels. */
const FEWEST_CELLS = 3;

/**
 * What the figures of a table's rows measure, by the row: the words at the head of their column, of the region that the row names.
 *
 * A table is a line of cells without a figure, and the lines after it that have as many cells. Cells are parted by tabs, which `clean`
 * makes of aligned columns.
 */
export function tableRows({ text, sentences, entities }: RelateContext): Map<Sentence, MetricRelation[]> {
  const rows = new Map<Sentence, MetricRelation[]>();
  let tab = text.indexOf('\t');
  let heads: readonly Stretch[] | undefined;
  let date: PlacedEntity | undefined;
  for (const sentence of sentences) {
    if (tab === -1) break;
    if (tab >= sentence.end) {
      heads = undefined;
      date = lastDate(entities, sentence) ?? date;
      continue;
    }
    const cells = cellsOf(text, sentence);
    tab = text.indexOf('\t', sentence.end);
    if (heads !== undefined && cells.length < heads.length && hasFigure(entities, sentence)) {
      // Which of its cells it lacks is not known: it says nothing, but the rows below it may.
      rows.set(sentence, []);
    } else if (cells.length < FEWEST_CELLS) heads = undefined;
    else if (heads?.length === cells.length - 1 && !hasFigure(entities, sentence, cells[0].end)) {
      // Above the names at the left stands nothing, and what begins with an empty cell has lost it.
      heads = [{ start: heads[0].start, end: heads[0].start }, ...heads];
      const metrics = rowOf(text, sentence, cells, heads, entities, date);
      if (metrics.length > 0) rows.set(sentence, metrics);
    } else if (heads?.length === cells.length) {
      const metrics = rowOf(text, sentence, cells, heads, entities, date);
      if (metrics.length > 0) rows.set(sentence, metrics);
    } else if (hasFigure(entities, sentence)) heads = undefined;
    else heads = cells;
  }
  return rows;
}

function cellsOf(text: string, { start, end }: Stretch): Stretch[] {
  const cells: Stretch[] = [];
  for (let from = start; from <= end; ) {
    const next = text.indexOf('\t', from);
    const until = next === -1 || next > end ? end : next;
    cells.push(trimmed(text, { start: from, end: until }));
    from = until + 1;
  }
  return cells;
}

function rowOf(
  text: string,
  sentence: Sentence,
  cells: readonly Stretch[],
  heads: readonly Stretch[],
  entities: readonly PlacedEntity[],
  before: PlacedEntity | undefined,
): MetricRelation[] {
  const metrics: MetricRelation[] = [];
  const regions: string[] = [];
  const date = lastDate(entities, sentence) ?? before;
  let cell = 0;
  for (let i = sentence.from; i < sentence.to; i++) {
    const { id, start, end, isRegion, isFigure } = entities[i];
    while (cell < cells.length - 1 && cells[cell].end < end) cell++;
    if (isRegion && metrics.length === 0) regions.push(id);
    const head = heads[cell];
    if (!isFigure || start !== cells[cell].start || head.start >= head.end) continue;
    const subject = { text: text.slice(head.start, head.end), span: textSpan(head.start, head.end) };
    metrics.push(metricOf(subject, id, [...regions], [], date?.id, sentence));
  }
  return metrics;
}

/** @param before where to stop looking */
function hasFigure(
  entities: readonly PlacedEntity[],
  { from, to }: Sentence,
  before = Number.POSITIVE_INFINITY,
): boolean {
  for (let i = from; i < to; i++) if (entities[i].isFigure && entities[i].start < before) return true;
  return false;
}

function lastDate(entities: readonly PlacedEntity[], { from, to }: Sentence): PlacedEntity | undefined {
  for (let i = to - 1; i >= from; i--) if (entities[i].type === 'date') return entities[i];
  return undefined;
}
