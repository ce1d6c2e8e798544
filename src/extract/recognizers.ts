import { dates } from './dates/index.ts';
import { documents } from './documents/index.ts';
import { figures } from './figures/index.ts';
import { organs } from './organs/index.ts';
import { abbreviations, divisions, regionGroups } from './places/index.ts';
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
