import { textSpan } from '../alignment/index.ts';
import type { MetricRelation } from '../document/index.ts';
import { type Stretch, trimmed } from './clause.ts';
import { metricOf } from './metric.ts';
import type { PlacedEntity } from './placed-entity.ts';
import type { RelateContext, Sentence } from './relate-context.ts';

/** A row of these is a table's: two cells alone are a label and what it labels. */
const FEWEST_CELLS = 3;

/** What stands above a table's columns. */
interface Head {
  readonly cells: readonly Stretch[];
  /** The dates that columns are of, by their place. */
  readonly dates: ReadonlyMap<number, PlacedEntity>;
  /** True where it begins with an empty cell, as it stands: rows that are shorter lack their last cells then. */
  readonly isExact: boolean;
}

/**
 * What the figures of a table's rows measure, by the row: the words at the head of their column, of the region that the row names. Where
 * columns are headed by dates, it is what the row begins with, at that date.
 *
 * A table is a line of cells without a figure, and the lines after it that have as many cells. Cells are parted by tabs, which `clean`
 * makes of aligned columns.
 */
export function tableRows({ text, sentences, entities }: RelateContext): Map<Sentence, MetricRelation[]> {
  const rows = new Map<Sentence, MetricRelation[]>();
  let tab = text.indexOf('\t');
  let head: Head | undefined;
  let date: PlacedEntity | undefined;
  for (const sentence of sentences) {
    if (tab === -1) break;
    if (tab >= sentence.end) {
      head = undefined;
      date = lastDate(entities, sentence) ?? date;
      continue;
    }
    const cells = cellsOf(text, sentence);
    tab = text.indexOf('\t', sentence.end);
    const isShort = head !== undefined && cells.length < head.cells.length && hasFigure(entities, sentence);
    if (isShort && !head!.isExact) {
      // Which of its cells it lacks is not known: it says nothing, but the rows below it may.
      rows.set(sentence, []);
      continue;
    }
    if (!isShort && cells.length < FEWEST_CELLS) {
      head = undefined;
      continue;
    }
    // Above the names at the left stands nothing, and what begins with an empty cell has lost it.
    const isIndented =
      head?.cells.length === cells.length - 1 && !hasFigure(entities, sentence, cells[0].end);
    if (isIndented) head = indented(head!);
    if (head !== undefined && (isShort || head.cells.length === cells.length)) {
      rows.set(sentence, rowOf(text, sentence, cells, head, entities, date));
    } else if (hasFigure(entities, sentence)) head = undefined;
    else head = headOf(cells, sentence, entities);
  }
  return rows;
}

function headOf(cells: readonly Stretch[], { from, to }: Sentence, entities: readonly PlacedEntity[]): Head {
  const dates = new Map<number, PlacedEntity>();
  let place = 0;
  for (let i = from; i < to; i++) {
    const { type, start, end } = entities[i];
    while (place < cells.length - 1 && cells[place].end < end) place++;
    if (type === 'date' && cells[place].start === start && cells[place].end === end)
      dates.set(place, entities[i]);
  }
  return { cells, dates, isExact: cells[0].start >= cells[0].end };
}

function indented({ cells, dates }: Head): Head {
  const { start } = cells[0];
  const moved = new Map([...dates].map(([place, date]) => [place + 1, date]));
  return { cells: [{ start, end: start }, ...cells], dates: moved, isExact: true };
}

/** The cells of a row; tabs before it are those of empty ones. */
function cellsOf(text: string, { start, end }: Stretch): Stretch[] {
  const cells: Stretch[] = [];
  let first = start;
  while (text[first - 1] === '\t') first--;
  for (let from = first; from <= end; ) {
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
  head: Head,
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
    if (!isFigure || start !== cells[cell].start) continue;
    const of = head.dates.get(cell);
    const named = of === undefined ? head.cells[cell] : cells[0];
    // Of a region at a date, what is measured stands in the table's title.
    if (named.start >= named.end || (of !== undefined && (cell === 0 || regions.length > 0))) continue;
    const subject = { text: text.slice(named.start, named.end), span: textSpan(named.start, named.end) };
    metrics.push(metricOf(subject, id, [...regions], [], (of ?? date)?.id, sentence));
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
