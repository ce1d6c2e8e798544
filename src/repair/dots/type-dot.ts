import { LIST_COMMA, MARKS, NONE, QUESTION, STOP } from '../network/marks.ts';
import { type Dot, type DotContext, probabilityOf, type Reading } from './dot.ts';

/**
 * Says which mark a dot stands for: the likeliest of the model's, with its probability.
 *
 * @param whereNone true where the dot also stands for a sign or a title, so that there may be no mark at all
 * @param listed false where it can't be the 、 of a list
 */
export function typeDot(context: DotContext, dot: Dot, whereNone = false, listed = true): Reading {
  let best = STOP;
  for (let mark = 0; mark < MARKS.length; mark++) {
    if ((mark === NONE && !whereNone) || (mark === LIST_COMMA && !listed)) continue;
    // What ends the whole text ends a sentence.
    if (dot.at + 1 >= context.end && mark !== STOP && mark !== QUESTION && mark !== NONE) continue;
    if (probabilityOf(context, dot, mark) > probabilityOf(context, dot, best)) best = mark;
  }
  const confidence = probabilityOf(context, dot, best);
  return { insert: MARKS[best], confidence: Math.min(1, Math.max(confidence, 0.01)) };
}
