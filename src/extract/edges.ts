import { unitTable } from '../dictionary/index.ts';
import { firstEndingAfter, type TokenColumns } from '../document/index.ts';

/** Characters that are words of their own before a name: a token that glues one to a name is mistaken. */
const functionWords = unitTable(
  '在由从向到为对和与及或的是至即除经赴驻离来把将让使被给跟同以于等有叫任报请据内、',
);

/** The same for characters after a name. */
const followingWords = new Set('应将须均拟曾仍');

/** Says where words begin and end, as far as segmentation knows. Positions are UTF-16 units of the text. */
export class Edges {
  readonly #text: string;
  readonly #tokens: TokenColumns | undefined;
  #cursor = 0;

  /** @param tokens left out where the text was not segmented: then every place can be an edge */
  constructor(text: string, tokens?: TokenColumns) {
    this.#text = text;
    this.#tokens = tokens;
  }

  /** True where a word begins at `at`, or where the token over it only glues a function word to what begins there. */
  beginsAt(at: number): boolean {
    const token = this.#tokenOver(at);
    if (token === -1) return true;
    const start = this.#tokens!.starts[token];
    return start >= at || (at - start === 1 && functionWords[this.#text.charCodeAt(start)] === 1);
  }

  /** True where a word ends at `at`, or where the token over it only glues a function word to what ends there: 局应. */
  endsAt(at: number): boolean {
    const token = this.#tokenOver(at);
    if (token === -1) return true;
    const { starts, ends } = this.#tokens!;
    const start = starts[token];
    return start >= at || (at - start === 1 && ends[token] - at === 1 && followingWords.has(this.#text[at]));
  }

  /** Where the token begins that a position lies inside of; the position itself at an edge. */
  tokenStart(at: number): number {
    const token = this.#tokenOver(at);
    return token === -1 ? at : Math.min(at, this.#tokens!.starts[token]);
  }

  /** The length of the token that begins at `at`, in UTF-16 units; 0 where none begins there. */
  wordLength(at: number): number {
    const token = this.#tokenOver(at);
    if (token === -1) return 0;
    const { starts, ends } = this.#tokens!;
    return starts[token] === at ? ends[token] - at : 0;
  }

  /** True where what stands right before `at` can stand before any name: no Han character, or a function word. */
  isFreeBefore(at: number): boolean {
    const before = this.#text.charCodeAt(at - 1);
    return at === 0 || before < 0x4e00 || before > 0x9fff || functionWords[before] === 1;
  }

  /** The part of speech of the token that ends at `at`; empty where none does. */
  tagBefore(at: number): string {
    const tokens = this.#tokens;
    if (tokens === undefined || at === 0) return '';
    const token = this.#tokenOver(at - 1);
    return token === -1 || tokens.ends[token] !== at ? '' : (tokens.posTags[tokens.pos[token]] ?? '');
  }

  /** The first token that ends after `at`; -1 where there is none. Scans go forward, so mostly a step away. */
  #tokenOver(at: number): number {
    const tokens = this.#tokens;
    if (tokens === undefined || tokens.ends.length === 0) return -1;
    const { ends } = tokens;
    const near = this.#cursor;
    if (!(near === 0 || ends[near - 1] <= at)) this.#cursor = firstEndingAfter(tokens, at);
    else {
      let next = near;
      for (let steps = 0; next < ends.length && ends[next] <= at; next++) {
        if (++steps > 8) {
          next = firstEndingAfter(tokens, at);
          break;
        }
      }
      this.#cursor = next;
    }
    return this.#cursor < ends.length ? this.#cursor : -1;
  }
}
