import { unitTable } from '../../dictionary/index.ts';
import type { Beginnings } from '../beginnings.ts';
import type { Edges } from '../edges.ts';
import { LocalNameReader, type LocalParts } from './local-names.ts';
import type { Place, Region, RegionContext } from './local-region.ts';
import { OnlyProvince } from './only-province.ts';
import type { OrganWords } from './organ-words.ts';
import { townshipAfter, townshipAt } from './township.ts';

/** The name of a local body in a text. UTF-16 units of the text. */
export interface LocalMention extends Region {
  readonly start: number;
  readonly end: number;
  /** The full name, where that is not what the text says. */
  readonly name?: string;
  /** Where the body ends that this one is a part of: 新疆生产建设兵团|财政局. Only for bodies with names of their own. */
  readonly core?: number;
  /** What says that it is local: a place (北京市发改委), a word for a level (省财政厅), or only its name (经信委). */
  readonly anchor: 'place' | 'level' | 'name';
}

/** What local names are looked for with. */
export interface LocalSearch {
  readonly text: string;
  readonly parts: LocalParts;
  readonly words: OrganWords;
  readonly edges: Edges;
  readonly beginnings: Beginnings;
  /** The divisions of the text, in order. */
  readonly places: readonly Place[];
  readonly regions: RegionContext;
}

/** The local bodies of a text, and where it names those of many places. Both in text order, without overlaps. */
export interface LocalNames {
  readonly mentions: readonly LocalMention[];
  /** Names that are of no one body: 财政厅 in 各省财政厅. UTF-16 units of the text. */
  readonly ofMany: readonly { readonly start: number; readonly end: number }[];
}

/**
 * Finds the names of local bodies, left to right, without overlaps.
 *
 * A body in a list has the place of the one before it (省发改委、财政厅); one after 各 is none, and neither
 * are those in its list (各地发改委、财政局). A department (厅) by itself is of the province whose bodies were named before.
 */
export function findLocalNames(search: LocalSearch): LocalNames {
  const { text, places, beginnings } = search;
  const reader = new LocalNameReader(text, search.parts, search.words, beginnings.of('localEndings'));
  const begins = beginnings.of('localOrgans');
  const mentions: LocalMention[] = [];
  const ofMany: { start: number; end: number }[] = [];
  const province = new OnlyProvince(search.regions);
  let place = 0;
  let next = 0;
  let generic = -1;
  let free = 0;
  const skip = (start: number, end: number) => {
    ofMany.push({ start, end });
    generic = end;
  };
  for (;;) {
    while (place < places.length && places[place].end <= free) place++;
    while (next < begins.length && begins[next] < free) next++;
    const placeAt = place < places.length ? Math.max(places[place].start, free) : text.length;
    const at = Math.min(placeAt, next < begins.length ? begins[next] : text.length);
    if (at === text.length) return { mentions, ofMany };
    const inPlace = at === placeAt;
    const before = mentions[mentions.length - 1];
    const found =
      namedBody(at, reader, search) ??
      (inPlace
        ? afterPlace(places, place, reader, search)
        : (atLevel(at, reader, search, before?.end) ?? alone(at, reader, search)));
    if (found === undefined) {
      free = inPlace ? places[place].end : at + 1;
      continue;
    }
    const { core } = found;
    if (core !== undefined && core < found.end && endsEveryProvince(text, at)) {
      // 各省及新疆生产建设兵团|财政厅（局）: the body is one of those addressed, and has no department alone.
      mentions.push({ ...found, end: core });
      skip(core, found.end);
    } else if (
      found.anchor !== 'place' &&
      (isManyBefore(text, found.start, search.parts) ||
        (found.anchor === 'name' && (follows(text, generic, at) || isListedOfMany(text, found.start))))
    ) {
      skip(found.start, found.end);
    } else if (found.anchor === 'name' && before !== undefined && follows(text, before.end, at)) {
      mentions.push({ ...found, ...inherited(before, found) });
    } else {
      const ofProvince = found.anchor === 'name' && found.level === 'province';
      mentions.push(ofProvince ? { ...found, ...province.of } : found);
    }
    if (found.anchor !== 'name') province.see(found);
    free = found.end;
  }
}

/** Between two bodies of one list; 财政厅（局） and 卫生计生委（卫生局） name both that there may be. */
const LIST_GAP = /^(?:[（(](?:[^（）()、，。]{0,8}[局厅委办])[）)])?[、和与及]$|^[（(]$|^[）)][、和与及]$/u;
const LONGEST_GAP = 12;

/** True where what begins at a place stands in one list with what ends before it. */
function follows(text: string, end: number, at: number): boolean {
  return at > end && at - end <= LONGEST_GAP && LIST_GAP.test(text.slice(end, at));
}

