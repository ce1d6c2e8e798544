import { textSpan } from '../alignment/index.ts';
import { unitTable } from '../dictionary/index.ts';
import type { Entity, MetricRelation } from '../document/index.ts';
import { clauseAround, clauseEnd, SPACE, type Stretch } from './clause.ts';
import type { RelateContext, RelateLexicon, Sentence } from './relate-context.ts';
import { coordinated, subjectAfter, subjectBefore } from './subject.ts';

/** White space and marks that part a clause from the one before. */
const PARTS = unitTable(`，,；;：:${SPACE}`);

/** Entities that measure. */
const FIGURES: ReadonlySet<Entity['type']> = new Set([
  'percentage',
  'fraction',
  'multiple',
  'money',
  'quantity',
]);
const REGIONS: ReadonlySet<Entity['type']> = new Set(['province', 'prefecture', 'county', 'region-group']);
const ORGANS: ReadonlySet<Entity['type']> = new Set(['ministry', 'local-organ', 'organisation']);

/** What a figure of the clause before measured: taken up by a clause that leaves its subject out. */
interface Carried {
  subject?: Stretch;
  /** Where the last figure ended. */
  last?: number;
  regions: readonly Entity[];
  organs: readonly Entity[];
  date?: Entity;
}

/**
 * Finds what each figure measures: its subject, the regions and organs it is about, and when.
 *
 * One sweep: each sentence's figures in order. A clause without a subject of its own takes the one before; so do
 * regions within a sentence, and dates from sentence to sentence.
 */
export function findMetrics(context: RelateContext, lexicon: RelateLexicon): MetricRelation[] {
  const metrics: MetricRelation[] = [];
  let date: Entity | undefined;
  let lastRegion: Entity | undefined;
  for (const sentence of context.sentences) {
    if (sentence.from === sentence.to) continue;
    const reader = new SentenceReader(context, lexicon, sentence, { date, lastRegion });
    reader.readInto(metrics);
    date = reader.date;
    lastRegion = reader.lastRegion;
  }
  return metrics;
}

class SentenceReader {
  readonly #text: string;
  readonly #entities: readonly Entity[];
  readonly #lexicon: RelateLexicon;
  readonly #sentence: Sentence;
  date: Entity | undefined;
  lastRegion: Entity | undefined;

  constructor(
    context: RelateContext,
    lexicon: RelateLexicon,
    sentence: Sentence,
    before: { date: Entity | undefined; lastRegion: Entity | undefined },
  ) {
    this.#text = context.text;
    this.#entities = context.entities;
    this.#lexicon = lexicon;
    this.#sentence = sentence;
    this.date = before.date;
    this.lastRegion = before.lastRegion;
  }

