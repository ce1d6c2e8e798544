import { textSpan } from '../alignment/index.ts';
import { unitTable } from '../dictionary/index.ts';
import type { MembershipRelation } from '../document/index.ts';
import { announcedScheme } from './announced-scheme.ts';
import { isClauseMark, type Stretch } from './clause.ts';
import { afterEtCetera } from './entity-list.ts';
import { namedWithPlaces } from './named-with-places.ts';
import { type PlaceList, placeListsOf } from './place-list.ts';
import type { RelateContext, RelateLexicon, Sentence } from './relate-context.ts';
import { isChosenBefore, schemeAfter, schemeBefore, schemeOfHeading, titleAfter } from './scheme.ts';

/** A scheme and the places found under it so far. */
interface OpenScheme {
  readonly scheme: Stretch;
  readonly members: string[];
}

/** One place by itself is a member where this follows it: 北京市被列为. */
const CHOSEN =
  /^(?:已|也|均)?(?:被)?(?:列为|列入|确定为|评为|认定为|选为|批准为|命名为|纳入|入选|获批|成为|(?:率先|先行|首先|首批|先期)(?:开展|进行|启动|实施|试点))/u;
/** After a group of places, of which only some are chosen. */
const CHOSEN_WITHIN =
  /^(?:范围)?[内中里]?(?:各|分别|先后|共|再|已)?(?:选择|选取|选定|选出|选派|遴选|挑选|抽取|确定)/u;
/** After this the rows of a list follow. */
const ROWS_FOLLOW = /(?:如下|如次|名单|分别[是为]|具体[是为]|[：:])[）)》。：:]*$/u;
/** The last characters of that: what most sentences end with has none of them before it. */
const ROWS_FOLLOW_ENDS = unitTable('下次单是为：:');
const ROWS_FOLLOW_CLOSES = unitTable('）)》。');
/** What follows is named already: 在下列县（市、区）开展…试点。 */
const FOLLOWING = /(?:下列|以下|下述)[^，。；]{0,16}(?:省|市|县|区|旗|州|地区|城市|单位)/u;
const FOLLOWING_BEGINS = /下列|以下|下述/gu;
/** How far before its end a sentence may say that rows follow, in UTF-16 units. */
const REACH = 64;
/** More words than these beside its places, per place, make a row a sentence. */
const ROW_WORDS = 6;

/** Finds lists of places under a scheme: 北京、上海等18个地区被确定为首批…试点, and rows after …名单如下. */
export function findMemberships(context: RelateContext, lexicon: RelateLexicon): MembershipRelation[] {
  const { text, entities } = context;
  const found: OpenScheme[] = [];
  let rows: OpenScheme | undefined;
  let before: Sentence | undefined;
  const [title] = context.sentences;
  const announcements = new Announcements(text);
  for (const sentence of context.sentences) {
    const lists = placeListsOf(text, entities, sentence);
    if (rows !== undefined && lists.length > 0 && isRow(text, sentence, lists)) {
      if (rows.members.length === 0) found.push(rows);
      rows.members.push(...lists.flatMap(idsOf));
      before = sentence;
      continue;
    }
    const heading = lists.length === 0 ? schemeOfHeading(text, lexicon, sentence) : undefined;
    if (heading !== undefined) {
      rows = { scheme: heading, members: [] };
      before = sentence;
      continue;
    }
    let open: OpenScheme | undefined;
    for (let index = 0; index < lists.length; index++) {
      const list = lists[index];
      const scheme = schemeOf(text, lexicon, list, untilNext(text, sentence, lists[index + 1]));
      if (scheme === undefined) continue;
      if (open === undefined || open.scheme.start !== scheme.start) {
        open = { scheme, members: [] };
        found.push(open);
      }
      open.members.push(...idsOf(list));
    }
    const announced = open === undefined && announcements.has(sentence);
    const scheme = announced ? announcedScheme(text, lexicon, sentence, before, title) : undefined;
    if (scheme !== undefined) rows = { scheme, members: [] };
    else if (lists.length > 0 || sentence.end - sentence.start > HEADING) rows = undefined;
    before = sentence;
  }
  return found.map(({ scheme, members }) => ({
    type: 'membership',
    scheme: { text: text.slice(scheme.start, scheme.end), span: textSpan(scheme.start, scheme.end) },
    members,
  }));
}

