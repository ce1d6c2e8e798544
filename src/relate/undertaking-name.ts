import { clauseAround, clauseEnd, type Stretch, trimmed } from './clause.ts';
import { NUMBERING } from './clause-shapes.ts';
import type { PlacedEntity } from './placed-entity.ts';
import type { RelateContext, RelateLexicon, Sentence } from './relate-context.ts';
import { subjectBefore } from './subject.ts';

/** How far before who leads, in UTF-16 units, what is led may be named. */
const NAME_REACH = 300;
/** What organs do, at the beginning of a clause after them: no part of what they undertake. */
const DOES =
  /^(?:的?[^，。；]{0,8}(?:支持|配合|协助|帮助|牵头|主持|统筹)下)?(?:[两二三四五六七八九十\d]+(?:家|方|部门))?(?:等?[^，。；]{0,8}(?:部门|单位|机构))?等?(?:和[^，。；]{2,8})?(?:要|应当?|须|需|将)?(?:共同|联合|按照?职责(?:分工)?|具体|分别|予以|积极)*(?:会同(?:(?:有关|相关)(?:方面|部门|单位|地方)|地方(?:各级)?(?:人民)?政府)(?:做好|推进|推动|实施)?|(?:牵头|参与|参加|配合|协办|协助|负责|落实|参建|会同|主办|承办|主导)(?:抓总|组织|负责|做好|召开|举办|建设|实施|开展|制定)?|(?:实施|组织|开展|推出|举办|发起|建设|制定)(?=的))?(?:的|，|,)?/u;
/** 是这次|普查|的主责单位: what bodies are the first of. */
const PARTY_OF =
  /((?:是|为|作为|系|担任)(?:[这本此该]次?|上述|全国)?)([^，。；、]{2,14})的(?:牵头|主办|主责|主管|主导|责任|组织|召集|承办)(?:单位|部门|机构)/u;
/** How far that goes, in UTF-16 units. */
const PARTY_REACH = 48;
/** What is undertaken: the programme or …工程 named before, or in the sentence before, or after; else its task's words. */
export function undertakingName(
  { text, entities }: RelateContext,
  lexicon: RelateLexicon,
  sentence: Sentence,
  before: Sentence | undefined,
  open: Stretch,
): Stretch | undefined {
  const of = PARTY_OF.exec(text.slice(open.start, Math.min(sentence.end, open.start + PARTY_REACH)));
  if (of !== null) {
    const start = open.start + of.index + of[1].length;
    return { start, end: start + of[2].length };
  }
  const from = Math.max(sentence.start, open.start - NAME_REACH);
  for (let i = lastBefore(entities, open.start, sentence); i >= sentence.from; i--) {
    const { type, start, end } = entities[i];
    if (start < from) break;
    if (type === 'programme' && end <= open.start && !isPeriod(text, { start, end })) return { start, end };
  }
  return (
    namedIn(text, lexicon, { start: from, end: open.start }) ??
    attributive(text, lexicon, open.end, sentence.end) ??
    (before === undefined
      ? undefined
      : namedIn(text, lexicon, { start: Math.max(before.start, before.end - 120), end: before.end })) ??
    namedIn(text, lexicon, {
      start: beyondDoing(text, open.end, sentence.end),
      end: Math.min(sentence.end, open.end + 60),
    }) ??
    taskOf(text, lexicon, sentence, before, open)
  );
}

/** What stands after 由…主办的: in its quotation marks, up to the word that names it, or the rest of the clause. */
function attributive(text: string, lexicon: RelateLexicon, at: number, limit: number): Stretch | undefined {
  const start = beyondDoing(text, at, limit);
  if (text[start - 1] !== '的') return undefined;
  const end = clauseEnd(text, start, limit);
  const open = text.indexOf('“', start);
  const close = open === -1 || open - start > QUOTE_REACH ? -1 : text.indexOf('”', open);
  if (close !== -1 && close < end) {
    return { start, end: lastNameWord(text, lexicon, close + 1, Math.min(end, close + 1 + QUOTE_REACH)) };
  }
  return (
    namedIn(text, lexicon, { start, end }) ?? (end - start > 4 ? trimmed(text, { start, end }) : undefined)
  );
}

/** How far a quoted name may stand from where it is looked for, and its last word from its quotation mark. */
const QUOTE_REACH = 12;