  /** Adds what the sentence's figures measure. */
  readInto(metrics: MetricRelation[]): void {
    const { from, to } = this.#sentence;
    const carried: Carried = { regions: [], organs: [] };
    /** Where the words that may belong to the next figure begin. */
    let free = this.#sentence.start;
    let seen = from;
    for (let i = from; i < to; i++) {
      const figure = this.#entities[i];
      if (!FIGURES.has(figure.type)) continue;
      const group = this.#listOf(i);
      const clause = clauseAround(this.#text, figure.span.start, this.#sentence);
      const open = { start: Math.max(clause.start, free), end: figure.span.start };
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
  }

  /** Takes up regions, organs and dates between two figures; those of the figure's own clause replace earlier ones. */
  #carry(carried: Carried, from: number, to: number, clauseStart: number): void {
    const regions: Entity[] = [];
    const organs: Entity[] = [];
    let latest = -1;
    for (let i = from; i < to; i++) {
      const entity = this.#entities[i];
      const { start } = entity.span;
      if (entity.type === 'date' && !this.#opensSpan(entity)) this.date = entity;
      if (REGIONS.has(entity.type) && !this.#isInside(i)) {
        if (latest >= 0 && latest < clauseStart && start >= clauseStart) regions.length = 0;
        regions.push(entity);
        latest = start;
        this.lastRegion = entity;
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

  /** 从2001年 … 以来: when something began is not when its figure was taken. */
  #opensSpan({ span }: Entity): boolean {
    return span.start > 0 && '从自由'.includes(this.#text[span.start - 1]);
  }

  /** True where a semicolon parts a clause from its regions, unless these head the sentence: 甲省：…；…；…. */
  #isPastSemicolon({ regions, last }: Carried, clauseStart: number): boolean {
    const [region] = regions;
    if (region === undefined || last === undefined || clauseStart <= last) return false;
    if (region.span.start - this.#sentence.start <= HEAD) return false;
    return this.#text.slice(last, clauseStart).includes('；');
  }

  /** True for a place within an organ's or a document's name. */
  #isInside(index: number): boolean {
    const { span } = this.#entities[index];
    for (let i = index - 1; i >= 0 && i >= index - 4; i--) {
      const outer = this.#entities[i];
      if (outer.span.start <= span.start && span.end <= outer.span.end && !REGIONS.has(outer.type))
        return true;
    }
    return false;
  }

  /** 据工信部统计: the organ tells, and is not told about. */
  #isSource({ span }: Entity): boolean {
    return this.#lexicon.sources.before(this.#text, span.start) !== undefined;
  }

  /** The indices of figures that stand in one list, joined by nothing but 、和: 37.6%、22.4%、19.8%. */
  #listOf(index: number): number[] {
    const group = [index];
    for (let i = index + 1; i < this.#sentence.to; i++) {
      const before = this.#entities[group[group.length - 1]];
      const entity = this.#entities[i];
      if (entity.span.start < before.span.end) continue;
      if (
        entity.type !== before.type ||
        !LIST_JOINT.test(this.#text.slice(before.span.end, entity.span.start))
      )
        break;
      group.push(i);
    }
    return group;
  }

  #metricsOf(
    group: readonly number[],
    before: Stretch,
    end: number,
    carried: Carried,
  ): readonly MetricRelation[] {
    const last = this.#entities[group[group.length - 1]];
    const own = subjectBefore(this.#text, this.#withoutDate(before), this.#lexicon);
    const after = this.#after(last.span.end, end);
    // A count that goes on to what is counted (28个部门) measures nothing by itself.
    if (last.type === 'quantity' && after !== undefined) return [];
    const listed = this.#text[last.span.end] === '的' && this.#followsListMark(before);
    const comesFirst = after !== undefined && (listed || this.#saysNothing(own));
    const leftOut = !comesFirst && this.#leavesOut(own);
    const subject = comesFirst ? after : leftOut ? this.#subjectLeftOut(own, before, carried) : own;
    if (subject.start >= subject.end) return [];
    if (!comesFirst) carried.subject = subject;
    const parts = group.length > 1 ? coordinated(this.#text, subject) : [];
    const split = parts.length === group.length;
    const reading = { comesFirst, leftOut, split, own };
    return group.map((index, place) =>
      this.#metric(this.#entities[index], split ? parts[place] : subject, reading, carried),
    );
  }

  /** …广东、超过10%的省级政府: a list ends right before the figure, words of comparison aside. */
  #followsListMark({ start, end }: Stretch): boolean {
    const word = this.#lexicon.copulas.before(this.#text, end)?.word ?? '';
    return end - word.length > start && this.#text[end - word.length - 1] === '、';
  }

  /** True where a clause names nothing that could be measured: 比上年增长, 公安部等. */
  #leavesOut(own: Stretch): boolean {
    if (own.start >= own.end) return true;
    if (CHANGE.test(this.#text.slice(own.start, own.end))) return true;
    let at = own.start;
    for (const { type, span } of this.#within(own)) {
      if (span.start < at) continue;
      if (!(ORGANS.has(type) || REGIONS.has(type)) || !JOINT.test(this.#text.slice(at, span.start)))
        return false;
      at = span.end;
    }
    return at > own.start && this.#text.slice(at, own.end) === '等';
  }

  /** The clause before, if no figure is in it (…覆盖率较高，普遍在75%以上), else what the last figure measured. */
  #subjectLeftOut(own: Stretch, before: Stretch, { subject, last }: Carried): Stretch {
    const clause = this.#clauseBefore(before.start);
    if (clause.end - clause.start >= 3 && clause.start >= (last ?? this.#sentence.start)) return clause;
    return subject ?? (clause.end > clause.start && last === undefined ? clause : own);
  }

  /** The sentence's entities that lie within a stretch, found by halving: sentences can have thousands. */
  #within({ start, end }: Stretch): Entity[] {
    let low = this.#sentence.from;
    let high = this.#sentence.to;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#entities[middle].span.start < start) low = middle + 1;
      else high = middle;
    }
    const found: Entity[] = [];
    for (let i = low; i < this.#sentence.to && this.#entities[i].span.start < end; i++) {
      if (this.#entities[i].span.end <= end) found.push(this.#entities[i]);
    }
    return found;
  }

  /** What follows a figure that stands first in its clause; `undefined` where the clause ends with the figure. */
  #after(figureEnd: number, end: number): Stretch | undefined {
    const tail = TAIL.exec(this.#text.slice(figureEnd, Math.min(end, figureEnd + 8)))?.[0].length ?? 0;
    const stretch = subjectAfter(this.#text, { start: figureEnd + tail, end });
    return stretch.end - stretch.start >= 2 ? stretch : undefined;
  }

  /** True where what stands before a figure only opens the clause: 全市, 有, a region's name. */
  #saysNothing({ start, end }: Stretch): boolean {
    if (start >= end) return true;
    const { localities, wholes } = this.#lexicon;
    const word = localities.at(this.#text, start) ?? wholes.at(this.#text, start);
    if (word !== undefined && start + word.word.length === end) return true;
    return this.#within({ start, end }).some(
      (entity) => REGIONS.has(entity.type) && entity.span.start === start && entity.span.end === end,
    );
  }

  /** The stretch without a date that opens it, and without what leads to that date. */
  #withoutDate({ start, end }: Stretch): Stretch {
    let from = start;
    for (const { type, span } of this.#within({ start, end })) {
      if (type !== 'date' || span.start < from) continue;
      const opening = subjectBefore(this.#text, { start: from, end: span.start }, this.#lexicon);
      if (opening.start < opening.end) continue;
      from = span.end;
      if (this.#text[from] === '的') from++;
    }
    return { start: from, end };
  }

  /** The clause before, where the figure's own has no subject: …覆盖率较高，普遍在75%以上. */
  #clauseBefore(start: number): Stretch {
    let end = start;
    while (end > this.#sentence.start && PARTS[this.#text.charCodeAt(end - 1)] === 1) end--;
    if (end <= this.#sentence.start) return { start: end, end };
    const clause = clauseAround(this.#text, end - 1, this.#sentence);
    return subjectBefore(this.#text, this.#withoutDate({ start: clause.start, end }), this.#lexicon);
  }

  #metric(figure: Entity, subject: Stretch, reading: Reading, carried: Carried): MetricRelation {
    const { comesFirst, leftOut, split, own } = reading;
    const within = leftOut ? [...this.#within(subject), ...this.#within(own)] : this.#within(subject);
    const named = within.filter(({ type }) => REGIONS.has(type));
    const organs = within.filter(({ type }) => ORGANS.has(type));
    const date = within.find(({ type }) => type === 'date') ?? carried.date;
    const text = this.#text.slice(subject.start, subject.end);
    const ownRegions = named.length > 0 && (split || comesFirst);
    // Provinces listed before …, 26%的省级政府 are not those 26 %.
    const listed = comesFirst && carried.regions.length > FEW;
    return {
      type: 'metric',
      subject: { text, span: textSpan(subject.start, subject.end) },
      value: figure.id,
      regions: ids(ownRegions ? named : listed ? [] : this.#regionsFor(subject, named, carried)),
      organs: ids(organs.length > 0 || !leftOut ? organs : carried.organs),
      ...(date === undefined ? {} : { date: date.id }),
      sentence: textSpan(this.#sentence.start, this.#sentence.end),
    };
  }

  /** 全国 is of no region before it; 全省 is of the one named last, be it sentences ago. */
  #regionsFor(subject: Stretch, named: readonly Entity[], carried: Carried): readonly Entity[] {
    const { wholes, localities } = this.#lexicon;
    if (named.length > 0) return named;
    if (wholes.at(this.#text, subject.start) !== undefined) return [];
    if (carried.regions.length > 0) return carried.regions;
    const local = localities.at(this.#text, subject.start) !== undefined;
    return local && this.lastRegion !== undefined ? [this.lastRegion] : [];
  }
}

/** How a figure's clause was read. */
interface Reading {
  /** The figure stands before what it counts: 26%的省级政府. */
  readonly comesFirst: boolean;
  /** The subject is the clause before's. */
  readonly leftOut: boolean;
  /** The subject is one part of a list that the figures answer one by one. */
  readonly split: boolean;
  /** What the clause itself says before the figure. */
  readonly own: Stretch;
}

/** A region within so many UTF-16 units of its sentence's start is what the sentence is about. */
const HEAD = 12;
/** More regions than these are a list of their own, and not whom the next clause is about. */
const FEW = 3;
/** Nothing but how a figure changed, and against what: 同比增长, 比上年提高. */
const CHANGE =
  /^(?:其中)?(?:(?:高于|低于|快于|慢于|好于)[^，]{1,12}|同比|环比|比上年|比去年|较上年|较去年|比[^，]{1,8}|较[^，]{1,8}|年均|平均|累计){0,3}(?:实际|名义)?(?:增长|提高|上升|提升|增加|下降|降低|减少|回落|增幅|降幅|高|低|多|少|增|降|缩短|扩大|收窄)?$/u;
const JOINT = /^[如\s、，,和与及以]*$/u;
const LIST_JOINT = /^(?:以上|以下|左右)?[\s、，,和与及]{1,3}$/u;
/** Words of comparison between a figure and what it counts. */
const TAIL = /^\s*(?:以上|以下|左右|上下|以内|多)?\s*/u;

function ids(entities: readonly Entity[]): string[] {
  return entities.map(({ id }) => id);
}
