import { Surnames } from '../convert/surnames.ts';
import type { Dictionaries } from '../dictionary/index.ts';
import { kindAt, kindBefore } from './character-kinds.ts';

/** Names of organs and places by their ends; two characters alone may be a word that spaces were set into. */
const OF_ORGANS = /^.{2,15}[部委局署厅廳办辦院省市县縣区區州盟]$/u;

/**
 * Knows lists of names, of people (王小明 李四 欧阳修, and 张　三 spread to the width of the others) or organs and places
 * (教育部 财政部 民政部): there the spaces are all that keeps them apart.
 */
export class NameLists {
  readonly #surnames: Surnames;
  /** The stretch that was judged last, as spaces of one list come one after the other, and where its spaces part names. */
  #judged: { text: string; start: number; end: number; parts: ReadonlySet<number> } = {
    text: '',
    start: 0,
    end: 0,
    parts: new Set(),
  };

  private constructor(surnames: Surnames) {
    this.#surnames = surnames;
  }

  static of(dictionaries: Dictionaries): NameLists {
    return new NameLists(Surnames.of(dictionaries));
  }

  /** True where the spaces that begin at UTF-16 index `at` part two of a stretch of three or more names. */
  holds(text: string, at: number): boolean {
    const last = this.#judged;
    if (last.text === text && at >= last.start && at < last.end) return last.parts.has(at);
    let start = at;
    while (isOfStretch(kindBefore(text, start))) start--;
    let end = at;
    while (isOfStretch(kindAt(text, end))) end++;
    const parts = new Set(this.#partsOf(text.slice(start, end)).map((part) => start + part));
    this.#judged = { text, start, end, parts };
    return parts.has(at);
  }

  /** Where the spaces of a stretch begin that part names; none where it is no list of them. */
  #partsOf(stretch: string): number[] {
    const items = [...stretch.matchAll(ITEM)].map(({ 0: text, index }) => ({
      text,
      end: index + text.length,
    }));
    const ends = (names: readonly { readonly end: number }[]) => names.map(({ end }) => end);
    if (items.length < 3) return [];
    if (items.every(({ text }) => OF_ORGANS.test(text))) return ends(items);
    const names = this.#joined(items);
    return names.length >= 3 && names.every(({ text }) => this.#isName(text)) ? ends(names) : [];
  }

  /** The items, those of one character each joined to names of two. */
  #joined(items: readonly { readonly text: string; readonly end: number }[]) {
    const names: { text: string; end: number }[] = [];
    for (let i = 0; i < items.length; i++) {
      const [item, next] = [items[i], items[i + 1]];
      const isSpread = item.text.length === 1 && next?.text.length === 1 && this.#surnames.has(item.text);
      names.push(isSpread ? { text: item.text + next.text, end: next.end } : item);
      if (isSpread) i++;
    }
    return names;
  }

  #isName(item: string): boolean {
    if (item.length === 2 || item.length === 3) return this.#surnames.has(item[0]);
    return item.length === 4 && this.#surnames.has(item.slice(0, 2));
  }
}

/** What stands between the spaces of a stretch. */
const ITEM = /[^\t \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g;

function isOfStretch(kind: ReturnType<typeof kindAt>): boolean {
  return kind === 'han' || kind === 'space';
}
