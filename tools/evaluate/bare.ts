import { MARKS } from '../../src/repair/model/marks.ts';
import { type Kind, kinds } from '../train/corpus.ts';
import { samplesOf } from '../train/sample.ts';
import { repaired } from './repaired.ts';
import { Tally } from './tally.ts';

/** The five marks that are scored. */
const FIVE = new Set(MARKS.slice(0, 5) as readonly string[]);

/** Takes every mark out of held-out documents, repairs them, and scores the five marks together. */
export function scoreBare(corpus: string, share: (kind: Kind) => number): Tally {
  const tally = new Tally();
  for (const kind of Object.keys(kinds) as Kind[]) {
    for (const { flattened } of samplesOf(corpus, kind, 'test', share(kind))) {
      const { text, places, marks } = flattened;
      // Only dots that were one of the five; the text between is what both sides share.
      let bare = '';
      let copied = 0;
      const there = new Map<number, string>();
      places.forEach((at, i) => {
        bare += text.slice(copied, at);
        copied = at + 1;
        const mark = MARKS[marks[i]] ?? '';
        if (FIVE.has(mark)) there.set(bare.length, mark);
      });
      bare += text.slice(copied);
      if (bare.length < 120 || bare.includes('\n') || bare.includes('.')) continue;
      const result = repaired(bare).text;
      const found = new Map<number, string>();
      let at = 0;
      for (const character of result) {
        // Other rules give brackets and quotes another form of the same length.
        if (FIVE.has(character)) found.set(at, character);
        else if (character !== '\n') at += character.length;
      }
      for (const [place, mark] of found) tally.add(true, there.get(place) === mark);
      for (const [place, mark] of there) if (found.get(place) !== mark) tally.add(false, true);
    }
  }
  return tally;
}
