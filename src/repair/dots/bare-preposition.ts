import { BREAK, FIGURE, MARK } from '../symbols.ts';

/** Prepositions that want their object right behind them. 依据 and 结合 are nouns and verbs too, and not among them. */
const PREPOSITIONS = ['根据', '按照', '依照', '遵照', '围绕', '参照', '对照'].map((word) => [
  word.charCodeAt(0),
  word.charCodeAt(1),
]);
/** What may stand before a preposition at the start of a clause, marks and line breaks apart: 应当, 必须, 须, 要, 并, 为. */
const LEADS = new Set([...'当须要并为'].map((word) => word.charCodeAt(0)));
/** What can't begin an object: 的 和 与 及 等. */
const NO_OBJECT = new Set([...'的和与及等'].map((word) => word.charCodeAt(0)));

/**
 * True where a preposition at the start of a clause has no object, as in 按照的部署: whatever else the words around
 * say, a title stood there.
 *
 * @param at index into the symbols, of what follows the preposition
 */
export function isBarePreposition(symbols: Uint16Array, at: number): boolean {
  const first = symbols[at - 2];
  const second = symbols[at - 1];
  if (!PREPOSITIONS.some((word) => word[0] === first && word[1] === second)) return false;
  const lead = symbols[at - 3];
  if (lead !== MARK && lead !== BREAK && !LEADS.has(lead)) return false;
  const next = symbols[at];
  // 1.根据. is a heading.
  return NO_OBJECT.has(next) || (next === MARK && symbols[at - 4] !== FIGURE);
}
