import { type PrefixIndex, unitTable } from '../dictionary/index.ts';
import { clauseAround, clauseEnd, type Stretch, trimmed } from './clause.ts';
import { NUMBERING } from './clause-shapes.ts';
import type { RelateLexicon, Sentence } from './relate-context.ts';
import { subjectBefore } from './subject.ts';

/** How far from a list, in UTF-16 units, the scheme that it belongs to may stand. */
const REACH = 120;
/** Chooses what follows: 在北京开展, 将山东纳入. */
const CHOSEN_BEFORE = /(?:在|选择|选取|选定|确定|将|把|对|支持|同意|批准|于|选|以|依托|授权|允许|推荐)$/u;
/** What stands between a list and the words of its scheme: 等地, 三市, 被确定为, 作为. */
const AFTER_LIST =
  /^(?:[^，。；]{0,6}?(?:地区|城市|省份|省市|地|市|省|县|区|家|个))?(?:均|都|也|已|先后|率先|一并|分别|共同)*(?:被|获批|获准)*(?:作|成)?(?:为|是)?/u;
/** A scheme that does not say of what: 试点工作. */
const BARE =
  /^(?:首批|第[一二三四五]批|全国|国家|了)*(?:先行|改革)?(?:试点|试验|示范)(?:工作|范围|地区|城市|省份|省|市|单位|任务|探索|示范|名单)?$/u;
/** Words that an undertaking is brought forward with, before its name. */
const FURTHERS =
  /^(?:为|进一步|积极|稳步|全面|加快|持续|扎实|有序)*(?:推进|推动|深化|探索|实施|推行|开展|落实|完善|建立|健全|促进|加快|支持)?(?:开展|建立|实行|实施)?/u;
