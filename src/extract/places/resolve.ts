import type { Candidate } from '../../document/index.ts';
import { titleEnd } from '../title-end.ts';
import { type Division, identityOf, type Reading, yearsAway } from './division.ts';
import { liesIn, type Mention } from './find-mentions.ts';
import { settleByProvince } from './settle-by-province.ts';

/** What a mention means: one division, or several that nothing in the text tells apart, likeliest first. */
export interface Resolved {
  readonly mention: Mention;
  readonly readings: readonly Reading[];
  readonly confidence: number;
}

const none: readonly Reading[] = [];

/** How many mentions on either side may say which of several namesakes is meant. */
const NEIGHBOURS = 12;

/**
 * Gives each mention its meaning, from the year and from the places around it.
 *
 * @param sentenceOf number of the sentence that a position lies in: neighbours in the same one count
 */
export function resolveMentions(
  mentions: readonly Mention[],
  year: number | undefined,
  text: string,
  sentenceOf: (at: number) => number,
): Resolved[] {
  const settled = mentions.map(({ readings, listed }) => (listed ? none : inTheirYear(readings, year)));
  settleListed(mentions, settled, text, year);
  settleAtHome(mentions, settled, text, year);
  const told = settleByProvince({
    mentions,
    settled,
    joined: (i) => i >= 0 && i + 1 < mentions.length && joins(text, mentions[i], mentions[i + 1]),
    inTheirYear: (readings) => inTheirYear(readings, year),
  });
  const result: Resolved[] = [];
  const before = new Map<string, Reading>();
  for (let i = 0; i < mentions.length; i++) {
    const mention = mentions[i];
    if (settled[i].length === 0) continue;
    if (mention.inside === undefined && !mention.listed) {
      const sisters = besideSisters(mentions, settled, i, text);
      if (sisters.length > 0 && awayFrom(sisters, year) <= awayFrom(settled[i], year))
        settled[i] = inTheirYear(sisters, year);
    }
    const listed = isListed(mentions, i, text);
    const stands = mention.inside !== undefined || listed || told.has(i) || isUnmistakable(settled[i]);
    if (mention.common && !stands) continue;
    let readings = settled[i];
    if (areSeveral(readings)) readings = byNeighbours(mentions, settled, i, sentenceOf);
    if (areSeveral(readings)) readings = asBefore(readings, before, result);
    settled[i] = readings;
    if (areOne(readings)) before.set(readings[0].division.name, readings[0]);
    result.push({ mention, readings, confidence: confidenceOf(mention, readings) });
  }
  return result;
}

/**
 * Gives short names that are counties' only in lists their readings, as far as a sister stands beside them or they
 * open a list under the place that they lie in. Each that is told tells the next, from either side.
 */
function settleListed(
  mentions: readonly Mention[],
  settled: (readonly Reading[])[],
  text: string,
  year: number | undefined,
): void {
  const settle = (i: number) => {
    if (!mentions[i].listed || settled[i].length > 0) return;
    const sisters = besideSisters(mentions, settled, i, text);
    const found = sisters.length > 0 ? sisters : underPlace(mentions, settled, i, text);
    if (found.length > 0) settled[i] = inTheirYear(found, year);
  };
  let holder: Mention | undefined;
  for (let i = 0; i < mentions.length; i++) {
    settle(i);
    // 福建永春、武平: what stands in a list that a place opens lies in it too.
    const goesOn = i > 0 && holder !== undefined && joins(text, mentions[i - 1], mentions[i]);
    const held = goesOn ? mentions[i].everywhere.filter(({ division }) => liesIn(division, holder!)) : [];
    if (mentions[i].listed && settled[i].length === 0 && held.length > 0)
      settled[i] = inTheirYear(held, year);
    if (held.length === 0) holder = mentions[i].inside;
  }
  for (let i = mentions.length - 1; i >= 0; i--) settle(i);
  settleAmongPlaces(mentions, settled, text, year);
}

/** Settled places that a list has at least, for a short name beside them to be that of the one county that bears it. */
const SURE_PLACES = 2;

/** 镇江、商丘、|安国、象山: counties far from each other, in a list of nothing but places. */
function settleAmongPlaces(
  mentions: readonly Mention[],
  settled: (readonly Reading[])[],
  text: string,
  year: number | undefined,
): void {
  for (let from = 0, to = 0; from < mentions.length; from = to) {
    to = from + 1;
    while (to < mentions.length && joins(text, mentions[to - 1], mentions[to])) to++;
    let sure = 0;
    for (let i = from; i < to; i++) if (!mentions[i].common && settled[i].length > 0) sure++;
    if (sure < SURE_PLACES || sure === to - from) continue;
    for (let i = from; i < to; i++) {
      if (!mentions[i].listed || settled[i].length > 0) continue;
      // A city's district goes by its short name beside those of the same city alone.
      const own = mentions[i].readings.filter(({ division: { name } }) => !name.endsWith('区'));
      const readings = inTheirYear(own, year);
      if (areOne(readings)) settled[i] = readings;
    }
  }
}

