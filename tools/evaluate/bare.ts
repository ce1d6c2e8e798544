import { textSpan } from '../../src/alignment/index.ts';
import { MARKS } from '../../src/repair/network/marks.ts';
import { type Kind, kinds } from '../train/corpus.ts';
import { samplesOf } from '../train/sample.ts';
import { repaired } from './repaired.ts';
import { Calibration, Tally } from './tally.ts';

/** The five marks that are scored. */
const FIVE = new Set(MARKS.slice(0, 5) as readonly string[]);

/** Half-width marks that a text had beside its full-width ones: without these it is not bare. */
const KEPT = /[.,;:?!]/;

export interface BareScore {
  /** The five marks together: a mark is right where both its place and what it is are. */
  readonly marks: Tally;
  /** Their places, whatever stands there. */
  readonly places: Tally;
  readonly byKind: ReadonlyMap<Kind, Tally>;
  /** How far the edits' confidence is from how often they were right. */
  readonly calibration: Calibration;
}

/** Takes every mark out of held-out documents, repairs them, and scores the five marks. */
export function scoreBare(corpus: string, share: (kind: Kind) => number): BareScore {
  const marks = new Tally();
  const places = new Tally();
  const byKind = new Map<Kind, Tally>();
  const calibration = new Calibration();
  for (const kind of Object.keys(kinds) as Kind[]) {
    for (const { flattened } of samplesOf(corpus, kind, 'test', share(kind))) {
      const { text } = flattened;
      // Only dots that were one of the five; the text between is what both sides share.
      let bare = '';
      let copied = 0;
      const there = new Map<number, string>();
      flattened.places.forEach((at, i) => {
        bare += text.slice(copied, at);
        copied = at + 1;
        const mark = MARKS[flattened.marks[i]] ?? '';
        if (FIVE.has(mark)) there.set(bare.length, mark);
      });
      bare += text.slice(copied);
      if (bare.length < 120 || bare.includes('\n') || KEPT.test(bare)) continue;
      const alignment = repaired(bare);
      const { text: result, layers } = alignment;
      const found = new Map<number, string>();
      for (let at = 0; at < result.length; at++) {
        // A mark is written by rewriting the character before it.
        if (FIVE.has(result[at])) found.set(alignment.toSource(textSpan(at, at + 1)).end, result[at]);
      }
      const ofKind = byKind.get(kind) ?? new Tally();
      byKind.set(kind, ofKind);
      const all = [...new Set([...found.keys(), ...there.keys()])];
      for (const place of all) {
        places.add(found.has(place), there.has(place));
        const isRight = found.get(place) === there.get(place);
        for (const tally of [marks, ofKind]) {
          if (found.has(place)) tally.add(true, isRight);
          if (there.has(place) && !isRight) tally.add(false, true);
        }
      }
      for (const { to, insert, rule, confidence } of layers.flatMap(({ edits }) => edits)) {
        const mark = insert.at(-1)!;
        if (rule === 'mark-bare-text' && FIVE.has(mark)) calibration.add(confidence, there.get(to) === mark);
      }
    }
  }
  return { marks, places, byKind, calibration };
}
