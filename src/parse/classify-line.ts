import { type Dictionaries, defaultDictionaries } from '../dictionary/index.ts';
import type { BlockKind } from '../document/index.ts';
import { isByline, isDateLine } from './byline.ts';
import { enumerationOf, hasBullet } from './enumeration.ts';

/** What a line is. */
export interface LineClass {
  readonly kind: BlockKind;
  /** For headings: 1 is the highest. */
  readonly level?: number;
}

/** The lines around a line, blank ones left out. */
export interface LineNeighbours {
  /** Absent for the first line of a document. */
  readonly previous?: (LineClass & { readonly text: string }) | undefined;
  /** Absent for the last. */
  readonly next?: string | undefined;
}

/** Longest line, in UTF-16 units, that can be anything but a paragraph or an item. */
const LONGEST_TITLE = 60;
const LONGEST_HEADING = 45;
const LONGEST_SIGNATURE = 30;

/** By UTF-16 unit, the marks that close a sentence or clause, and what may stand behind them; flattened texts have `.` for all of them. */
const closes = new Uint8Array(0x10000);
const CLOSING = 1;
const BEHIND = 2;
for (const mark of '。．.！!？?；;，,、…') closes[mark.charCodeAt(0)] = CLOSING;
for (const mark of '”’」』）)】》"\'') closes[mark.charCodeAt(0)] = BEHIND;
/** A sentence's end within a line: what a title or heading does not have. A dot between digits is none. */
const SENTENCE_WITHIN = /[。！？；;]|[^0-9０-９a-zA-Z\s][.．](?!\s*$)/;
/** What the second line of a long title begins or ends with. */
const TITLE_GOES_ON =
  /^(?:关于|關於|關于|的|——|—|（)|(?:通知|意见|意見|办法|辦法|决定|決定|方案|规划|規劃|公告|通报|通報|报告|報告|批复|批復|纲要|綱要|条例|條例|规定|規定|细则|細則|要点|要點)$/;

/**
 * Tells what a line is from the line and its neighbours: title, heading with its level, item, byline, or
 * paragraph. Pure, and quick for long lines, of which it looks at the ends only.
 *
 * @param line as it stands, without its line end
 */
export function classifyLine(
  line: string,
  { previous, next }: LineNeighbours,
  dictionaries: Dictionaries = defaultDictionaries(),
): LineClass {
  const text = line.length > 400 ? line.slice(0, 400).trimStart() : line.trim();
  const long = line.length > 400 || text.length > LONGEST_TITLE;
  if (!long && isByline(text, previous === undefined, next === undefined, dictionaries))
    return { kind: 'byline' };
  const number = enumerationOf(text);
  if (number !== undefined) {
    const heads =
      text.length <= LONGEST_HEADING && !isClosed(text) && !SENTENCE_WITHIN.test(text.slice(number.length));
    // Short lines numbered alike, one after another, are a list; a heading has its text between.
    const alike = (other: string | undefined) =>
      other !== undefined && enumerationOf(other.trimStart())?.style === number.style;
    const listed = !number.headingOnly && (alike(next) || alike(previous?.text));
    if (heads && !listed && next !== undefined) return { kind: 'heading', level: number.level };
    return number.headingOnly ? { kind: 'paragraph' } : { kind: 'list-item' };
  }
  const underTitle = underTitleKind(text, long, previous);
  if (underTitle !== undefined) return { kind: underTitle };
  if (hasBullet(text)) return { kind: 'list-item' };
  if (long || isClosed(text) || SENTENCE_WITHIN.test(text) || next === undefined)
    return { kind: 'paragraph' };
  if (previous === undefined) return { kind: 'title' };
  if (previous.kind === 'title' && TITLE_GOES_ON.test(text)) return { kind: 'title' };
  const signs = text.length <= LONGEST_SIGNATURE && !TITLE_GOES_ON.test(text);
  if (signs && isDateLine(next.trim())) return { kind: 'byline' };
  return { kind: 'paragraph' };
}

/** True for a line that ends as a sentence or clause does. */
function isClosed(text: string): boolean {
  let last = text.length - 1;
  while (last >= 0 && closes[text.charCodeAt(last)] === BEHIND) last--;
  return last >= 0 && closes[text.charCodeAt(last)] === CLOSING;
}

/** Longest name with its office, in UTF-16 units. */
const LONGEST_NAME = 20;
const DASHED = /^(?:——|—|--)/;

/** Under a title: ——2013年1月25日在…会议上, which says where and when, and under that who; ——… alone is the title's second part. */
function underTitleKind(
  text: string,
  long: boolean,
  previous: LineNeighbours['previous'],
): 'title' | 'byline' | undefined {
  if (long || previous === undefined || isClosed(text)) return undefined;
  if (DASHED.test(text)) {
    if (previous.kind !== 'title') return undefined;
    return /[0-9０-９〇一二三四五六七八九十][年月日]|会议上|會議上/.test(text) ? 'byline' : 'title';
  }
  const says = previous.kind === 'byline' && DASHED.test(previous.text.trim());
  return says && text.length <= LONGEST_NAME && !/[:：，]/.test(text) ? 'byline' : undefined;
}
