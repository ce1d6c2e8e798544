import type { Dictionaries } from '../dictionary/index.ts';
import { dates } from './dates/index.ts';
import { documents } from './documents/index.ts';
import { figures } from './figures/index.ts';
import { NameMarker, nameBits } from './name-marks.ts';
import { localParts, organRegister, organs } from './organs/index.ts';
import { abbreviations, divisions, groupsOf, placeNames, regionGroups } from './places/index.ts';
import { programmes } from './programmes/index.ts';
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

/** Marks where the names begin that recognizers look for, all sets in one pass. */
export function nameMarker(dictionaries: Dictionaries): NameMarker {
  return dictionaries.derived(
    key,
    (from) =>
      new NameMarker([
        [nameBits.divisions, placeNames(from).trie],
        [nameBits.regionGroups, groupsOf(from).trie],
        [nameBits.organs, organRegister(from).trie],
        [nameBits.localOrgans, localParts(from).beginnings],
      ]),
  );
}
