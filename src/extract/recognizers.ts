import type { Dictionaries } from '../dictionary/index.ts';
import { dateLexicon, dates } from './dates/index.ts';
import { documents } from './documents/index.ts';
import { figureLexicon, figures } from './figures/index.ts';
import { NameMarker, nameBits } from './name-marks.ts';
import { localParts, organRegister, organs } from './organs/index.ts';
import {
  abbreviations,
  abbreviationsOf,
  divisions,
  groupsOf,
  placeNames,
  regionGroups,
} from './places/index.ts';
import { programmeLexicon, programmes } from './programmes/index.ts';
import type { Recognizer } from './recognizer.ts';

/** Every recognizer, in the order in which they run: later ones see what earlier ones found. */
export const recognizers: readonly Recognizer[] = [
  divisions,
  regionGroups,
  abbreviations,
  organs,
  documents,
  programmes,
  dates,
  figures,
];

const key = Symbol('name marker');

/** Marks where what the recognizers look for may begin, in one pass. */
export function nameMarker(dictionaries: Dictionaries): NameMarker {
  return dictionaries.derived(
    key,
    (from) =>
      new NameMarker(
        [
          [nameBits.divisions, placeNames(from).trie],
          [nameBits.regionGroups, groupsOf(from).trie],
          [nameBits.organs, organRegister(from).trie],
          [nameBits.localOrgans, localParts(from).beginnings],
        ],
        [
          [nameBits.abbreviations, abbreviationsOf(from).isAbbreviation],
          [nameBits.programmes, programmeLexicon(from).starts],
          [nameBits.dates, dateLexicon(from).starts],
          [nameBits.figures, figureLexicon(from).starts],
        ],
      ),
  );
}
