import type { Stretch } from './clause.ts';
import type { RelateLexicon } from './relate-context.ts';

/** What the figures of a list measure, one by one. */
export interface ListedSubject {
  /** From where its part begins to the end of what all parts share: 市级和县级的覆盖率 for 市级. */
  readonly subject: Stretch;
  /** Its own part alone: 市级. */
  readonly part: Stretch;
}

/** 分别 and what leads from it to the figures. */
const RESPECTIVELY = /(?:分别|各自|依次|各(?=[有为占达]))[^，。；：、]{0,8}$/u;
/** What the figures are compared with, before 分别: 比2005年, 较上年同期. */
const AGAINST = /(?:比|较)[^，。；：、比较]{2,8}$/u;
/** No part of a list is longer, in UTF-16 units. */
const LONGEST = 400;

/** True where a stretch says that the figures after it answer its parts one by one. */
export function isRespective(text: string, { start, end }: Stretch): boolean {
  return RESPECTIVELY.test(text.slice(Math.max(start, end - 12), end));
}

/**
 * The parts of 省级、地市级和区县级的覆盖率 for as many figures; `undefined` where there are more or fewer parts.
 *
 * What only the last part says (覆盖率) is shared by all where the parts before measure nothing by themselves; in
 * 投资、消费、出口 each does.
 */
export function listedSubjects(
  text: string,
  stretch: Stretch,
  count: number,
  lexicon: RelateLexicon,
  isName: (part: Stretch) => boolean,
): ListedSubject[] | undefined {
  if (stretch.end - stretch.start > LONGEST) return undefined;
  const tail = RESPECTIVELY.exec(text.slice(stretch.start, stretch.end));
  const until = tail === null ? stretch.end : stretch.start + tail.index;
  const against = AGAINST.exec(text.slice(Math.max(stretch.start, until - 12), until));
  const end = against === null ? until : until - against[0].length;
  const parts = partsOf(text, { start: stretch.start, end }, count);
  if (parts.length !== count) return undefined;
  const shares = (part: Stretch) => lexicon.measures.before(text, part.end) !== undefined;
  const last = parts[count - 1];
  // Places measure nothing: what only the last says (天津、浙江、宁夏审批时限) is of all.
  const hasHead =
    (parts.slice(0, -1).every(isName) && !isName(last)) ||
    ((shares(last) || text.slice(last.start, last.end).includes('的')) &&
      parts.slice(0, -1).every((part) => !shares(part)));
  return parts.map((part) => ({ part, subject: hasHead ? { start: part.start, end } : part }));
}

/** The parts between list marks; 和 alone parts two where two are wanted. */
function partsOf(text: string, { start, end }: Stretch, count: number): Stretch[] {
  const parts: Stretch[] = [];
  let from = start;
  const cut = (at: number, next: number) => {
    if (at > from) parts.push({ start: from, end: at });
    from = next;
  };
  for (let at = start; at < end; at++) {
    const mark = text[at];
    if (mark === '、' || mark === '，') cut(at, at + 1);
    else if (mark === '以' && text[at + 1] === '及') {
      cut(at, at + 2);
      at++;
    } else if (mark === '和' || mark === '与' || mark === '及') {
      if (parts.length === count - 2) cut(at, at + 1);
    }
  }
  cut(end, end);
  return parts;
}
