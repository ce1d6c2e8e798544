import type { DotContext, Reading } from './dot.ts';

/** Clauses as short as this stand in lists more often than alone. */
const SHORT = 8;

/**
 * Says which mark each dot of a passage stands for.
 *
 * Short clauses of like length in a row are a list (、), a clause that begins with a word that opens sentences
 * comes after 。, the last dot is 。, and everything else is ，, the commonest mark.
 */
export function typeDots({ text, passage, dots }: DotContext): Reading[] {
  return dots.map(({ at, clauseStart, clauseEnd }) => {
    if (at + 1 >= passage.end) return { insert: '。', confidence: 0.98 };
    const left = at - clauseStart;
    const right = clauseEnd - at - 1;
    if (left <= SHORT && right <= SHORT && Math.abs(left - right) <= 2)
      return { insert: '、', confidence: 0.7 };
    return OPENERS.some((word) => text.startsWith(word, at + 1))
      ? { insert: '。', confidence: 0.7 }
      : { insert: '，', confidence: 0.6 };
  });
}

const OPENERS = ['20', '19', '在', '目前', '当前', '随着', '通过', '因此', '但', '为', '从'];
