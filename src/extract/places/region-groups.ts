import { textSpan } from '../../alignment/index.ts';
import type { Dictionaries } from '../../dictionary/index.ts';
import type { FoundEntity, RegionGroupEntity } from '../../document/index.ts';
import { Edges } from '../edges.ts';
import { NameTrie } from '../name-trie.ts';
import type { ExtractContext, Recognizer } from '../recognizer.ts';
import { abbreviationsOf } from './abbreviations.ts';
import { countBefore } from './count-before.ts';
import { type Division, divisionRegister, isDivision, yearsAway } from './division.ts';

type RegionGroup = Omit<RegionGroupEntity, 'id'>;

/** Groups of regions: named ones (京津冀, 东部地区), and those that are counted (31个省（区、市）). */
export const regionGroups: Recognizer = {
  name: 'region-group',
  priority: 55,
  find: (context) => {
    const found = context.found.filter(isDivision);
    return [...namedGroups({ ...context, found }), ...countedGroups({ ...context, found })];
  },
};

export interface Groups {
  readonly trie: NameTrie;
  readonly members: readonly (readonly string[])[];
  /** What makes a name before it another thing: 高速. */
  readonly line: NameTrie;
}

const key = Symbol('region-groups');

/** The groups of a run, made once. */
export function groupsOf(dictionaries: Dictionaries): Groups {
  return dictionaries.derived(key, (from) => {
    const rows = from.rows('region-groups');
    return {
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

function namedGroups({ text, tokens, dictionaries, beginnings, found }: ExtractContext): RegionGroup[] {
  const { trie, members, line } = groupsOf(dictionaries);
  const { isAbbreviation } = abbreviationsOf(dictionaries);
  const edges = new Edges(text, tokens);
  const groups: RegionGroup[] = [];
  let place = 0;
  let free = 0;
  for (const at of beginnings.of('regionGroups')) {
    if (at < free) continue;
    const count = trie.walk(text, at);
    if (count === 0) continue;
    const end = trie.ends[count - 1];
    while (place < found.length && found[place].span.end < at) place++;
    // 江苏东部地区 is a part of one province; another country's has its name before it.
    const partOf = place < found.length && found[place].span.end === at;
    const ofOther = partOf || (!edges.isFreeBefore(at) && /^n[rsz]/.test(edges.tagBefore(at)));
    if (ofOther || !edges.beginsAt(at) || !edges.endsAt(end)) continue;
    // A longer run of abbreviations is one group (京津沪渝); 港澳高速 is a road.
    if (isAbbreviation[text.charCodeAt(at - 1)] === 1 || isAbbreviation[text.charCodeAt(end)] === 1) {
      if (isAbbreviation[text.charCodeAt(at)] === 1) continue;
    }
    if (line.longestEnd(text, end) !== -1) continue;
    const codes = members[trie.names[count - 1]];
    groups.push({ ...groupAt(text, at, end, 0.95), count: codes.length, members: codes });
    free = end;
  }
  return groups;
}

/** What may stand after 省 where provinces are counted; with 个 before it, 省 alone is enough. */
const COUNTED =
  /^省(?:[（(]自治区、?直辖市[）)]|[（(]区、?市[）)]|[（(][区市][）)]|、自治区、直辖市|、自治区|、区、市|区市|市区|份|市|区)?/;

function countedGroups({ text, year, dictionaries, found }: ExtractContext): RegionGroup[] {
  const groups: RegionGroup[] = [];
  for (let at = text.indexOf('省'); at !== -1; at = text.indexOf('省', at + 1)) {
    const hasMeasure = text[at - 1] === '个';
    const counted = countBefore(text, hasMeasure ? at - 1 : at);
    if (counted === undefined) continue;
    const end = at + COUNTED.exec(text.slice(at, at + 12))![0].length;
    // 三省 alone may be 三省六部; 3省级 counts something else.
    if ((!hasMeasure && end - at < 3) || /^[级会内外]/.test(text.slice(end))) continue;
    const members =
      listedBefore(found, text, counted.start) ?? allProvinces(counted.count, year, dictionaries);
    groups.push({
      ...groupAt(text, counted.start, end, 0.95),
      count: counted.count,
      ...(members === undefined ? {} : { members }),
    });
  }
  return groups;
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
