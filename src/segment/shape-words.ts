import type { Engine } from './engine.ts';
import { DETERMINER_BIT, DIGIT_BIT, NUMERAL_BITS } from './figure-tables.ts';
import { guessTag } from './guess-tag.ts';
import { GUESSED, posIndex } from './pos-tags.ts';
import { FigureParts, readFigure } from './read-figure.ts';
import type { SpanList } from './span-list.ts';
import { UNKNOWN } from './word-trie.ts';

/**
 * How long words are where standards disagree.
 *
 * `whole`: a figure with its measure, a date and a name are one word each (三百元, 2013年5月6日), after the guidelines of
 * Microsoft Research. `parts`: figure, measure and determiner stand apart (三百 元, 这 个), a date has a word for its year, its month and
 * its day, after the segmentation standard of Academia Sinica.
 */
export type WordStyle = 'whole' | 'parts';

const M = posIndex('m');
const Q = posIndex('q');
const R = posIndex('r');
const T = posIndex('t');
const MQ = posIndex('mq');
const N = posIndex('n');
const NR = posIndex('nr');

/** Tags of words that may be, or begin, a figure. 一定 is an adverb and 百姓 a noun: those are left alone. */
const MAY_BE_FIGURE = new Uint8Array(256);
for (const tag of ['m', 'mq', 'q', 'x', 't', 'zg', 'mg', 'tg']) MAY_BE_FIGURE[posIndex(tag)] = 1;
/** How many words ahead a figure may reach. */
const REACH = 16;

/**
 * Gives words the shape that the style asks for: joins what the engine cut too small and cuts what it left too large.
 * One sweep; every rule looks a few words ahead.
 *
 * @param raw the engine's words; UTF-16 units of `text`
 * @param shaped gets the words in their shape
 */
export function shapeWords(
  text: string,
  raw: SpanList,
  engine: Engine,
  style: WordStyle,
  shaped: SpanList,
): void {
  const { starts, ends, pos, length } = raw;
  const { bits, counters, relativeDates } = engine.figures;
  const parts = new FigureParts();
  for (let i = 0; i < length; ) {
    const start = starts[i];
    const end = ends[i];
    const tag = pos[i] & ~GUESSED;
    const first = text.charCodeAt(start);
    // What is known of a word is asked before what is known of its characters: a table of all characters is seldom in
    // the processor's cache.
    if (tag === M || first === 0x7b2c || (MAY_BE_FIGURE[tag] === 1 && (bits[first] & NUMERAL_BITS) !== 0)) {
      const last = figureEnd(text, raw, i, engine, parts);
      if (last >= 0) {
        // A word of the dictionaries that is a figure as well (十二五) keeps its own part of speech.
        if (last === i && parts.end === end && parts.count === 1 && !parts.date) shaped.push(start, end, tag);
        else emitFigure(text, start, parts, style, relativeDates, shaped);
        // What is left of the last word stands on its own.
        if (ends[last] > parts.end)
          shaped.push(parts.end, ends[last], tagOf(text, parts.end, ends[last], engine));
        i = last + 1;
        continue;
      }
    }
    if (end - start === 2) {
      if (tag === N && text.charCodeAt(start + 1) === 0x4eba && (bits[first] & DIGIT_BIT) !== 0) {
        shaped.push(start, start + 1, M);
        shaped.push(start + 1, end, N);
        i++;
        continue;
      }
      if (
        style === 'parts' &&
        (bits[first] & DETERMINER_BIT) !== 0 &&
        counters.has(text[start + 1]) &&
        text[start + 1] !== '家'
      ) {
        shaped.push(start, start + 1, R);
        shaped.push(start + 1, end, Q);
        i++;
        continue;
      }
    }
    const joined =
      end < text.length && text.charCodeAt(end) === 0xb7
        ? foreignNameEnd(text, raw, i)
        : givenNameEnd(text, raw, i, engine);
    if (joined > i) {
      shaped.push(start, ends[joined], NR);
      i = joined + 1;
      continue;
    }
    shaped.push(start, end, tag);
    i++;
  }
}

/**
 * Reads the figure that begins with word `i`.
 *
 * @returns the last word that it reaches into; -1 where there is no figure, or where it would cut a known word in two
 */
function figureEnd(text: string, raw: SpanList, i: number, engine: Engine, parts: FigureParts): number {
  const { starts, ends, length } = raw;
  let last = i;
  while (last + 1 < length && last - i < REACH && starts[last + 1] === ends[last]) last++;
  const limit = ends[last];
  const first = text.charCodeAt(starts[i]);
  const isNumber = (first >= 0x30 && first <= 0x39) || (first >= 0xff10 && first <= 0xff19);
  if (!readFigure(text, starts[i], limit, isNumber ? ends[i] : starts[i], engine.figures, parts)) return -1;
  const { end } = parts;
  last = i;
  while (ends[last] < end) last++;
  if (ends[last] === end) return last;
  if (last === i && parts.count === 1) return -1;
  const rest = ends[last] - end;
  if (starts[last] === end) return last - 1;
  const known = engine.words.find(text, starts[last], ends[last]) !== UNKNOWN;
  if (known && !(rest === 1 && engine.figures.remainders.has(text[end]))) return -1;
  return last;
}

function emitFigure(
  text: string,
  start: number,
  parts: FigureParts,
  style: WordStyle,
  relativeDates: ReadonlySet<string>,
  shaped: SpanList,
): void {
  if (style === 'whole') {
    const { length } = shaped;
    // 今年|7月1日 is one date.
    const previous = length - 1;
    if (
      parts.date &&
      previous >= 0 &&
      shaped.ends[previous] === start &&
      shaped.pos[previous] === T &&
      shaped.ends[previous] - shaped.starts[previous] === 2 &&
      relativeDates.has(text.slice(shaped.starts[previous], start))
    ) {
      shaped.ends[previous] = parts.end;
      return;
    }
    shaped.push(start, parts.end, parts.date ? T : parts.count > 1 ? MQ : M);
    return;
  }
  let from = start;
  for (let i = 0; i < parts.count; i++) {
    shaped.push(from, parts.ends[i], parts.pos[i]);
    from = parts.ends[i];
  }
}

function tagOf(text: string, from: number, to: number, engine: Engine): number {
  const known = engine.words.find(text, from, to);
  return known === UNKNOWN ? guessTag(text, from, to, engine) : known;
}

/** The word that ends the name which the surname at word `i` begins; `i` where it begins none. */
function givenNameEnd(text: string, raw: SpanList, i: number, engine: Engine): number {
  const { starts, ends, pos } = raw;
  const next = i + 1;
  if (next >= raw.length || starts[next] !== ends[i]) return i;
  if (ends[i] - starts[i] > 2 || ends[next] - starts[next] !== 2 || !isHan(text, starts[next])) return i;
  if ((pos[next] & GUESSED) === 0 && pos[next] !== NR) return i;
  return engine.surnames.has(text.slice(starts[i], ends[i])) ? next : i;
}

/** The last word of a foreign name whose parts are joined by ·: 让·雅克·卢梭. `i` where there is none. */
function foreignNameEnd(text: string, raw: SpanList, i: number): number {
  const { starts, ends } = raw;
  let last = i;
  while (
    last + 2 < raw.length &&
    text.charCodeAt(ends[last]) === 0xb7 &&
    ends[last + 1] - ends[last] === 1 &&
    starts[last + 2] === ends[last + 1] &&
    isHan(text, starts[last + 2]) &&
    isHan(text, starts[i])
  )
    last += 2;
  return last;
}

function isHan(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0x3400 && unit <= 0x9fff;
}
