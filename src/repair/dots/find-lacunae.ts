import type { Dictionaries } from '../../dictionary/index.ts';
import { CLOSING, classAt, HAN, indexWithin, LINE_BREAK } from '../characters.ts';
import { MARK } from '../symbols.ts';
import { isBarePreposition } from './bare-preposition.ts';
import { isCarrier, type Stretch } from './find-stretches.ts';
import {
  farFeatures,
  LACUNA_CUES,
  LACUNA_FEATURES,
  lacunaCues,
  lacunaSymbols,
  MARGIN,
  nearestFeatures,
  nearFeatures,
} from './lacuna-features.ts';
import { type LinearModel, loadLinearModel, probabilityOfLogit } from './linear-model.ts';

/** Places where a title was deleted, and how likely that is. */
export interface Lacunae {
  /** UTF-16 index of the unit before which the title stood, and its probability; no dot that can be a mark. */
  readonly gaps: ReadonlyMap<number, number>;
  /** Dots that can be a mark before which a title may have stood: their UTF-16 index, and the log odds by the words alone. */
  readonly beside: ReadonlyMap<number, number>;
  /** How high log odds must be here: what deletes one title deletes all. */
  readonly least: number;
  /**
   * Dots that only stand there because a title was deleted, at the start of a line or two in a row: their UTF-16
   * indices. Without the title no mark could stand there.
   */
  readonly dots: ReadonlySet<number>;
  /** Closing brackets that are all that is left of a title: their UTF-16 indices, ascending. */
  readonly rests: ReadonlySet<number>;
}

/**
 * Log odds from which a title is taken for deleted: lower where one of the stretch was deleted for sure, for what
 * deletes one deletes all. The figures gave the best F1 on development documents.
 */
const LIKELY = -0.3;
const LIKELY_TOO = -1.1;
const FOR_SURE = 1.4;
/** Log odds at the least where a preposition has no object. */
const BARE = 3;
/** Log odds from the very nearest words below which no more is looked at: of the cued places that is every second. */
const UNLIKELY = -2.25;
/** Log odds from the near words below which what stands further off changes nothing. */
const HOPELESS = -3;
/** Log odds that make a closing bracket without an opening one the rest of a title: it is left of something. */
const LIKELY_REST = -2.2;
const OPENING = '《'.charCodeAt(0);
/** Lacunae of a stretch that has none. */
export const noLacunae: Lacunae = {
  gaps: new Map(),
  beside: new Map(),
  least: 0,
  dots: new Set(),
  rests: new Set(),
};
const MODEL = Symbol('model of lacunae');

/**
 * Finds where titles were deleted with their brackets, in a stretch of flattened lines: 发布了.要求 and 根据的规定 have
 * a verb without its object, 包括).).)和) only closing brackets. A stretch with 《 in it kept its titles.
 *
 * @throws GuiyiError GY401 where the packaged model can't be read
 */
export function findLacunae(
  text: string,
  { start, end, carrier }: Stretch,
  dictionaries: Dictionaries,
): Lacunae {
  if (indexWithin(text, OPENING, start, end) >= 0) return noLacunae;
  const model = dictionaries.derived(MODEL, (): LinearModel => loadLinearModel('lacunae.model'));
  const { symbols, length } = lacunaSymbols(text, start, end, carrier);
  const unpaired = unpairedBrackets(text, start, end);
  // To the model such a bracket is one more thing that a title left behind, as a dot is.
  for (const at of unpaired) symbols[at - start + MARGIN] = MARK;
  const features = new Int32Array(LACUNA_FEATURES);
  const logit = (symbol: number) => {
    const nearest = model.logit(features, nearestFeatures(symbols, symbol, features));
    if (nearest < UNLIKELY) return Number.NEGATIVE_INFINITY;
    const near = nearest + model.logit(features, nearFeatures(symbols, symbol, features));
    return near < HOPELESS ? near : near + model.logit(features, farFeatures(symbols, symbol, features));
  };
  const rests = new Set(
    unpaired.filter(
      (at) =>
        !BYLINE.includes(text[at - 1] ?? ' ') &&
        (isRest(text, at, start) || logit(at - start + MARGIN) > LIKELY_REST),
    ),
  );
  const candidates = new Map<number, number>();
  const beside = new Map<number, number>();
  let surest = 0;
  const cued = cuedPlaces(model, symbols, MARGIN + length);
  for (let i = 0; i < cued.length; i++) {
    const at = start + cued[i] - MARGIN;
    let odds = logit(cued[i]);
    if (odds < BARE && isBarePreposition(symbols, cued[i])) odds = BARE;
    if (odds < HOPELESS || rests.has(at) || rests.has(at - 1)) continue;
    (isCarrier(text, at, carrier) ? beside : candidates).set(at, odds);
    surest = Math.max(surest, odds);
  }
  const least = surest >= FOR_SURE ? LIKELY_TOO : LIKELY;
  const gaps = new Map<number, number>();
  for (const [at, odds] of candidates) if (odds >= least) gaps.set(at, probabilityOfLogit(odds));
  const dots = new Set<number>();
  for (const at of gaps.keys()) if (text[at] === carrier) addDots(text, at, { start, end, carrier }, dots);
  return { gaps, beside, least, dots, rests };
}

/** The symbols from the margin to `end` beside which words stand that a title may have been lost from. */
function cuedPlaces(model: LinearModel, symbols: Uint16Array, end: number): Int32Array {
  const cues = new Int32Array(LACUNA_CUES);
  const cued = new Int32Array(end - MARGIN + 1);
  let count = 0;
  for (let at = MARGIN; at < end; at++) {
    lacunaCues(symbols, at, cues);
    // One in ten is, and nothing tells beforehand which: counted without a branch.
    cued[count] = at;
    count += model.isCue(cues[0]) | model.isCue(cues[1]) | model.isCue(cues[2]);
  }
  return cued.subarray(0, count);
}

/**
 * Adds the dot at `at` and the one beside it, where they are no mark by themselves; a row of more is an ellipsis. A row
 * that goes on outside the stretch is another rule's.
 */
function addDots(text: string, at: number, { start, end, carrier }: Stretch, dots: Set<number>): void {
  if (classAt(text, at - 1) === LINE_BREAK) dots.add(at);
  let from = at;
  let to = at + 1;
  while (at - from < 2 && text[from - 1] === carrier) from--;
  while (to - at < 3 && text[to] === carrier) to++;
  if (to - from === 2 && from >= start && to <= end) dots.add(from).add(from + 1);
}

/** Closing brackets without an opening one before them. */
function unpairedBrackets(text: string, start: number, end: number): number[] {
  const found: number[] = [];
  let depth = 0;
  for (let at = start; at < end; at++) {
    const character = text.charCodeAt(at);
    if (character === 0x28 || character === 0xff08) depth++;
    else if (character === 0x29 || character === 0xff09) {
      if (depth > 0) depth--;
      else found.push(at);
    } else if (character === 0x0a) depth = 0;
  }
  return found;
}

/** Ends of what stands in brackets at the beginning of news: (本报1月5日讯). */
const BYLINE = '讯电';
/** Words before a title; a bracket right behind one of them closes nothing else. */
const BEFORE = ['包括', '和', '及', '与', '或', '了', '根据', '按照', '落实', '贯彻', '于', '即', '为'];

function isRest(text: string, at: number, start: number): boolean {
  if (at === start || text[at - 1] === '.') return true;
  if (classAt(text, at - 1) === CLOSING) return false;
  return classAt(text, at - 1) === HAN && BEFORE.some((word) => text.startsWith(word, at - word.length));
}
