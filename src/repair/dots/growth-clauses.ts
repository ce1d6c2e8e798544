import { classAt, DIGIT, DOT, HAN } from '../characters.ts';
import { COMMA, LIST_COMMA } from '../network/marks.ts';
import { type DotContext, probabilityOf } from './dot.ts';

/** How what changed is said right behind how much it is: 1862.4亿元.增长8.6. */
const CHANGES = [
  '增长',
  '下降',
  '增加',
  '减少',
  '提高',
  '上升',
  '回落',
  '降低',
  '增产',
  '减产',
  '上涨',
  '下跌',
  '扩大',
  '收窄',
  '占',
];
/** What may stand before such a word. */
const COMPARED = [
  '同比',
  '环比',
  '比上年',
  '比上月',
  '比去年',
  '较上年',
  '较上月',
  '较去年',
  '实际',
  '名义',
  '可比',
];
const FIRSTS = new Set([...CHANGES, ...COMPARED].map((word) => word.charCodeAt(0)));
/** The longest unit of a figure: 亿吨公里. */
const UNIT = 5;
/** How far from the word its own figure may stand: 增长了近30. */
const REACH = 6;

/** How much likelier than 、 the comma must be on average, as a logarithm: some texts write 、 throughout. */
const LEAD = 0.5;

/**
 * Finds the dots between a figure with its unit and what it grew or shrank by, where the text as a whole has a comma there: a
 * text writes all of them alike, and 、, which parts several things, is rare between what is said of one.
 *
 * @returns indices of `dots`, ascending
 */
export function growthClauses(context: DotContext): number[] {
  const { text, dots } = context;
  const found: number[] = [];
  let odds = 0;
  for (let index = 0; index < dots.length; index++) {
    const { at } = dots[index];
    if (!FIRSTS.has(text.charCodeAt(at + 1)) || !endsWithFigure(text, at)) continue;
    const compared = COMPARED.find((word) => text.startsWith(word, at + 1)) ?? '';
    const from = at + 1 + compared.length;
    const change = CHANGES.find((word) => text.startsWith(word, from));
    if (change === undefined ? compared === '' : !hasFigure(text, from + change.length)) continue;
    found.push(index);
    odds += Math.log(
      (probabilityOf(context, dots[index], COMMA) + FLOOR) /
        (probabilityOf(context, dots[index], LIST_COMMA) + FLOOR),
    );
  }
  return odds < LEAD * found.length ? [] : found;
}

const FLOOR = 1e-3;

/** True where a figure and its unit end at `at`. */
function endsWithFigure(text: string, at: number): boolean {
  let start = at;
  while (at - start < UNIT && classAt(text, start - 1) === HAN) start--;
  return start < at && classAt(text, start - 1) === DIGIT;
}

function hasFigure(text: string, from: number): boolean {
  for (let at = from; at < from + REACH; at++) {
    const kind = classAt(text, at);
    if (kind === DIGIT) return true;
    if (kind === DOT) return false;
  }
  return false;
}
