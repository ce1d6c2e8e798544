import { isNumeral, numeralEnd, numeralValue } from './numeral.ts';

/** How a heading, an article or an item is numbered, from what stands above others to what stands below. */
export const STYLES = [
  '第一章',
  '第一节',
  '第一条',
  '一、',
  '（一）',
  '1.1.1',
  '1.',
  '1、',
  '（1）',
  '①',
] as const;
export type Style = (typeof STYLES)[number];

/** A number that could begin a block. UTF-16 units of the text. */
export interface HeadingNumber {
  readonly at: number;
  /** One past the number and its mark. */
  readonly end: number;
  readonly style: Style;
  readonly value: number;
}

/** What a number can begin with: a table, as this is asked of every unit of a text. */
const begins = new Uint8Array(0x10000);
for (const character of '一二三四五六七八九十第（(①') begins[character.charCodeAt(0)] = 1;
begins.fill(1, 0x30, 0x3a);
begins.fill(1, 0x2460, 0x2474);

const NTH = '第'.charCodeAt(0);

/** True for a unit that a number can begin with. */
export function beginsNumber(unit: number): boolean {
  return begins[unit] === 1;
}

/** By UTF-16 unit what it numbers, 第一章 or another; names and not units as keys would be looked up as strings. */
const units = new Map<number, Style>(
  (['第一章', '第一节', '第一条'] as const).map((style) => [style.charCodeAt(2), style]),
);
/** What makes 第三条 part of a sentence: 第三条的规定, 第三条第二款, 第三条和第五条. */
const REFERS =
  /^(?:[的之所和与及或至到中里内、，,。第款项]|规定|所列|关于|约定|以[上下]|明确|要求|修改|改为|增加|删)/;

/** What makes （一） an item that a sentence speaks of. */
const ITEM = /^(?:[项款、和或至（(]|规定|所列)/;

/** The number that begins at `at`, if one does. Looks at a few units only. */
export function numberAt(text: string, at: number): HeadingNumber | undefined {
  if (at >= text.length) return undefined;
  const unit = text.charCodeAt(at);
  if (begins[unit] === 0) return undefined;
  if (unit === 0xff08 || unit === 0x28) return bracketed(text, at);
  if (unit === NTH) return ofUnit(text, at);
  if (isNumeral(text, at)) {
    const end = numeralEnd(text, at);
    if (text[end] !== '、') return undefined;
    const value = numeralValue(text, at, end);
    // 二、三季度 counts on: that is no heading.
    const next = numeralValue(text, end + 1, numeralEnd(text, end + 1));
    return next > value ? undefined : found(at, end + 1, '一、', value);
  }
  if (unit >= 0x2460 && unit < 0x2474) return found(at, at + 1, '①', unit - 0x245f);
  return figure(text, at);
}

function bracketed(text: string, at: number): HeadingNumber | undefined {
  const isHan = isNumeral(text, at + 1);
  const end = isHan ? numeralEnd(text, at + 1) : figureEnd(text, at + 1);
  if (end === at + 1 || (text[end] !== '）' && text[end] !== ')')) return undefined;
  // 第（一）项, （一）至（三）项: an item spoken of.
  if (text[at - 1] === '第' || ITEM.test(text.slice(end + 1, end + 3))) return undefined;
  return isHan
    ? found(at, end + 1, '（一）', numeralValue(text, at + 1, end))
    : found(at, end + 1, '（1）', Number(text.slice(at + 1, end)));
}

function ofUnit(text: string, at: number): HeadingNumber | undefined {
  const byFigure = figureEnd(text, at + 1);
  const end = byFigure > at + 1 ? byFigure : numeralEnd(text, at + 1);
  const style = end < text.length ? units.get(text.charCodeAt(end)) : undefined;
  if (style === undefined || REFERS.test(text.slice(end + 1, end + 3))) return undefined;
  const value = byFigure > at + 1 ? Number(text.slice(at + 1, end)) : numeralValue(text, at + 1, end);
  return found(at, end + 1, style, value);
}

/** 1. 1、 and 1.2.3, but neither 1.5 nor 1.5亿元. */
function figure(text: string, at: number): HeadingNumber | undefined {
  let end = figureEnd(text, at);
  if (end === at || end - at > 2 || (at > 0 && isFigure(text.charCodeAt(at - 1)))) return undefined;
  const mark = text[end];
  if (mark !== '.' && mark !== '、' && mark !== '．') return undefined;
  let parts = 1;
  let last = at;
  while (text[end] === '.' && figureEnd(text, end + 1) > end + 1 && parts < 4) {
    last = end + 1;
    end = figureEnd(text, last);
    parts++;
  }
  if (parts > 1) {
    if (parts === 2 || figureEnd(text, end) > end) return undefined;
    return found(at, end, '1.1.1', Number(text.slice(last, end)));
  }
  if (figureEnd(text, end + 1) > end + 1 && mark !== '、') return undefined;
  return found(at, end + 1, mark === '、' ? '1、' : '1.', Number(text.slice(at, end)));
}

/** Where the figure of three digits at most that begins at `at` ends. */
function figureEnd(text: string, at: number): number {
  let end = at;
  while (end - at < 3 && end < text.length && isFigure(text.charCodeAt(end))) end++;
  return end;
}

function isFigure(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

function found(at: number, end: number, style: Style, value: number): HeadingNumber | undefined {
  return value === 0 ? undefined : { at, end, style, value };
}