/** A body with a name of its own (新疆生产建设兵团), or a part of it. */
function namedBody(
  at: number,
  reader: LocalNameReader,
  { text, parts }: LocalSearch,
): LocalMention | undefined {
  if (!parts.named.mayBeginAt(text, at)) return undefined;
  const count = parts.named.walk(text, at);
  if (count === 0) return undefined;
  const end = parts.named.ends[count - 1];
  const { name, code, level } = parts.namedBodies[parts.named.names[count - 1]];
  const part = reader.endAfterRegion(end);
  if (part !== -1) return { start: at, end: part, core: end, anchor: 'place', code, level };
  return { start: at, end, anchor: 'place', code, level, name };
}

/** A body of the place that the text names there: 福建省福州市|财政局. */
function afterPlace(
  places: readonly Place[],
  index: number,
  reader: LocalNameReader,
  { text, parts }: LocalSearch,
): LocalMention | undefined {
  const { end: core, full, code, level } = places[index];
  const name = reader.endAfterRegion(core);
  // 曹县|县委: the full name of the place, and its ending again.
  const again = name === -1 && text[core] === text[core - 1] && LEVELS.includes(text[core] ?? '。');
  const own = again
    ? reader.endAfterRegion(core + 1)
    : Math.max(name, committeeEnd(core, reader, { text, parts }));
  const township = own === -1 && level !== 'province' && full ? townshipAfter(text, core) : -1;
  if (township !== -1)
    return {
      start: withOuter(places, index),
      end: township,
      anchor: 'place',
      level: 'township',
      ...(code === undefined ? {} : { code }),
    };
  const next = places[index + 1];
  // 上海市|浦东新区 is a county of it, and no zone.
  const zone =
    own !== -1 || (next !== undefined && holds(places[index], next)) ? -1 : zoneEnd(text, core, parts);
  // 兰州新区|卫生健康委: a zone's bodies are of the place that it is called by.
  const end = zone === -1 ? own : reader.endAfterRegion(zone);
  // 南京政府 and 浙江委 are no bodies of today: those need the full name of the place.
  if (end === -1 || (!full && !again && isBareBody(text.slice(core, end)))) return undefined;
  const start = withOuter(places, index);
  return {
    start: start - partyBefore(text, start, core, parts),
    end,
    anchor: 'place',
    level,
    ...(code === undefined ? {} : { code }),
  };
}

/** The end of the committee of a party that stands between a place and its level: 广东|团省委; -1 where none stands there. */
function committeeEnd(
  core: number,
  reader: LocalNameReader,
  { text, parts }: Pick<LocalSearch, 'text' | 'parts'>,
): number {
  const level = parts.partyAfter.longestEnd(text, core);
  if (level === -1 || text[level + 1] !== '委' || !LEVELS.includes(text[level])) return -1;
  return reader.endAfterRegion(level + 1);
}

/** Where a place begins with those that hold it: 福建省福州市. */
function withOuter(places: readonly Place[], index: number): number {
  let first = index;
  while (first > 0 && holds(places[first - 1], places[first])) first--;
  return places[first].start;
}

/** The end of a zone of a place, which may have a name of its own: 新区, 滨湖新区; -1 where none stands there. */
function zoneEnd(text: string, at: number, { zone }: LocalParts): number {
  const bare = zone.longestEnd(text, at);
  // All names of zones end alike, and most places have none behind them.
  if (bare !== -1 || !text.slice(at + 2, at + LONGEST_ZONE + 3).includes('区')) return bare;
  for (let length = 1; length <= LONGEST_ZONE; length++) {
    if (!isHan(text.charCodeAt(at + length - 1))) break;
    const end = length === 1 ? -1 : zone.longestEnd(text, at + length);
    if (end !== -1) return end;
  }
  return -1;
}

/** No name of a zone is longer, in UTF-16 units. */
const LONGEST_ZONE = 3;

/** Endings of full names of places. */
const LEVELS = '省市县区州旗';

/** The length of 共青团 or 民革 before the committee of a place: 共青团|浙江省|委, 团|省|委; 0 where none stands there. */
function partyBefore(text: string, start: number, core: number, { party }: LocalParts): number {
  return text[core] === '委' ? (party.before(text, start)?.word.length ?? 0) : 0;
}

/** True where the second place follows the first at once and lies in it: 福建省|福州市. */
function holds(outer: Place, inner: Place): boolean {
  return (
    outer.end === inner.start &&
    outer.level !== inner.level &&
    outer.level !== 'county' &&
    outer.province === inner.province
  );
}

function isBareBody(name: string): boolean {
  return name.startsWith('委') || name.startsWith('政府') || name.startsWith('党委');
}

/**
 * A body of a level whose place the text gave before: 省|财政厅, 我市|发改委.
 *
 * @param before where the body before ends: 湖南省委|省政府 are two, however the words are cut
 */
