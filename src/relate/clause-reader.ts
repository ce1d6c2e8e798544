import { unitTable } from '../dictionary/index.ts';
import { clauseAround, SPACE, type Stretch } from './clause.ts';
import {
  AFTER_DATE,
  AND_OF_OTHERS,
  CHANGE,
  GOES_TO,
  HAS,
  JOINT,
  RANK,
  SHARE,
  TAIL,
} from './clause-shapes.ts';
import type { RelateLexicon, Sentence } from './relate-context.ts';
import type { SentenceEntities } from './sentence-entities.ts';
import { subjectAfter, subjectBefore } from './subject.ts';
import { isRespective } from './subject-list.ts';

/** White space and marks that part a clause from the one before. */
const PARTS = unitTable(`，,；;：:${SPACE}`);

/** Last characters of dates. */
const DATE_ENDS = unitTable('年月日号初末底期间度');

/** After the regions that a clause begins with, before how many of what: 三地仍有近一成的学校. */
const STILL = /^(?:等?(?:[两二三四五六七八九]?[省市地区县州]+)?)(?:仍|还|尚|也|均|都|已)?$/u;

/** After the regions or organs that a clause begins with: how much, or how large a share, and not of what. */
const SAYS_NO_MORE =
  /^(?:等?(?:[两二三四五六七八九]?[省市地区县州]+|各地)?)?(?:则|也|均|分别|都|已|约|仍然?|还|尚|普遍|大多|只|仅)?(?:占比?(?:重|例)?|(?:同比|环比|比上年|较上年)?(?:增长|下降|上升|提高|增加|减少|上涨|回落))?$/u;

/** Reads what the clauses of one sentence say around a figure. Positions are UTF-16 units of the text. */
export class ClauseReader {
  readonly #text: string;
  readonly #lexicon: RelateLexicon;
  readonly #sentence: Sentence;
  readonly #placed: SentenceEntities;

  constructor(text: string, lexicon: RelateLexicon, sentence: Sentence, placed: SentenceEntities) {
    this.#text = text;
    this.#lexicon = lexicon;
    this.#sentence = sentence;
    this.#placed = placed;
  }

