import { dates } from './dates/index.ts';
import { documents } from './documents/index.ts';
import { figures } from './figures/index.ts';
import { centralOrgans } from './organs/index.ts';
import { divisions } from './places/index.ts';
import { programmes } from './programmes/index.ts';
import type { Recognizer } from './recognizer.ts';

/** Every recognizer, in the order in which they run: later ones see what earlier ones found. */
export const recognizers: readonly Recognizer[] = [
  divisions,
  centralOrgans,
  documents,
  programmes,
  dates,
  figures,
];
