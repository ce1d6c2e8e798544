import type { Comparator } from '../../document/index.ts';
import type { FigureLexicon } from './lexicon.ts';
import { Kind } from './numerals.ts';
import { followsAbout } from './read-numeral.ts';

/** What may stand between a word of comparison and its figure: 超过了80%, 约为50%, 接近于六成. */
const LINKS = '了为是有达到占于在计';

/**
 * Reads what the text around a figure says of it: 近80%, 80%以上, 约80%左右. The words stay outside the figure.
 *
 * A word before and a word after agree or add up: 超过80%左右 is approximate, 约80%以上 at least that much.
 */
export function readComparator(
  text: string,
  start: number,
  end: number,
  { characters, comparatorsBefore, comparatorsAfter, guards }: FigureLexicon,
): Comparator {
  const first = characters.kinds[text.charCodeAt(start)];
  // 上百家 are at least a hundred.
  if (
    text[start - 1] === '上' &&
    (first === Kind.Unit || first === Kind.Section) &&
    followsAbout(text, start)
  )
    return 'ge';
  const after = guards.at(text, end) ? undefined : comparatorsAfter.at(text, skipSpace(text, end))?.value;
  if (after !== undefined) return after;
  let at = start;
  for (let links = 0; links <= 2; links++) {
    const before = comparatorsBefore.before(text, at)?.value;
    if (before !== undefined) return before;
    if (at === 0 || !LINKS.includes(text[at - 1])) break;
    at--;
  }
  return 'eq';
}

function skipSpace(text: string, at: number): number {
  return text.charCodeAt(at) === 0x20 ? at + 1 : at;
}
