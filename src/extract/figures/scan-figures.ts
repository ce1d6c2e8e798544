import { placesWith } from '../beginnings.ts';
import type { Figure } from './figure.ts';
import type { FigureLexicon } from './lexicon.ts';
import { type ReadOptions, readFigure, standsAlone } from './read-figure.ts';
import { figuresOfSharedUnit, mayEndList } from './shared-unit.ts';

/**
 * Reads every figure of a text: one pass, keyed on the characters with which one can begin. Ascending and disjoint.
 *
 * @param places where figures may begin, where that is known already; UTF-16 units of the text
 */
export function scanFigures(
  text: string,
  lexicon: FigureLexicon,
  options: ReadOptions = {},
  places = placesWith(lexicon.starts, text),
): Figure[] {
  const figures: Figure[] = [];
  let free = 0;
  let from = 0;
  for (const at of places) {
    if (at < from || (!options.numbers && standsAlone(text, at, lexicon))) continue;
    const { figure, next } = readFigure(text, at, free, lexicon, options);
    if (figure !== undefined) {
      if (mayEndList(text, figure))
        for (const one of figuresOfSharedUnit(text, figure, free)) figures.push(one);
      figures.push(figure);
      free = figure.end;
    }
    from = next;
  }
  return figures;
}
