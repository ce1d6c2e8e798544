import type { Edit } from '../../alignment/index.ts';
import { classAt, DIGIT, HAN } from '../characters.ts';
import type { RepairRule } from '../rule.ts';

/** Hyphen, full-width hyphen, box drawing and horizontal bar: two or four of one in a row are a dash. */
const isHalf = (unit: number) => unit === 0x2d || unit === 0xff0d || unit === 0x2500 || unit === 0x2015;
/** What ends a moment in time: between two of them stands the single — of a range (GB/T 15834, 4.13). */
const MOMENTS = '年月日号时点';
/** Who meets whom: 中国--东盟 has the single — that joins names. */
const HOST = '中国';
const PARTNERS = [
  '东盟',
  '中东欧',
  '欧盟',
  '非洲',
  '阿拉伯',
  '拉美',
  '加勒比',
  '太平洋岛国',
  '中亚',
  '葡语国家',
  '南亚',
];

/**
 * Turns hyphens in twos beside Han text into the dash ——. Between two moments (2013年--2014年) it is the — of a range;
 * before a year that belongs to a name (行动--2010) it is left alone, as it is in Latin text.
 */
export const restoreDash: RepairRule = ({ text, passages, marks }) => {
  const edits: Edit[] = [];
  for (const { condition, end, firstMark, lastMark } of passages) {
    if (condition === 'foreign') continue;
    let next = 0;
    for (let i = firstMark; i < lastMark; i++) {
      const at = marks[i];
      const unit = text.charCodeAt(at);
      if (at < next || !isHalf(unit)) continue;
      let to = at + 1;
      while (to < end && text.charCodeAt(to) === unit) to++;
      const insert = to - at === 2 || to - at === 4 ? dashOf(text, at, to) : undefined;
      if (insert !== undefined) edits.push({ from: at, to, insert, rule: 'restore-dash', confidence: 0.95 });
      next = to;
    }
  }
  return { edits };
};

function dashOf(text: string, from: number, to: number): string | undefined {
  const before = classAt(text, from - 1);
  const after = classAt(text, to);
  if (before !== HAN && after !== HAN) return undefined;
  if (text.startsWith(HOST, from - HOST.length) && PARTNERS.some((name) => text.startsWith(name, to)))
    return '—';
  if (after !== DIGIT) return '——';
  if (MOMENTS.includes(text[from - 1]) && classAt(text, from - 2) === DIGIT) return '—';
  let end = to;
  while (end - to < 5 && classAt(text, end) === DIGIT) end++;
  return end - to === 4 && text[end] !== '年' ? undefined : '——';
}
