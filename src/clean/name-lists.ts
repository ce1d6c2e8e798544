import { Surnames } from '../convert/surnames.ts';
import type { Dictionaries } from '../dictionary/index.ts';
import { kindAt, kindBefore } from './character-kinds.ts';

/** Names of organs and places by their ends; two characters alone may be a word that spaces were set into. */
const OF_ORGANS = /^.{2,15}[部委局署厅廳办辦院省市县縣区區州盟]$/u;

/** Knows lists of names, of people (王小明 李四 欧阳修) or organs and places (教育部 财政部 民政部): there the spaces are all that keeps them apart. */
export class NameLists {
  readonly #surnames: Surnames;
  /** The stretch that was judged last, as spaces of one list come one after the other. */
  #judged = { text: '', start: 0, end: 0, isList: false };

  private constructor(surnames: Surnames) {
    this.#surnames = surnames;
  }

  static of(dictionaries: Dictionaries): NameLists {
    return new NameLists(Surnames.of(dictionaries));
  }

  /** True where the space at UTF-16 index `at` stands in a stretch of three or more names. */
  holds(text: string, at: number): boolean {
    const last = this.#judged;
    if (last.text === text && at >= last.start && at < last.end) return last.isList;
    let start = at;
    while (isOfStretch(kindBefore(text, start))) start--;
    let end = at;
    while (isOfStretch(kindAt(text, end))) end++;
    const items = text.slice(start, end).split(/[\t \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/);
    const names = items.filter((item) => item !== '');
    const isList =
      names.length >= 3 &&
      (names.every((item) => this.#isName(item)) || names.every((item) => OF_ORGANS.test(item)));
    this.#judged = { text, start, end, isList };
    return isList;
  }

  #isName(item: string): boolean {
    if (item.length === 2 || item.length === 3) return this.#surnames.has(item[0]);
    return item.length === 4 && this.#surnames.has(item.slice(0, 2));
  }
}

function isOfStretch(kind: ReturnType<typeof kindAt>): boolean {
  return kind === 'han' || kind === 'space';
}
