import type { Dictionaries } from '../dictionary/index.ts';

/** The words by which a byline is known. */
interface Cues {
  /** Before a colon or space: 来源 作者 发布时间. */
  readonly labels: ReadonlySet<string>;
  /** At the end, in brackets or alone: 供稿 摄. */
  readonly closings: ReadonlySet<string>;
}

const cuesKey = Symbol('byline cues');

function makeCues(dictionaries: Dictionaries): Cues {
  const rows = dictionaries.rows('bylineCues');
  const cuesAt = (place: string) => new Set(rows.filter((row) => row.place === place).map(({ cue }) => cue));
  return { labels: cuesAt('label'), closings: cuesAt('closing') };
}

const YEAR = '(?:[12][0-9]{3}|[12][０-９]{3}|[一二][〇○零一二三四五六七八九]{3})';
const NUMBER = '[0-9０-９一二三四五六七八九十]{1,3}';
const DATE_LINE = new RegExp(
  `^[（(]?${YEAR}(?:年${NUMBER}月(?:${NUMBER}日)?|[-/.]${NUMBER}[-/.]${NUMBER})(?:\\s?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?[）)]?$`,
);
/** What it begins with: most lines that are short enough begin with something else. */
const BEGINS_DATE = '（(12一二';
const DOCUMENT_NUMBER =
  /^\p{Script=Han}{1,12}[〔［[（(【]\s?[12][0-9]{3}\s?[〕］\]）)】]\s?第?\s?[0-9]{1,5}\s?[号號]$/u;
const IN_BRACKETS = /^[（(]([^（()）]{2,50})[）)]$/;
/** An office or organ, a space, and a name of two to four characters. */
const NAME_AT_END = /\p{Script=Han}{4,}[\s\u00a0　]+\p{Script=Han}(?:[\s　]?\p{Script=Han}){1,3}$/u;
const LABEL = /^(\p{Script=Han}(?:[\s　]*\p{Script=Han}){0,5})[\s　]*[:：]\s*(?:\S|$)/u;
/** 新华社北京5月29日电, 本报记者 张三: what agencies put before or under a headline. */
const DATELINE = /^(?:本[报報刊网網社台]|新[华華]社)[^。，,.]{0,20}(?:记者|記者|[电電讯訊]$)/;

/** True for a line that is a date, as a document ends with. */
export function isDateLine(text: string): boolean {
  return text.length <= 30 && BEGINS_DATE.includes(text[0] ?? ' ') && DATE_LINE.test(text);
}

/**
 * True for a line that says who, where from or when, and nothing else: 来源：…, （…供稿）, 本报记者 …, a
 * document number, a date.
 *
 * @param text a trimmed, short line
 * @param first,last whether it is the document's first or last line
 */
export function isByline(text: string, first: boolean, last: boolean, dictionaries: Dictionaries): boolean {
  if (isDateLine(text)) return true;
  // Most lines are none of these, and a look at their ends tells so sooner than the patterns do.
  const ending = text[text.length - 1];
  if ((ending === '号' || ending === '號') && DOCUMENT_NUMBER.test(text)) return true;
  // With a sentence behind it a dateline is the beginning of a report.
  if ((text[0] === '本' || text[0] === '新') && DATELINE.test(text) && !/[。！？]/.test(text)) return true;
  const { labels, closings } = dictionaries.derived(cuesKey, makeCues);
  const label = labelOf(text);
  if (label !== undefined && labels.has(label)) return true;
  const inside = ending === '）' || ending === ')' ? IN_BRACKETS.exec(text)?.[1].trim() : undefined;
  if (inside === undefined) return false;
  const bracketLabel = labelOf(inside);
  if (bracketLabel !== undefined && labels.has(bracketLabel)) return true;
  for (const closing of closings) if (inside.endsWith(closing)) return true;
  for (const cue of labels)
    if (inside.startsWith(cue) && /[\s　]/.test(inside[cue.length] ?? '')) return true;
  return !first && (last || inside.length <= 40) && NAME_AT_END.test(inside);
}

/** The Han text before a colon, its spaces left out. */
function labelOf(text: string): string | undefined {
  if (!text.includes('：') && !text.includes(':')) return undefined;
  return LABEL.exec(text)?.[1].replace(/[\s　]/g, '');
}
