import { documentsOf, type Kind, kinds } from '../train/corpus.ts';
import { repaired } from './repaired.ts';
import { Tally } from './tally.ts';

/** Rules of width and pairing: what they do to sound text is their task. */
const ALLOWED = new Set([
  'widen-marks',
  'widen-brackets',
  'pair-quotes',
  'convert-corner-quotes',
  'restore-ellipsis',
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

/** What begins a paragraph whose break the text shows. */
const MARKED =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[条章]|\d{1,2}[.、]|【)/;

/** Glues the paragraphs of held-out documents and looks which breaks come back: of the marked ones, and false ones. */
export function scoreBreaks(corpus: string, share: (kind: Kind) => number): Tally {
  const tally = new Tally();
  for (const kind of Object.keys(kinds) as Kind[]) {
    let turn = 0;
    for (const { part, paragraphs } of documentsOf(corpus, kind)) {
      if (part !== 'test' || (turn++ * share(kind)) % 1 > share(kind)) continue;
      const run = paragraphs.slice(0, 40);
      const there = new Map<number, boolean>();
      let glued = '';
      for (const paragraph of run) {
        // A break after a line without a final mark shows nothing in the glued text.
        if (glued !== '') there.set(glued.length, MARKED.test(paragraph) && /[。！？；]$/.test(glued));
        glued += paragraph;
      }
      const alignment = repaired(glued);
      const found = new Set<number>();
      for (let at = alignment.text.indexOf('\n'); at >= 0; at = alignment.text.indexOf('\n', at + 1)) {
        found.add(alignment.text.slice(0, at).replaceAll('\n', '').length);
      }
      // Width rules can change lengths; such a document is left out.
      if (glued.length !== alignment.text.replaceAll('\n', '').length) continue;
      for (const at of found) tally.add(true, there.has(at));
      for (const [at, marked] of there) if (marked && !found.has(at)) tally.add(false, true);
    }
  }
  return tally;
}
