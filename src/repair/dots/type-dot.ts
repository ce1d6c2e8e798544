import { COLON, LIST_COMMA, MARKS, NONE, QUESTION, SEMICOLON, STOP } from '../network/marks.ts';
import { type Dot, type DotContext, probabilityOf, type Reading } from './dot.ts';

/** How sure the model must be that a text goes on after its last mark. */
const CUT_OFF = 0.8;

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
    const probability = probabilityOf(context, dot, mark);
    // What ends the whole text ends a sentence, but for a text that was cut off for sure: in a list, or before one.
    if (dot.at + 1 >= context.end && mark !== STOP && mark !== QUESTION && mark !== NONE) {
      if (probability < CUT_OFF || (mark !== COLON && mark !== SEMICOLON)) continue;
    }
    if (probability > probabilityOf(context, dot, best)) best = mark;
  }
  const confidence = probabilityOf(context, dot, best);
  return { insert: MARKS[best], confidence: Math.min(1, Math.max(confidence, 0.01)) };
}
