import type { Edit } from '../../alignment/index.ts';
import { straySpaces } from '../../clean/index.ts';

/** Spaces between Han characters were judged by `clean`, which knows lists of names. */
const judged = { holds: () => true };

/**
 * Takes out spaces that became stray when the mark beside them was given its full width: `clean` keeps a space
 * beside a half-width mark, and would take it out the next time.
 */
export function closeSpaces(text: string): Edit[] {
  return straySpaces(text, 'keep', judged)
    .filter(({ insert }) => insert === '')
    .map((edit) => ({ ...edit, rule: 'close-spaces' }));
}
