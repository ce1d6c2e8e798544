import type { Edges } from '../edges.ts';
import type { NameTrie } from '../name-trie.ts';
import { type Reading, yearsAway } from './division.ts';
import { type PlaceNames, ShortCounty } from './place-names.ts';

/** A place name in a text and everything that it can mean. UTF-16 units of the text. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly readings: readonly Reading[];
  /** What its name can mean anywhere, sisters beside it telling: 朝阳 is a district in 海淀、朝阳、丰台. */
  readonly everywhere: readonly Reading[];
  /** True where the name is an ordinary word as well, so that a neighbour must say that it is a place. */
  readonly common: boolean;
  /** True for the short name of a county that is one only beside its sisters: 三江 in 融安、三江、融水. */
  readonly listed: boolean;
  /** True where the words of the text are cut into the name as one that is a name, and nothing else. */
  readonly proper: boolean;
  /** The mention that this one follows without anything between: 福建省 for 福州市 in 福建省福州市. */
  readonly inside: Mention | undefined;
}

/** What place names are looked for with. */
export interface MentionSearch {
  readonly text: string;
  readonly names: PlaceNames;
  readonly edges: Edges;
  /** The year that names are read as of. */
  readonly year: number;
  /** Where names that need no place before them may begin, where that is known already; ascending. */
  readonly places?: Uint32Array;
  /** What the text is known to be. In an address names stand anywhere; in a bare one counties go by short names too. */
  readonly kind: 'prose' | 'address' | 'bare-address';
}

/** For how many years after its end a division is still called by its bare name: 襄樊, but not 惠民 (a prefecture to 1992). */
const YEARS_REMEMBERED = 15;

/**
 * Finds place names, the longest at each place that stands as a word, left to right, without overlaps.
 *
 * Bare names of counties (湘潭 for 湘潭县, 和平 for 和平区) are ordinary words too often: outside addresses they
 * count only right after the place that they lie in, but for those of the register of short names (昆山). Single characters (京, 沪) are another recognizer's.
 */
export function findMentions(search: MentionSearch): Mention[] {
  const { text, names, places = placesOf(names.trie, text) } = search;
  const { trie } = names;
  const mentions: Mention[] = [];
  let last: Mention | undefined;
  let next = 0;
  let free = 0;
  for (;;) {
    while (next < places.length && places[next] < free) next++;
    // Right after a place more names count.
    const at = last?.end === free ? free : next < places.length ? places[next] : text.length;
    if (at >= text.length) return mentions;
    free = at + 1;
    const count = trie.walk(text, at);
    if (count === 0) continue;
    const body = names.bodies.longestEnd(text, at);
    if (body !== -1) {
      free = body;
      continue;
    }
    const inside = last !== undefined && last.end === at ? last : undefined;
    for (let i = count - 1; i >= 0; i--) {
      const end = trie.ends[i];
      const mention = end - at < 2 ? undefined : mentionAt(search, at, end, trie.names[i], inside);
      if (mention === undefined) continue;
      mentions.push(mention);
      last = mention;
      free = end;
      break;
    }
  }
}

/** Where names of a trie may begin in a text. */
function placesOf(trie: NameTrie, text: string): Uint32Array {
  const places: number[] = [];
  for (let at = 0; at < text.length; at++) if (trie.mayBeginAt(text, at)) places.push(at);
  return Uint32Array.from(places);
}

function mentionAt(
  search: MentionSearch,
  start: number,
  end: number,
  name: number,
  inside: Mention | undefined,
): Mention | undefined {
  const { names } = search;
  const all = names.readings[name];
  const common = names.common[name] === 1;
  const hasFull = names.full[name] === 1;
  const isFull = hasFull || keepsEnding(search.text[end - 1]);
  // 广州军区 is no more 广州 than 北京军区 is 北京.
  if (!hasFull && isFull && isBeforeOtherWord(search, end)) return undefined;
  if (isFull ? endsInAnotherWord(search, end) : isOtherName(search, end)) return undefined;
  if (!isFull && inside === undefined && isInProvince(search, start, end)) return undefined;
  if (inside === undefined && (!isFull || end - start <= SURE_LENGTH) && !search.edges.beginsAt(start))
    return undefined;
  const within =
    inside === undefined
      ? none
      : all.filter(
          ({ division, form }) =>
            liesIn(division, inside) && !(common && form === 'short' && division.level === 'county'),
        );
  const isWithin = within.length > 0;
  // 盐城市滨海新区 is a zone of that city, and not the district of another.
  if (inside !== undefined && !isWithin && search.text.startsWith('新区', end - 2)) return undefined;
  let readings = isWithin
    ? within
    : names.alone[name] === 1
      ? all
      : all.filter((reading) => speaksAlone(search, reading, end));
  const short = search.kind === 'prose' ? names.shortCounties[name] : ShortCounty.Never;
  const ofCounty = readings.length === 0 && short !== ShortCounty.Never;
  if (ofCounty) readings = all.filter(({ division }) => yearsAway(division, search.year) === 0);
  if (readings.length === 0) return undefined;
  const isShort =
    !isWithin &&
    search.kind === 'prose' &&
    readings.every(({ division, form }) => form === 'short' && division.level === 'county');
  if (isShort && isPartOfName(search, start, end)) return undefined;
  const listed = ofCounty && short === ShortCounty.Listed;
  const proper =
    listed && search.edges.tokenStart(end - 1) === start && NAME_TAG.test(search.edges.tagBefore(end));
  return {
    start,
    end,
    readings,
    everywhere: all,
    common,
    listed,
    proper,
    inside: isWithin ? inside : undefined,
  };
}

