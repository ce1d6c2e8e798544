import { unitTable } from '../../dictionary/index.ts';
import type { Figure } from './figure.ts';
import { round } from './read-bounds.ts';

/** 分别为60.8、51.7和: numbers that answer a list, right before one that has the unit of all. */
const NUMBERS = /(?:分别|各自|依次)[^，。；：、\d]{0,8}((?:\d+(?:\.\d+)?[、和与及])+)$/u;
const NUMBER = /\d+(?:\.\d+)?/gu;
/** Further back no list begins, in UTF-16 units. */
const LONGEST = 60;
/** 2012、2013和2014年 are dates. */
const TIMES: ReadonlySet<string | undefined> = new Set(['year', 'month', 'day']);

const JOINTS = unitTable('、和与及');

/** True for a figure that a list mark stands right before. */
export function mayEndList(text: string, { start }: Figure): boolean {
  return JOINTS[text.charCodeAt(start - 1)] === 1;
}

/**
 * The figures of a list whose last one alone has the unit: 60.8 and 51.7 of 分别为60.8、51.7和49.2%. Ascending.
 *
 * @param figure the last of the list, with a list mark right before it
 * @param free where the figure before it ended
 */
export function figuresOfSharedUnit(text: string, figure: Figure, free: number): Figure[] {
  const { kind, value, start, end, unitName } = figure;
  if (value === undefined || TIMES.has(unitName)) return [];
  const from = Math.max(free, start - LONGEST);
  const list = NUMBERS.exec(text.slice(from, start));
  const own = /^\d+(?:\.\d+)?/u.exec(text.slice(start, end));
  if (list === null || own === null || Number(own[0]) === 0) return [];
  // 3、5和8亿元: the scale is shared too.
  const scale = value / Number(own[0]);
  const first = start - list[1].length;
  const { unit } = figure;
  return [...list[1].matchAll(NUMBER)].map(({ 0: digits, index }) => ({
    kind,
    start: first + index,
    end: first + index + digits.length,
    value: round(Number(digits) * scale),
    comparator: 'eq',
    ...(unit === undefined ? {} : { unit }),
    ...(unitName === undefined ? {} : { unitName }),
    rule: 'shared-unit',
  }));
}
