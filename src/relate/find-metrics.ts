import { textSpan } from '../alignment/index.ts';
import type { MetricRelation } from '../document/index.ts';
import { clauseEnd, clauseStart, type Stretch } from './clause.ts';
import { ClauseReader } from './clause-reader.ts';
import { CHANGE, COMPASS, FEW, HEAD, JOINT, LASTS } from './clause-shapes.ts';
import { metricOf } from './metric.ts';
import { narrowest } from './place-list.ts';
import type { PlacedEntity } from './placed-entity.ts';
import type { RelateContext, RelateLexicon, Sentence } from './relate-context.ts';
import { isTime, SentenceEntities } from './sentence-entities.ts';
import { isRespective, type ListedSubject, listedSubjects } from './subject-list.ts';
import { tableRows } from './table-rows.ts';

const none: readonly PlacedEntity[] = [];

/** No list of dates that figures answer one by one is longer. */
const MOST_DATES = 20;

/** What a figure of the clause before measured: taken up by a clause that leaves its subject out. */
interface Carried {
  subject: Stretch | undefined;
  /** What the last share is of, where it stands first: 84%的事项能网办 for 宁夏为79%. */
  shared: Stretch | undefined;
  /** The subjects of the last list of figures: 分别增长 takes them up. */
  listed: readonly ListedSubject[] | undefined;
  /** What the sentence's single figures measured so far, in order: 分别增长 takes up the last of these too. */
  measured: Stretch[];
  /** Where the last figure ended. */
  last: number | undefined;
  regions: readonly PlacedEntity[];
  organs: readonly PlacedEntity[];
  date: PlacedEntity | undefined;
  /** Dates that stand in one list, for figures given one by one: 2012年、2013年. */
  dates: readonly PlacedEntity[];
}

/** Sentences that semicolons join: where the first begins, and the regions that it begins with. */
interface OpenSentence {
  readonly start: number;
  readonly regions: readonly PlacedEntity[];
}

/**
 * Finds what each figure measures: its subject, the regions and organs it is about, and when.
 *
 * One sweep: each sentence's figures in order. A clause without a subject of its own takes the one before; so do
 * regions within a sentence, and dates from sentence to sentence.
 */
export function findMetrics(context: RelateContext, lexicon: RelateLexicon): MetricRelation[] {
  const metrics: MetricRelation[] = [];
  const tables = tableRows(context);
  let carry: Carry = { date: undefined, lastOfKind: new Map(), lastSubject: undefined, open: undefined };
  for (const sentence of context.sentences) {
    if (sentence.from === sentence.to) continue;
    const row = tables.get(sentence);
    if (row !== undefined) {
      for (const metric of row) metrics.push(metric);
      continue;
    }
    const reader: SentenceReader = new SentenceReader(context, lexicon, sentence, carry);
    reader.readInto(metrics);
    carry = reader;
  }
  return metrics;
}

/** What goes on from sentence to sentence. */
type Carry = Pick<SentenceReader, 'date' | 'lastOfKind' | 'lastSubject' | 'open'>;

class SentenceReader {
  readonly #text: string;
  readonly #entities: readonly PlacedEntity[];
  readonly #lexicon: RelateLexicon;
  readonly #sentence: Sentence;
  readonly #placed: SentenceEntities;
  readonly #clauses: ClauseReader;
  date: PlacedEntity | undefined;
  /** The region named last of each kind, by itself or in a local body's name: 全省 is of the last 省. */
  readonly lastOfKind: Map<string, PlacedEntity>;
  /** What the last figure measured, be it sentences ago. */
  lastSubject: Stretch | undefined;
  /** Set where the sentence before ended with a semicolon: its regions hold for this one if they head the whole. */
  open: OpenSentence | undefined;

  constructor(context: RelateContext, lexicon: RelateLexicon, sentence: Sentence, before: Carry) {
    this.#text = context.text;
    this.#entities = context.entities;
    this.#lexicon = lexicon;
    this.#sentence = sentence;
    this.#placed = new SentenceEntities(context.text, context.entities, sentence);
    this.#clauses = new ClauseReader(context.text, lexicon, sentence, this.#placed);
    this.date = before.date;
    this.lastOfKind = before.lastOfKind;
    this.lastSubject = before.lastSubject;
    this.open = before.open;
  }

