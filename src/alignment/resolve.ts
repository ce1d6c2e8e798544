import type { Edit } from './edit.ts';

/** The edits that may be applied together, in order, and those that lost to one of them. */
export interface Resolution {
  readonly winners: Edit[];
  readonly losers: { readonly edit: Edit; readonly to: Edit }[];
}

/**
 * Picks among overlapping edits of one step: priority, then length, then position.
 *
 * The last ties fall to the replacement and the rule's id, so that the order in which rules ran never
 * shows in the result. Two rules that want the very same change do not count as a conflict: the surer one wins.
 */
export function resolve(edits: readonly Edit[]): Resolution {
  if (isDisjoint(edits)) return { winners: edits as Edit[], losers: [] };
  const placed = [...edits].sort((a, b) => a.from - b.from || a.to - b.to);
  const winners: Edit[] = [];
  const losers: Resolution['losers'] = [];
  for (let first = 0; first < placed.length; ) {
    // A cluster: edits that overlap, directly or through others. Conflicts never reach beyond it.
    let end = placed[first].to;
    let last = first + 1;
    while (last < placed.length && placed[last].from < end) end = Math.max(end, placed[last++].to);
    if (last === first + 1) winners.push(placed[first]);
    else resolveCluster(placed.slice(first, last), winners, losers);
    first = last;
  }
  return { winners, losers };
}

function resolveCluster(cluster: Edit[], winners: Edit[], losers: Resolution['losers']): void {
  const chosen: Edit[] = [];
  for (const edit of cluster.sort(byRank)) {
    const rival = chosen.find((other) => other.from < edit.to && edit.from < other.to);
    if (rival === undefined) chosen.push(edit);
    else if (!sameChange(rival, edit)) losers.push({ edit, to: rival });
  }
  winners.push(...chosen.sort((a, b) => a.from - b.from));
}

function isDisjoint(edits: readonly Edit[]): boolean {
  for (let i = 1; i < edits.length; i++) if (edits[i].from < edits[i - 1].to) return false;
  return true;
}

function byRank(a: Edit, b: Edit): number {
  return (
    (b.priority ?? 0) - (a.priority ?? 0) ||
    b.to - b.from - (a.to - a.from) ||
    a.from - b.from ||
    b.confidence - a.confidence ||
    compareText(a.insert, b.insert) ||
    compareText(a.rule, b.rule)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sameChange(a: Edit, b: Edit): boolean {
  return a.from === b.from && a.to === b.to && a.insert === b.insert;
}
