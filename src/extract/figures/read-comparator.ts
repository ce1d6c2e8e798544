import type { SuffixIndex } from '../../dictionary/index.ts';
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
  const after =
    guards.at(text, end)?.value === true ? undefined : comparatorsAfter.at(text, skipSpace(text, end))?.value;
  if (after !== undefined) return after;
  let at = start;
  for (let links = 0; links <= 2; links++) {
    const before = comparatorsBefore.before(text, at)?.value;
    if (before !== undefined) return before;
    if (at === 0 || !LINKS.includes(text[at - 1])) break;
    at--;
  }
  return text[start - 1] === '的' ? comparatorOfBase(text, start - 1, comparatorsBefore) : 'eq';
}

/** How far before its figure, in UTF-16 units, a word of comparison may stand when what it is a share of is between. */
const BASE_REACH = 24;
/** 占 makes a comparator of one character sure: 约占总数的三成. */
const SHARE = '占为是';

/** Limits that are said of a share of something: 补贴最高为售价的13%. Without a base they are mostly what was measured. */
const LIMITS: ReadonlyMap<string, Comparator> = new Map([
  ['最高为', 'le'],
  ['最多为', 'le'],
  ['最低为', 'ge'],
  ['最少为', 'ge'],
]);

/**
 * The word of comparison before what a share is of: 不足主营业务收入的0.5%, 超过全国总量的四成. It stands in the
 * figure's clause with no other figure between, and is no single character that can end or begin other words.
 */
function comparatorOfBase(text: string, end: number, words: SuffixIndex<Comparator>): Comparator {
  const limit = Math.max(0, end - BASE_REACH);
  for (let at = end - 1; at > limit && !BREAKS.test(text[at - 1]); at--) {
    const found = words.before(text, at);
    const bound = LIMITS.get(text.slice(at - 3, at));
    if (bound !== undefined) return bound;
    if (found === undefined) {
      // 低于平均水平的企业占样本的12%: what stands before 占 is of something else.
      if (text[at - 1] === '占' && words.before(text, at - 1) === undefined) break;
      continue;
    }
    const { word, value } = found;
    const sure = word.length > 1 || SHARE.includes(text[at]) || SHARE.includes(text[at - 2] ?? '。');
    if (sure && value !== 'eq') return value;
    // 节约 ends here, and 约 in it is none.
    at -= word.length - 1;
  }
  return 'eq';
}

/** Where a clause ends, 的 and digits: a comparator before them is of another figure or thing. */
const BREAKS = /[的，。；：！？、,;:!?\s\d（）()《》“”]/u;

function skipSpace(text: string, at: number): number {
  return text.charCodeAt(at) === 0x20 ? at + 1 : at;
}
