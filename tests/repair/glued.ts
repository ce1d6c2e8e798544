import { readFileSync } from 'node:fs';
import { repaired } from './repaired.ts';

/** One glued text of our own, with its breaks labelled before any rule was written. The test half is only scored. */
export interface GluedText {
  readonly half: 'develop' | 'test';
  readonly what: string;
  readonly text: string;
  /** UTF-16 index in `text` of each break. */
  readonly breaks: readonly number[];
}

/** Where the labelled texts have a break. */
const BREAK = '‖';

export function gluedTexts(): GluedText[] {
  const rows = readFileSync(new URL('labels/glued.tsv', import.meta.url), 'utf8').trimEnd().split('\n').slice(1);
  return rows.map((row) => {
    const [half, what, labelled] = row.split('\t');
    const blocks = labelled.split(BREAK);
    const breaks: number[] = [];
    let length = 0;
    for (const block of blocks.slice(0, -1)) breaks.push((length += block.length));
    return { half: half as GluedText['half'], what, text: blocks.join(''), breaks };
  });
}

/** Repairs a glued text and says which breaks came back, which are missing and which are too many. */
export function scoreGlued({ text, breaks }: GluedText) {
  const { alignment } = repaired(text);
  const found = new Set<number>();
  for (const { edits } of alignment.layers) {
    for (const { insert, to } of edits) {
      // A break follows the character that its edit rewrites, or stands for the spaces that it replaces.
      if (insert.includes('\n')) found.add(to);
    }
  }
  const there = new Set(breaks);
  return {
    right: breaks.filter((at) => found.has(at)),
    missed: breaks.filter((at) => !found.has(at)),
    wrong: [...found].filter((at) => !there.has(at)),
  };
}
