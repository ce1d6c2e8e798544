import { textSpan } from '../alignment/index.ts';
import type { Entity, MetricRelation } from '../document/index.ts';
import { clauseAround, clauseEnd, type Stretch } from './clause.ts';
import { ClauseReader } from './clause-reader.ts';
import {
  CHANGE,
  COMPASS,
  FEW,
  FIGURES,
  HEAD,
  JOINT,
  LASTS,
  ORGANS,
  REGIONS,
  TIMES,
} from './clause-shapes.ts';
import { narrowest } from './place-list.ts';
import type { RelateContext, RelateLexicon, Sentence } from './relate-context.ts';
import { SentenceEntities } from './sentence-entities.ts';
import { isRespective, type ListedSubject, listedSubjects } from './subject-list.ts';
import { tableRows } from './table-rows.ts';

/** No list of dates that figures answer one by one is longer. */
const MOST_DATES = 20;

/** What a figure of the clause before measured: taken up by a clause that leaves its subject out. */
interface Carried {
  subject?: Stretch;
  /** What the last share is of, where it stands first: 84%的事项能网办 for 宁夏为79%. */
  shared?: Stretch | undefined;
  /** The subjects of the last list of figures: 分别增长 takes them up. */
  listed?: readonly ListedSubject[];
  /** What the sentence's single figures measured so far, in order: 分别增长 takes up the last of these too. */
  measured: Stretch[];
  /** Where the last figure ended. */
  last?: number;
  regions: readonly Entity[];
  organs: readonly Entity[];
  date?: Entity;
  /** Dates that stand in one list, for figures given one by one: 2012年、2013年. */
  dates: Entity[];
}

