import { findEmptyCorners } from './empty-corners.ts';
import type { Row } from './space-tables.ts';

/** White space with a tab in it. */
const GAP = /[ \u3000\u00a0]*\t[ \u3000\u00a0\t]*/g;

/** A line whose cells tabs part. */
interface TabbedLine extends Row {
  /** All tabs, and the stretches of white space that they stand in. */
  readonly tabs: number;
  readonly gaps: number;
}

/**
 * Finds the lines in which several tabs stand for one, so that columns look even: they have as many gaps as those
 * around them, though not as many tabs. In any other line a tab more is an empty cell more, and so it is where rows begin with empty cells.
 */
export function findAlignedTabs(text: string): Row[] {
  const found: Row[] = [];
  if (!text.includes('\t')) return found;
  const corners = [...findEmptyCorners(text).keys()];
  let corner = 0;
  let group: TabbedLine[] = [];
  const close = () => {
    const [first] = group;
    const isUneven = group.some(({ tabs }) => tabs !== first.tabs);
    while (corner < corners.length && corners[corner] < (first?.start ?? 0)) corner++;
    const isTable = corners[corner] < (group.at(-1)?.end ?? 0);
    const isAligned = isUneven && !isTable && group.every(({ gaps }) => gaps === first.gaps);
    if (isAligned) for (const row of group) found.push(row);
    group = [];
  };
  for (let start = 0; start <= text.length; ) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    const line = text.slice(start, end).trim();
    if (!line.includes('\t')) close();
    else {
      const gaps = line.match(GAP) ?? [];
      group.push({ start, end, tabs: gaps.join('').replace(/[^\t]/g, '').length, gaps: gaps.length });
    }
    start = end + 1;
  }
  close();
  return found;
}