/** Short names of counties that lie in the one prefecture of the title, where they are names and no other words: 静宁 in a report of 平凉市. */
function settleAtHome(
  mentions: readonly Mention[],
  settled: (readonly Reading[])[],
  text: string,
  year: number | undefined,
): void {
  const end = titleEnd(text);
  const titled = settled.filter(
    (readings, i) => mentions[i].start < end && isUnmistakable(readings) && areOne(readings),
  );
  if (!areOne(titled.flat())) return;
  const [home] = titled;
  for (const [i, { proper, common, everywhere }] of mentions.entries()) {
    if (!proper || common || settled[i].length > 0) continue;
    const held = inTheirYear(
      everywhere.filter(
        ({ division }) => division.level === 'county' && liesIn(division, { readings: home }),
      ),
      year,
    );
    if (areOne(held)) settled[i] = held;
  }
}

/** The readings of the first of a list of counties under the place that holds them: 清远的|连南、连山, 湖南：|隆回、洞口. */
function underPlace(
  mentions: readonly Mention[],
  settled: readonly (readonly Reading[])[],
  at: number,
  text: string,
): readonly Reading[] {
  const mention = mentions[at];
  const before = mentions[at - 1];
  const after = mentions[at + 1];
  if (before === undefined || after === undefined || !joins(text, mention, after)) return none;
  if (mention.start - before.end !== 1 || !'的：:（('.includes(text[before.end])) return none;
  const held = ({ everywhere }: Mention) =>
    everywhere.filter(({ division }) => liesIn(division, { readings: settled[at - 1] }));
  return held(after).length > 0 ? held(mention) : none;
}

/** True for readings that are all of one division. */
function areOne(readings: readonly Reading[]): boolean {
  return readings.length > 0 && !areSeveral(readings);
}

/** True for readings of two divisions or more. */
function areSeveral(readings: readonly Reading[]): boolean {
  if (readings.length < 2) return false;
  const first = identityOf(readings[0].division);
  return readings.some(({ division }) => identityOf(division) !== first);
}

/** The readings that held in the year; where none did, those nearest to it. Higher levels go before lower ones for bare names. */
function inTheirYear(readings: readonly Reading[], year = Number.POSITIVE_INFINITY): readonly Reading[] {
  if (readings.length === 1) return readings;
  const nearest = awayFrom(readings, year);
  const held = readings.filter(({ division }) => yearsAway(division, year) === nearest);
  const full = held.filter(({ form }) => form === 'full');
  const best = full.length > 0 ? full : held;
  const highest = best.reduce((top, { division }) => Math.min(top, rankOf(division)), 3);
  const bare = full.length === 0 ? best.filter(({ division }) => rankOf(division) === highest) : best;
  return latestOfEach(bare);
}

/** How many years lie between a year and the reading nearest to it. */
function awayFrom(readings: readonly Reading[], year = Number.POSITIVE_INFINITY): number {
  return Math.min(...readings.map(({ division }) => yearsAway(division, year)));
}

/** Of several readings with one code, or of which one became the other within the year, the latest. */
function latestOfEach(readings: readonly Reading[]): readonly Reading[] {
  if (readings.length === 1) return readings;
  const byIdentity = new Map<string, Reading>();
  const codes = new Set(readings.map(({ division }) => division.code));
  for (const reading of readings) {
    const { successors, from } = reading.division;
    const [successor] = successors;
    const isOver = successors.length === 1 && codes.has(successor) && lastBegun(readings) > from;
    if (isOver) continue;
    const known = byIdentity.get(identityOf(reading.division));
    if (known === undefined || known.division.from < reading.division.from)
      byIdentity.set(identityOf(reading.division), reading);
  }
  return [...byIdentity.values()];
}

function lastBegun(readings: readonly Reading[]): number {
  return Math.max(...readings.map(({ division }) => division.from));
}

function rankOf({ level }: Division): number {
  return level === 'province' ? 0 : level === 'prefecture' ? 1 : 2;
}

