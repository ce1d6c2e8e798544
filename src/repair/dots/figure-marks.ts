import { classAt, DIGIT, DOT } from '../characters.ts';
import type { Reading } from './dot.ts';
import type { Stretch } from './find-stretches.ts';

/** Figures with single dots between them. UTF-16 units of the text. */
interface Chain {
  readonly start: number;
  readonly end: number;
  readonly groups: readonly string[];
  /** The dot after each group but the last. */
  readonly dots: readonly number[];
}

/** The dots between figures that were marks, and those after a chain of figures that were none of %. */
export interface FigureMarks {
  readonly marks: ReadonlyMap<number, Reading>;
  /** UTF-16 indices of dots that stay, as those of addresses and versions do. */
  readonly kept: ReadonlySet<number>;
  /** UTF-16 indices of dots right behind proportions, addresses and versions. */
  readonly unsigned: readonly number[];
}

/** What counts on with the figures before it, and how far: 1.2月份 is January and February. */
const COUNTED = [
  ['月', 12],
  ['日', 31],
  ['号', 31],
  ['季度', 4],
] as const;
/** Characters before a time of day, and those after one. */
const BEFORE_TIME = '日号天午晚晨早夜间点时';
const AFTER_TIME = '.,)）-—－–~～至到前后起开结截举正许的在从';
const TO = '-—－–~～至到';
const WON = /^(?:战胜|击败|险胜|力克|大胜|横扫|逆转|不敌|负于|惜败|战平|完胜|取胜|获胜|的比分)/;
const QUOTES = '\'"“”‘’';
/** What is called by its day, soon after the quoted day. */
const OF_DAY =
  /事故|事件|地震|火灾|爆炸|矿难|空难|案|泥石流|洪|滑坡|塌方|沉船|讲话|批示|大会|行动|活动|宣传|防灾|消防|禁毒|维权|晚会|国际|世界|全国|日|节|运动|战役|恐怖/;
/** How far behind a quoted day what it names may stand. */
const NAMED = 10;
/** What proportions are given of, and what makes a list of figures shares. */
const PROPORTION = /结构|之比|比例/;
const SHARES = /占|比重|分别|率/;
const SAID_BEFORE = 16;
/** What small proportions make together: 5：3：2. */
const TENTHS = 10;
/** How far proportions may go beyond a whole for being rounded. */
const ROUNDED = 0.5;

/**
 * Finds what dots between figures were where they are no decimal points: 1.2月份 is 1、2月份, 10日18.00 a time, 以4.2击败 a score,
 * '7.23'事故 a day, and 11.5.48.6.39.9 of a structure, which make a whole, a proportion.
 */
export function figureMarks(text: string, { start, end, carrier }: Stretch): FigureMarks {
  const marks = new Map<number, Reading>();
  const kept = new Set<number>();
  const unsigned: number[] = [];
  if (carrier !== '.') return { marks, kept, unsigned };
  let proportion = Number.NEGATIVE_INFINITY;
  let time = -1;
  for (let at = text.indexOf('.', start + 1); at >= 0 && at < end; at = text.indexOf('.', at + 1)) {
    if (classAt(text, at + 1) !== DIGIT || classAt(text, at - 1) !== DIGIT) continue;
    const chain = chainAt(text, at, end);
    at = Math.max(at, chain.end - 1);
    if (chain.dots.length === 0) continue;
    const put = (dots: readonly number[], insert: string, reason: string) => {
      for (const dot of dots) marks.set(dot, { insert, confidence: 0.9, reason });
    };
    if (isAddress(text, chain)) {
      for (const dot of chain.dots) kept.add(dot);
      unsigned.push(chain.end);
    } else if (isCounted(text, chain)) put(chain.dots, '、', 'each counts on from the one before');
    else if (isTime(text, chain, time)) {
      put(chain.dots, '：', 'a time of day');
      time = chain.end;
    } else if (isScore(text, chain)) put(chain.dots, '：', 'a score');
    else if (isDay(text, chain)) put(chain.dots, '·', 'a day that names something');
    else {
      const between = proportionOf(text, chain, chain.start - proportion <= SAID_BEFORE);
      if (between === undefined) continue;
      put(between, '：', 'together they make a whole');
      unsigned.push(chain.end);
      proportion = chain.end;
    }
  }
  return { marks, kept, unsigned };
}

