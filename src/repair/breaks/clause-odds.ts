import type { Dictionaries } from '../../dictionary/index.ts';
import { gapProbabilities } from '../bare/gap-model.ts';
import { isOneOf } from '../characters.ts';
import { gapModel } from '../network/load-model.ts';
import { NONE, OUTPUTS } from '../network/marks.ts';

/** Odds are taken to be no larger, as logarithms. */
const LARGE = 7;
const MARKS = '，。；：、！？';

/**
 * The logarithm of the odds that a clause ends in each of `gaps`, as the model of gaps sees the line without its marks.
 *
 * @param start where the line begins, its number included; UTF-16 units of the text, as all places here
 * @param from where its number ends
 * @param end how far is looked
 * @param gaps places behind `from`, ascending; beyond `end`, and before a mark, no clause ends for the model
 */
export function clauseOdds(
  text: string,
  start: number,
  from: number,
  end: number,
  gaps: readonly number[],
  dictionaries: Dictionaries,
): number[] {
  let bare = '';
  const places = gaps.map(() => -1);
  let next = 0;
  // Where the stretch without marks begins that the scan is in.
  let open = start;
  for (let at = from; at < end; at++) {
    const isGap = next < gaps.length && gaps[next] === at;
    if (isGap) next++;
    if (isOneOf(MARKS, text, at)) {
      bare += text.slice(open, at);
      open = at + 1;
    } else if (isGap) places[next - 1] = bare.length + at - open;
  }
  bare += text.slice(open, end);
  const odds = oddsOf(bare, dictionaries);
  return places.map((place) => (place < 0 ? -LARGE : odds[place]));
}

const KNOWN = Symbol('odds of clauses in lines looked at lately');
/** So many lines are remembered. */
const MOST = 256;

/** The odds at each UTF-16 index of a line without marks. The rules of breaks run until nothing changes, and ask again of the same lines. */
function oddsOf(bare: string, dictionaries: Dictionaries): Float64Array {
  const known = dictionaries.derived(KNOWN, () => new Map<string, Float64Array>());
  let odds = known.get(bare);
  if (odds !== undefined) return odds;
  odds = new Float64Array(bare.length).fill(-LARGE);
  const { count, place, values } = gapProbabilities(gapModel(dictionaries), bare, 0, bare.length);
  for (let i = 0; i < count - 1; i++) {
    const none = values[i * OUTPUTS + NONE];
    odds[place[i]] = Math.max(-LARGE, Math.min(LARGE, Math.log((1 - none) / none)));
  }
  if (known.size >= MOST) known.clear();
  known.set(bare, odds);
  return odds;
}
