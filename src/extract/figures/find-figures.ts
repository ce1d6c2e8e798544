import { type Dictionaries, defaultDictionaries } from '../../dictionary/index.ts';
import type { Figure } from './figure.ts';
import { figureLexicon } from './lexicon.ts';
import { readFigure } from './read-figure.ts';

export interface FigureOptions {
  readonly dictionaries?: Dictionaries;
}

/** Finds the figures of a text: one pass, keyed on the characters of numerals. Ascending and disjoint. */
export function findFigures(
  text: string,
  { dictionaries = defaultDictionaries() }: FigureOptions = {},
): Figure[] {
  const lexicon = figureLexicon(dictionaries);
  const { starts } = lexicon;
  const figures: Figure[] = [];
  for (let i = 0; i < text.length; ) {
    if (starts[text.charCodeAt(i)] === 0) {
      i++;
      continue;
    }
    const { figure, next } = readFigure(text, i, lexicon);
    if (figure !== undefined) figures.push(figure);
    i = next;
  }
  return figures;
}
