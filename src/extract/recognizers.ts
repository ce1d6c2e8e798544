import type { Dictionaries } from '../dictionary/index.ts';
import { BeginningFinder } from './beginnings.ts';
import { dateLexicon, dates } from './dates/index.ts';
import { documentStarts, documents } from './documents/index.ts';
import { figureLexicon, figures } from './figures/index.ts';
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

const key = Symbol('beginnings');

/** Finds where what the recognizers look for may begin, in one pass. */
export function beginningFinder(dictionaries: Dictionaries): BeginningFinder {
  return dictionaries.derived(key, (from) => {
    const places = placeNames(from);
    const locals = localParts(from);
    return new BeginningFinder({
      divisions: { words: [...places.leading, ...places.bodies.words] },
      regionGroups: { words: groupsOf(from).trie.words },
      abbreviations: { alone: abbreviationsOf(from).isAbbreviation },
      organs: { words: organRegister(from).trie.words },
      localOrgans: { words: locals.beginnings },
      localEndings: { alone: locals.lastOfAlone },
      documents: documentStarts,
      programmes: { words: programmeLexicon(from).beginnings },
      dates: dateLexicon(from).beginnings,
      figures: figureLexicon(from).beginnings,
    });
  });
}
