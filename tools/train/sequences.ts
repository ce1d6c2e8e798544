import { isMarkDot } from '../../src/repair/diagnose.ts';
import { findBoundaries } from '../../src/repair/model/boundaries.ts';
import { dotFeatures } from '../../src/repair/model/features.ts';
import type { Sequence } from './dataset.ts';
import { type Flattened, UNSCORED } from './flatten.ts';

/** A sequence and the text that it was made of. */
export interface PlacedSequence extends Sequence {
  readonly text: string;
  /** UTF-16 index in `text` of a place of the sequence. */
  readonly place: (index: number) => number;
}

const isMarkDotOf = (text: string, at: number) => text.charCodeAt(at) === 0x2e && isMarkDot(text, at);

/** The dots of a flattened text as a sequence to learn; `place` gives where in the text each stands. */
export function dotSequence({ text, places, marks }: Flattened): PlacedSequence {
  const boundaries = findBoundaries(text, 0, text.length, isMarkDotOf);
  const count = Math.max(0, boundaries.count - 2);
  const gold = new Int8Array(count).fill(UNSCORED);
  let k = 0;
  for (let i = 0; i < count; i++) {
    const at = boundaries.place[boundaries.at[i + 1]];
    while (k < places.length && places[k] < at) k++;
    if (places[k] !== at) continue;
    gold[i] = marks[k];
  }
  return {
    count,
    featuresOf: dotFeatures(boundaries),
    marks: gold,
    text,
    place: (i) => boundaries.place[boundaries.at[i + 1]],
  };
}
