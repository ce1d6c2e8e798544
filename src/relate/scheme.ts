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
const DENIED = /(?:无|没有|未|不)(?:被|有|获)?(?:列入|纳入|确定|选)?[为入]?$/u;
/** A sum or a share of something. */
const MEASURED = /\d[\d.,]*(?:[万亿]+元?|元|[%％])/u;
/** A list of four things or more. */
const LISTS = /、[^、]+、[^、]+、/u;
/** Leads from a scheme to its list. */
const LEADS_TO_LIST =
  /(?:包括|有|为|是|分别|主要|增加了?|新增|扩展到|扩大到|扩展至|扩大至|覆盖|如下|公布|名单|（[^（）]{1,12}）|[：:])+$/u;

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
  const pilot = firstOf(text, projects.pilot, limits);
  if (pilot === undefined) return undefined;
  // 尚无入选单位, 未列入试点.
  if (DENIED.test(text.slice(Math.max(from, pilot.start - 6), pilot.start))) return undefined;
  const clause = clauseAround(text, pilot.start, limits);
  // A single place is chosen in its own clause; a list may be in the one before: 在深圳、天津，开展…试点.
  const own = clauseEnd(text, from, limits.end);
  if (clause.start > own + 1 || (clause.start > own && single)) return undefined;
  const word = text.slice(pilot.start, pilot.end);
  // 入选 chooses, and what it chooses for need not say that it is a pilot.
  if (projects.chooses.at(text, pilot.start)?.word === word) {
    return nonEmpty(trimmed(text, { start: pilot.end, end: clause.end }));
  }
  const chosen = firstChoosing(text, projects.chooses, { start: clause.start, end: pilot.start });
  const isChosen =
    chosen !== undefined || CHOSEN_BEFORE.test(text.slice(Math.max(0, list.start - 2), list.start));
  const start = chosen ?? clause.start + AFTER_LIST.exec(text.slice(clause.start, pilot.start))![0].length;
  if (!isChosen && start !== pilot.start && !isCalled(text, clause.start, start)) return undefined;
  const scheme = trimmed(text, withoutParticle(text, { start, end: clause.end }));
  if (scheme.end <= scheme.start) return undefined;
  // 三个地方试点累计成交额逾80亿元 tells of pilots, and who is one by the way.
  if (!isChosen && MEASURED.test(text.slice(scheme.start, scheme.end))) return undefined;
  if (!BARE.test(text.slice(scheme.start, scheme.end))) return scheme;
  return named(text, lexicon, list, clause.end, sentence) ?? scheme;
}

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

/** Without 了 that ends a verb: 开展了|…试点. */
function withoutParticle(text: string, { start, end }: Stretch): Stretch {
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
