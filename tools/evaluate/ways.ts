import { unified } from 'unified';
import { VFile } from 'vfile';
import { type Alignment, sourceSpan } from '../../src/alignment/index.ts';
import { clean } from '../../src/clean/index.ts';
import { parse } from '../../src/parse/index.ts';
import { repair } from '../../src/repair/index.ts';
import { MARKS, NONE } from '../../src/repair/network/marks.ts';
import { type Kind, kinds } from '../train/corpus.ts';
import { UNSCORED } from '../train/flatten.ts';
import { samplesOf } from '../train/sample.ts';

/** The characters that marks can be flattened to. */
export const ways = { dot: '.', space: ' ', comma: ',', newline: '\n' } as const;
export type Way = keyof typeof ways;

/** Texts with fewer marks show nothing of what carries them. */
const ENOUGH = 6;

/** Spaces are for `clean` to judge, so both steps run. */
const processor = unified().use(parse).use(clean).use(repair).freeze();

function restored(text: string): Alignment {
  const file = new VFile(text);
  processor.runSync(processor.parse(file), file);
  return file.data.guiyi!.alignment;
}

/** How many of the marks of held-out documents come back as they were, where they were flattened in this way. */
export function scoreWay(
  corpus: string,
  way: Way,
  share: (kind: Kind) => number,
): { right: number; marks: number } {
  let right = 0;
  let all = 0;
  for (const kind of Object.keys(kinds) as Kind[]) {
    for (const { flattened } of samplesOf(corpus, kind, 'test', share(kind))) {
      const { places, marks, lost } = flattened;
      if (places.length < ENOUGH) continue;
      const units = [...flattened.text.replace(/\n/g, way === 'newline' ? '' : '\n')];
      if (way === 'newline' && flattened.text.includes('\n')) continue;
      if (units.length !== flattened.text.length) continue;
      for (const at of places) units[at] = ways[way];
      const alignment = restored(units.join(''));
      places.forEach((at, i) => {
        // What is lost beside the mark is scored elsewhere; a mark before nothing shows in no text.
        if (marks[i] === UNSCORED || marks[i] === NONE || lost[i] || at === 0) return;
        // At the edge of a line the mark may stand with the character before.
        const { start, end } = alignment.toText(sourceSpan(at - 1, at + 1));
        const found = [...alignment.text.slice(start, end)].find((c) => MARKS.includes(c as '，')) ?? '';
        all++;
        if (found === MARKS[marks[i]]) right++;
      });
    }
  }
  return { right, marks: all };
}
