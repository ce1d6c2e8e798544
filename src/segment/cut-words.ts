import { splitsPair } from '../alignment/index.ts';
import type { SpanColumns, TokenColumns } from '../document/index.ts';
import { characterClasses, classAt, MARK, widthAt } from './characters.ts';
import type { Engine } from './engine.ts';
import { guessTag } from './guess-tag.ts';
import { joinMixedWords } from './join-mixed-words.ts';
import { isNewWord } from './judge-new-word.ts';
import { GUESSED, posIndex, posTags } from './pos-tags.ts';
import { HAN_ATOM, LATIN_ATOM, NUMBER_ATOM, scanAtoms } from './scan-atoms.ts';
import { shapeWords, type WordStyle } from './shape-words.ts';
import { SpanList } from './span-list.ts';

/** UTF-16 units of Han given to the engine in one call: enough that the call weighs nothing, few enough for its memory. */
const BATCH = 16_384;
/** The longest run that the engine sees as one: it takes some 400 bytes a character of a run. */
const LONGEST_RUN = 2_048;

/** Used again for each text: most are short, and fresh arrays would cost them more than their words do. */
const scratch = { atoms: new SpanList(1024), raw: new SpanList(1024), shaped: new SpanList(1024) };

const TAG_OF_ATOM: readonly number[] = ['x', 'm', 'eng', 'w', 'x'].map(posIndex);

/**
 * Cuts the sentences of a text into words.
 *
 * The engine sees runs of Han alone, many in one call, so that no word crosses an edge and no mark confuses its model of
 * new words; figures, Latin words and marks are found by {@link scanAtoms}.
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
  for (let first = 0; first < atoms.length; ) {
    let size = 0;
    let last = first;
    const runs: string[] = [];
    for (; last < atoms.length && size < BATCH; last++) {
      if (atoms.pos[last] !== HAN_ATOM || isSingle(atoms, last)) continue;
      for (let at = atoms.starts[last]; at < atoms.ends[last]; ) {
        const end = runEnd(text, at, atoms.ends[last]);
        runs.push(text.slice(at, end));
        size += end - at;
        at = end;
      }
    }
    // A line break is a separator to the engine, and comes back as a word of its own.
    const words = runs.length === 0 ? [] : engine.cut(runs.join('\n'));
    placeWords(text, atoms, first, last, words, engine, raw);
    first = last;
  }
  shapeWords(text, raw, engine, style, shaped);
  return { ...shaped.columns(), pos: shaped.pos.slice(0, shaped.length), posTags };
}

/** True for an atom of one unit: 年, 和 between figures or marks. The engine could only give it back. */
function isSingle(atoms: SpanList, at: number): boolean {
  return atoms.ends[at] - atoms.starts[at] === 1;
}

/** Places a word that no dictionary has: whole where it looks like a word, else its first character and what is left. */
function placeUnknown(text: string, from: number, to: number, engine: Engine, tokens: SpanList): void {
  let at = from;
  while (at < to) {
    const width = widthAt(text, at);
    if (at > from && isMark(text, at)) {
      tokens.ends[tokens.length - 1] = at + width;
      at += width;
      continue;
    }
    const known = engine.tags.get(text, at, to);
    if (known >= 0) {
      tokens.push(at, to, known);
      return;
    }
    if (at + width >= to || isNewWord(text, at, to, engine)) {
      tokens.push(at, to, guessTag(text, at, to, engine) | GUESSED);
      return;
    }
    const single = engine.tags.get(text, at, at + width);
    tokens.push(at, at + width, single >= 0 ? single : guessTag(text, at, at + width, engine));
    at += width;
  }
}

/** True for a mark that stands within a run of Han. */
function isMark(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit >= 0x3005 && unit < 0xd800) return false;
  return classAt(text, at, characterClasses()) === MARK;
}

/** Where the run that begins at `from` is handed over: at its end, or at {@link LONGEST_RUN}. */
function runEnd(text: string, from: number, end: number): number {
  if (end - from <= LONGEST_RUN) return end;
  const at = from + LONGEST_RUN;
  return splitsPair(text, at) ? at + 1 : at;
}

/** Puts the engine's words back where the atoms stand; the words of one atom are as long as the atom. */
function placeWords(
  text: string,
  atoms: SpanList,
  first: number,
  last: number,
  words: readonly string[],
  engine: Engine,
  tokens: SpanList,
): void {
  let next = 0;
  for (let i = first; i < last; i++) {
    const end = atoms.ends[i];
    const kind = atoms.pos[i];
    let at = atoms.starts[i];
    if (kind !== HAN_ATOM) {
      const known = kind === LATIN_ATOM || kind === NUMBER_ATOM ? engine.tags.get(text, at, end) : -1;
      tokens.push(at, end, known >= 0 ? known : TAG_OF_ATOM[kind]);
      continue;
    }
    if (isSingle(atoms, i)) {
      placeWord(text, at, end, engine, tokens);
      continue;
    }
    while (at < end) {
      const word = words[next++] ?? '';
      if (word === '\n') continue;
      const to = at + word.length;
      // Lengths and first characters agree where the words join back to the text, and cost less than joining them.
      if (word.charCodeAt(0) !== text.charCodeAt(at) || to > end) {
        throw new RangeError(`the words do not join back to the text at ${at}`);
      }
      if (at > atoms.starts[i] && isMark(text, at)) {
        // A variation selector within a run belongs to the ideograph before it.
        tokens.ends[tokens.length - 1] = to;
        at = to;
        continue;
      }
      placeWord(text, at, to, engine, tokens);
      at = to;
    }
  }
}

function placeWord(text: string, from: number, to: number, engine: Engine, tokens: SpanList): void {
  const known = engine.tags.get(text, from, to);
  if (known >= 0) tokens.push(from, to, known);
  else placeUnknown(text, from, to, engine, tokens);
}
