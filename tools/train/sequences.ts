import { isMarkDot } from '../../src/repair/diagnose.ts';
import { findBoundaries } from '../../src/repair/model/boundaries.ts';
import { featuresOf } from '../../src/repair/model/features.ts';
import { gapFeaturesOf } from '../../src/repair/model/gap-features.ts';
import { BREAK, MIDDLE_DOT, NONE } from '../../src/repair/model/marks.ts';
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
export function dotSequence({ text, places, marks, lost }: Flattened): PlacedSequence {
  const boundaries = findBoundaries(text, 0, text.length, isMarkDotOf);
  const count = Math.max(0, boundaries.count - 2);
  const gold = new Int8Array(count).fill(UNSCORED);
  const gone = new Uint8Array(count);
  let k = 0;
  for (let i = 0; i < count; i++) {
    const at = boundaries.place[boundaries.at[i + 1]];
    while (k < places.length && places[k] < at) k++;
    if (places[k] !== at) continue;
    gold[i] = marks[k];
    gone[i] = lost[k] ? 1 : 0;
  }
  return {
    count,
    featuresOf: (i, out) => featuresOf(boundaries, i + 1, out),
    marks: gold,
    lost: gone,
    text,
    place: (i) => boundaries.place[boundaries.at[i + 1]],
  };
}

/** The gaps of a text without any dots, as a sequence to learn: what marks stood there, what titles, what breaks. */
export function bareSequence({ text, places, marks, lost, gaps, breaks }: Flattened): Sequence {
  let bare = '';
  let copied = 0;
  const gold = new Int8Array(text.length + 2).fill(NONE);
  const gone = new Uint8Array(text.length + 2);
  let g = 0;
  let b = 0;
  const copyTo = (end: number) => {
    for (; g < gaps.length && gaps[g] <= end; g++) gone[bare.length + gaps[g] - copied] = 1;
    for (; b < breaks.length && breaks[b] <= end; b++) {
      if (breaks[b] > copied) gold[bare.length + breaks[b] - copied] = BREAK;
    }
    bare += text.slice(copied, end);
  };
  places.forEach((at, k) => {
    copyTo(at);
    gold[bare.length] = marks[k] === MIDDLE_DOT ? UNSCORED : marks[k];
    if (lost[k]) gone[bare.length] = 1;
    copied = at + 1;
  });
  copyTo(text.length);
  return gapSequence(bare, gold, gone);
}

/** The gaps of a flattened text with its dots: titles that left no trace, and breaks after headings, are to be found. */
export function titleSequence({ text, gaps, breaks }: Flattened): Sequence {
  const gold = new Int8Array(text.length + 2).fill(NONE);
  const gone = new Uint8Array(text.length + 2);
  for (const at of gaps) gone[at] = 1;
  for (const at of breaks) if (text[at - 1] !== '.') gold[at] = BREAK;
  return gapSequence(text, gold, gone);
}

/** Symbols leave out spaces; the answers are moved along. Gap `i` stands before symbol `i + 2`. */
function gapSequence(text: string, gold: Int8Array, gone: Uint8Array): Sequence {
  const boundaries = findBoundaries(text, 0, text.length, isMarkDotOf);
  const { length, place } = boundaries;
  const count = Math.max(0, length - 3);
  const marks = new Int8Array(count);
  const lost = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const at = place[i + 2];
    marks[i] = at < 0 ? UNSCORED : gold[at];
    lost[i] = at < 0 ? 0 : gone[at];
  }
  return { count, featuresOf: (i, out) => gapFeaturesOf(boundaries, i + 2, out), marks, lost };
}
