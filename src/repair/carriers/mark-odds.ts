import type { Dictionaries } from '../../dictionary/index.ts';
import { gapProbabilities } from '../bare/gap-model.ts';
import { gapModel } from '../network/load-model.ts';
import { NONE, OUTPUTS } from '../network/marks.ts';

/**
 * How often a space or a line break stands where no mark was, in text whose marks they carry: one in 250. With it
 * a gap of which the model is unsure is a mark, and one inside a word is not.
 */
const STRAY = 0.004;

/**
 * The probability that a mark was lost before each unit of `[start, end)`, by UTF-16 index in the text: what the
 * model of gaps says of the text without its carriers, given that a carrier stands there.
 */
export function carriedMarks(
  text: string,
  start: number,
  end: number,
  dictionaries: Dictionaries,
): ReadonlyMap<number, number> {
  const { count, place, values } = gapProbabilities(gapModel(dictionaries), text, start, end);
  const found = new Map<number, number>();
  for (let i = 0; i < count; i++) {
    const mark = 1 - values[i * OUTPUTS + NONE];
    found.set(place[i], mark / (mark + (1 - mark) * STRAY));
  }
  return found;
}
