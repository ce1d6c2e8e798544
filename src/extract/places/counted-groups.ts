import { type Dictionaries, SuffixIndex } from '../../dictionary/index.ts';
import type { FoundEntity } from '../../document/index.ts';
import { abbreviationsOf } from './abbreviations.ts';
import { countBefore } from './count-before.ts';
import { type Division, divisionRegister, yearsAway } from './division.ts';

/** A group of provinces by their number: 31个省（区、市）, 西部12省, 三省一市. UTF-16 units of the text. */
export interface CountedGroup {
  readonly start: number;
  readonly end: number;
  readonly count: number;
  /** Codes, where the text or the number tells them. */
  readonly members?: readonly string[];
}

/** What counted groups are looked for with. */
export interface CountedSearch {
  readonly text: string;
  readonly year: number | undefined;
  readonly dictionaries: Dictionaries;
  /** The divisions and groups of the text, in order. */
  readonly found: readonly FoundEntity[];
  /** The members of a named group (西部地区), where it is known. */
  readonly membersOf: (name: string) => readonly string[] | undefined;
}

/** What may stand after 省 where provinces are counted; with 个 before it, 省 alone is enough. */
const COUNTED =
  /^省(?:[（(]自治区、?直辖市[）)]|[（(]区、?市[）)]|[（(][区市][）)]|、自治区、直辖市|、自治区|、区、市|级行政区(?:划单位)?|区市|市区|份|市|区)?/;
/** 三省一市, 三省三区: provinces and what is no province, counted one after the other. */
const AND_MORE = /^省([一二两三四五六七八九十\d]{1,2})(?=[市区](?![级县域长委政场民内]))/;

/** After 省 where that says whose a thing is: 省重点实验室. */
const OF_PROVINCE =
  /^(?:重点|实验|科技|科学|文明|特色|优秀|名牌|质量|社科|课题|基金|工程|技术|产业|专项|现代|创新)/u;
/** The provinces, regions and municipalities of the whole country, 港澳台 among them. */
const MOST = 34;

/** Finds counted provinces; looks at every 省 of the text once. */
export function findCountedGroups(search: CountedSearch): CountedGroup[] {
  const { text } = search;
  const groups: CountedGroup[] = [];
  for (let at = text.indexOf('省'); at !== -1; at = text.indexOf('省', at + 1)) {
    const hasMeasure = text[at - 1] === '个';
    const counted = countBefore(text, hasMeasure ? at - 1 : at);
    const group = counted === undefined ? undefined : groupAt(search, at, hasMeasure, counted);
    if (group !== undefined) groups.push(group);
  }
  return groups;
}

function groupAt(
  search: CountedSearch,
  at: number,
  hasMeasure: boolean,
  counted: { start: number; count: number },
): CountedGroup | undefined {
  const { text, found, dictionaries } = search;
  const head = headBefore(search, counted.start);
  const more = hasMeasure ? null : AND_MORE.exec(text.slice(at, at + 4));
  const end = at + (more === null ? COUNTED.exec(text.slice(at, at + 12))![0].length : more[0].length + 1);
  if (/^[级会内外直属]/.test(text.slice(end, end + 1))) return undefined;
  // 63个|省重点实验室: what is counted is not provinces.
  if (end === at + 1 && OF_PROVINCE.test(text.slice(end, end + 4))) return undefined;
  const others = more === null ? 0 : (countBefore(more[1], more[1].length)?.count ?? 0);
  const count = counted.count + others;
  if (count > MOST) return undefined;
  if (head !== undefined) {
    const start = counted.start - head.length;
    if (isPlaceBefore(found, start)) return undefined;
    const known =
      search.membersOf(text.slice(start, end)) ?? search.membersOf(head) ?? search.membersOf(`${head}地区`);
    return { start, end, count, ...(known?.length === count ? { members: known } : {}) };
  }
  // 三省 alone may be 三省六部, and 川渝两省市 says again what was named.
  const long = end - at >= 3 || (end - at === 2 && counted.count > 1);
  const names = hasMeasure || long;
  // So does 山西、广西3个省（区）.
  const listed = hasMeasure && isPlaceBefore(found, counted.start);
  const again =
    listed || (!hasMeasure && (end - at < 3 || more !== null) && isNamedBefore(search, counted.start));
  if (!names || again) return undefined;
  const members =
    more !== null
      ? undefined
      : (listedBefore(found, text, counted.start) ?? allProvinces(count, search.year, dictionaries));
  return { start: counted.start, end, count, ...(members === undefined ? {} : { members }) };
}

/** The part of the country whose provinces are counted; 其中西部12省 counts those of the west. */
function headBefore({ text, dictionaries }: CountedSearch, at: number): string | undefined {
  const word = headsOf(dictionaries).before(text, at)?.word;
  return word?.[0] === '中' && text[at - word.length - 1] === '其' ? word.slice(1) : word;
}

const headsKey = Symbol('heads of counted groups');

/** 西部 in 西部12省. */
function headsOf(dictionaries: Dictionaries): SuffixIndex<true> {
  return dictionaries.derived(
    headsKey,
    (from) =>
      new SuffixIndex(
        from
          .rows('place-words')
          .filter(({ use }) => use === 'head')
          .map(({ word }) => [word, true] as const),
      ),
  );
}

/** True where a place ends right at a position. */
function isPlaceBefore(found: readonly FoundEntity[], at: number): boolean {
  const index = lastBefore(found, at);
  return index >= 0 && found[index].span.end === at;
}

/** True where places or their abbreviations stand right before: 沪苏浙皖三省一市 names them. */
function isNamedBefore({ text, found, dictionaries }: CountedSearch, at: number): boolean {
  return (
    isPlaceBefore(found, at) || abbreviationsOf(dictionaries).isAbbreviation[text.charCodeAt(at - 1)] === 1
  );
}

/** The provinces that the text lists just before: 四川、云南等3个省. */
function listedBefore(found: readonly FoundEntity[], text: string, start: number): string[] | undefined {
  const members: string[] = [];
  let edge = text[start - 1] === '等' ? start - 1 : start;
  for (let i = lastBefore(found, edge); i >= 0; i--) {
    const entity = found[i];
    const joined =
      entity.span.end === edge || (edge - entity.span.end === 1 && '、和与及'.includes(text[edge - 1]));
    if (entity.type !== 'province' || !joined) break;
    members.unshift(entity.ref);
    edge = entity.span.start;
  }
  return members.length > 1 ? members : undefined;
}

/** Index of the last entity that ends at or before a position; entities of one recognizer are in text order. */
function lastBefore(found: readonly FoundEntity[], at: number): number {
  let low = 0;
  let high = found.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (found[middle].span.end <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Every province of the mainland, where that is how many the text counts: 31 since 1997. */
function allProvinces(
  count: number,
  year: number | undefined,
  dictionaries: Dictionaries,
): string[] | undefined {
  const there = mainlandProvinces(dictionaries).filter(
    (division) => yearsAway(division, year ?? Number.POSITIVE_INFINITY) === 0,
  );
  return there.length === count ? there.map(({ code }) => code) : undefined;
}

const provincesKey = Symbol('mainland provinces');

/** The mainland's provinces of all years. */
function mainlandProvinces(dictionaries: Dictionaries): readonly Division[] {
  return dictionaries.derived(provincesKey, (from) =>
    divisionRegister(from).divisions.filter(({ level, code }) => level === 'province' && code < '700000'),
  );
}
