import { type SuffixIndex, unitTable } from '../../dictionary/index.ts';
import type { Comparator } from '../../document/index.ts';
import type { FigureLexicon } from './lexicon.ts';
import { Kind } from './numerals.ts';
import { followsAbout } from './read-numeral.ts';

/** What may stand between a word of comparison and its figure: 超过了80%, 约为50%, 接近于六成. */
const LINKS = unitTable('了为是有达到占于在计');

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
  const short = text[end] === '不' ? SHORT_OF.exec(text.slice(end, end + 6)) : null;
  if (short !== null) return short[0] === '不止' ? 'gt' : 'lt';
  if (MOST_ENDS[text.charCodeAt(start - 1)] === 1) {
    const ahead = text.slice(Math.max(0, start - 12), start);
    if (ahead.includes('最高') && MOST_BEFORE.test(ahead)) return 'le';
  }
  const after =
    guards.at(text, end)?.value === true ? undefined : comparatorsAfter.at(text, skipSpace(text, end))?.value;
  if (after !== undefined) return after;
  let at = start;
  for (let links = 0; links <= 2; links++) {
    const before = comparatorsBefore.before(text, at)?.value;
    if (before !== undefined) return before;
    if (LINKS[text.charCodeAt(at - 1)] !== 1) break;
    at--;
  }
  return text[start - 1] === '的' ? comparatorOfBase(text, start - 1, comparatorsBefore) : 'eq';
}

/** 68%不到, 三成不足: after a figure where a clause ends or goes on from it; 10%不到位 is none. */
const SHORT_OF =
  /^(?:不到|不足|不满)(?=[，。；、：！？）)\s的]|$|提高|增[长加至到]|上升|提升|下降|降[至到低]|升[至到]|扩大)|^不止/u;

/** 每台最高25万元, 最高补2万元: what is given at most. */
const MOST_BEFORE =
  /(?:(?:每(?![股吨克斤桶])[一-鿿]{1,3}|单个[一-鿿]{0,4}|一次性|累计|年度|奖补|补助|补贴|资助|奖励|给予|可)最高|最高(?:可|不得?|给予|予以)?(?:补助|补贴|奖补|奖励|资助|支持|补|奖|贷|获))(?:给予|补助|补贴|奖补|奖励|资助|补|奖|达|为)?$/u;

/** The last characters of that. */
const MOST_ENDS = unitTable('高助贴补励持奖贷获予达为');

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
