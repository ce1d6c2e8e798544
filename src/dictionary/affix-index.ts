import { UnitSet } from './unit-table.ts';

/** Words that can be looked for at one position: by first UTF-16 unit, longest first. */
export class PrefixIndex<T> {
  readonly #firsts = new UnitSet();
  readonly #byFirst = new Map<number, { readonly word: string; readonly value: T }[]>();

  constructor(entries: Iterable<readonly [string, T]>) {
    for (const [word, value] of entries) {
      if (word === '') continue;
      const first = word.charCodeAt(0);
      this.#firsts.add(first);
      const row = this.#byFirst.get(first);
      if (row === undefined) this.#byFirst.set(first, [{ word, value }]);
      else row.push({ word, value });
    }
    for (const row of this.#byFirst.values()) row.sort((a, b) => b.word.length - a.word.length);
  }

  /** The longest word that stands at `at` (UTF-16 units of `text`). */
  at(text: string, at: number): { readonly word: string; readonly value: T } | undefined {
    const first = text.charCodeAt(at);
    const row = this.#firsts.has(first) ? this.#byFirst.get(first) : undefined;
    if (row === undefined) return undefined;
    // Most words of a row have another second unit: the look at it spares the comparison.
    const second = text.charCodeAt(at + 1);
    for (const entry of row) {
      const { word } = entry;
      if (word.length === 1 || (word.charCodeAt(1) === second && text.startsWith(word, at))) return entry;
    }
    return undefined;
  }

  *words(): Generator<string> {
    for (const row of this.#byFirst.values()) for (const { word } of row) yield word;
  }

  /** The first units of all words. */
  firsts(): Iterable<number> {
    return this.#byFirst.keys();
  }
}

/** Words that can be looked for before one position: by last UTF-16 unit, longest first. */
export class SuffixIndex<T> {
  readonly #lasts = new UnitSet();
  readonly #byLast = new Map<number, { readonly word: string; readonly value: T }[]>();

  constructor(entries: Iterable<readonly [string, T]>) {
    for (const [word, value] of entries) {
      if (word === '') continue;
      const last = word.charCodeAt(word.length - 1);
      this.#lasts.add(last);
      const row = this.#byLast.get(last);
      if (row === undefined) this.#byLast.set(last, [{ word, value }]);
      else row.push({ word, value });
    }
    for (const row of this.#byLast.values()) row.sort((a, b) => b.word.length - a.word.length);
  }

  /** The longest word that ends at `end` (UTF-16 units of `text`). */
  before(text: string, end: number): { readonly word: string; readonly value: T } | undefined {
    const last = text.charCodeAt(end - 1);
    const row = this.#lasts.has(last) ? this.#byLast.get(last) : undefined;
    if (row === undefined) return undefined;
    const second = text.charCodeAt(end - 2);
    for (const entry of row) {
      const { word } = entry;
      if (word.length === 1 || (word.charCodeAt(word.length - 2) === second && text.endsWith(word, end)))
        return entry;
    }
    return undefined;
  }
}