/** The index of the last of a sentence's entities that begins before `at`. */
function lastBefore(entities: readonly PlacedEntity[], at: number, { from, to }: Sentence): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (entities[middle].start < at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** 十二五 names years, and no undertaking. */
function isPeriod(text: string, { start, end }: Stretch): boolean {
  return /五[”"]?(?:时期|期间)?$/u.test(text.slice(start, end));
}

/** The first noun phrase of a stretch that ends like the name of an undertaking. */
function namedIn(text: string, lexicon: RelateLexicon, { start, end }: Stretch): Stretch | undefined {
  for (let at = start; at < end; at++) {
    const word = lexicon.projects.name.at(text, at)?.word;
    if (word === undefined || at + word.length > end) continue;
    const clause = clauseAround(text, at, { start, end });
    const last = lastNameWord(text, lexicon, at + word.length, clause.end);
    const name = withoutNumbering(text, subjectBefore(text, { start: clause.start, end: last }, lexicon));
    if (
      name.end - name.start <= word.length ||
      isCut(text.slice(name.start, name.end)) ||
      BODY.test(text.slice(name.start, name.end)) ||
      /^(?:这|该|此|本|上述|把|将|对|按|以)/u.test(text.slice(name.start, name.end))
    )
      continue;
    return name;
  }
  return undefined;
}

/** A body, and nothing that bodies undertake. */
const BODY = /^(?:国务院|中央|国家|全国)[一-鿿]{2,8}中心$/u;

/** True for words that end within a title or quotation, or begin within a bracket: 已纳入《三峡库, 委办公室负责）建立…体系. */
function isCut(words: string): boolean {
  const closing = words.indexOf('）');
  if (closing !== -1 && words.lastIndexOf('（', closing) === -1) return true;
  return words.lastIndexOf('《') > words.lastIndexOf('》') || words.lastIndexOf('“') > words.lastIndexOf('”');
}

/** Where a name ends that goes on after one of its words: 体系 in 商业体系建设行动. */
function lastNameWord(text: string, { projects }: RelateLexicon, from: number, end: number): number {
  let last = from;
  for (let at = from; at < end && at - last <= NAME_GAP; at++) {
    const word = projects.name.at(text, at)?.word;
    if (word === undefined) continue;
    last = at + word.length;
    at = last - 1;
  }
  return last;
}

/** How many UTF-16 units may stand between two such words of one name. */
const NAME_GAP = 2;

/** The task in words: the clause before those who do it, or after them, or the sentence before. */
function taskOf(
  text: string,
  lexicon: RelateLexicon,
  sentence: Sentence,
  before: Sentence | undefined,
  open: Stretch,
): Stretch {
  const clause = clauseAround(text, open.start, sentence);
  const ahead = withoutNumbering(
    text,
    subjectBefore(text, { start: clause.start, end: open.start }, lexicon),
  );
  const joined = JOINED.test(text.slice(Math.max(clause.start, open.start - 2), open.start));
  const words = text.slice(ahead.start, ahead.end);
  if (!joined && words.length > 2 && !LABEL.test(words) && !SOON.test(words)) return ahead;
  const led = firstClause(text, { start: sentence.start, end: clause.start });
  if (led !== undefined) return led;
  const behind = afterDoing(text, open.end, sentence.end);
  const earlier = before === undefined ? undefined : firstClause(text, before);
  // A bracket after a task says who does it, and no more.
  const isBracket = BRACKETS.includes(text[open.start - 1] ?? '-');
  return (isBracket ? (earlier ?? behind) : (behind ?? earlier)) ?? trimmed(text, clause);
}

const BRACKETS = '（(';
/** Before whom a body that no register has does something together with: 国家核应急协调委会同…. */
const JOINED = /(?:会同|联合|协同|商)$/u;
/** When, in words that name no undertaking: 下一步打算. */
const SOON = /^(?:根据|按照|依据|遵照|为了|下一步|今后|近期|日前|近日|目前|此前|为此|连日来)/u;
/** A date by itself, or in words. */
const DATE =
  /^(?:\d{4}年(?:度)?(?:以来|初|底|末)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:至(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?)?|今年|明年|去年|当前|目前)(?:以来|起|前|后)?$/u;
/** No more clauses than these are passed over for one that says what is done. */
const OPENINGS = 3;
const LABEL = /(?:单位|部门|机构)[：:]?$/u;

/** The first clause of a stretch, without its numbering; `undefined` where it has no words. */
function firstClause(text: string, { start, end }: Stretch): Stretch | undefined {
  let from = withoutNumbering(text, trimmed(text, { start, end })).start;
  // 2019年1月1日至12月31日，…: when and on what grounds come before what is done.
  for (let i = 0; i < OPENINGS && from < end; i++) {
    const clause = trimmed(text, { start: from, end: clauseEnd(text, from, end) });
    const words = text.slice(clause.start, clause.end);
    if (!SOON.test(words) && !DATE.test(words))
      return words.length > 2 && !LABEL.test(words) ? clause : undefined;
    from = trimmed(text, { start: clause.end + 1, end }).start;
  }
  return undefined;
}

/** What stands after organs and their doing: 编制规划 in …等部门参加，编制规划. */
function afterDoing(text: string, at: number, end: number): Stretch | undefined {
  const start = beyondDoing(text, at, end);
  const behind = trimmed(text, { start, end: clauseEnd(text, start, end) });
  const words = text.slice(behind.start, behind.end);
  return words.length > 4 && !WHEN.test(words) ? behind : undefined;
}

/** Beyond 等部门参加， after organs. */
function beyondDoing(text: string, at: number, end: number): number {
  return at + (DOES.exec(text.slice(at, Math.min(end, at + 40)))?.[0].length ?? 0);
}

/** When something is to be done, and not what. */
const WHEN = /^(?:\d{4}年|[^，]{0,6}年底|持续|长期|牵头[）)])/u;

function withoutNumbering(text: string, stretch: Stretch): Stretch {
  const { start, end } = stretch;
  const found = NUMBERING.exec(text.slice(start, Math.min(end, start + 8)));
  return found === null ? stretch : trimmed(text, { start: start + found[0].length, end });
}
