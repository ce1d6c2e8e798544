import { splitsPair } from '../alignment/index.ts';
import type { SpanColumns, TokenColumns } from '../document/index.ts';
import { characterClasses, classAt, isCommonHan, MARK, widthAt } from './characters.ts';
import type { Engine } from './engine.ts';
import { guessTag } from './guess-tag.ts';
import { joinMixedWords } from './join-mixed-words.ts';
import { isNewWord } from './judge-new-word.ts';
import { GUESSED, posIndex, posTags } from './pos-tags.ts';
import { HAN_ATOM, LATIN_ATOM, NUMBER_ATOM, scanAtoms } from './scan-atoms.ts';
import { shapeWords, type WordStyle } from './shape-words.ts';
import { SpanList } from './span-list.ts';
import { UNKNOWN } from './word-trie.ts';

/** Used again for each text: most are short, and fresh arrays would cost them more than their words do. */
const scratch = { atoms: new SpanList(1024), raw: new SpanList(1024), shaped: new SpanList(1024) };

const TAG_OF_ATOM: readonly number[] = ['x', 'm', 'eng', 'w', 'x'].map(posIndex);

/**
 * Cuts the sentences of a text into words.
 *
 * The engine sees runs of Han alone, so that no word crosses an edge and no mark confuses its model of new words; figures,
 * Latin words and marks are found by {@link scanAtoms}.
 *
 * @param sentences spans in UTF-16 units of `text`, ascending and disjoint
 * @returns tokens in UTF-16 units of `text`; within the sentences they hold everything but white space
 */
export function cutWords(
  text: string,
  sentences: SpanColumns,
  engine: Engine,
  style: WordStyle,
): TokenColumns {
  const { atoms, raw, shaped } = scratch;
  for (const list of [atoms, raw, shaped]) list.clear();
  for (let i = 0; i < sentences.starts.length; i++)
    scanAtoms(text, sentences.starts[i], sentences.ends[i], atoms);
  joinMixedWords(text, atoms, engine.mixed);
  const place = (start: number, end: number) => placeNew(text, start, end, engine, raw);
  for (let i = 0; i < atoms.length; i++) {
    const start = atoms.starts[i];
    const end = atoms.ends[i];
    const kind = atoms.pos[i];
    if (kind === HAN_ATOM) {
      // A word with Latin letters may have taken all of it.
      if (start === end) continue;
      engine.jieba.cut(text, start, withoutMarks(text, start, end), raw, place);
      raw.ends[raw.length - 1] = end;
      continue;
    }
    const known = kind === LATIN_ATOM || kind === NUMBER_ATOM ? engine.words.find(text, start, end) : UNKNOWN;
    raw.push(start, end, known === UNKNOWN ? TAG_OF_ATOM[kind] : known);
  }
  shapeWords(text, raw, engine, style, shaped);
  return { ...shaped.columns(), pos: shaped.pos.slice(0, shaped.length), posTags };
}

/** Places a new word: one that the dictionaries have all the same, or that looks like a word; else its characters. */
function placeNew(text: string, from: number, to: number, engine: Engine, tokens: SpanList): void {
  let at = from;
  while (at < to) {
    const known = engine.words.find(text, at, to);
    if (known !== UNKNOWN) {
      tokens.push(at, to, known);
      return;
    }
    const width = widthAt(text, at);
    if (at + width >= to || isNewWord(text, at, to, engine)) {
      tokens.push(at, to, guessTag(text, at, to, engine) | GUESSED);
      return;
    }
    const single = engine.words.find(text, at, at + width);
    tokens.push(at, at + width, single === UNKNOWN ? guessTag(text, at, at + width, engine) : single);
    at += width;
  }
}

/** Where the marks begin that a run ends with: a variation selector belongs to the ideograph before it. */
function withoutMarks(text: string, from: number, to: number): number {
  if (isCommonHan(text.charCodeAt(to - 1))) return to;
  const table = characterClasses();
  let end = to;
  for (;;) {
    const last = splitsPair(text, end - 1) ? end - 2 : end - 1;
    if (last <= from || classAt(text, last, table) !== MARK) return end;
    end = last;
  }
}
