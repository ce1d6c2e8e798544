import { sourceSpan } from '../../src/alignment/index.ts';
import { MARKS, NONE } from '../../src/repair/network/marks.ts';
import { type Kind, kinds } from '../train/corpus.ts';
import { UNSCORED } from '../train/flatten.ts';
import { samplesOf } from '../train/sample.ts';
import { markedLacunae } from './lacunae.ts';
import { repaired } from './repaired.ts';
import { Calibration, Tally } from './tally.ts';

/** What repairing flattened documents that the model has not seen came to. */
export interface FlattenedScores {
  readonly byKind: ReadonlyMap<Kind, { dots: number; right: number }>;
  readonly byMark: ReadonlyMap<string, Tally>;
  readonly percent: Tally;
  readonly titlesBeside: Tally;
  readonly titlesInside: Tally;
  readonly calibration: Calibration;
  readonly texts: number;
  readonly changedTwice: number;
}

const FIGURE = /\d/;

/** Flattens held-out documents, repairs them with the whole step, and compares dot by dot. */
export function scoreFlattened(corpus: string, share: (kind: Kind) => number): FlattenedScores {
  const byKind = new Map<Kind, { dots: number; right: number }>();
  const byMark = new Map(MARKS.filter((mark) => mark !== '').map((mark) => [mark as string, new Tally()]));
  const percent = new Tally();
  const titlesBeside = new Tally();
  const titlesInside = new Tally();
  const calibration = new Calibration();
  let texts = 0;
  let changedTwice = 0;
  for (const kind of Object.keys(kinds) as Kind[]) {
    const count = { dots: 0, right: 0 };
    byKind.set(kind, count);
    for (const { flattened } of samplesOf(corpus, kind, 'test', share(kind))) {
      const { text, places, marks, lost, gaps } = flattened;
      const alignment = repaired(text);
      texts++;
      if (repaired(alignment.text).text !== alignment.text) changedTwice++;
      const lacunae = markedLacunae(alignment);
      const confidences = new Map(
        alignment.layers.flatMap(({ edits }) =>
          edits.map(({ from, confidence }) => [from, confidence] as const),
        ),
      );
      places.forEach((at, i) => {
        const { start, end } = alignment.toText(sourceSpan(at, at + 1));
        const result = alignment.text.slice(start, end);
        const found = [...result].find((c) => byMark.has(c)) ?? '';
        const afterFigure = at > 0 && FIGURE.test(text[at - 1]);
        if (afterFigure) percent.add(result.includes('%'), lost[i]);
        else titlesBeside.add(lacunae.has(at), lost[i]);
        if (marks[i] === UNSCORED) return;
        const right = MARKS[marks[i]];
        count.dots++;
        if (found === right) count.right++;
        for (const [mark, tally] of byMark) tally.add(found === mark, right === mark);
        const confidence = confidences.get(at);
        if (confidence !== undefined && marks[i] !== NONE && !lost[i])
          calibration.add(confidence, found === right);
      });
      const beside = new Set(places);
      const inside = new Set(gaps);
      for (const at of new Set([...inside, ...lacunae])) {
        if (!beside.has(at)) titlesInside.add(lacunae.has(at), inside.has(at));
      }
    }
  }
  return { byKind, byMark, percent, titlesBeside, titlesInside, calibration, texts, changedTwice };
}