/** Leads to a list from an earlier clause: …综合试点，此后又增加了. */
const ADDS =
  /(?:包括|有|为|是|分别|增加了?|新增|扩展到|扩大到|扩展至|扩大至|覆盖|涉及|即|如|选择|确定)$|[：:（(]$/u;
/** Opens the sentence or heading that announces a list. */
const ANNOUNCES = /^(?:附件\d*[：:]?|现将|兹将|关于(?:公布|发布|印发|下达|同意)?)/u;
/** Says that places were not chosen. */
const DENIED =
  /(?:无|没有|未|不|暂缓|取消|退出|移出)(?:被|有|获|再|予)?(?:列入|纳入|确定|选)?[为入]?(?:[本该此首]|第[一二三四五])?[批轮次期]?(?:国家|省级|全国)?$/u;
/** A sum or a share of something. */
const MEASURED = /\d[\d.,]*(?:[万亿]+元?|元|[%％])/u;
/** What has to do with a pilot and is none: 试点工作座谈会. */
const OTHER = /(?:会议?|督查|检查|督导|调研|协议|经验|培训班?|论坛|研讨|汇报|验收|评估)$/u;
/** A list of four things or more. */
const LISTS = /、[^、]+、[^、]+、/u;
/** Leads from a scheme to its list. */
const LEADS_TO_LIST =
  /(?:包括|有|为|是|即|在|由|分别|主要|增加了?|新增|扩展到|扩大到|扩展至|扩大至|覆盖|如下|公布|名单|落户|落地|落在|选在|设在|选择|选定|确定|花落|启动|共?[\d一二三四五六七八九十]+个|（[^（）]{1,12}）|[：:])+$/u;

/**
 * …被确定为全国首批…试点示范地区: what a list of places before it belongs to.
 *
 * @param from where the words after the list begin: 等18个地区 is of the list
 */
export function schemeAfter(
  text: string,
  lexicon: RelateLexicon,
  list: Stretch,
  from: number,
  sentence: Sentence,
  single: boolean,
): Stretch | undefined {
  const { projects } = lexicon;
  const limits = { start: from, end: Math.min(sentence.end, from + REACH) };
  const title = titleAfter(text, lexicon, list, from, limits.end);
  if (title !== undefined) return title;
  const pilot = firstOf(text, projects.pilot, limits);
  if (pilot === undefined) return undefined;
  // 尚无入选单位, 未列入试点.
  if (DENIED.test(text.slice(Math.max(from, pilot.start - 10), pilot.start))) return undefined;
  const clause = clauseAround(text, pilot.start, limits);
  // A single place is chosen in its own clause; a list may be in the one before: 在深圳、天津，开展…试点.
  const own = clauseEnd(text, from, limits.end);
  if (clause.start > own + 1 || (clause.start > own && single)) return undefined;
  const word = text.slice(pilot.start, pilot.end);
  // 入选 chooses, and what it chooses for need not say that it is a pilot.
  if (projects.chooses.at(text, pilot.start)?.word === word) {
    const rest = trimmed(text, { start: pilot.end, end: clause.end });
    return COUNTS.test(text.slice(rest.start, rest.end)) ? undefined : nonEmpty(rest);
  }
  const chosen = firstChoosing(text, projects.chooses, { start: clause.start, end: pilot.start });
  const isChosen =
    chosen !== undefined || CHOSEN_BEFORE.test(text.slice(Math.max(0, list.start - 2), list.start));
  const start = chosen ?? clause.start + AFTER_LIST.exec(text.slice(clause.start, pilot.start))![0].length;
  if (!isChosen && start !== pilot.start && !isCalled(text, clause.start, start)) return undefined;
  const scheme = trimmed(text, withoutParticle(text, { start, end: clause.end }));
  if (scheme.end <= scheme.start) return undefined;
  // 三个地方试点累计成交额逾80亿元 tells of pilots, and who is one by the way.
  const words = text.slice(scheme.start, scheme.end);
  if (OTHER.test(words) || (!isChosen && MEASURED.test(words))) return undefined;
  if (!BARE.test(words)) return scheme;
  return (
    pilotedBefore(text, lexicon, list, sentence) ?? named(text, lexicon, list, clause.end, sentence) ?? scheme
  );
}

/** What a list of places is named as: 全国文明城市 after 被评为, 获评, 将…列为; it need not say that it is a pilot. */
export function titleAfter(
  text: string,
  { projects }: RelateLexicon,
  list: Stretch,
  from: number,
  limit: number,
): Stretch | undefined {
  const end = clauseEnd(text, from, limit);
  const start = afterNaming(text, projects.names, from, end) ?? afterNamedAs(text, list.start, from, end);
  if (start === undefined) return undefined;
  const title = trimmed(text, withoutParticle(text, { start, end }));
  const words = text.slice(title.start, title.end);
  const stands = words.length >= SHORTEST_TITLE && !ORDINARY.test(words) && !COUNTS.test(words);
  return stands ? title : undefined;
}

/** Things of places, and how many: 企业共12家, 规划的项目有12个. */
const COUNTS = /\d+(?:[.,]\d+)*(?:[万亿]?[个家所项人件条名座处户宗起元%％])/u;
/** No title is shorter, in UTF-16 units. */
const SHORTEST_TITLE = 4;
/** What places are called without being named as anything: 重点地区. */
const ORDINARY = /^(?:重点|主要|目标|依托|基础|核心|突破口|抓手|标准|[高中低]风险|特[大重]|[一二三四五]级)/u;
/** Between a list and the word that names it: 三市, 日前, 被教育部. */
const BEFORE_NAMING =
  /^(?:等?[\d一二两三四五六七八九十]*个?(?:地区|城市|省份|省市|地|市|省|县|区|州|旗|家|个)(?:（[^（）]{1,6}）)?)?(?:均|都|也|已|先后|率先|一并|分别|共同|此次|今年|去年|日前|近日|成功|正式|整体|同时|首次|再次|双双|一起|[\d]{4}年)*(?:被|获|经)?(?:[一-鿿]{2,16}[部委局院办厅府署会联组])?(?:等[^，。；]{0,6}(?:部门|单位))?(?:正式|共同|联合|评审|批复|同意|研究|综合)*$/u;

/** Where the title begins that a word for naming right after a list gives: 入选|, 被…定为|. */
function afterNaming(text: string, names: PrefixIndex<true>, from: number, end: number): number | undefined {
  const word = firstOf(text, names, { start: from, end: Math.min(end, from + NAMING_REACH) });
  if (word === undefined || !BEFORE_NAMING.test(text.slice(from, word.start))) return undefined;
  return word.end + (/^(?:为|了|成为|作为)/u.exec(text.slice(word.end, word.end + 2))?.[0].length ?? 0);
}

/** How far after a list such a word may stand, in UTF-16 units. */
const NAMING_REACH = 40;
/** 确定北京、上海为…: after such a word 为 names the list; after 将 a verb must. */
const NAMED_BEFORE = /(?:确定|选定|认定|评定|命名|批准|遴选|评选|指定|推荐|明确|增补|增列)(?:了)?$/u;
const TAKEN_BEFORE = /[将把]$/u;
const NAMED_AS =
  /^(?:等?[\d一二两三四五六七八九十]*个?(?:地区|城市|省份|省市|地|市|省|县|区|州|旗|家|个))?(?:共同|一并|分别|正式|整体|均)*(增补|增列|列|评|评定|评选|命名|认定|确定|选定|选|指定|划定|定|树)?(?:作?为|入)(?!主|止|期|例)/u;

/** Where the title begins in 确定A、B为|…, 将A、B列为|…. */
function afterNamedAs(text: string, listStart: number, from: number, end: number): number | undefined {
  const ahead = text.slice(Math.max(0, listStart - 3), listStart);
  const named = NAMED_AS.exec(text.slice(from, end));
  if (named === null) return undefined;
  const verb = named[1] !== undefined;
  return NAMED_BEFORE.test(ahead) || (verb && TAKEN_BEFORE.test(ahead)) ? from + named[0].length : undefined;
}

/** What is tried in a list's places, before 在: 医保支付改革 of 医保支付改革在A、B试点. */
function pilotedBefore(
  text: string,
  lexicon: RelateLexicon,
  list: Stretch,
  sentence: Sentence,
): Stretch | undefined {
  if (text[list.start - 1] !== '在') return undefined;
  const { start } = clauseAround(text, list.start - 1, sentence);
  const before = subjectBefore(text, { start, end: list.start - 1 }, lexicon);
  const words = text
    .slice(before.start, before.end)
    .replace(/(?:已|先后|率先|首先|目前|将|拟|先行|主要)+$/u, '');
  const stretch = { start: before.start, end: before.start + words.length };
  return words.length >= SHORTEST_TITLE && !DOER.test(words) ? stretch : undefined;
}

/** Ends the name of a body, which tries and is not tried. */
const DOER = /(?:[部委局院办厅府署会联组院]|国家|中央|部门|单位|机构)$/u;

/** 试点地区包括…: the noun phrase around the word for a pilot, before a list. */
export function schemeBefore(
  text: string,
  lexicon: RelateLexicon,
  until: number,
  sentence: Sentence,
): Stretch | undefined {
  const limits = {
    start: Math.max(sentence.start, until - REACH),
    end: until,
  };
  const pilot = firstOf(text, lexicon.projects.pilot, limits);
  if (pilot === undefined) return undefined;
  const clause = {
    start: clauseAround(text, pilot.start, limits).start,
    end: clauseEnd(text, pilot.end, until),
  };
  const tail = LEADS_TO_LIST.exec(text.slice(clause.start, clause.end));
  // The list stands in the pilot's clause, or something leads from there to it.
  if (tail === null && clause.end < until && !ADDS.test(text.slice(clause.end, until))) return undefined;
  const end = tail === null ? clause.end : Math.max(pilot.end, clause.start + tail.index);
  const chosen = firstChoosing(text, lexicon.projects.chooses, { start: clause.start, end: pilot.start });
  const scheme = subjectBefore(text, { start: chosen ?? clause.start, end }, lexicon);
  const named = withoutParticle(text, scheme);
  // 平潭综合实验区 among the places of a list is one of them, and the list is no scheme.
  return LISTS.test(text.slice(named.start, named.end)) ? undefined : nonEmpty(named);
}

/** The scheme of rows that follow a sentence: 现将…试点名单公布如下. */
export function schemeOfRows(
  text: string,
  lexicon: RelateLexicon,
  { start, end }: Sentence,
): Stretch | undefined {
  const pilot = firstOf(text, lexicon.projects.pilot, { start: Math.max(start, end - REACH), end });
  if (pilot === undefined) return undefined;
  const clause = clauseAround(text, pilot.start, { start, end });
  const tail = LEADS_TO_LIST.exec(text.slice(clause.start, clause.end));
  const until = tail === null ? clause.end : Math.max(pilot.end, clause.start + tail.index);
  const opening = ANNOUNCES.exec(text.slice(clause.start, pilot.start));
  const from = clause.start + (opening === null ? 0 : opening[0].length);
  const chosen = firstChoosing(text, lexicon.projects.chooses, { start: from, end: pilot.start });
  return nonEmpty(subjectBefore(text, { start: chosen ?? from, end: until }, lexicon));
}

/** No heading that names a scheme is longer, in UTF-16 units. */
const LONGEST_HEADING = 40;
/** What such a heading ends with. */
const HEADING_ENDS =
  /(?:名单|试点|示范|基地|地区|城市|单位|区|县|市|镇|村|园区|企业|项目)(?:（[^（）]{1,12}）)?$/u;
/** The last characters of those. */
const ENDINGS = unitTable('单点范地区市位县镇村园业目）');
/** The scheme that a heading names, for the rows under it: 一、智慧养老示范基地. */
export function schemeOfHeading(
  text: string,
  lexicon: RelateLexicon,
  sentence: Sentence,
): Stretch | undefined {
  // Most sentences are longer, or end with a mark.
  if (sentence.end - sentence.start > LONGEST_HEADING + 4) return undefined;
  const { start, end } = trimmed(text, sentence);
  if (end - start > LONGEST_HEADING || ENDINGS[text.charCodeAt(end - 1)] === 0) return undefined;
  const words = text.slice(start, end);
  const lead = NUMBERING.exec(words)?.[0].length ?? 0;
  if (!HEADING_ENDS.test(words) || /[，。；：:、]/u.test(words.slice(lead))) return undefined;
  if (firstOf(text, lexicon.projects.pilot, { start, end }) === undefined) return undefined;
  return { start: start + lead, end };
}

/** True where the words before a list choose its places: 在北京, 将山东. */
export function isChosenBefore(text: string, start: number): boolean {
  return CHOSEN_BEFORE.test(text.slice(Math.max(0, start - 2), start));
}

/** Where what is chosen for begins: after the first word that chooses, and those that follow it at once. */
function firstChoosing(text: string, words: PrefixIndex<true>, { start, end }: Stretch): number | undefined {
  let after: number | undefined;
  for (let at = start; at < end; at++) {
    const word = words.at(text, at)?.word;
    if (word === undefined || at + word.length > end) {
      if (after !== undefined) return after;
      continue;
    }
    after = at + word.length;
    at = after - 1;
  }
  return after;
}

/** True where 为 or 是 leads from the list to the scheme. */
function isCalled(text: string, from: number, to: number): boolean {
  return to > from && '为是'.includes(text[to - 1]);
}

/** What a bare 试点 is of: the clause before the list, else the one after the pilot's. */
function named(
  text: string,
  lexicon: RelateLexicon,
  list: Stretch,
  after: number,
  sentence: Sentence,
): Stretch | undefined {
  let end = clauseAround(text, list.start, sentence).start;
  while (end > sentence.start && /[，,；;：:\s]/u.test(text[end - 1])) end--;
  if (end > sentence.start) {
    const before = clauseAround(text, end - 1, sentence);
    const found = furthered(text, subjectBefore(text, { start: before.start, end }, lexicon));
    if (found !== undefined) return found;
  }
  let start = after;
  while (start < sentence.end && /[，,；;：:\s]/u.test(text[start])) start++;
  return furthered(text, trimmed(text, { start, end: clauseEnd(text, start, sentence.end) }));
}

/** What a clause brings forward: 增值税改革 of 推进增值税改革; `undefined` where it is no such clause. */
function furthered(text: string, { start, end }: Stretch): Stretch | undefined {
  const lead = FURTHERS.exec(text.slice(start, Math.min(end, start + 16)))?.[0].length ?? 0;
  const found = { start: start + lead, end };
  return lead > 0 && end - found.start >= 3 ? found : undefined;
}

/** Without 了 that ends a verb, and without a verb that brings about: 开展了|…试点, 建设|…先导区. */
function withoutParticle(text: string, { start, end }: Stretch): Stretch {
  if (/^(?:建设|创建|打造|争创)/u.test(text.slice(start, start + 2)) && end - start > 6)
    return { start: start + 2, end };
  return /[了的]/u.test(text[start] ?? '') && end - start > 2 ? { start: start + 1, end } : { start, end };
}

function nonEmpty(stretch: Stretch): Stretch | undefined {
  return stretch.end > stretch.start ? stretch : undefined;
}

function firstOf(text: string, words: PrefixIndex<true>, { start, end }: Stretch): Stretch | undefined {
  for (let at = start; at < end; at++) {
    const word = words.at(text, at)?.word;
    if (word !== undefined && at + word.length <= end) return { start: at, end: at + word.length };
  }
  return undefined;
}
