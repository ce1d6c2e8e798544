import type { Page } from './running-lines.ts';

/** A word broken at a line's end, with the hyphen that it may owe to the break only. */
const BROKEN_WORD = /[A-Za-z][-\u2010]$/;
const HEAD = /[A-Za-z]+(?=[-\u2010]$)/;
/** UTF-16 units of a line's end in which its last word is looked for: longer words only slow the search. */
const LONGEST_WORD = 80;
const REST = /^[a-z]+/;

/** Addresses and paths, which get no hyphens of their own where lines end. */
const ADDRESS = /[\w.]+[/_@]\S*$|:\/\/\S*$/;

/** What takes a hyphen before whole words. */
const PREFIXES = new Set(['anti', 'co', 'mid', 'multi', 'post', 'pre', 'semi', 'vice']);
/** What takes one before any word. */
const ALWAYS_APART = new Set(['cross', 'non', 'quasi', 'self', 'well']);
/** Words that grow together with another: through + out, some + times. */
const GROWN_TOGETHER = new Set(
  'after any can every fore her here him how its more never not off our out over some their them there through under what when where who with your'.split(
    ' ',
  ),
);

/**
 * Joins lines, and words that lines' ends break. Whether such a word had its hyphen before is told by the rest of the document:
 * how it stands there, and whether its parts are words there.
 */
export class Hyphens {
  readonly #words = new Map<string, number>();
  readonly #compounds = new Map<string, number>();
  /** The compounds that begin with a word. */
  readonly #begun = new Map<string, number>();
  #taken = 0;

  constructor(pages: readonly Page[]) {
    let isBroken = false;
    const all = pages.flatMap(({ columns }) => columns.flatMap(({ lines }) => lines));
    for (const text of all.flatMap(({ text }) => text.split('\n'))) {
      const begun = isBroken ? text.replace(REST, '') : text;
      const whole =
        begun.slice(0, -LONGEST_WORD) + begun.slice(-LONGEST_WORD).replace(/[A-Za-z-]+[-\u2010]$/, '');
      for (const [word] of whole.toLowerCase().matchAll(/[a-z]+(?:[-\u2010][a-z]+)*/g)) this.#count(word);
      isBroken = BROKEN_WORD.test(text);
    }
  }

  /** Hyphens taken out so far. */
  get taken(): number {
    return this.#taken;
  }

  /** Two lines of one paragraph: a broken word is one again, other words keep their space. */
  joined(before: string, after: string): string {
    if (breaksWord(before, after)) {
      if (this.#belongs(before, after)) return before + after;
      this.#taken++;
      return before.slice(0, -1) + after;
    }
    const apart = /[\x21-\x7e]$/.test(before) && /^[A-Za-z0-9(]/.test(after) && !/[-/]$/.test(before);
    return apart && !/\d$/.test(before) ? `${before} ${after}` : before + after;
  }

  #count(word: string): void {
    const parts = word.split(/[-\u2010]/);
    if (parts.length === 1) add(this.#words, word);
    parts.slice(1).forEach((part, i) => {
      const compound = `${parts[i]}-${part}`;
      if (!this.#compounds.has(compound)) add(this.#begun, parts[i]);
      add(this.#compounds, compound);
    });
  }

  /** True for a hyphen that is the word's own. */
  #belongs(before: string, after: string): boolean {
    const end = before.slice(-LONGEST_WORD);
    if (ADDRESS.test(end)) return true;
    const head = HEAD.exec(end)![0].toLowerCase();
    const [rest] = REST.exec(after)!;
    const compounds = this.#compounds.get(`${head}-${rest}`) ?? 0;
    const whole = this.#words.get(head + rest) ?? 0;
    if (compounds !== whole) return compounds > whole;
    // Nobody breaks a word behind its first letter.
    if (head.length === 1 || (ALWAYS_APART.has(head) && rest.length > 3)) return true;
    if (!this.#words.has(rest) || rest.length < 3) return false;
    if (PREFIXES.has(head) || (this.#begun.get(head) ?? 0) > 1) return true;
    return head.length > 2 && this.#words.has(head) && !GROWN_TOGETHER.has(head);
  }
}

/** True where a line's end breaks a word. */
export const breaksWord = (before: string, after: string) => BROKEN_WORD.test(before) && REST.test(after);

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
