import type { PrefixIndex } from '../dictionary/index.ts';
import { type Stretch, trimmed } from './clause.ts';
import type { RelateLexicon, Sentence } from './relate-context.ts';
import { schemeOfRows } from './scheme.ts';

/** Announces rows of places in words: 分省名单如下, 各省分别是, 具体包括. */
const ANNOUNCES_ROWS = /(?:如下|如次|名单|分别[是为]|具体[是为]|包括|即)[）)》。：:]*$/u;
/** Says that a list follows, and not what it is a list of: 分省名单, 试点, 试点县名单. */
const ONLY_LIST =
  /^(?:首批|第?[一二三四五六七八九十]+批|最终|具体|分省|各省|各地|入选|上述|先行|有关)*(?:试点|示范|名单|情况|分布|省份|省市|地区|城市|单位|县|市|区|州|旗|（[^（）]{1,8}）)+(?:名单|情况)?$/u;
/** What leads into the title of a notice: 关于确定. */
const TITLE_OPENS =
  /^(?:[^，。；]{0,24}?关于)?(?:进一步|联合|同意|再次)?(?:公布|发布|印发|下达|下发|确定|批准|认定|命名|公示|增补|选择|选定|遴选|调整|组织|开展|启动|实施|做好|推进|设立|建设|扩大|新增)*/u;
/** What ends such a title. */
const TITLE_ENDS =
  /(?:(?:的)?(?:名单)?(?:的)?(?:通知|通告|公告|公示|决定|批复|复函|函|通报|意见|方案)|名单)(?:（[^（）]{1,16}）)?$/u;
/** No title is longer, in UTF-16 units. */
const LONGEST_TITLE = 80;

/**
 * The scheme whose rows a sentence announces. Where it says no more than 名单如下, the sentence before says of what
 * (选择部分县开展医改试点), else the title of the document (关于确定医改试点县的通知).
 */
export function announcedScheme(
  text: string,
  lexicon: RelateLexicon,
  sentence: Sentence,
  before: Sentence | undefined,
  title: Sentence | undefined,
): Stretch | undefined {
  const own = schemeOfRows(text, lexicon, sentence);
  if (own !== undefined && !isOnlyList(text, own)) return own;
  if (
    own === undefined &&
    !ANNOUNCES_ROWS.test(text.slice(Math.max(sentence.start, sentence.end - 12), sentence.end))
  )
    return undefined;
  const earlier = before === undefined || before === title ? undefined : schemeOfRows(text, lexicon, before);
  if (earlier !== undefined && !isOnlyList(text, earlier)) return earlier;
  return (title === undefined || title === sentence ? undefined : titledScheme(text, lexicon, title)) ?? own;
}

function isOnlyList(text: string, { start, end }: Stretch): boolean {
  return ONLY_LIST.test(text.slice(start, end));
}

/** 医改试点县 of 关于确定医改试点县的通知. */
function titledScheme(text: string, { projects }: RelateLexicon, title: Sentence): Stretch | undefined {
  if (title.end - title.start > LONGEST_TITLE) return undefined;
  const whole = trimmed(text, title);
  const words = text.slice(whole.start, whole.end);
  const end = whole.start + (TITLE_ENDS.exec(words)?.index ?? words.length);
  const start = whole.start + TITLE_OPENS.exec(words)![0].length;
  const scheme = { start, end };
  return end - start > 3 && holds(text, projects.pilot, scheme) && !isOnlyList(text, scheme)
    ? scheme
    : undefined;
}

function holds(text: string, words: PrefixIndex<true>, { start, end }: Stretch): boolean {
  for (let at = start; at < end; at++) {
    const word = words.at(text, at)?.word;
    if (word !== undefined && at + word.length <= end) return true;
  }
  return false;
}
