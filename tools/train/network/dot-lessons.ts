import { isMarkDot } from '../../../src/repair/diagnose.ts';
import { type Boundaries, findBoundaries } from '../../../src/repair/dots/boundaries.ts';
import { readingOf } from '../../../src/repair/dots/dot-model.ts';
import { type Kind, kinds, type Part } from '../corpus.ts';
import { type Flattened, UNSCORED } from '../flatten.ts';
import { samplesOf } from '../sample.ts';
import type { Lesson } from './lesson.ts';

const isMarkDotOf = (text: string, at: number) => text.charCodeAt(at) === 0x2e && isMarkDot(text, at);

/** A lesson of dots, and the passage that it was made of. */
export interface DotLesson extends Lesson {
  readonly boundaries: Boundaries;
}

/** The dots of a flattened text as a lesson. */
export function dotLesson({ text, places, marks }: Flattened): DotLesson {
  const boundaries = findBoundaries(text, 0, text.length, isMarkDotOf);
  const reading = readingOf(boundaries);
  const answers = new Int8Array(Math.max(0, boundaries.count - 2)).fill(UNSCORED);
  let k = 0;
  for (let i = 0; i < answers.length; i++) {
    const at = boundaries.place[boundaries.at[i + 1]];
    while (k < places.length && places[k] < at) k++;
    if (places[k] === at) answers[i] = marks[k];
  }
  return { ...reading, answers, boundaries };
}

/** All of a part of the corpus. @param scale makes the share of documents smaller, for quick experiments */
export function* dotLessons(corpus: string, part: Part, scale: number): Generator<DotLesson> {
  for (const kind of Object.keys(kinds) as Kind[]) {
    for (const { flattened } of samplesOf(corpus, kind, part, scale)) {
      const lesson = dotLesson(flattened);
      if (lesson.answers.length > 0) yield lesson;
    }
  }
}
