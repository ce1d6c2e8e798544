import { gapSymbolsOf, MARGIN } from '../../../src/repair/bare/network/symbols.ts';
import { BREAK, MIDDLE_DOT, NONE } from '../../../src/repair/model/marks.ts';
import { type Kind, kinds, type Part } from '../corpus.ts';
import { type Flattened, UNSCORED } from '../flatten.ts';
import { randomFrom } from '../random.ts';
import { samplesOf } from '../sample.ts';

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

/** Passages to learn from or to be judged on, in columns. */
export interface Passages {
  /** Symbols, margins before and after each passage included. */
  readonly symbols: Uint16Array;
  /** Per symbol, the right output for the gap before it, or `UNSCORED`. */
  readonly marks: Int8Array;
  /** Per passage, where its first symbol stands; margins aside. */
  readonly from: readonly number[];
  /** Per passage, where its last gap stands. */
  readonly to: readonly number[];
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

/** {@link bareSamplesOf}, in columns. */
export function passagesOf(corpus: string, part: Part, scale: number): Passages {
  let symbols = new Uint16Array(new SharedArrayBuffer(1 << 24));
  let marks = new Int8Array(new SharedArrayBuffer(1 << 23));
  const from: number[] = [];
  const to: number[] = [];
  let length = MARGIN;
  for (const bare of bareSamplesOf(corpus, part, scale)) {
    const passage = gapSymbolsOf(bare.text, 0, bare.text.length);
    const needed = length + passage.count + 2 * MARGIN;
    if (needed > marks.length) {
      const more = new Uint16Array(new SharedArrayBuffer(symbols.byteLength * 2));
      more.set(symbols);
      symbols = more;
      const moreMarks = new Int8Array(new SharedArrayBuffer(marks.byteLength * 2));
      moreMarks.set(marks);
      marks = moreMarks;
    }
    symbols.set(passage.symbols.subarray(0, passage.count + 2 * MARGIN), length - MARGIN);
    for (let i = 0; i <= passage.count; i++) marks[length + i] = bare.marks[passage.place[i]];
    marks[length] = UNSCORED;
    from.push(length);
    to.push(length + passage.count);
    length += passage.count + 2 * MARGIN;
  }
  return { symbols, marks, from, to };
}
