import {
  COLON,
  COMMA,
  LIST_COMMA,
  MIDDLE_DOT,
  NONE,
  QUESTION,
  SEMICOLON,
  STOP,
} from '../../src/repair/network/marks.ts';

/** A mark whose loss teaches nothing: it stays a dot and is not scored. */
export const UNSCORED = -1;

const marks: Readonly<Record<string, number>> = {
  '，': COMMA,
  '、': LIST_COMMA,
  '。': STOP,
  '！': STOP,
  '；': SEMICOLON,
  '：': COLON,
  '？': QUESTION,
  '·': MIDDLE_DOT,
  '—': UNSCORED,
  '…': UNSCORED,
};

/** What stands in the brackets of a numbered item, （一）: those brackets stay. */
const NUMBER = /^[一二三四五六七八九十\d]{1,3}$/;

/** A flattened text and what each of its dots was. */
export interface Flattened {
  readonly text: string;
  /** UTF-16 index of each dot in `text`, ascending. */
  readonly places: readonly number[];
  /** Per dot, the mark, or `UNSCORED`. */
  readonly marks: readonly number[];
  /** Per dot, whether a % or a title was lost before the mark. */
  readonly lost: readonly boolean[];
  /** UTF-16 index in `text` of titles that left no dot. */
  readonly gaps: readonly number[];
  /** UTF-16 index in `text` of paragraph breaks that were glued over. */
  readonly breaks: readonly number[];
}

/** How one text was flattened; the real ones show several ways. */
export interface Flattening {
  /** Titles go with their brackets, as in 发布了.要求; or the brackets stay. */
  readonly titles: boolean;
  /** Round brackets go with what they hold. */
  readonly brackets: boolean;
  readonly percent: boolean;
  /** Line breaks go too. */
  readonly glued: boolean;
  /** Chance that a title inside a clause leaves a dot. */
  readonly titleDot: number;
}

export function drawFlattening(random: () => number): Flattening {
  return {
    titles: random() < 0.75,
    brackets: random() < 0.5,
    percent: random() < 0.8,
    glued: random() < 0.5,
    titleDot: random() < 0.5 ? 0.15 : 0.6,
  };
}

/**
 * Flattens paragraphs as the real texts were: every mark a dot, a row of marks one dot, titles and % gone,
 * quotation marks straight, Latin letters small, paragraphs glued.
 */
export function flatten(paragraphs: readonly string[], how: Flattening, random: () => number): Flattened {
  let text = '';
  const places: number[] = [];
  const found: number[] = [];
  const lost: boolean[] = [];
  const gaps: number[] = [];
  const breaks: number[] = [];
  // The dot that is being made: a row of marks and lost things ends in one.
  let pendingMark: number | undefined;
  let pendingLost = false;
  let pendingDot = false;
  const flush = () => {
    if (pendingDot) {
      places.push(text.length);
      found.push(pendingMark ?? NONE);
      lost.push(pendingLost);
      text += '.';
    } else if (pendingLost) gaps.push(text.length);
    pendingMark = undefined;
    pendingLost = pendingDot = false;
  };
  for (const paragraph of paragraphs) {
    if (!how.glued && (text !== '' || pendingDot)) {
      flush();
      text += '\n';
    } else if (text !== '' && !pendingDot) breaks.push(text.length);
    else if (pendingDot) breaks.push(text.length + 1);
    for (let i = 0; i < paragraph.length; i++) {
      const c = paragraph[i];
      const mark = marks[c];
      if (mark !== undefined) {
        pendingMark ??= mark;
        pendingDot = true;
      } else if (c === '%' && how.percent) {
        flush();
        pendingLost = pendingDot = true;
      } else if (c === '《' && how.titles) {
        const end = paragraph.indexOf('》', i);
        if (end < 0) continue;
        if (pendingDot) flush();
        pendingLost = true;
        if (random() < how.titleDot) pendingDot = true;
        i = end;
      } else if (c === '（' || c === '(') {
        const end = paragraph.indexOf(c === '（' ? '）' : ')', i);
        const numbered = NUMBER.test(paragraph.slice(i + 1, end));
        if (how.brackets && !numbered && end > i && end - i < 60) i = end;
        else {
          flush();
          text += '(';
        }
      } else if (c === '）' || c === ')') {
        flush();
        text += ')';
      } else if (c === '“' || c === '”' || c === '‘' || c === '’') {
        flush();
        text += "'";
      } else if (c !== ' ' && c !== '\u3000' && c !== '\u00a0') {
        flush();
        text += c.toLowerCase();
      }
    }
  }
  flush();
  return { text, places, marks: found, lost, gaps, breaks: breaks.filter((at) => at > 0) };
}