function atLevel(
  at: number,
  reader: LocalNameReader,
  search: LocalSearch,
  before: number | undefined,
): LocalMention | undefined {
  const { text, parts, edges, regions } = search;
  if (!parts.levelWords.mayBeginAt(text, at)) return undefined;
  const count = parts.levelWords.walk(text, at);
  if (count === 0) return undefined;
  const core = parts.levelWords.ends[count - 1];
  const township =
    parts.levels.get(text.slice(at, core)) === 'township'
      ? townshipAt(text, at, before ?? 0, edges)
      : undefined;
  if (township !== undefined)
    return { ...township, anchor: 'level', level: 'township', ...regions.countyAt(at) };
  if (before !== at) {
    const party = partyBefore(text, at, core, parts);
    if (!edges.beginsAt(at - party) && !parts.own.has(text[at - 1])) return undefined;
    // 哈瓦那|市政府: the body of a place that the register does not have.
    if (!edges.isFreeBefore(at) && NAME_TAG.test(edges.tagBefore(at))) return undefined;
  }
  const end = reader.endAfterRegion(core);
  if (end === -1) return undefined;
  const word = text.slice(at, core);
  return {
    start: at - partyBefore(text, at, core, parts),
    end,
    anchor: 'level',
    ...(parts.corps.get(word) ?? regions.regionFor(word, parts.levels.get(word), at)),
  };
}

/** Parts of speech of names of people and places. */
const NAME_TAG = /^n[rst]/;

/** A body that only local governments have, or that stands in a list of theirs: 经信委, 教育局. */
function alone(
  at: number,
  reader: LocalNameReader,
  { text, edges, words }: LocalSearch,
): LocalMention | undefined {
  if (!reader.mayStandAlone(at)) return undefined;
  // 地方|林业局, 当地|教育局: these words are part of the name, as in 地方发改委.
  const local = words.local.before(text, at)?.word ?? '';
  const start = local.length > 1 ? at - local.length : at;
  if (!edges.isFreeBefore(start) && !endsEveryProvince(text, start)) return undefined;
  // 国家安全局 by itself is the country's, or another's.
  if (text.startsWith('国家', at)) return undefined;
  const end = endsEveryProvince(text, start) ? reader.endAfterRegion(at) : reader.endAlone(at);
  if (end === -1 || !edges.beginsAt(at) || !edges.endsAt(end)) return undefined;
  return {
    start,
    end,
    anchor: 'name',
    ...(text[end - 1] === '厅' ? { level: 'province' as const } : {}),
  };
}

/** The region of the body before in a list, where this one's name does not speak against it. */
function inherited(before: LocalMention, found: LocalMention): Region {
  if (found.level !== undefined && before.level !== found.level) return {};
  return {
    ...(before.code === undefined ? {} : { code: before.code }),
    ...(before.level === undefined ? {} : { level: before.level }),
  };
}

/** True where the words before speak of many bodies: 各省|财政厅, 市、县|教育局. */
export function isManyBefore(text: string, start: number, { many, levels }: LocalParts): boolean {
  for (let length = 1; length <= Math.min(3, start); length++) {
    const word = text.slice(start - length, start);
    if (many.has(word)) return true;
  }
  if (endsEveryProvince(text, start)) return true;
  const level = text[start - 1] === '、' || text[start - 1] === '（' ? start - 2 : start - 1;
  if (level < 0 || !levels.has(text[level])) return false;
  const before = text[level - 1] ?? '';
  return !isHan(before.charCodeAt(0)) || many.has(before) || levels.has(before);
}

/** What ends 各省、自治区、直辖市 and 各省（区、市）及计划单列市, before the name of a body that each has. */
const EVERY_PROVINCE =
  /(?:直辖市|[（(](?:自治)?区、?(?:直辖)?市[）)])(?:[、及和，]?(?:各)?计划单列市|[、及和，]?副省级(?:城)?市|[、及和，]?(?:新疆(?:生产建设)?兵团))*[、及和，]?$/u;
/** The last characters of those. */
const EVERY_PROVINCE_ENDS = unitTable('市）)及和、，团');

function endsEveryProvince(text: string, at: number): boolean {
  return (
    EVERY_PROVINCE_ENDS[text.charCodeAt(at - 1)] === 1 &&
    EVERY_PROVINCE.test(text.slice(Math.max(0, at - 36), at))
  );
}

/** 各省、自治区、直辖市残联、|通信管理局: what is listed after the body that each has is of each too. */
const LISTED_OF_MANY =
  /(?:直辖市|[（(](?:自治)?区、?(?:直辖)?市[）)]|计划单列市|各(?:省|市|县|地|区|州|级)(?:市|区|县)?)[、及和，]?(?:(?!局|厅)[一-鿿]{1,9}[厅局委办联社会院部协团][、和及])+$/u;
/** How far before a name such a list may begin, in UTF-16 units. */
const LISTED_REACH = 48;

function isListedOfMany(text: string, at: number): boolean {
  return (
    '、和及'.includes(text[at - 1] ?? '。') &&
    LISTED_OF_MANY.test(text.slice(Math.max(0, at - LISTED_REACH), at))
  );
}

function isHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}
