import type { Beginnings } from '../beginnings.ts';
import type { Edges } from '../edges.ts';
import { LocalNameReader, type LocalParts } from './local-names.ts';
import type { Place, Region, RegionContext } from './local-region.ts';
import type { OrganWords } from './organ-words.ts';

/** The name of a local body in a text. UTF-16 units of the text. */
export interface LocalMention extends Region {
  readonly start: number;
  readonly end: number;
  /** The full name, where that is not what the text says. */
  readonly name?: string;
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

/**
 * Finds the names of local bodies, left to right, without overlaps.
 *
 * A body in a list has the place of the one before it (省发改委、财政厅); one after 各 is none, and neither
 * are those in its list (各地发改委、财政局).
 */
export function findLocalNames(search: LocalSearch): LocalMention[] {
  const { text, places, beginnings } = search;
  const reader = new LocalNameReader(text, search.parts, search.words, beginnings.of('localEndings'));
  const begins = beginnings.of('localOrgans');
  const mentions: LocalMention[] = [];
  let place = 0;
  let next = 0;
  let generic = -1;
  let free = 0;
  for (;;) {
    while (place < places.length && places[place].end <= free) place++;
    while (next < begins.length && begins[next] < free) next++;
    const placeAt = place < places.length ? Math.max(places[place].start, free) : text.length;
    const at = Math.min(placeAt, next < begins.length ? begins[next] : text.length);
    if (at === text.length) return mentions;
    const inPlace = at === placeAt;
    const found =
      namedBody(at, reader, search) ??
      (inPlace
        ? afterPlace(places, place, reader, text)
        : (atLevel(at, reader, search) ?? alone(at, reader, search)));
    if (found === undefined) {
      free = inPlace ? places[place].end : at + 1;
      continue;
    }
    const follows = (end: number) =>
      at > end && at - end <= LONGEST_GAP && LIST_GAP.test(text.slice(end, at));
    const before = mentions[mentions.length - 1];
    if (
      found.anchor !== 'place' &&
      (isManyBefore(text, found.start, search.parts) || (found.anchor === 'name' && follows(generic)))
    ) {
      generic = found.end;
    } else if (found.anchor === 'name' && before !== undefined && follows(before.end)) {
      mentions.push({ ...found, ...inherited(before, found) });
    } else mentions.push(found);
    free = found.end;
  }
}

/** Between two bodies of one list; 财政厅（局） names both that there may be. */
const LIST_GAP = /^(?:[（(][局厅委办]{1,2}[）)])?[、和与及]$/u;
const LONGEST_GAP = 5;

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
  if (part !== -1) return { start: at, end: part, anchor: 'place', code, level };
  return { start: at, end, anchor: 'place', code, level, name };
}

/** A body of the place that the text names there: 福建省福州市|财政局. */
function afterPlace(
  places: readonly Place[],
  index: number,
  reader: LocalNameReader,
  text: string,
): LocalMention | undefined {
  const { end: core, full, code, level } = places[index];
  const end = reader.endAfterRegion(core);
  // 南京政府 and 浙江委 are no bodies of today: those need the full name of the place.
  if (end === -1 || (!full && isBareBody(text.slice(core, end)))) return undefined;
  let first = index;
  while (first > 0 && holds(places[first - 1], places[first])) first--;
  return { start: places[first].start, end, anchor: 'place', level, ...(code === undefined ? {} : { code }) };
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

/** A body of a level whose place the text gave before: 省|财政厅, 我市|发改委. */
function atLevel(at: number, reader: LocalNameReader, search: LocalSearch): LocalMention | undefined {
  const { text, parts, edges, regions } = search;
  if (!parts.levelWords.mayBeginAt(text, at)) return undefined;
  const count = parts.levelWords.walk(text, at);
  if (count === 0) return undefined;
  const core = parts.levelWords.ends[count - 1];
  if (!edges.beginsAt(at) && !parts.own.has(text[at - 1])) return undefined;
  // 哈瓦那|市政府: the body of a place that the register does not have.
  if (!edges.isFreeBefore(at) && NAME_TAG.test(edges.tagBefore(at))) return undefined;
  const end = reader.endAfterRegion(core);
  if (end === -1) return undefined;
  const word = text.slice(at, core);
  return { start: at, end, anchor: 'level', ...regions.regionFor(word, parts.levels.get(word), at) };
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
  const end = reader.endAlone(at);
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

/** What ends 各省、自治区、直辖市 and 各省（区、市）, before the name of a body that each has. */
const EVERY_PROVINCE = /(?:直辖市|[（(](?:自治)?区、?(?:直辖)?市[）)])$/u;

function endsEveryProvince(text: string, at: number): boolean {
  const last = text[at - 1];
  return (
    (last === '市' || last === '）' || last === ')') &&
    EVERY_PROVINCE.test(text.slice(Math.max(0, at - 12), at))
  );
}

function isHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}
