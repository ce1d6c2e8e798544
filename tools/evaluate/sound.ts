import { documentsOf, type Kind, kinds } from '../train/corpus.ts';
import { repaired } from './repaired.ts';

/** Rules of width and pairing: what they do to sound text is their task. */
const ALLOWED = new Set([
  'widen-marks',
  'widen-brackets',
  'pair-quotes',
  'convert-corner-quotes',
  'widen-tildes',
  'widen-titles',
  'turn-quotes',
  'restore-ellipsis',
  'restore-dash',
  'restore-middle-dots',
  'close-titles',
]);

/** How many edits each rule makes in sound paragraphs, and how many marks change outside width and pairing. */
export function scoreSound(corpus: string, paragraphs: number) {
  const rules = new Map<string, number>();
  let seen = 0;
  let marksChanged = 0;
  const all = Object.keys(kinds) as Kind[];
  for (const kind of all) {
    // The small kinds give what they have, the large ones the rest.
    let left = kinds[kind].times > 1 ? paragraphs / 20 : Math.ceil(paragraphs / 3);
    for (const document of documentsOf(corpus, kind)) {
      if (left <= 0) break;
      // Every so many paragraphs, so that many documents are looked at.
      for (let i = 0; i < document.paragraphs.length && left > 0; i += 7, left--) {
        seen++;
        for (const { edits, before } of repaired(document.paragraphs[i]).layers) {
          for (const { rule, from, to, insert } of edits) {
            rules.set(rule, (rules.get(rule) ?? 0) + 1);
            if (!ALLOWED.has(rule) && insert.replaceAll('\n', '') !== before.slice(from, to)) marksChanged++;
          }
        }
      }
    }
  }
  return { seen, rules, marksChanged };
}