  /**
   * Where a clause begins whose figures answer regions one by one: 东部、中部，西部覆盖率分别为 lists three, though a
   * lost mark was given back as a comma.
   */
  startOfList(start: number, figureStart: number): number {
    let first = start;
    while (this.#text[first - 1] === '，' && isRespective(this.#text, { start, end: figureStart })) {
      const before = clauseAround(this.#text, first - 1, this.#sentence);
      let at = before.start;
      for (const place of this.#placed.within(before)) {
        if (place.isRegion && place.start >= at && JOINT.test(this.#text.slice(at, place.start)))
          at = place.end;
      }
      if (at !== before.end || at === before.start) break;
      first = before.start;
    }
    return first;
  }

  /** What the clause itself says before a figure, without dates that open or end it. */
  ownBefore(before: Stretch): Stretch {
    const own = subjectBefore(this.#text, this.#withoutDate(before), this.#lexicon);
    return this.#withoutStart(this.#withinBracket(own));
  }

  /** What a bracket says that the clause opens and the figure stands in: 满分 of 优秀（满分; 增加值 of 增加值（增长. */
  #withinBracket(own: Stretch): Stretch {
    const words = this.#text.slice(own.start, own.end);
    const open = words.lastIndexOf('（');
    if (open <= 0 || words.indexOf('）', open) !== -1) return own;
    const inner = words.slice(open + 1);
    return CHANGE.test(inner) || SHARE.test(inner)
      ? { start: own.start, end: own.start + open }
      : { start: own.start + open + 1, end: own.end };
  }

  /** True where a clause names nothing that could be measured: 比上年增长, 公安部等. */
  leavesOut(own: Stretch): boolean {
    if (own.start >= own.end) return true;
    const words = this.#text.slice(own.start, own.end);
    if (CHANGE.test(words)) return true;
    if (SHARE.test(words) && (this.#text[own.end] === '的' || /(?:占比?|比重|比例)$/u.test(words)))
      return true;
    let at = own.start;
    for (const { start, end, isOrgan, isRegion } of this.#placed.within(own)) {
      if (start < at) continue;
      if (!(isOrgan || isRegion) || !JOINT.test(this.#text.slice(at, start))) return false;
      at = end;
    }
    return at > own.start && SAYS_NO_MORE.test(this.#text.slice(at, own.end));
  }

  /** True where what stands before a figure only opens the clause: 全市, 有, a region's name. */
  saysNothing({ start, end }: Stretch): boolean {
    if (start >= end) return true;
    const { localities, wholes } = this.#lexicon;
    const word = localities.at(this.#text, start) ?? wholes.at(this.#text, start);
    if (word !== undefined && start + word.word.length === end) return true;
    let at = start;
    const named = this.#placed.within({ start, end });
    for (const place of named) {
      if (!place.isRegion || place.start < at || !JOINT.test(this.#text.slice(at, place.start))) break;
      at = place.end;
    }
    if (at > start && STILL.test(this.#text.slice(at, end))) return true;
    return named.some((entity) => entity.isRegion && entity.start === start && entity.end === end);
  }

  /** What follows a figure that stands first in its clause; `undefined` where the clause ends with the figure. */
  after(figureEnd: number, end: number): Stretch | undefined {
    const tail = TAIL.exec(this.#text.slice(figureEnd, Math.min(end, figureEnd + 8)))?.[0].length ?? 0;
    // 3800万亩、增长2%: what follows a list mark is another figure's.
    if (this.#text[figureEnd + tail] === '、') return undefined;
    const stretch = subjectAfter(this.#text, {
      start: figureEnd + tail,
      end: this.#beforeNext(figureEnd, end),
    });
    return stretch.end - stretch.start >= 2 ? stretch : undefined;
  }

  /** Where a list goes on with another share: 45%的乡镇|、60%的村; `end` where it does not. */
  #beforeNext(figureEnd: number, end: number): number {
    const next = this.#placed
      .within({ start: figureEnd, end })
      .find((entity) => entity.isFigure && this.#text[entity.end] === '的');
    const mark = next === undefined ? -1 : next.start - 1;
    return mark > figureEnd && '、和'.includes(this.#text[mark]) ? mark : end;
  }

  /** True before a share of what follows: 全省有近三成的学校, 各有40%和35%的县. */
  has({ start, end }: Stretch, figureEnd: number): boolean {
    const tail = TAIL.exec(this.#text.slice(figureEnd, figureEnd + 8))?.[0].length ?? 0;
    return this.#text[figureEnd + tail] === '的' && HAS.test(this.#text.slice(Math.max(start, end - 8), end));
  }

  /** True for the first of two figures of one thing: 由原来的6个减少到2个. */
  goesTo(figureEnd: number, own: Stretch): boolean {
    return own.end > own.start && GOES_TO.test(this.#text.slice(figureEnd, figureEnd + 10));
  }

  /** True where what stands before a share is what the share before it is of: 83%的地市和|61.7%的县. */
  isOfOthers({ start, end }: Stretch, figureEnd: number): boolean {
    if (this.#text[figureEnd] !== '的' || !AND_OF_OTHERS.test(this.#text.slice(start, end))) return false;
    const before = this.#text[start] === '的' ? start : start - 1;
    return this.#placed
      .within({ start: Math.max(this.#sentence.start, before - 8), end: before })
      .some((entity) => entity.isFigure && entity.end === before);
  }

  /** …广东、超过10%的省级政府: a list ends right before the figure, words of comparison aside. */
  followsListMark({ start, end }: Stretch): boolean {
    const word = this.#lexicon.copulas.before(this.#text, end)?.word ?? '';
    return end - word.length > start && this.#text[end - word.length - 1] === '、';
  }

  /** The clause before, where the figure's own has no subject: …覆盖率较高，普遍在75%以上. */
  clauseBefore(start: number): Stretch {
    let end = start;
    while (end > this.#sentence.start && PARTS[this.#text.charCodeAt(end - 1)] === 1) end--;
    if (end <= this.#sentence.start) return { start: end, end };
    const clause = clauseAround(this.#text, end - 1, this.#sentence);
    const rank = RANK.exec(this.#text.slice(clause.start, end));
    if (rank !== null && rank.index > 0) end = clause.start + rank.index;
    return subjectBefore(this.#text, this.#withoutDate({ start: clause.start, end }), this.#lexicon);
  }

  /** The stretch without a date that opens it, and without what leads to that date. */
  #withoutDate({ start, end }: Stretch): Stretch {
    let from = start;
    for (const date of this.#placed.within({ start, end })) {
      if (date.type !== 'date' || date.start < from) continue;
      const opening = subjectBefore(this.#text, { start: from, end: date.start }, this.#lexicon);
      if (opening.start < opening.end) continue;
      from = date.end + (AFTER_DATE.exec(this.#text.slice(date.end, date.end + 4))?.[0].length ?? 0);
    }
    return { start: from, end };
  }

  /** The stretch without what it went from at its end: 失业率|从上半年 before 5.5%降至年末5.3%. */
  #withoutStart(own: Stretch): Stretch {
    if (DATE_ENDS[this.#text.charCodeAt(own.end - 1)] === 0) return own;
    const date = this.#placed.within(own).findLast(({ type, end }) => type === 'date' && end === own.end);
    if (date === undefined || !'从由自'.includes(this.#text[date.start - 1] ?? '-')) return own;
    const end = date.start - 1;
    return end > own.start ? { start: own.start, end } : own;
  }
}
