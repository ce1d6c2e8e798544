import type { Edit } from '../../alignment/index.ts';
import type { Dictionaries } from '../../dictionary/index.ts';
import { classifyLine } from '../../parse/index.ts';
import { isOneOf } from '../characters.ts';
import type { RepairRule } from '../rule.ts';
import { breakBefore } from './break-before.ts';

/** How much of a line's end is looked at, in UTF-16 units: signatures, a date, a note in brackets. */
const END = 160;
/** The longest title before a dateline or a label. */
const TITLE = 60;

const RULE = 'break-before-endings';

const YEAR = '(?:[12][0-9]{3}|[一二][〇零○Ｏ一二三四五六七八九]{3})';
const NUMBER = '[0-9一二三四五六七八九十]{1,3}';
/** A date that ends a line, a note in brackets after it or not. */
const DATE_AT_END = new RegExp(`${YEAR}年${NUMBER}月${NUMBER}日(?=(?:[（(][^（()）]{2,20}[）)])?$)`);
/** Organs sign with their names. */
const ORGAN =
  /(?:厅|局|委员会|委|部|政府|办公室|院|署|公司|处|中心|大学|学会|协会|法院|检察院|总队|支队|银行|集团|指挥部)$/;
const SIGNATURE = /^\p{Script=Han}{3,30}$/u;
const NOTE_AT_END = /[（(][^（()）]{2,50}[）)]$/;
const REPORTS = '讯'.charCodeAt(0);
const WIRES = '电'.charCodeAt(0);
/** What stands before those in a dateline. */
const BEFORE_REPORT = '日报网台刊';
/** What a report begins with under its title. */
const DATELINE =
  /(?:本[报网台刊]讯|新华社\p{Script=Han}{1,10}\d{1,2}月\d{1,2}日[电讯]|[\p{Script=Han}]{2,6}网\p{Script=Han}{0,6}\d{1,2}月\d{1,2}日[电讯])/u;
const ATTACHMENT = /^附件[0-9一二三四五六七八九十]{0,2}[：:]/;

/**
 * Breaks a glued line before what stands on lines of its own around the text: the report's dateline under the title,
 * and at the end the attachments, who signs, the date, and notes in brackets.
 */
export const breakBeforeEndings: RepairRule = ({ text, passages, dictionaries }) => {
  const edits: Edit[] = [];
  const add = (at: number, confidence: number) => edits.push(breakBefore(text, at, RULE, confidence));
  for (const { condition, start, end } of passages) {
    if (condition === 'foreign') continue;
    const headEnd = Math.min(end, start + TITLE);
    const dateline = mayReport(text, start, headEnd) ? DATELINE.exec(text.slice(start, headEnd)) : null;
    if (dateline !== null && dateline.index > 3 && isUnmarked(text, start, start + dateline.index)) {
      add(start + dateline.index, 0.9);
    }
    const from = Math.max(start, end - END);
    const tail = text.slice(from, end);
    const attachment = tail.indexOf('附件');
    if (attachment > 0 && tail[attachment - 1] === '。') {
      if (ATTACHMENT.test(tail.slice(attachment, attachment + 6))) add(from + attachment, 0.9);
    }
    const last = text[end - 1];
    if (last !== '日' && last !== '）' && last !== ')') continue;
    for (const at of signatures(tail)) if (from + at > start) add(from + at, 0.9);
    const note = noteAt(tail, dictionaries);
    if (note > 0) add(from + note, 0.9);
  }
  return { edits: edits.sort((a, b) => a.from - b.from) };
};

/** True where a dateline has its 讯 or 电: few lines have, and the pattern need not look at the others. */
function mayReport(text: string, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) {
    const unit = text.charCodeAt(at);
    if ((unit === REPORTS || unit === WIRES) && BEFORE_REPORT.includes(text[at - 1])) return true;
  }
  return false;
}

function isUnmarked(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isOneOf('。！？；：，', text, at)) return false;
  return true;
}

/** Where the signatures and the date at the end of a line begin, and the note after them. */
function signatures(tail: string): number[] {
  const date = DATE_AT_END.exec(tail);
  if (date === null) return [];
  const found: number[] = [];
  const stop = Math.max(...['。', '！', '；', '\n'].map((mark) => tail.lastIndexOf(mark, date.index)));
  const signature = tail.slice(stop + 1, date.index);
  if (signature !== '') {
    if (!SIGNATURE.test(signature) || !ORGAN.test(signature)) return [];
    // Without a sentence before it this is a line of its own already, or a title.
    if (stop >= 0) found.push(stop + 1);
    for (const at of partsOf(signature)) found.push(stop + 1 + at);
  } else if (stop < 0) return [];
  found.push(date.index);
  const end = date.index + date[0].length;
  if (end < tail.length) found.push(end);
  return found;
}

/** Where in a row of names the second and later ones begin: they share their first two characters, as 松原市公安局松原市交通局 do. */
function partsOf(signature: string): number[] {
  const parts: number[] = [];
  const first = signature.slice(0, 2);
  for (let at = signature.indexOf(first, 2); at > 0; at = signature.indexOf(first, at + 1)) {
    if (ORGAN.test(signature.slice(0, at))) parts.push(at);
  }
  return parts;
}

/** Where a note that says who or where from begins, at the end of a line after a sentence; 0 where there is none. */
function noteAt(tail: string, dictionaries: Dictionaries): number {
  const note = NOTE_AT_END.exec(tail);
  if (note === null || !'。！？”'.includes(tail[note.index - 1] ?? ' ')) return 0;
  const previous = { kind: 'paragraph', text: '' } as const;
  return classifyLine(note[0], { previous, next: undefined }, dictionaries).kind === 'byline'
    ? note.index
    : 0;
}
