import type { Candidate } from '../../document/index.ts';
import { type Division, identityOf, type Reading, yearsAway } from './division.ts';
import { liesIn, type Mention } from './find-mentions.ts';

/** What a mention means: one division, or several that nothing in the text tells apart, likeliest first. */
export interface Resolved {
  readonly mention: Mention;
  readonly readings: readonly Reading[];
  readonly confidence: number;
}

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
  const settled = mentions.map((mention) => inTheirYear(mention.readings, year));
  const result: Resolved[] = [];
  for (let i = 0; i < mentions.length; i++) {
    const mention = mentions[i];
    const listed = isListed(mentions, i, text);
    if (mention.common && mention.inside === undefined && !listed && !isUnmistakable(settled[i])) continue;
    let readings = settled[i];
    if (codesOf(readings).size > 1) readings = byNeighbours(mentions, settled, i, sentenceOf);
    settled[i] = readings;
    result.push({ mention, readings, confidence: confidenceOf(mention, readings) });
  }
  return result;
}

function codesOf(readings: readonly Reading[]): Set<string> {
  return new Set(readings.map(({ division }) => identityOf(division)));
}

/** The readings that held in the year; where none did, those nearest to it. Higher levels go before lower ones for bare names. */
function inTheirYear(readings: readonly Reading[], year = Number.POSITIVE_INFINITY): Reading[] {
  if (readings.length === 1) return [...readings];
  const away = readings.map(({ division }) => yearsAway(division, year));
  const nearest = Math.min(...away);
  const held = readings.filter((_, i) => away[i] === nearest);
  const full = held.filter(({ form }) => form === 'full');
  const best = full.length > 0 ? full : held;
  const highest = best.reduce((top, { division }) => Math.min(top, rankOf(division)), 3);
  const bare = full.length === 0 ? best.filter(({ division }) => rankOf(division) === highest) : best;
  return latestOfEach(bare);
}

/** Of several readings with one code (a change of rank within the year), the latest. */
function latestOfEach(readings: readonly Reading[]): Reading[] {
  const byIdentity = new Map<string, Reading>();
  for (const reading of readings) {
    const known = byIdentity.get(identityOf(reading.division));
    if (known === undefined || known.division.from < reading.division.from)
      byIdentity.set(identityOf(reading.division), reading);
  }
  return [...byIdentity.values()];
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
): Reading[] {
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
      if (codesOf(near).size === 1) return near;
    }
  }
  return [...readings];
}

/** True where the neighbour is one division, and a sister of this one. */
function liesBeside({ parent, level }: Division, neighbour: readonly Reading[]): boolean {
  return (
    codesOf(neighbour).size === 1 &&
    neighbour[0].division.level === level &&
    neighbour[0].division.parent === parent
  );
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
  if (codesOf(readings).size > 1) return 0.5;
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
