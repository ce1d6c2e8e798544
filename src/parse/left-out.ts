import type { InputNote } from '../document/index.ts';

/** Text of a document that is not its wording, and what its notes say of it. */
const KINDS = {
  'drop-deleted-text': 'struck-out or deleted',
  'drop-ruby-text': 'readings beside characters',
} as const;

/** Characters of what is left out that a note repeats. */
const SHOWN = 60;

/** The beginning of what is left out, for a note. */
export function beginningOf(text: string): string {
  const squeezed = text.replace(/\s+/g, ' ').trim();
  const characters = [...squeezed.slice(0, 2 * SHOWN + 1)];
  return characters.length > SHOWN ? `${characters.slice(0, SHOWN).join('')}…` : squeezed;
}

/** What a reader leaves out within a document: nothing goes without a note. */
export class LeftOut {
  readonly #found = new Map<keyof typeof KINDS, { count: number; readonly first: string }>();

  add(rule: keyof typeof KINDS, text: string): void {
    if (text.trim() === '') return;
    const found = this.#found.get(rule);
    if (found === undefined) this.#found.set(rule, { count: 1, first: text });
    else found.count++;
  }

  /** A note a kind: how often, and what first. */
  notes(): InputNote[] {
    return [...this.#found].map(([rule, { count, first }]) => ({
      severity: 'info',
      rule,
      reason: `${count} × text left out as ${KINDS[rule]}: '${beginningOf(first)}'${count > 1 ? ' and others' : ''}`,
    }));
  }
}

/** By the elements of HTML that hold it. */
export const LEFT_OUT: ReadonlyMap<string, keyof typeof KINDS> = new Map([
  ['del', 'drop-deleted-text'],
  ['s', 'drop-deleted-text'],
  ['strike', 'drop-deleted-text'],
  ['rt', 'drop-ruby-text'],
  ['rp', 'drop-ruby-text'],
]);