function schemeOf(
  text: string,
  lexicon: RelateLexicon,
  list: PlaceList,
  sentence: Sentence,
): Stretch | undefined {
  const named = namedWithPlaces(text, list, sentence);
  if (named !== undefined) return named;
  const from = afterEtCetera(text, list.end);
  // 在18个省选择部分县: chosen are some of what lies there.
  if (
    list.members.length === 1 &&
    list.members[0].type === 'region-group' &&
    CHOSEN_WITHIN.test(text.slice(from, from + 8))
  )
    return undefined;
  // 北京9月9日 counts no places.
  const alone = list.members.length < 2 && /^[\d一二三四五六七八九十]*$/u.test(text.slice(list.end, from));
  // 在京津冀开展: a group is several places, where the words before choose it.
  const chosen =
    CHOSEN.test(text.slice(from, from + 8)) ||
    titleAfter(text, lexicon, list, from, sentence.end) !== undefined ||
    (list.members[0].type === 'region-group' && isChosenBefore(text, list.start));
  if (alone && !chosen) return undefined;
  return (
    schemeAfter(text, lexicon, list, from, sentence, alone) ??
    (alone ? undefined : schemeBefore(text, lexicon, list.start, sentence))
  );
}

/** The sentence up to where another list opens a clause, whose words are that list's: 四川要先行，|绵阳、宝鸡列为示范点. */
function untilNext(text: string, sentence: Sentence, next: PlaceList | undefined): Sentence {
  return next !== undefined && isClauseMark(text, next.start - 1)
    ? { ...sentence, end: next.start }
    : sentence;
}

/** Tells which sentences of a text say that rows follow: those that end in 如下： or are the head of a list. */
class Announcements {
  readonly #text: string;
  /** Where words stand that may begin what is named already, ascending. */
  readonly #begins: readonly number[];
  #next = 0;

  constructor(text: string) {
    this.#text = text;
    this.#begins = Array.from(text.matchAll(FOLLOWING_BEGINS), ({ index }) => index);
  }

  /** Ask in text order. */
  has({ start, end }: Sentence): boolean {
    const text = this.#text;
    let last = end - 1;
    while (last > start && ROWS_FOLLOW_CLOSES[text.charCodeAt(last)] === 1) last--;
    if (
      ROWS_FOLLOW_ENDS[text.charCodeAt(last)] === 1 &&
      ROWS_FOLLOW.test(text.slice(Math.max(start, end - 8), end))
    )
      return true;
    const from = Math.max(start, end - REACH);
    while (this.#next < this.#begins.length && this.#begins[this.#next] < from) this.#next++;
    return (
      this.#next < this.#begins.length &&
      this.#begins[this.#next] < end &&
      FOLLOWING.test(text.slice(from, end))
    );
  }
}

/** Rows go on over a heading between them that is no longer, in UTF-16 units: 一、东部地区, 附件. */
const HEADING = 12;

/** True where a sentence is little but places. */
function isRow(text: string, { start, end }: Sentence, lists: readonly PlaceList[]): boolean {
  let words = 0;
  let at = start;
  let places = 0;
  for (const list of lists) {
    words += hanBetween(text, at, list.start);
    places += list.members.length;
    at = list.end;
  }
  words += hanBetween(text, at, end);
  return words <= ROW_WORDS * Math.max(1, places / 2);
}

function hanBetween(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x4e00 && code <= 0x9fff) count++;
  }
  return count;
}

function idsOf({ members }: PlaceList): string[] {
  return members.map(({ id }) => id);
}
