import type { Entity } from '../document/index.ts';
import type { Stretch } from './clause.ts';
import {
  BEFORE_SIZE,
  CHANGING_JOINT,
  COMPARED_WITH,
  HOLDERS,
  JOINT,
  LIST_JOINT,
  OF_DATE,
  REGIONS,
  SIZE_CLASS,
  SIZE_FROM,
  SPAN_BEFORE,
  SPAN_NAMES,
  TIMES,
} from './clause-shapes.ts';
import type { Sentence } from './relate-context.ts';
import { isRespective } from './subject-list.ts';

/** The entities of one sentence, by where they stand and how they stand together. */
export class SentenceEntities {
  readonly #text: string;
  readonly #entities: readonly Entity[];
  readonly #sentence: Sentence;

  /** @param entities those of the document, in text order */
  constructor(text: string, entities: readonly Entity[], sentence: Sentence) {
    this.#text = text;
    this.#entities = entities;
    this.#sentence = sentence;
  }

  /** The sentence's entities that lie within a stretch, found by halving: sentences can have thousands. */
  within({ start, end }: Stretch): Entity[] {
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

  /** The indices of figures that stand in one list, joined by 、和, and after 分别 by verbs too: 增长2%、下降1%. */
  listOf(index: number): number[] {
    const group = [index];
    const { start } = this.#entities[index].span;
    const joint = isRespective(this.#text, { start: this.#sentence.start, end: start })
      ? CHANGING_JOINT
      : LIST_JOINT;
    for (let i = index + 1; i < this.#sentence.to; i++) {
      const before = this.#entities[group[group.length - 1]];
      const entity = this.#entities[i];
      if (entity.span.start < before.span.end) continue;
      if (entity.type !== before.type || !joint.test(this.#text.slice(before.span.end, entity.span.start)))
        break;
      group.push(i);
    }
    return group;
  }

  /** The regions that a figure is said of, where they follow it: 85%以上的有天津、山东. */
  holdersAfter(figureEnd: number, index: number): Entity[] {
    const holders: Entity[] = [];
    let at = figureEnd;
    for (let i = index + 1; i < this.#sentence.to; i++) {
      const { type, span } = this.#entities[i];
      if (span.start < at) continue;
      const between = this.#text.slice(at, Math.min(span.start, at + 16));
      if (!REGIONS.has(type) || !(holders.length === 0 ? HOLDERS : JOINT).test(between)) break;
      holders.push(this.#entities[i]);
      at = span.end;
    }
    return holders;
  }

  /** True where a stretch is a region's name and nothing else. */
  isRegion({ start, end }: Stretch): boolean {
    return this.within({ start, end }).some(
      ({ type, span }) => REGIONS.has(type) && span.start === start && span.end === end,
    );
  }

  /** True for a region that something is compared with: 低于|东部地区. */
  isComparedWith({ span: { start } }: Entity): boolean {
    return COMPARED_WITH.test(this.#text.slice(Math.max(this.#sentence.start, start - 3), start));
  }

  /** True for a place within an organ's or a document's name. */
  isInside(index: number): boolean {
    const { span } = this.#entities[index];
    for (let i = index - 1; i >= 0 && i >= index - 4; i--) {
      const outer = this.#entities[i];
      if (outer.span.start <= span.start && span.end <= outer.span.end && !REGIONS.has(outer.type))
        return true;
    }
    return false;
  }

  /** The region in the name of the organ at an index, the narrowest: 西湖区 in 杭州市西湖区民政局. */
  seatOf(index: number): Entity | undefined {
    const { span } = this.#entities[index];
    let seat: Entity | undefined;
    for (let i = index + 1; i < this.#sentence.to && this.#entities[i].span.start < span.end; i++) {
      if (REGIONS.has(this.#entities[i].type)) seat = this.#entities[i];
    }
    return seat;
  }

  /** True for a figure that is part of a name (31个省), and for a span of time that only says how: 连续五年. */
  isAside(index: number): boolean {
    const figure = this.#entities[index];
    if (this.#namesSize(index)) return true;
    if (figure.type !== 'quantity') return false;
    const { start, end } = figure.span;
    for (let i = index - 1; i >= 0 && i >= index - 3; i--) {
      const { type, span } = this.#entities[i];
      if (type === 'region-group' && span.start <= start && end <= span.end) return true;
    }
    if (!TIMES.has(figure.unit)) return false;
    if (SPAN_NAMES.test(this.#text.slice(end, end + 6))) return true;
    return SPAN_BEFORE.test(this.#text.slice(Math.max(0, start - 2), start));
  }

  /** 10亿元以上企业5家, 百亿元级企业5家: how large the things are that the next figure counts. */
  #namesSize(index: number): boolean {
    const { span } = this.#entities[index];
    const next = this.#entities[index + 1];
    if (index + 1 >= this.#sentence.to || next.type !== 'quantity') return false;
    const between = this.#text.slice(span.end, Math.min(next.span.start, span.end + 16));
    if (span.end + between.length < next.span.start) return false;
    if (SIZE_CLASS.test(between)) return true;
    const before = this.#text.slice(Math.max(this.#sentence.start, span.start - 6), span.start);
    return SIZE_FROM.test(between) && BEFORE_SIZE.test(before);
  }

  /** When a figure was taken that says so itself: 由|2012年|的10.2%降至1.7%. It holds for no other. */
  dateOf({ span: { start } }: Entity): Entity | undefined {
    return this.within({ start: Math.max(this.#sentence.start, start - 16), end: start }).findLast(
      ({ type, span }) => type === 'date' && OF_DATE.test(this.#text.slice(span.end, start)),
    );
  }

  /** 从2001年 … 以来, 比2010年: when something began, or was other, is not when its figure was taken. */
  opensSpan({ span }: Entity): boolean {
    const { start, end } = span;
    return (
      /[从自由比较]$/u.test(this.#text.slice(Math.max(0, start - 1), start)) ||
      /^(?:末|底)?(?:的水平)?相比/u.test(this.#text.slice(end, end + 6))
    );
  }
}
