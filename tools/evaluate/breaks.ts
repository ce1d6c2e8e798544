import { numberAt } from '../../src/repair/breaks/heading-number.ts';
import { documentsOf, type Kind, kinds } from '../train/corpus.ts';
import { repaired } from './repaired.ts';
import { Tally } from './tally.ts';

/** Documents of this kind are a line each in the corpus: glued already, so that nothing says which breaks are false. */
const GLUED: ReadonlySet<Kind> = new Set(['policy_explainers']);
/** Paragraphs of a document that are glued into one line. */
const PARAGRAPHS = 40;

export interface BreakScores {
  /** Breaks before a numbered paragraph or one that begins with 【: which came back, which are missing, and breaks where none was. */
  readonly numbered: Tally;
  readonly byKind: ReadonlyMap<Kind, Tally>;
  /** Breaks between a numbered heading without a mark and its text. */
  readonly headings: Tally;
}

/** Glues the paragraphs of held-out documents and looks which breaks come back, and which were never there. */
export function scoreBreaks(corpus: string, share: (kind: Kind) => number): BreakScores {
  const numbered = new Tally();
  const headings = new Tally();
  const byKind = new Map<Kind, Tally>();
  for (const kind of Object.keys(kinds) as Kind[]) {
    if (GLUED.has(kind)) continue;
    const tally = new Tally();
    byKind.set(kind, tally);
    let turn = 0;
    for (const { part, paragraphs } of documentsOf(corpus, kind)) {
      if (part !== 'test' || (turn++ * share(kind)) % 1 > share(kind)) continue;
      const { glued, breaks } = glue(paragraphs.slice(0, PARAGRAPHS));
      const { text } = repaired(glued);
      // Width rules can change lengths; such a document is left out.
      if (glued.length !== text.replaceAll('\n', '').length) continue;
      const found = breaksIn(text);
      for (const at of found) {
        const there = breaks.get(at);
        for (const one of [tally, numbered]) if (there !== 'heading') one.add(true, there !== undefined);
        if (there === 'heading') headings.add(true, true);
      }
      for (const [at, there] of breaks) {
        if (found.has(at)) continue;
        if (there === 'numbered') for (const one of [tally, numbered]) one.add(false, true);
        if (there === 'heading') headings.add(false, true);
      }
    }
  }
  return { numbered, byKind, headings };
}

/** What shows a break: the number after it, the heading before it, or nothing. */
type Shown = 'numbered' | 'heading' | 'nothing';

function glue(paragraphs: readonly string[]): { glued: string; breaks: Map<number, Shown> } {
  const breaks = new Map<number, Shown>();
  let glued = '';
  let before = '';
  for (const paragraph of paragraphs) {
    if (glued !== '') breaks.set(glued.length, shownBy(before, paragraph));
    glued += paragraph;
    before = paragraph;
  }
  return { glued, breaks };
}

function shownBy(before: string, after: string): Shown {
  if (numberAt(after, 0) !== undefined || after.startsWith('【')) return 'numbered';
  const heads = numberAt(before, 0) !== undefined && !/[，。！？；：…]/.test(before.slice(-1));
  return heads && before.length <= 45 && /[，。]/.test(after) ? 'heading' : 'nothing';
}

/** Where a text has line breaks, counted without them. */
function breaksIn(text: string): Set<number> {
  const found = new Set<number>();
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) found.add(at - count++);
  return found;
}
