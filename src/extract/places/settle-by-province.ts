import { type Division, identityOf, type Reading } from './division.ts';
import type { Mention } from './find-mentions.ts';

/** Mentions with the readings that they have so far: none for short names of counties that nothing told yet. */
export interface ProvinceSearch {
  readonly mentions: readonly Mention[];
  /** By mention; filled here. */
  readonly settled: (readonly Reading[])[];
  /** True where a mention stands in one list with the next. */
  readonly joined: (index: number) => boolean;
  readonly inTheirYear: (readings: readonly Reading[]) => readonly Reading[];
}

/** How far along a list its provinces are looked for, in mentions. */
const REACH = 12;

/**
 * Gives short names of counties a meaning that only their list tells: 沿河 in 赫章、沿河、榕江 is the one in the
 * province of the others, 石楼 in 兰考、石楼 the only one there is, 开平、高要 those of the province that the text is about.
 *
 * @returns the indices of mentions that were settled
 */
export function settleByProvince(search: ProvinceSearch): ReadonlySet<number> {
  const told = new Set<number>();
  const open: number[] = [];
  for (let i = 0; i < search.mentions.length; i++) {
    if (!search.mentions[i].listed || search.settled[i].length > 0) continue;
    if (search.joined(i - 1) || search.joined(i)) open.push(i);
  }
  if (open.length === 0) return told;
  const around = provincesOf(search.settled);
  const settle = (i: number) => {
    if (search.settled[i].length > 0) return;
    const readings = readingOf(i, search, around);
    if (readings.length === 0) return;
    search.settled[i] = readings;
    told.add(i);
  };
  for (const i of open) settle(i);
  for (const i of open.reverse()) settle(i);
  return told;
}

function readingOf(i: number, search: ProvinceSearch, around: ReadonlyMap<string, number>): Reading[] {
  const { mentions, settled, joined, inTheirYear } = search;
  const counties = mentions[i].everywhere.filter(({ division }) => division.level === 'county');
  const readings = inTheirYear(counties);
  const beside = [joined(i - 1) ? i - 1 : -1, joined(i) ? i + 1 : -1].filter((other) => other !== -1);
  const places = beside.filter((other) => settled[other].length > 0);
  const only = (found: readonly Reading[]) =>
    new Set(found.map(({ division }) => identityOf(division))).size === 1 ? [...found] : [];
  if (places.length > 0) {
    if (!places.some((other) => settled[other].some(({ division }) => division.level !== 'province')))
      return [];
    // 太湖、巢湖 are lakes: a name that can be water's or a mountain's needs a neighbour that can't.
    if (isFeature(i, settled, mentions) && places.every((other) => isFeature(other, settled, mentions)))
      return [];
    const ofCounty = places.some((other) =>
      settled[other].some(({ division }) => division.level === 'county'),
    );
    const provinces = provincesAlong(i, search);
    const near = only(readings.filter(({ division }) => provinces.has(division.province)));
    if (mentions[i].common) return ofCounty ? near : [];
    if (near.length > 0) return near;
    const named = only(readings.filter(({ division }) => around.has(division.province)));
    if (named.length > 0) return named;
    return ofCounty ? only(readings) : [];
  }
  // Two names that nothing else is said of are counties of the province that the text names most.
  if (mentions[i].common) return [];
  const most = [...around].reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0] as [
    string,
    number,
  ])[0];
  const isThere = ({ division }: Reading) => division.province === most;
  return beside.some((other) => !mentions[other].common && mentions[other].everywhere.some(isThere))
    ? only(readings.filter(isThere))
    : [];
}

/** True for a short name that ends as those of water, land and mountains do. */
function isFeature(
  i: number,
  settled: readonly (readonly Reading[])[],
  mentions: readonly Mention[],
): boolean {
  const readings = settled[i].length > 0 ? settled[i] : mentions[i].everywhere;
  return readings.every(
    ({ division, form }) => form === 'short' && FEATURES.includes(shortEnd(division.name)),
  );
}

const FEATURES = '湖江河山岛海湾泽泉';

/** The last character of a name without its level: 湖 of 太湖县. */
function shortEnd(name: string): string {
  return name.at(-2) ?? '';
}

/** The provinces of the settled places of a mention's list. */
function provincesAlong(at: number, { settled, joined }: ProvinceSearch): Set<string> {
  const provinces = new Set<string>();
  const add = (readings: readonly Reading[]) => {
    for (const { division } of readings) if (isSure(readings)) provinces.add(division.province);
  };
  for (let i = at; i > at - REACH && joined(i - 1); i--) add(settled[i - 1]);
  for (let i = at; i < at + REACH && joined(i); i++) add(settled[i + 1]);
  return provinces;
}

/** How often each province is named, by itself or by a place in it. */
function provincesOf(settled: readonly (readonly Reading[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const readings of settled) {
    if (!isSure(readings)) continue;
    const { province }: Division = readings[0].division;
    counts.set(province, (counts.get(province) ?? 0) + 1);
  }
  return counts;
}

function isSure(readings: readonly Reading[]): boolean {
  return (
    readings.length > 0 &&
    readings.every(({ division }) => division.province === readings[0].division.province)
  );
}
