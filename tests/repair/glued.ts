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
  const rows = readFileSync(new URL('labels/glued.tsv', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1);
  return rows.map((row) => {
    const [half, what, labelled] = row.split('\t');
    const blocks = labelled.split(BREAK);
    const breaks: number[] = [];
    let length = 0;
    for (const block of blocks.slice(0, -1)) {
      length += block.length;
      breaks.push(length);
    }
    return { half: half as GluedText['half'], what, text: blocks.join(''), breaks };
  });
}

/** Spaces that carried a break go with it, so places are counted without them. */
const sizeOf = (text: string) => text.replace(/[\n ]/g, '').length;

/** Repairs a glued text and says how many breaks came back, which are missing and which are too many. */
export function scoreGlued({ text, breaks }: GluedText) {
  const { text: result } = repaired(text);
  const found = new Set<number>();
  for (let at = result.indexOf('\n'); at >= 0; at = result.indexOf('\n', at + 1)) {
    found.add(sizeOf(result.slice(0, at)));
  }
  const there = new Set(breaks.map((at) => sizeOf(text.slice(0, at))));
  return {
    right: [...there].filter((at) => found.has(at)).length,
    missed: [...there].filter((at) => !found.has(at)).length,
    wrong: [...found].filter((at) => !there.has(at)).length,
  };
}
