import { readingOf } from '../../../src/repair/bare/gap-model.ts';
import { gapSymbolsOf } from '../../../src/repair/bare/gap-symbols.ts';
import { BREAK, MIDDLE_DOT, NONE } from '../../../src/repair/network/marks.ts';
import { type Kind, kinds, type Part } from '../corpus.ts';
import { type Flattened, UNSCORED } from '../flatten.ts';
import { randomFrom } from '../random.ts';
import { samplesOf } from '../sample.ts';
import type { Lesson } from './lesson.ts';

/** A text without marks, and what stood in its gaps. */
export interface BareText {
  readonly text: string;
  /** Per UTF-16 index of `text`, and its end, the mark that stood before it. */
  readonly marks: Int8Array;
}

/** What else was taken out with the marks. */
const SURVIVORS = [/^'$/, /^[()]$/, /^[《》]$/] as const;

/** Takes the dots out of a flattened text, and from half of them each kind of what survives flattening by a toss of the coin. */
export function bareTextsOf({ text, places, marks, breaks }: Flattened, random?: () => number): BareText[] {
  const thorough = random !== undefined && random() < 0.5;
  const gone = SURVIVORS.filter(() => thorough && random() < 0.5);
  const found: BareText[] = [];
  let bare = '';
  let gold: number[] = [];
  let pending: number = NONE;
  let k = 0;
  let b = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at === text.length || text[at] === '\n') {
      gold.push(pending);
      found.push({ text: bare, marks: Int8Array.from(gold) });
      bare = '';
      gold = [];
      pending = NONE;
      continue;
    }
    for (; b < breaks.length && breaks[b] <= at; b++) if (pending === NONE && bare !== '') pending = BREAK;
    if (places[k] === at) {
      const mark = marks[k++] === MIDDLE_DOT ? UNSCORED : marks[k - 1];
      if (mark !== NONE) pending = mark;
      continue;
    }
    if (gone.some((what) => what.test(text[at]))) continue;
    gold.push(pending);
    pending = NONE;
    bare += text[at];
  }
  return found;
}

/** A passage shorter than this, in symbols, teaches nothing: bare text is long. */
const SHORTEST = 12;

/** All bare texts of a part of the corpus. @param scale makes the share of documents smaller, for quick experiments */
export function* bareSamplesOf(corpus: string, part: Part, scale: number): Generator<BareText> {
  const random = randomFrom(23);
  for (const kind of Object.keys(kinds) as Kind[]) {
    for (const { flattened } of samplesOf(corpus, kind, part, scale)) {
      for (const bare of bareTextsOf(flattened, random)) if (bare.text.length >= SHORTEST) yield bare;
    }
  }
}

/** {@link bareSamplesOf}, as lessons. */
export function* gapLessons(corpus: string, part: Part, scale: number): Generator<Lesson> {
  for (const bare of bareSamplesOf(corpus, part, scale)) {
    const read = gapSymbolsOf(bare.text, 0, bare.text.length);
    const answers = Int8Array.from({ length: read.count + 1 }, (_, i) => bare.marks[read.place[i]]);
    answers[0] = UNSCORED;
    yield { ...readingOf(read), answers };
  }
}
