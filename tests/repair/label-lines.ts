import { readFileSync } from 'node:fs';
import { sourceSpan } from '../../src/alignment/index.ts';
import { markedLacunae } from '../../tools/evaluate/lacunae.ts';
import { Tally } from '../../tools/evaluate/tally.ts';
import { flatten } from '../../tools/train/flatten.ts';
import { lostTitles } from '../../tools/train/lacunae.ts';
import { repaired } from './repaired.ts';

/** Marks, titles and signs all go; a title leaves no dot of its own. */
const how = { titles: true, brackets: false, percent: true, glued: false, titleDot: 0 };

/** A line of one half of a labelled file, and what the step finds in its flattened form. */
export interface LabelledLine {
  readonly line: string;
  readonly repaired: string;
  readonly tally: Tally;
}

/**
 * Flattens the lines of our own that say where titles (`《□》`) or signs (`%`) stood, and looks which come back. One half
 * was for looking at while the rules were made, the other for testing only.
 */
export function scoreLines(name: 'titles' | 'signs', half: 'development' | 'test'): LabelledLine[] {
  const rows = readFileSync(new URL(`labels/${name}.tsv`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  return rows.slice(1).flatMap((row) => {
    const [where, line] = row.split('\t');
    if (where !== half) return [];
    const flattened = flatten([line], how, () => 1);
    const { alignment } = repaired(flattened.text);
    const there = name === 'titles' ? lostTitles(flattened) : lostSigns(flattened);
    const found = name === 'titles' ? markedLacunae(alignment) : new Set<number>();
    if (name === 'signs') {
      for (const at of flattened.places) {
        const { start, end } = alignment.toText(sourceSpan(at, at + 1));
        if (alignment.text.slice(start, end).includes('%')) found.add(at);
      }
    }
    const tally = new Tally();
    for (const at of new Set([...there, ...found])) tally.add(found.has(at), there.has(at));
    return [{ line, repaired: alignment.text, tally }];
  });
}

function lostSigns({ places, lost }: ReturnType<typeof flatten>): Set<number> {
  return new Set(places.filter((_, i) => lost[i]));
}

/** The tallies of several lines as one. */
export function tallyOf(lines: readonly LabelledLine[]): Tally {
  const sum = new Tally();
  for (const { tally } of lines) {
    sum.right += tally.right;
    sum.wrong += tally.wrong;
    sum.missed += tally.missed;
  }
  return sum;
}
