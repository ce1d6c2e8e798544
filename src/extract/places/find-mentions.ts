import type { Edges } from '../edges.ts';
import type { Reading } from './division.ts';
import type { PlaceNames } from './place-names.ts';

/** A place name in a text and everything that it can mean. UTF-16 units of the text. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly readings: readonly Reading[];
  /** True where the name is an ordinary word as well, so that a neighbour must say that it is a place. */
  readonly common: boolean;
  /** The mention that this one follows without anything between: 福建省 for 福州市 in 福建省福州市. */
  readonly inside: Mention | undefined;
}

/**
 * Finds place names, the longest at each place that stands as a word, left to right, without overlaps.
 *
 * Bare names of counties (湘潭 for 湘潭县, 和平 for 和平区) are ordinary words too often: they count only
 * right after the place that they lie in. Single characters (京, 沪) are another recognizer's.
 */
export function findMentions(text: string, names: PlaceNames, edges: Edges, year: number): Mention[] {
  const { trie } = names;
  const mentions: Mention[] = [];
  let last: Mention | undefined;
  for (let at = 0; at < text.length; at++) {
    const count = trie.walk(text, at);
    if (count === 0) continue;
    const body = names.bodies.longestEnd(text, at);
    if (body !== -1) {
      at = body - 1;
      continue;
    }
    const inside = last !== undefined && last.end === at ? last : undefined;
    for (let i = count - 1; i >= 0; i--) {
      const mention = mentionAt(text, at, trie.ends[i], trie.names[i], names, edges, inside, year);
      if (mention === undefined) continue;
      mentions.push(mention);
      last = mention;
      at = mention.end - 1;
      break;
    }
  }
  return mentions;
}

function mentionAt(
  text: string,
  start: number,
  end: number,
  name: number,
  names: PlaceNames,
  edges: Edges,
  inside: Mention | undefined,
  year: number,
): Mention | undefined {
  if (end - start < 2) return undefined;
  const all = names.readings[name];
  const full = all.some(({ form }) => form === 'full');
  if (!full && !stands(text, start, end, names, edges, inside)) return undefined;
  if (full && !standsInFull(text, start, end, names, edges, inside)) return undefined;
  const within = inside === undefined ? [] : all.filter(({ division }) => liesIn(division, inside));
  const readings =
    within.length > 0 ? within : all.filter((reading) => speaksAlone(reading, text, end, year));
  if (readings.length === 0) return undefined;
  return {
    start,
    end,
    readings,
    common: names.common[name] === 1,
    inside: within.length > 0 ? inside : undefined,
  };
}

/** For how many years after its end a division is still called by its bare name: 襄樊, but not 惠民 (a prefecture to 1992). */
const YEARS_REMEMBERED = 15;

/** True where a reading needs no place before it to be meant. */
function speaksAlone({ division, form }: Reading, text: string, end: number, year: number): boolean {
  if (form === 'full' || isAlias(text, end)) return true;
  return division.level !== 'county' && year - division.to <= YEARS_REMEMBERED;
}

/** Short names that keep an ending (三江县, 科左后旗) are as good as full ones. */
function isAlias(text: string, end: number): boolean {
  const last = text[end - 1];
  return last === '县' || last === '旗' || last === '州';
}

/** True where a division lies in one of the things that the mention can mean. */
export function liesIn(division: Reading['division'], { readings }: Mention): boolean {
  return readings.some(
    ({ division: { code, level } }) =>
      code !== division.code &&
      (code === division.parent || (level === 'province' && code === division.province)),
  );
}

/** A full name stands unless its ending belongs to the next word (北京市|民) or it begins within one. */
function standsInFull(
  text: string,
  start: number,
  end: number,
  names: PlaceNames,
  edges: Edges,
  inside: Mention | undefined,
): boolean {
  if (names.ending.longestEnd(text, end - 1) !== -1 && names.kept.longestEnd(text, end - 1) === -1)
    return false;
  return end - start > 3 || inside !== undefined || edges.beginsAt(start);
}

/** A bare name stands where words begin and end at its edges and what follows makes no other name of it. */
function stands(
  text: string,
  start: number,
  end: number,
  names: PlaceNames,
  edges: Edges,
  inside: Mention | undefined,
): boolean {
  if (inside === undefined && !edges.beginsAt(start)) return false;
  const reach = names.after.longestEnd(text, end);
  if (reach !== -1 && edges.endsAt(reach)) return false;
  return edges.endsAt(end) || names.trie.walk(text, end) > 0 || names.ending.walk(text, end) > 0;
}
