import type { Edit } from '../../alignment/index.ts';
import type { RepairRule } from '../rule.ts';
import { isNumeral, numeralValue } from './numeral.ts';

/** How a heading is numbered; numbers of one style count up by themselves. */
type Style = '一、' | '（一）' | '第一条' | '第一章' | '1.' | '1、';

interface Numbered {
  readonly at: number;
  readonly style: Style;
  readonly value: number;
}

/** A line shorter than this, in UTF-16 units, is one paragraph that counts its points; articles and chapters never stand in one. */
const GLUED = 100;

/** Marks after which a glued heading can begin. */
const FINAL = '。！？；';
/** What a number of a heading begins with. */
const STARTS = /[一二三四五六七八九十（(第\d【]/;

/**
 * Breaks a glued line before the headings inside it: a final mark, then the next number of a series that counts
 * up, or a heading in 【】.
 */
export const breakBeforeHeadings: RepairRule = ({ text, passages }) => {
  const edits: Edit[] = [];
  for (const { condition, start, end } of passages) {
    if (condition === 'foreign' || condition === 'bare') continue;
    const glued = end - start >= GLUED;
    const series = new Map<Style, Numbered[]>();
    for (let at = start; at < end; at++) {
      const begins = at === start || FINAL.includes(text[at - 1]);
      if (!begins || !STARTS.test(text[at])) continue;
      if (text[at] === '【' && at > start) edits.push(breakBefore(text, at, 0.97));
      const numbered = numberAt(text, at);
      if (numbered === undefined || !(glued || numbered.style.startsWith('第'))) continue;
      const run = series.get(numbered.style) ?? [];
      if (run.length > 0 && numbered.value !== run[run.length - 1].value + 1) {
        edits.push(...breaksOf(text, start, run));
        run.length = 0;
      }
      // Items after ； are sentences of one paragraph as often as lines of their own, unless the line began with one.
      if (run.length === 0 && at > start && text[at - 1] === '；') continue;
      run.push(numbered);
      series.set(numbered.style, run);
    }
    for (const run of series.values()) edits.push(...breaksOf(text, start, run));
  }
  return { edits: edits.sort((a, b) => a.from - b.from) };
};

/** The breaks of a run of numbers: two of them make a series; one alone may be anything. */
function breaksOf(text: string, start: number, run: readonly Numbered[]): Edit[] {
  if (run.length < 2) return [];
  return run
    .filter(({ at }) => at > start)
    .map(({ at }) => breakBefore(text, at, run.length > 2 ? 0.97 : 0.9));
}

function breakBefore(text: string, at: number, confidence: number): Edit {
  return { from: at - 1, to: at, insert: `${text[at - 1]}\n`, rule: 'break-before-headings', confidence };
}

function numberAt(text: string, at: number): Numbered | undefined {
  const first = text[at];
  if (first === '（' || first === '(') {
    const end = numeralEnd(text, at + 1);
    if (text[end] !== '）' && text[end] !== ')') return undefined;
    return numbered(at, '（一）', text.slice(at + 1, end));
  }
  if (first === '第') {
    const end = numeralEnd(text, at + 1);
    const style = text[end] === '条' ? '第一条' : text[end] === '章' ? '第一章' : undefined;
    return style && numbered(at, style, text.slice(at + 1, end));
  }
  if (isNumeral(first)) {
    const end = numeralEnd(text, at);
    return text[end] === '、' ? numbered(at, '一、', text.slice(at, end)) : undefined;
  }
  const figure = /^\d{1,2}(?=([.、])\D)/.exec(text.slice(at, at + 4));
  if (figure === null) return undefined;
  return { at, style: figure[1] === '.' ? '1.' : '1、', value: Number(figure[0]) };
}

function numeralEnd(text: string, at: number): number {
  let end = at;
  while (end - at < 4 && isNumeral(text[end])) end++;
  return end;
}

function numbered(at: number, style: Style, numeral: string): Numbered | undefined {
  const value = numeralValue(numeral);
  return value === 0 ? undefined : { at, style, value };
}