const none: readonly Reading[] = [];

/** Parts of speech of names of people and places. */
const NAME_TAG = /^n[rsz]/;

/** Full names longer than this need no word edge before them: nothing else ends or begins so. */
const SURE_LENGTH = 3;

/** True where a reading needs no place before it to be meant. */
function speaksAlone({ text, year, kind }: MentionSearch, { division, form }: Reading, end: number): boolean {
  // 黄县 (to 1986) in 沿黄县: two characters of the past are chance.
  if (form === 'full' && division.name.length === 2 && kind === 'prose')
    return year - division.to <= YEARS_REMEMBERED;
  if (form === 'full' || kind === 'bare-address' || keepsEnding(text[end - 1])) return true;
  return division.level !== 'county' && year - division.to <= (kind === 'prose' ? YEARS_REMEMBERED : 0);
}

/** True for names that are meant in any text and year without a place before them, whatever they mean. */
export function alwaysSpeaksAlone(name: string, readings: readonly Reading[]): boolean {
  const ends = keepsEnding(name[name.length - 1]);
  return readings.every(({ division: { name: full, level, to }, form }) =>
    form === 'full' ? full.length > 2 : ends || (level !== 'county' && to === Number.POSITIVE_INFINITY),
  );
}

/** True for names that can be meant in prose without a place before them, in some year or other. */
export function canSpeakAlone(name: string, readings: readonly Reading[]): boolean {
  return (
    name.length > 1 &&
    (keepsEnding(name[name.length - 1]) ||
      readings.some(({ division, form }) => form === 'full' || division.level !== 'county'))
  );
}

/** Short names that keep an ending (三江县, 科左后旗) are as good as full ones. */
function keepsEnding(last: string): boolean {
  return last === '县' || last === '旗' || last === '州';
}

/** True where a division lies in one of the things that the mention can mean. */
export function liesIn(division: Reading['division'], { readings }: Pick<Mention, 'readings'>): boolean {
  return readings.some(
    ({ division: { code, level } }) =>
      code !== '' &&
      code !== division.code &&
      (code === division.parent || (level === 'province' && code === division.province)),
  );
}

/** True where the ending of a full name belongs to the next word: 北京市|民. */
function endsInAnotherWord({ text, names, edges, kind }: MentionSearch, end: number): boolean {
  if (kind !== 'prose') return false;
  const reach = names.ending.longestEnd(text, end - 1);
  // 武汉市|长江 has no 市长 in it: the words of the text are cut otherwise.
  return reach !== -1 && edges.endsAt(reach) && names.kept.longestEnd(text, end - 1) === -1;
}

/** Water, land and mountains that are called after places: 高邮湖, 胶州湾. */
const FEATURES = '湖湾江河山岛峡溪岭';

/** True for a county's short name that is a person's, or the beginning of a lake's or mountain's: 沈|丹阳, 高邮|湖. */
function isPartOfName({ text, edges }: MentionSearch, start: number, end: number): boolean {
  if (FEATURES.includes(text[end] ?? '。') && edges.endsAt(end + 1)) return true;
  return edges.tagBefore(start).startsWith('nr') && edges.endsAt(start - 1);
}

/** True where a province's name begins within a bare name that a word stands right before: 区域内|江苏 is not 内江. */
function isInProvince({ text, names, edges }: MentionSearch, start: number, end: number): boolean {
  if (start === 0 || edges.isFreeBefore(start)) return false;
  for (let at = start + 1; at < end; at++) {
    const count = names.trie.walk(text, at);
    if (count === 0 || names.trie.ends[count - 1] <= end) continue;
    if (names.readings[names.trie.names[count - 1]].some(({ division }) => division.level === 'province')) {
      return true;
    }
  }
  return false;
}

/** 三省, 两省 after the provinces that they count. */
const COUNTED_AFTER = /^[两二三四五六七八九](?:省|市|地|个)/;

/** 等地, 等3县 after a list of places. */
const ET_CETERA = /^等(?:[\d一二两三四五六七八九十]{1,2}个?)?[地县市区省]/;

/** True before a word that makes a bare name part of another name. */
function isBeforeOtherWord({ text, names, edges, kind }: MentionSearch, end: number): boolean {
  const reach = names.after.longestEnd(text, end);
  return reach !== -1 && kind === 'prose' && edges.endsAt(reach);
}

/** True where a bare name is part of another name or word: 北京时间, 重庆路. */
function isOtherName(search: MentionSearch, end: number): boolean {
  const { text, names, edges } = search;
  if (isBeforeOtherWord(search, end)) return true;
  // 广东三省 has 东三省 in it for those who cut words.
  if (COUNTED_AFTER.test(text.slice(end, end + 3))) return false;
  // 武平等县 has 平等 in it for those who cut words.
  if (text[end] === '等' && ET_CETERA.test(text.slice(end, end + 5))) return false;
  return !(edges.endsAt(end) || names.trie.walk(text, end) > 0 || names.ending.walk(text, end) > 0);
}
