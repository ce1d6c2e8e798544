import { isSpace } from './character-kinds.ts';

/** The spaces of a text, and how many marks stand beside them. */
export interface Spaces {
  /** UTF-16 index of each, ascending. */
  readonly at: readonly number[];
  /** How many of them are of a kind that can stand for a mark. */
  readonly carriers: number;
  /** How many commas and stops the text has. */
  readonly marks: number;
}

let known = '';
let spaces: Spaces = { at: [], carriers: 0, marks: 0 };

/**
 * Finds the spaces of a text, in one pass for all that ask about them: most texts have few. The last answer is kept, as several
 * rules ask about one text, one after another.
 */
export function spacesOf(text: string): Spaces {
  if (text === known) return spaces;
  const at: number[] = [];
  let carriers = 0;
  let marks = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0x3002 && unit < 0xff0c) continue;
    if (unit === 0xff0c || unit === 0x3002) marks++;
    else if (isSpace(unit)) {
      at.push(i);
      if (unit === 0x20 || unit === 0x3000 || unit === 0xa0) carriers++;
    }
  }
  known = text;
  spaces = { at, carriers, marks };
  return spaces;
}
