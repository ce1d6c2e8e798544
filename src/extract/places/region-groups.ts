import { textSpan } from '../../alignment/index.ts';
import type { Dictionaries } from '../../dictionary/index.ts';
import type { FoundEntity, RegionGroupEntity } from '../../document/index.ts';
import { brokenRow } from '../broken-row.ts';
import type { Draft } from '../draft.ts';
import { Edges } from '../edges.ts';
import { NameTrie } from '../name-trie.ts';
import type { ExtractContext, Recognizer } from '../recognizer.ts';
import { abbreviationsOf } from './abbreviations.ts';
import { findCountedGroups } from './counted-groups.ts';
import { divisionRegister, isDivision } from './division.ts';

type RegionGroup = Omit<RegionGroupEntity, 'id'>;

/** Groups of regions: named ones (京津冀, 东部地区), and those that are counted (31个省（区、市）). */
export const regionGroups: Recognizer = {
  name: 'region-group',
  priority: 55,
  find: (context) => {
    const found = context.found.filter(isDivision);
    const named = namedGroups(context, found);
    const counted = countedGroups(context, found);
    // 长三角 in 长三角三省一市 is a part of that name.
    return [...named.filter((group) => !liesIn(counted, group)), ...counted];
  },
};

/** True where a group lies in one of those counted, which are in text order and apart. */
function liesIn(counted: readonly RegionGroup[], { span }: RegionGroup): boolean {
  let low = 0;
  let high = counted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (counted[middle].span.end < span.end) low = middle + 1;
    else high = middle;
  }
  return low < counted.length && counted[low].span.start <= span.start;
}

export interface Groups {
  readonly trie: NameTrie;
  readonly members: readonly (readonly string[])[];
  readonly membersOf: (name: string) => readonly string[] | undefined;
  /** What makes a name before it another thing: 高速. */
  readonly line: NameTrie;
}

const key = Symbol('region-groups');

/** The groups of a run, made once. */
export function groupsOf(dictionaries: Dictionaries): Groups {
  return dictionaries.derived(key, (from) => {
    const rows = from.rows('region-groups');
    const register = divisionRegister(from);
    for (const { name, members } of rows) {
      const unknown = members.split('|').find((code) => register.byCode(code) === undefined);
      if (unknown !== undefined) {
        throw brokenRow('region-groups', name, `no division has the code '${unknown}'`);
      }
    }
    const byName = new Map(rows.map(({ name, members }) => [name, members.split('|')]));
    return {
      membersOf: (name) => byName.get(name),
      trie: new NameTrie(rows.map(({ name }) => name)),
      members: rows.map(({ members }) => members.split('|')),
      line: new NameTrie(
        from
          .rows('place-words')
          .filter(({ use }) => use === 'line')
          .map(({ word }) => word),
      ),
    };
  });
}

/** Names up to this length are found inside other words; longer ones are not. */
const SHORT_GROUP = 3;

function namedGroups(
  { text, tokens, dictionaries, beginnings }: ExtractContext,
  found: readonly FoundEntity[],
): RegionGroup[] {
  const { trie, members, membersOf, line } = groupsOf(dictionaries);
  const { isAbbreviation } = abbreviationsOf(dictionaries);
  const edges = new Edges(text, tokens);
  const groups: RegionGroup[] = [];
  const partsBefore = (at: number) => {
    for (const { start, end, name } of partsOfCountryBefore(text, at)) {
      const codes = membersOf(name);
      if (codes !== undefined) groups.push(namedGroup(text, start, end, name, codes));
    }
  };
  let place = 0;
  let free = 0;
  for (const at of beginnings.of('regionGroups')) {
    if (at < free) continue;
    const count = trie.walk(text, at);
    if (count === 0) continue;
    const end = trie.ends[count - 1];
    while (place < found.length && found[place].span.end < at) place++;
    // 江苏东部地区 is a part of one province; another country's has its name before it.
    const afterPlace = place < found.length && found[place].span.end === at;
    // 黄淮中东部地区 is of no part of the country.
    const ofOther =
      afterPlace || (SIDES.includes(text[at - 1] ?? '。') && text[at - 2] !== '其')
        ? SIDES.includes(text[at])
        : !edges.isFreeBefore(at) && /^n[rsz]/.test(edges.tagBefore(at));
    const bare = end - at === 2 && PARTS.includes(text[at]);
    const isWord = bare
      ? isBesidePart(text, at, end) || isComparedPart(text, at, end) || isMeasuredPart(text, at, end)
      : end - at > SHORT_GROUP || (edges.beginsAt(at) && (edges.endsAt(end) || mayBeCutInto(text, at, end)));
    // 东三省 in 广东三省, 山东三省.
    const inPlace = place < found.length && found[place].span.start < at && found[place].span.end > at;
    // 其中西部地区: of those, the west.
    const ofThose = text[at] === '中' && text[at - 1] === '其';
    if (ofOther || inPlace || ofThose || !isWord) continue;
    // A longer run of abbreviations is one group (京津沪渝); 港澳高速 is a road.
    if (isAbbreviation[text.charCodeAt(at - 1)] === 1 || isAbbreviation[text.charCodeAt(end)] === 1) {
      if (isAbbreviation[text.charCodeAt(at)] === 1) continue;
    }
    if (line.longestEnd(text, end) !== -1) continue;
    partsBefore(at);
    groups.push(namedGroup(text, at, end, text.slice(at, end), members[trie.names[count - 1]]));
    free = end;
  }
  return groups;
}