function chainAt(text: string, at: number, limit: number): Chain {
  let start = at;
  while (classAt(text, start - 1) === DIGIT) start--;
  let end = at;
  const dots: number[] = [];
  while (
    end < limit &&
    classAt(text, end) === DOT &&
    classAt(text, end + 1) === DIGIT &&
    !isYear(text, end + 1)
  ) {
    dots.push(end++);
    while (classAt(text, end) === DIGIT) end++;
  }
  return { start, end, groups: text.slice(start, end).split('.'), dots };
}

/** True where a year begins: the chain before it has ended. */
function isYear(text: string, at: number): boolean {
  return text[at + 4] === '年' && (text[at] === '1' || text[at] === '2') && classAt(text, at + 3) === DIGIT;
}

/** What names an address on the internet, or a version, right before its figures. */
const ADDRESS = /(?:IP|DNS|地址|网关|掩码|服务器)[^\d.\n]{0,4}$/i;
const VERSION = /(?:[Vv]|[Vv]er(?:sion)?\.?|版本|版本号|协议)\s?(?:为|是|[:：])?$/;
const ADDRESS_PARTS = 4;
const LARGEST_PART = 255;

function isAddress(text: string, { start, groups }: Chain): boolean {
  const before = text.slice(Math.max(0, start - SAID_BEFORE), start);
  if (VERSION.test(before)) return groups.every((group) => group.length <= 4);
  return (
    groups.length === ADDRESS_PARTS &&
    groups.every((group) => Number(group) <= LARGEST_PART && isPlainPart(group)) &&
    ADDRESS.test(before)
  );
}

const isPlainPart = (part: string) => part.length <= 3 && (part === '0' || part[0] !== '0');

const isPlain = (figure: string) => figure.length <= 2 && figure[0] !== '0';

function isCounted(text: string, { start, end, groups }: Chain): boolean {
  const most = COUNTED.find(([unit]) => text.startsWith(unit, end))?.[1];
  if (most === undefined || Number(groups.at(-1)) > most || text[start - 1] === '年') return false;
  return groups.every(
    (group, i) => isPlain(group) && (i === 0 || Number(group) === Number(groups[i - 1]) + 1),
  );
}

/** @param time where the time of day before this one ends */
function isTime(text: string, { start, end, groups }: Chain, time: number): boolean {
  const [hour, minute] = groups;
  if (groups.length > 2 || minute.length !== 2 || Number(minute) > 59) return false;
  if (hour.length > 2 || Number(hour) > 24) return false;
  const goesOn = time >= 0 && start === time + 1 && TO.includes(text[time]);
  if (!goesOn && !BEFORE_TIME.includes(text[start - 1] ?? ' ')) return false;
  return end >= text.length || text[end] === '\n' || AFTER_TIME.includes(text[end]);
}

function isScore(text: string, { start, end, groups }: Chain): boolean {
  return (
    groups.length === 2 &&
    text[start - 1] === '以' &&
    groups.every(isPlainPart) &&
    WON.test(text.slice(end, end + 3))
  );
}

function isDay(text: string, { start, end, groups }: Chain): boolean {
  if (groups.length !== 2 || !groups.every(isPlain)) return false;
  if (Number(groups[0]) > 12 || Number(groups[1]) > 31) return false;
  if (!QUOTES.includes(text[start - 1] ?? ' ') || !QUOTES.includes(text[end] ?? ' ')) return false;
  return OF_DAY.test(text.slice(end + 1, end + 1 + NAMED));
}

/**
 * The dots between the parts of a proportion, whole or with one or two decimals each; undefined where it is none.
 *
 * @param again true where one stands soon before
 */
function proportionOf(text: string, { start, groups, dots }: Chain, again: boolean): number[] | undefined {
  if (groups.length < 3) return undefined;
  const before = text.slice(Math.max(0, start - SAID_BEFORE), start);
  if (!again && (!PROPORTION.test(before) || SHARES.test(before))) return undefined;
  const makeWhole = (parts: readonly string[]) =>
    Math.abs(parts.reduce((sum, part) => sum + Number(part), 0) - 100) <= ROUNDED;
  if (makeWhole(groups) || groups.reduce((sum, part) => sum + Number(part), 0) === TENTHS) return [...dots];
  if (groups.length % 2 === 1 || groups.length < 4) return undefined;
  const parts: string[] = [];
  for (let i = 0; i < groups.length; i += 2) parts.push(`${groups[i]}.${groups[i + 1]}`);
  return makeWhole(parts) ? dots.filter((_, i) => i % 2 === 1) : undefined;
}
