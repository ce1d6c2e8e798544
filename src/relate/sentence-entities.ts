import type { Stretch } from './clause.ts';
import {
  BEFORE_SIZE,
  CHANGING_JOINT,
  COMPARED_ENDS,
  COMPARED_WITH,
  HOLDERS,
  JOINT,
  LIST_JOINT,
  OF_DATE,
  SIZE_CLASS,
  SIZE_FROM,
  SPAN_BEFORE,
  SPAN_NAMES,
  TIMES,
} from './clause-shapes.ts';
import type { PlacedEntity } from './placed-entity.ts';
import type { Sentence } from './relate-context.ts';
import { isRespective } from './subject-list.ts';

const none: readonly PlacedEntity[] = [];

/** Before the date from which something is told, or with which it is compared. */
const OPENS_SPAN = '从自由比较';
const COMPARED = /^(?:末|底)?(?:的水平)?相比/u;

/** The entities of one sentence, by where they stand and how they stand together. */
export class SentenceEntities {
  readonly #text: string;
  readonly #entities: readonly PlacedEntity[];
  readonly #sentence: Sentence;

  /** @param entities those of the document, in text order */
  constructor(text: string, entities: readonly PlacedEntity[], sentence: Sentence) {
    this.#text = text;
    this.#entities = entities;
    this.#sentence = sentence;
  }

  /** The sentence's entities that lie within a stretch. */
  within({ start, end }: Stretch): readonly PlacedEntity[] {
    let found: PlacedEntity[] | undefined;
    for (let i = this.#firstFrom(start); i < this.#sentence.to && this.#entities[i].start < end; i++) {
      if (this.#entities[i].end > end) continue;
      if (found === undefined) found = [this.#entities[i]];
      else found.push(this.#entities[i]);
    }
    return found ?? none;
  }

  /** The index of the first that begins at `at` or after it, found by halving: sentences can have thousands. */
  #firstFrom(at: number): number {
    let low = this.#sentence.from;
    let high = this.#sentence.to;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#entities[middle].start < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The indices of figures that stand in one list, joined by 、和, and after 分别 by verbs too: 增长2%、下降1%. */
  listOf(index: number): number[] {
    const group = [index];
    const { start } = this.#entities[index];
    const joint = isRespective(this.#text, { start: this.#sentence.start, end: start })
      ? CHANGING_JOINT
      : LIST_JOINT;
    for (let i = index + 1; i < this.#sentence.to; i++) {
      const before = this.#entities[group[group.length - 1]];
      const entity = this.#entities[i];
      if (entity.start < before.end) continue;
      if (entity.type !== before.type || !joint.test(this.#text.slice(before.end, entity.start))) break;
      group.push(i);
    }
    return group;
  }

  /** The regions that a figure is said of, where they follow it: 85%以上的有天津、山东. */
  holdersAfter(figureEnd: number, index: number): PlacedEntity[] {
    const holders: PlacedEntity[] = [];
    let at = figureEnd;
    for (let i = index + 1; i < this.#sentence.to; i++) {
      const entity = this.#entities[i];
      if (entity.start < at) continue;
      if (!entity.isRegion) break;
      const between = this.#text.slice(at, Math.min(entity.start, at + 16));
      if (!(holders.length === 0 ? HOLDERS : JOINT).test(between)) break;
      holders.push(entity);
      at = entity.end;
    }
    return holders;
  }

  /** True where a stretch is a region's name and nothing else. */
  isRegion({ start, end }: Stretch): boolean {
    return this.within({ start, end }).some(
      (entity) => entity.isRegion && entity.start === start && entity.end === end,
    );
  }

  /** True for a region that something is compared with: 低于|东部地区. */
  isComparedWith({ start }: PlacedEntity): boolean {
    return (
      COMPARED_ENDS[this.#text.charCodeAt(start - 1)] === 1 &&
      COMPARED_WITH.test(this.#text.slice(Math.max(this.#sentence.start, start - 3), start))
    );
  }

  /** True for a place within an organ's or a document's name. */
  isInside(index: number): boolean {
    const { start, end } = this.#entities[index];
    for (let i = index - 1; i >= 0 && i >= index - 4; i--) {
      const outer = this.#entities[i];
      if (outer.start <= start && end <= outer.end && !outer.isRegion) return true;
    }
    return false;
  }

  /** The region in the name of the organ at an index, the narrowest: 西湖区 in 杭州市西湖区民政局. */
  seatOf(index: number): PlacedEntity | undefined {
    const { end } = this.#entities[index];
    let seat: PlacedEntity | undefined;
    for (let i = index + 1; i < this.#sentence.to && this.#entities[i].start < end; i++) {
      if (this.#entities[i].isRegion) seat = this.#entities[i];
    }
    return seat;
  }

  /** True for a figure that is part of a name (31个省), and for a span of time that only says how: 连续五年. */
  isAside(index: number): boolean {
    const figure = this.#entities[index];
    if (this.#namesSize(index)) return true;
    if (figure.type !== 'quantity') return false;
    const { start, end } = figure;
    for (let i = index - 1; i >= 0 && i >= index - 3; i--) {
      const outer = this.#entities[i];
      if (outer.type === 'region-group' && outer.start <= start && end <= outer.end) return true;
    }
    if (!isTime(figure)) return false;
    if (SPAN_NAMES.test(this.#text.slice(end, end + 6))) return true;
    return SPAN_BEFORE.test(this.#text.slice(Math.max(0, start - 2), start));
  }

  /** 10亿元以上企业5家, 百亿元级企业5家: how large the things are that the next figure counts. */
  #namesSize(index: number): boolean {
    if (index + 1 >= this.#sentence.to) return false;
    const next = this.#entities[index + 1];
    const { start, end } = this.#entities[index];
    if (next.type !== 'quantity' || next.start - end > 16) return false;
    const between = this.#text.slice(end, next.start);
    if (SIZE_CLASS.test(between)) return true;
    const before = this.#text.slice(Math.max(this.#sentence.start, start - 6), start);
    return SIZE_FROM.test(between) && BEFORE_SIZE.test(before);
  }

  /** When a figure was taken that says so itself: 由|2012年|的10.2%降至1.7%. It holds for no other. */
  dateOf({ start }: PlacedEntity): PlacedEntity | undefined {
    for (let i = this.#firstFrom(start) - 1; i >= this.#sentence.from; i--) {
      const entity = this.#entities[i];
      if (entity.start < start - 16) break;
      const isDate = entity.type === 'date' && entity.end <= start;
      if (isDate && OF_DATE.test(this.#text.slice(entity.end, start))) return entity;
    }
    return undefined;
  }

  /** 从2001年 … 以来, 比2010年: when something began, or was other, is not when its figure was taken. */
  opensSpan({ start, end }: PlacedEntity): boolean {
    return (
      OPENS_SPAN.includes(this.#text[start - 1] ?? '。') || COMPARED.test(this.#text.slice(end, end + 6))
    );
  }
}

/** True for a span of time. */
export function isTime({ entity }: PlacedEntity): boolean {
  return entity.type === 'quantity' && TIMES.has(entity.unit);
}