/** Chooses among namesakes by the places named around: the nearest that one of them lies in, or lies beside. */
function byNeighbours(
  mentions: readonly Mention[],
  settled: readonly (readonly Reading[])[],
  at: number,
  sentenceOf: (at: number) => number,
): readonly Reading[] {
  const readings = settled[at];
  const sentence = sentenceOf(mentions[at].start);
  for (let step = 1; step <= NEIGHBOURS; step++) {
    for (const other of [at - step, at + step]) {
      const neighbour = mentions[other];
      if (neighbour === undefined || sentenceOf(neighbour.start) !== sentence) continue;
      const near = readings.filter(
        ({ division }) =>
          liesIn(division, { ...neighbour, readings: settled[other] }) ||
          liesBeside(division, settled[other]),
      );
      if (areOne(near)) return near;
    }
  }
  return readings;
}

/** How many mentions back the place that holds one of several namesakes may stand. */
const EARLIER = 40;

/** Of namesakes that their sentence leaves open, the one that the text meant before; else the one in the place named last. */
function asBefore(
  readings: readonly Reading[],
  before: ReadonlyMap<string, Reading>,
  earlier: readonly Resolved[],
): readonly Reading[] {
  const known = before.get(readings[0].division.name);
  const same = readings.filter(
    ({ division }) => known !== undefined && identityOf(division) === identityOf(known.division),
  );
  if (same.length > 0) return same;
  for (let i = earlier.length - 1; i >= 0 && i >= earlier.length - EARLIER; i--) {
    const other = earlier[i].readings;
    if (areSeveral(other)) continue;
    const held = readings.filter(
      ({ division }) => liesIn(division, { readings: other }) || liesBeside(division, other),
    );
    if (areOne(held)) return held;
  }
  return readings;
}

/** True where the neighbour is one division, and a sister of this one. */
function liesBeside({ parent, level }: Division, neighbour: readonly Reading[]): boolean {
  return (
    areOne(neighbour) && neighbour[0].division.level === level && neighbour[0].division.parent === parent
  );
}

/** True where the neighbour can be a sister of this one, whatever else it can be: 大埔 beside 丰顺. */
function hasSister({ parent, level, code }: Division, neighbour: readonly Reading[]): boolean {
  return neighbour.some(
    ({ division }) => division.level === level && division.parent === parent && division.code !== code,
  );
}

/** The readings of a bare name as a county beside its sisters in a list: 朝阳 in 海淀、朝阳、丰台, 三江 in 融安、三江、融水. */
function besideSisters(
  mentions: readonly Mention[],
  settled: readonly (readonly Reading[])[],
  at: number,
  text: string,
): readonly Reading[] {
  const { everywhere: readings } = mentions[at];
  if (readings.some(({ form }) => form === 'full')) return none;
  for (let other = at - 1; other <= at + 1; other += 2) {
    const neighbour = mentions[other];
    if (neighbour === undefined || !joins(text, mentions[at], neighbour)) continue;
    const sisters = readings.filter(
      ({ division }) =>
        division.level === 'county' &&
        (mentions[at].listed ? hasSister(division, settled[other]) : liesBeside(division, settled[other])),
    );
    if (sisters.length > 0) return sisters;
  }
  return none;
}

/** True where a list mark alone stands between two mentions. */
function joins(text: string, a: Mention, b: Mention): boolean {
  const from = a.start < b.start ? a.end : b.end;
  const to = Math.max(a.start, b.start);
  if (to - from === 2) return text.startsWith('以及', from);
  return to - from === 1 && '、和与及'.includes(text[from]);
}

/** True where the mention stands in a list of places: 长春、吉林、四平. */
function isListed(mentions: readonly Mention[], at: number, text: string): boolean {
  const { start, end, readings } = mentions[at];
  // Ordinary words that are counties (新区, 城区) stand in lists of their own kind.
  if (readings.every(({ division }) => division.level === 'county')) return false;
  const joins = (from: number, to: number) => to - from === 1 && text[from] === '、';
  const before = mentions[at - 1];
  const after = mentions[at + 1];
  return (
    (before !== undefined && joins(before.end, start)) || (after !== undefined && joins(end, after.start))
  );
}

function isUnmistakable(readings: readonly Reading[]): boolean {
  return readings.some(({ division, form }) => form === 'full' && division.level === 'prefecture');
}

function confidenceOf({ inside, common }: Mention, readings: readonly Reading[]): number {
  if (areSeveral(readings)) return 0.5;
  if (inside !== undefined) return 0.99;
  if (common) return 0.8;
  return readings[0].form === 'full' ? 0.98 : 0.95;
}

/** The candidates of a mention that stays open, each as likely as the others. */
export function candidatesOf(readings: readonly Reading[]): Candidate[] {
  const confidence = Math.round(100 / readings.length) / 100;
  return readings
    .filter(({ division }) => division.code !== '')
    .map(({ division: { code, name } }) => ({ ref: code, name, confidence }));
}
