import type { Clues } from './guess-tag.ts';
import type { Vocabulary } from './lexicon.ts';
import { posIndex } from './pos-tags.ts';

/** The geometric mean of bonds from which two or three characters are taken for a word. */
const BOND = 0.8;
/** By the number of characters, what their bonds must make together. */
const BONDS = [0, 1, 2, 3].map((length) => BOND ** length);
/** The same for a name of two characters, behind a surname. */
const BOND_OF_SHORT_NAME = 0.77;
/** The same for a name of three. */
const BOND_OF_NAME = 0.5;
const SHORT_NAME = BOND_OF_SHORT_NAME ** 2;
const NAME = BOND_OF_NAME ** 3;
/** Surnames that are a word of grammar first (和, 向, 于) begin a name of three only by accident. */
const GRAMMAR = new Set(['c', 'p', 'uj'].map(posIndex));

/**
 * Says whether characters that the engine's model of new words put together are a word.
 *
 * The model joins too much: 有|过, 更|大. A character's bond is the share of its occurrences that lie within longer
 * words (有 .4, 葡 1); a new word needs characters of a high bond, or a surname at its head. The bounds were set on the first
 * halves of two test sets, and hold on the second.
 */
export function isNewWord(
  text: string,
  from: number,
  to: number,
  { bonds, surnames, words }: Vocabulary & Clues,
): boolean {
  const length = to - from;
  if (length > 3) return true;
  let product = 1;
  for (let at = from; at < to; at++) product *= bonds[text.charCodeAt(at)];
  // What decides whatever the first character is comes before that: to look it up takes longer.
  if (length === 2 && product > BONDS[2]) return true;
  if (length > 1 && product <= (length === 2 ? SHORT_NAME : NAME)) return false;
  if (surnames.has(text[from])) {
    if (length === 2) return product > SHORT_NAME;
    return !GRAMMAR.has(words.find(text, from, from + 1)) && product > NAME;
  }
  return product > BONDS[length];
}
