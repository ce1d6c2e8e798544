import { nameBits } from '../name-marks.ts';
import type { Figure } from './figure.ts';
import type { FigureLexicon } from './lexicon.ts';
import { type ReadOptions, readFigure } from './read-figure.ts';

/** Reads every figure of a text: one pass, keyed on the characters with which one can begin. Ascending and disjoint. */
export function scanFigures(
  text: string,
  lexicon: FigureLexicon,
  options: ReadOptions = {},
  nameMarks?: Uint8Array,
): Figure[] {
  const { starts } = lexicon;
  const figures: Figure[] = [];
  let free = 0;
  for (let i = 0; i < text.length; ) {
    if ((nameMarks === undefined ? starts[text.charCodeAt(i)] : nameMarks[i] & nameBits.figures) === 0) {
      i++;
      continue;
    }
    const { figure, next } = readFigure(text, i, free, lexicon, options);
    if (figure !== undefined) {
      figures.push(figure);
      free = figure.end;
    }
    i = next;
  }
  return figures;
}