function namedGroup(
  text: string,
  start: number,
  end: number,
  name: string,
  members: readonly string[],
): RegionGroup {
  const group: Draft<RegionGroup> = groupAt(text, start, end, 0.95);
  group.name = name;
  group.count = members.length;
  group.members = members;
  return group;
}

/** True for 大湾区 in 大湾区内地, which words are cut into; 中西|部署 is no group. */
function mayBeCutInto(text: string, at: number, end: number): boolean {
  return end - at === SHORT_GROUP && text[end - 1] !== '部';
}

/** True where a bare name is beside another part of the country: 东部、中部和西部, 华北、东北等地. */
function isBesidePart(text: string, start: number, end: number): boolean {
  return (
    (PART_BEFORE.test(text.slice(Math.max(0, start - 4), start)) ||
      PART_AFTER.test(text.slice(end, end + 3))) &&
    !/^[部侧]/u.test(text.slice(end, end + 1))
  );
}

/** How far around a bare name the part of the country may stand that it is compared with, in UTF-16 units. */
const COMPARED_REACH = 40;
const COMPARES_BEFORE = /(?:为|比|与|较|是|占|于|过|及|平|和|、|，|。|；|^)$/u;
const COMPARES_AFTER =
  /^(?:的(?!部|县|乡|镇|村|山)|[高低多少快慢强弱]|，|。|；|、|相比|相当|则|为|也|仅|水平|平均|和|与)/u;
const PART = /[东中西]部(?:地区|各省|省份|\d+省)/u;

/** True for 东部 in 西部地区投入仅为东部的1/3: compared, in its sentence, with a part of the country that is named in full. */
function isComparedPart(text: string, start: number, end: number): boolean {
  if (
    !COMPARES_BEFORE.test(text.slice(Math.max(0, start - 1), start)) ||
    !COMPARES_AFTER.test(text.slice(end, end + 2))
  )
    return false;
  const before = text.slice(Math.max(0, start - COMPARED_REACH), start);
  const after = text.slice(end, end + COMPARED_REACH);
  return (
    PART.test(before.slice(before.search(/[^。！？\n]*$/u))) ||
    PART.test(/^[^。！？\n]*/u.exec(after)?.[0] ?? '')
  );
}

/** What is measured of a part of the country: 为71%, 不到四成. */
const MEASURED =
  '(?:地区)?(?:则|已|均|也)?(?:为|是|达到?|占|不到|不足|接近|约|近|超过?|逾|仅|只有?|高达|升至|降至|增长|下降|提高)*(?:为|有|到|占)?(?:\\d|百分之|[一二三四五六七八九]成)';
const MEASURED_AFTER = new RegExp(`^${MEASURED}`, 'u');
const OTHER_MEASURED = new RegExp(`[，、；：。率重例数额度][东中西]部${MEASURED}`, 'u');

/** True for 东部 in 东部为71%，西部不到40%: two parts of the country that a sentence measures side by side. */
function isMeasuredPart(text: string, start: number, end: number): boolean {
  if (!/^[，、；：。率重例数额度]?$/u.test(text.slice(Math.max(0, start - 1), start))) return false;
  if (!MEASURED_AFTER.test(text.slice(end, end + 12))) return false;
  const before = text.slice(Math.max(0, start - COMPARED_REACH), start);
  const after = text.slice(end, end + COMPARED_REACH);
  return (
    OTHER_MEASURED.test(before.slice(before.search(/[^。！？\n]*$/u))) ||
    OTHER_MEASURED.test(/^[^。！？\n]*/u.exec(after)?.[0] ?? '')
  );
}

/** 东 and 中 in 东、中、西部: single characters before a part of the country that begins at `at`, nearest first. */
function partsOfCountryBefore(text: string, at: number): { start: number; end: number; name: string }[] {
  const parts: { start: number; end: number; name: string }[] = [];
  if (!PARTS.includes(text[at])) return parts;
  for (let end = at - 1; end > 0 && JOINTS.includes(text[end]) && PARTS.includes(text[end - 1]); end -= 2) {
    const before = text[end - 2] ?? '。';
    // 山东、中西部 begins with a province.
    if (isHan(before) && !(JOINTS.includes(before) || OPENS.includes(before))) break;
    parts.push({ start: end - 1, end, name: `${text[end - 1]}部` });
    if (!JOINTS.includes(before)) break;
  }
  return parts;
}

const SIDES = '东西南北中';
const PARTS = '东中西';
const JOINTS = '、和与及';
const OPENS = '在对从使国市省';
const PART_BEFORE = /(?:[东中西]部|华[东北南中]|东北|西[北南]|(?<!\p{Script=Han})[东中西])[、和与及]$/u;
const PART_AFTER = /^[、和与及](?:[东中西]部|华[东北南中]|东北|西[北南])|^(?:等地|大部|各地|全境)/u;

function isHan(char: string): boolean {
  return char >= '一' && char <= '鿿';
}

function countedGroups(
  { text, year, dictionaries }: ExtractContext,
  found: readonly FoundEntity[],
): RegionGroup[] {
  const { membersOf } = groupsOf(dictionaries);
  return findCountedGroups({ text, year, dictionaries, found, membersOf }).map(
    ({ start, end, count, members: known }) => ({
      ...groupAt(text, start, end, 0.95),
      count,
      ...(known === undefined ? {} : { members: known }),
    }),
  );
}

function groupAt(text: string, start: number, end: number, confidence: number): RegionGroup {
  return {
    type: 'region-group',
    span: textSpan(start, end),
    confidence,
    rule: 'region-group',
    name: text.slice(start, end),
  };
}
