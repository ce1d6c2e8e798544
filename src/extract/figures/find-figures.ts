import { type Dictionaries, defaultDictionaries } from '../../dictionary/index.ts';
import { type CompatibleModel, findCompatible } from './compatibility/find-compatible.ts';
import { squeeze, unsqueezed } from './compatibility/squeeze.ts';
import type { Figure } from './figure.ts';
import { figureLexicon } from './lexicon.ts';
import { scanFigures } from './scan-figures.ts';

export interface FigureOptions {
  readonly dictionaries?: Dictionaries;
  /** Takes spaces within figures, full-width points and commas, `.5`, and 15k and 30w for thousands and tens of thousands. */
  readonly loose?: boolean;
  /** Gives numbers without a unit too, as kind `number`. */
  readonly numbers?: boolean;
  /** Reads as a model of Recognizers-Text does, where that differs from today's Chinese. */
  readonly compatibility?: CompatibleModel;
}

/** Finds the figures of a text: one pass, keyed on the characters of numerals. Ascending and disjoint. */
export function findFigures(
  text: string,
  { dictionaries = defaultDictionaries(), loose = false, numbers = false, compatibility }: FigureOptions = {},
): Figure[] {
  const lexicon = figureLexicon(dictionaries);
  if (compatibility !== undefined) return findCompatible(text, compatibility, lexicon);
  if (!loose) return scanFigures(text, lexicon, { numbers });
  const squeezed = squeeze(text, lexicon.characters, false);
  return unsqueezed(scanFigures(squeezed.text, lexicon, { numbers, loose }), squeezed);
}