/** Sentences that semicolons join: where the first begins, and the regions that it begins with. */
interface OpenSentence {
  readonly start: number;
  readonly regions: readonly Entity[];
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
  readonly #entities: readonly Entity[];
  readonly #lexicon: RelateLexicon;
  readonly #sentence: Sentence;
  readonly #placed: SentenceEntities;
  readonly #clauses: ClauseReader;
  date: Entity | undefined;
  /** The region named last of each kind, by itself or in a local body's name: 全省 is of the last 省. */
  readonly lastOfKind: Map<string, Entity>;
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
    const carried: Carried = { regions: this.open?.regions ?? [], organs: [], dates: [], measured: [] };
    /** Where the words that may belong to the next figure begin. */
    let free = this.#sentence.start;
    let seen = from;
    for (let i = from; i < to; i++) {
      const figure = this.#entities[i];
      if (!FIGURES.has(figure.type) || this.#placed.isAside(i)) continue;
      const group = this.#placed.listOf(i);
      const clause = clauseAround(this.#text, figure.span.start, this.#sentence);
      const from = this.#clauses.startOfList(clause.start, figure.span.start);
      const open = { start: Math.max(from, free), end: figure.span.start };
      this.#carry(carried, seen, i, clause.start);
      seen = i;
      const last = this.#entities[group.at(-1) ?? i];
      const end = clauseEnd(this.#text, last.span.end, this.#sentence.end);
      for (const metric of this.#metricsOf(group, open, end, carried)) metrics.push(metric);
      free = last.span.end;
      carried.last = free;
      i = group.at(-1) ?? i;
    }
    this.#carry(carried, seen, to, this.#sentence.end);
    const start = this.open?.start ?? this.#sentence.start;
    const [region] = carried.regions;
    const heads = region !== undefined && region.span.start - start <= HEAD;
    const goesOn = this.#text[this.#sentence.end - 1] === '；';
    this.open = goesOn ? { start, regions: heads ? carried.regions : [] } : undefined;
  }

  /** Takes up regions, organs and dates between two figures; those of the figure's own clause replace earlier ones. */
  #carry(carried: Carried, from: number, to: number, clauseStart: number): void {
    const regions: Entity[] = [];
    const organs: Entity[] = [];
    let latest = -1;
    for (let i = from; i < to; i++) {
      const entity = this.#entities[i];
      const { start } = entity.span;
      if (entity.type === 'date' && !this.#placed.opensSpan(entity)) {
        const before = carried.dates.at(-1);
        const joined =
          before !== undefined &&
          carried.dates.length < MOST_DATES &&
          JOINT.test(this.#text.slice(before.span.end, start));
        if (joined) carried.dates.push(entity);
        else carried.dates = [entity];
        this.date = entity;
      }
      if (!REGIONS.has(entity.type)) {
        const seat = entity.type === 'local-organ' ? this.#placed.seatOf(i) : undefined;
        if (seat !== undefined && !isSame(this.lastOfKind.get(kindOf(seat)), seat))
          this.lastOfKind.set(kindOf(seat), seat);
      } else if (!this.#placed.isInside(i) && !this.#placed.isComparedWith(entity)) {
        if (latest >= 0 && latest < clauseStart && start >= clauseStart) regions.length = 0;
        regions.push(entity);
        latest = start;
        this.lastOfKind.set(kindOf(entity), entity);
      }
      if (ORGANS.has(entity.type) && !this.#isSource(entity)) {
        if (start >= clauseStart || organs.length === 0 || organs[0].span.start < clauseStart)
          organs.push(entity);
      }
    }
    if (regions.length > 0) carried.regions = regions;
    else if (this.#isPastSemicolon(carried, clauseStart)) carried.regions = [];
    if (organs.length > 0) carried.organs = organs.filter(({ span }) => span.start >= clauseStart);
    else if (from < to) carried.organs = [];
    if (this.date !== undefined) carried.date = this.date;
  }

  /** True where a semicolon parts a clause from its regions, unless these head the sentence: 甲省：…；…；…. */
  #isPastSemicolon({ regions, last }: Carried, clauseStart: number): boolean {
    const [region] = regions;
    if (region === undefined || last === undefined || clauseStart <= last) return false;
    if (region.span.start - this.#sentence.start <= HEAD) return false;
    return this.#text.slice(last, clauseStart).includes('；');
  }

  /** 据工信部统计: the organ tells, and is not told about. */
  #isSource({ span }: Entity): boolean {
    return this.#lexicon.sources.before(this.#text, span.start) !== undefined;
  }

  #metricsOf(
    group: readonly number[],
    before: Stretch,
    end: number,
    carried: Carried,
  ): readonly MetricRelation[] {
    const last = this.#entities[group[group.length - 1]];
    const own = this.#clauses.ownBefore(before);
    const after = this.#clauses.after(last.span.end, end);
    // A count that goes on to what is counted (28个部门) measures nothing by itself.
    if (last.type === 'quantity' && after !== undefined && !this.#clauses.goesTo(last.span.end, own))
      return [];
    const afterList = this.#text[last.span.end] === '的' && this.#clauses.followsListMark(before);
    const comesFirst =
      after !== undefined &&
      (afterList ||
        this.#clauses.saysNothing(own) ||
        this.#clauses.has(before, last.span.end) ||
        this.#clauses.isOfOthers(own, last.span.end));
    const leftOut = !comesFirst && this.#clauses.leavesOut(own);
    const holders = this.#placed.holdersAfter(last.span.end, group.at(-1)!);
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
    if (last.type === 'quantity' && TIMES.has(last.unit) && !LASTS.test(words)) return [];
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
      ...(regions.length === count ? { regions: [regions[place]] } : {}),
      ...(dates.length === count ? { date: dates[place] } : {}),
    };
  }

  /** The region that answers a figure of a list: the first of 浙江、江苏分别为; all where there are more or fewer. */
  #ownPart(own: Stretch, place: number, count: number): Stretch {
    const regions = this.#placed.within(own).filter(({ type }) => REGIONS.has(type));
    return regions.length === count ? regions[place].span : own;
  }

  /** The clause before, if no figure is in it (…覆盖率较高，普遍在75%以上), else what the last figure measured. */
  #subjectLeftOut(own: Stretch, before: Stretch, { subject, shared, last }: Carried): Stretch {
    const ofRegions = this.#placed.within(own).some(({ type }) => REGIONS.has(type));
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

  #metric(figure: Entity, subject: Stretch, reading: Reading, carried: Carried): MetricRelation {
    const { comesFirst, leftOut, part, own } = reading;
    const held = this.#placed.within(part ?? subject);
    const within = leftOut ? [...held, ...this.#placed.within(own)] : held;
    const ownNamed = leftOut ? this.#regionsIn(own) : [];
    // Whom the clause itself names, not whom the clause before did: 甘肃、青海则在5%以下.
    const named = ownNamed.length > 0 ? ownNamed : this.#regionsIn(part ?? subject);
    const organs = within.filter(({ type }) => ORGANS.has(type));
    const date =
      this.#placed.dateOf(figure) ??
      within.find((entity) => entity.type === 'date' && !this.#placed.opensSpan(entity)) ??
      carried.date;
    const text = this.#text.slice(subject.start, subject.end);
    const ownRegions = named.length > 0 && (part !== undefined || comesFirst);
    // Provinces listed before …, 26%的省级政府 are not those 26 %.
    const listed = comesFirst && carried.regions.length > FEW;
    return {
      type: 'metric',
      subject: { text, span: textSpan(subject.start, subject.end) },
      value: figure.id,
      regions: ids(narrowest(ownRegions ? named : listed ? [] : this.#regionsFor(subject, named, carried))),
      organs: ids(organs.length > 0 || !leftOut ? organs : carried.organs),
      ...(date === undefined ? {} : { date: date.id }),
      sentence: textSpan(this.#sentence.start, this.#sentence.end),
    };
  }

  /** The regions named in a stretch that are measured, and not only compared with. */
  #regionsIn(stretch: Stretch): Entity[] {
    return this.#placed
      .within(stretch)
      .filter((entity) => REGIONS.has(entity.type) && !this.#placed.isComparedWith(entity));
  }

  /** 全国 is of no region before it; 全省 is of the one named last, be it sentences ago. */
  #regionsFor(subject: Stretch, named: readonly Entity[], carried: Carried): readonly Entity[] {
    const { wholes, localities } = this.#lexicon;
    if (named.length > 0) return named;
    if (wholes.at(this.#text, subject.start) !== undefined) return [];
    const isOfPart = carried.regions.some(({ type }) => type === 'region-group');
    if (isOfPart && COMPASS.test(this.#text.slice(subject.start, subject.start + 2))) return [];
    if (carried.regions.length > 0) return carried.regions;
    const word = localities.at(this.#text, subject.start)?.word ?? '';
    const meant = this.lastOfKind.get(KIND.exec(word)?.[0] ?? '');
    if (meant === undefined) return [];
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
function isSame(a: Entity | undefined, b: Entity): boolean {
  return a !== undefined && 'ref' in a && 'ref' in b && a.ref === b.ref;
}

/** What 全省, 我市 and the like speak of. */
const KIND = /[省市县区州]/u;

/** The kind of a region as such words name it: the last character of its full name, or what its level mostly has. */
function kindOf(entity: Entity): string {
  const last = 'name' in entity ? entity.name?.at(-1) : undefined;
  if (last !== undefined && KIND.test(last)) return last;
  return entity.type === 'province' ? '省' : entity.type === 'prefecture' ? '市' : '县';
}

function ids(entities: readonly Entity[]): string[] {
  return entities.map(({ id }) => id);
}