  /** Adds what the sentence's figures measure. */
  readInto(metrics: MetricRelation[]): void {
    const { from, to } = this.#sentence;
    const carried: Carried = {
      subject: undefined,
      shared: undefined,
      listed: undefined,
      measured: [],
      last: undefined,
      regions: this.open?.regions ?? none,
      organs: none,
      date: undefined,
      dates: none,
    };
    /** Where the words that may belong to the next figure begin. */
    let free = this.#sentence.start;
    let seen = from;
    for (let i = from; i < to; i++) {
      const figure = this.#entities[i];
      if (!figure.isFigure || this.#placed.isAside(i)) continue;
      const group = this.#placed.listOf(i);
      const opens = clauseStart(this.#text, figure.start, this.#sentence.start);
      const from = this.#clauses.startOfList(opens, figure.start);
      const open = { start: Math.max(from, free), end: figure.start };
      this.#carry(carried, seen, i, opens);
      seen = i;
      const last = this.#entities[group.at(-1) ?? i];
      const end = clauseEnd(this.#text, last.end, this.#sentence.end);
      for (const metric of this.#metricsOf(group, open, end, carried)) metrics.push(metric);
      free = last.end;
      carried.last = free;
      i = group.at(-1) ?? i;
    }
    this.#carry(carried, seen, to, this.#sentence.end);
    const start = this.open?.start ?? this.#sentence.start;
    const [region] = carried.regions;
    const heads = region !== undefined && region.start - start <= HEAD;
    const goesOn = this.#text[this.#sentence.end - 1] === '；';
    this.open = goesOn ? { start, regions: heads ? carried.regions : [] } : undefined;
  }

  /** Takes up regions, organs and dates between two figures; those of the figure's own clause replace earlier ones. */
  #carry(carried: Carried, from: number, to: number, clauseStart: number): void {
    let regions: PlacedEntity[] | undefined;
    let organs: PlacedEntity[] | undefined;
    let latest = -1;
    for (let i = from; i < to; i++) {
      const entity = this.#entities[i];
      const { start } = entity;
      if (entity.type === 'date' && !this.#placed.opensSpan(entity)) {
        const before = carried.dates.at(-1);
        const joined =
          before !== undefined &&
          carried.dates.length < MOST_DATES &&
          JOINT.test(this.#text.slice(before.end, start));
        carried.dates = joined ? [...carried.dates, entity] : [entity];
        this.date = entity;
      }
      if (!entity.isRegion) {
        const seat = entity.type === 'local-organ' ? this.#placed.seatOf(i) : undefined;
        if (seat !== undefined && !isSame(this.lastOfKind.get(kindOf(seat)), seat))
          this.lastOfKind.set(kindOf(seat), seat);
      } else if (!this.#placed.isInside(i) && !this.#placed.isComparedWith(entity)) {
        if (regions === undefined || (latest < clauseStart && start >= clauseStart)) regions = [entity];
        else regions.push(entity);
        latest = start;
        this.lastOfKind.set(kindOf(entity), entity);
      }
      if (entity.isOrgan && !this.#isSource(entity)) {
        if (organs === undefined) organs = [entity];
        else if (start >= clauseStart || organs[0].start < clauseStart) organs.push(entity);
      }
    }
    if (regions !== undefined) carried.regions = regions;
    else if (this.#isPastSemicolon(carried, clauseStart)) carried.regions = none;
    if (organs !== undefined) carried.organs = organs.filter((organ) => organ.start >= clauseStart);
    else if (from < to) carried.organs = none;
    if (this.date !== undefined) carried.date = this.date;
  }

  /** True where a semicolon parts a clause from its regions, unless these head the sentence: 甲省：…；…；…. */
  #isPastSemicolon({ regions, last }: Carried, clauseStart: number): boolean {
    const [region] = regions;
    if (region === undefined || last === undefined || clauseStart <= last) return false;
    if (region.start - this.#sentence.start <= HEAD) return false;
    return this.#text.slice(last, clauseStart).includes('；');
  }

  /** 据工信部统计: the organ tells, and is not told about. */
  #isSource({ start }: PlacedEntity): boolean {
    return this.#lexicon.sources.before(this.#text, start) !== undefined;
  }

  #metricsOf(
    group: readonly number[],
    before: Stretch,
    end: number,
    carried: Carried,
  ): readonly MetricRelation[] {
    const last = this.#entities[group[group.length - 1]];
    const own = this.#clauses.ownBefore(before);
    const after = this.#clauses.after(last.end, end);
    // A count that goes on to what is counted (28个部门) measures nothing by itself.
    if (last.type === 'quantity' && after !== undefined && !this.#clauses.goesTo(last.end, own)) return [];
    const afterList = this.#text[last.end] === '的' && this.#clauses.followsListMark(before);
    const comesFirst =
      after !== undefined &&
      (afterList ||
        this.#clauses.saysNothing(own) ||
        this.#clauses.has(before, last.end) ||
        this.#clauses.isOfOthers(own, last.end));
    const leftOut = !comesFirst && this.#clauses.leavesOut(own);
    const holders = this.#placed.holdersAfter(last.end, group.at(-1)!);
    if (holders.length > 0) {
      const measured = leftOut ? this.#subjectLeftOut(own, before, carried) : own;
      if (measured.end > measured.start) {
        carried.subject = measured;
        const reading: Reading = { comesFirst: false, leftOut, part: undefined, own };
        const metric = this.#metric(this.#entities[group[0]], measured, reading, carried);
        return [{ ...metric, regions: ids(narrowest(holders)) }];
      }
    }
    const subject = comesFirst ? after : leftOut ? this.#subjectLeftOut(own, before, carried) : own;
    if (subject.start >= subject.end) return [];
    const words = this.#text.slice(subject.start, subject.end);
    // 三年来, 为期8天: how long, and no measure of anything. …/总收入×100% is a formula.
    if (isTime(last) && !LASTS.test(words)) return [];
    if (words.endsWith('×') || LEADS_ONLY.test(words)) return [];
    if (comesFirst) carried.shared = subject;
    else {
      if (!leftOut) carried.shared = undefined;
      carried.subject = subject;
      this.lastSubject = subject;
      if (group.length === 1) carried.measured.push(subject);
    }
    const listed = this.#listedFor(group, { subject, before, leftOut }, carried);
    if (listed !== undefined && !leftOut) carried.listed = listed;
    return group.map((index, place) => {
      const one = listed?.[place];
      const reading = { comesFirst, leftOut, part: one?.part, own };
      const given = one === undefined ? this.#givenOneByOne(place, group.length, before, carried) : carried;
      if (given !== carried && leftOut) reading.own = this.#ownPart(own, place, group.length);
      return this.#metric(this.#entities[index], one?.subject ?? subject, reading, given);
    });
  }

  /** What the figures of a list measure one by one; `undefined` where they all measure one thing. */
  #listedFor(
    { length }: readonly number[],
    { subject, before, leftOut }: { subject: Stretch; before: Stretch; leftOut: boolean },
    { listed, measured }: Carried,
  ): readonly ListedSubject[] | undefined {
    if (length < 2) return undefined;
    if (leftOut && isRespective(this.#text, before)) {
      if (listed?.length === length) return listed;
      // 牛存栏484万头，羊存栏1390万只，分别增长6.2%和3.1%.
      const each = measured.slice(-length);
      const apart = new Set(each.map(({ start }) => start)).size === length;
      if (apart) return each.map((one) => ({ subject: one, part: one }));
    }
    return listedSubjects(this.#text, subject, length, this.#lexicon, (part) => this.#placed.isRegion(part));
  }

  /** Figures given 分别 answer as many regions, or dates, one by one. */
  #givenOneByOne(place: number, count: number, before: Stretch, carried: Carried): Carried {
    if (count < 2 || !isRespective(this.#text, before)) return carried;
    const { regions, dates } = carried;
    return {
      ...carried,
      regions: regions.length === count ? [regions[place]] : regions,
      date: dates.length === count ? dates[place] : carried.date,
    };
  }

  /** The region that answers a figure of a list: the first of 浙江、江苏分别为; all where there are more or fewer. */
  #ownPart(own: Stretch, place: number, count: number): Stretch {
    const regions = regionsOf(this.#placed.within(own));
    return regions.length === count ? regions[place] : own;
  }

  /** The clause before, if no figure is in it (…覆盖率较高，普遍在75%以上), else what the last figure measured. */
  #subjectLeftOut(own: Stretch, before: Stretch, { subject, shared, last }: Carried): Stretch {
    const ofRegions = this.#placed.within(own).some(({ isRegion }) => isRegion);
    if (ofRegions && shared !== undefined) return shared;
    const clause = this.#clauses.clauseBefore(before.start);
    // 按可比价格计算，增长8%: that clause says nothing of what is measured either.
    const tells = !CHANGE.test(this.#text.slice(clause.start, clause.end));
    if (tells && clause.end - clause.start >= 3 && clause.start >= (last ?? this.#sentence.start))
      return clause;
    if (subject !== undefined) return subject;
    // 甘肃、青海则在5%以下, after a sentence that said of what: nobody measures a region itself.
    if (ofRegions && this.lastSubject !== undefined) return this.lastSubject;
    return clause.end > clause.start ? clause : own;
  }

  #metric(figure: PlacedEntity, subject: Stretch, reading: Reading, carried: Carried): MetricRelation {
    const { comesFirst, leftOut, part, own } = reading;
    const held = this.#placed.within(part ?? subject);
    const beside = leftOut ? this.#placed.within(own) : none;
    const within = held.length === 0 ? beside : beside.length === 0 ? held : [...held, ...beside];
    const ownNamed = this.#regionsOf(beside);
    // Whom the clause itself names, not whom the clause before did: 甘肃、青海则在5%以下.
    const named = ownNamed.length > 0 ? ownNamed : this.#regionsOf(held);
    const organs = within.length === 0 ? none : within.filter(({ isOrgan }) => isOrgan);
    const date =
      this.#placed.dateOf(figure) ??
      within.find((entity) => entity.type === 'date' && !this.#placed.opensSpan(entity)) ??
      carried.date;
    const text = this.#text.slice(subject.start, subject.end);
    const ownRegions = named.length > 0 && (part !== undefined || comesFirst);
    // Provinces listed before …, 26%的省级政府 are not those 26 %.
    const listed = comesFirst && carried.regions.length > FEW;
    return metricOf(
      { text, span: textSpan(subject.start, subject.end) },
      figure.id,
      ids(narrowest(ownRegions ? named : listed ? none : this.#regionsFor(subject, named, carried))),
      ids(organs.length > 0 || !leftOut ? organs : carried.organs),
      date?.id,
      this.#sentence,
    );
  }

  /** The regions that are measured, and not only compared with. */
  #regionsOf(entities: readonly PlacedEntity[]): readonly PlacedEntity[] {
    return entities.length === 0
      ? none
      : entities.filter((entity) => entity.isRegion && !this.#placed.isComparedWith(entity));
  }

  /** 全国 is of no region before it; 全省 is of the one named last, be it sentences ago. */
  #regionsFor(subject: Stretch, named: readonly PlacedEntity[], carried: Carried): readonly PlacedEntity[] {
    const { wholes, localities } = this.#lexicon;
    if (named.length > 0) return named;
    if (wholes.at(this.#text, subject.start) !== undefined) return none;
    const isOfPart = carried.regions.some(({ type }) => type === 'region-group');
    if (isOfPart && COMPASS.test(this.#text.slice(subject.start, subject.start + 2))) return none;
    if (carried.regions.length > 0) return carried.regions;
    const word = localities.at(this.#text, subject.start)?.word ?? '';
    const meant = this.lastOfKind.get(KIND.exec(word)?.[0] ?? '');
    if (meant === undefined) return none;
    // 全省 holds for the clauses after it too.
    carried.regions = [meant];
    return carried.regions;
  }
}

/** How a figure's clause was read. */
interface Reading {
  /** The figure stands before what it counts: 26%的省级政府. */
  readonly comesFirst: boolean;
  /** The subject is the clause before's. */
  readonly leftOut: boolean;
  /** Its part of a list that the figures answer one by one. */
  readonly part: Stretch | undefined;
  /** What the clause itself says before the figure. */
  own: Stretch;
}

/** Words that lead to a figure, with nothing that it measures: 按照每人3600元, 可以并处2000元. */
const LEADS_ONLY = /^(?:(?:按照?|以|由|从|对|经)(?:每[人户年月亩])?|(?:可以?|应当|并|依法)*处以?)$/u;

/** True for two mentions of one division. */
function isSame(a: PlacedEntity | undefined, { entity: b }: PlacedEntity): boolean {
  return a !== undefined && 'ref' in a.entity && 'ref' in b && a.entity.ref === b.ref;
}

/** What 全省, 我市 and the like speak of. */
const KIND = /[省市县区州]/u;

/** The kind of a region as such words name it: the last character of its full name, or what its level mostly has. */
function kindOf({ entity }: PlacedEntity): string {
  const last = 'name' in entity ? entity.name?.at(-1) : undefined;
  if (last !== undefined && KIND.test(last)) return last;
  return entity.type === 'province' ? '省' : entity.type === 'prefecture' ? '市' : '县';
}

function regionsOf(entities: readonly PlacedEntity[]): readonly PlacedEntity[] {
  return entities.length === 0 ? none : entities.filter(({ isRegion }) => isRegion);
}

function ids(entities: readonly PlacedEntity[]): readonly string[] {
  return entities.length === 0 ? [] : entities.map(({ id }) => id);
}
