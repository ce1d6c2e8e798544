import { classAt, DIGIT, DOT, HAN, LATIN, LINE_BREAK, OPENING } from '../characters.ts';
import type { DotContext } from './dot.ts';

/** Labels that begin a line, whatever they label. */
const OF_LINES: ReadonlySet<string> = new Set(
  '注 备注 附 附件 附注 来源 抄送 主送 联系人 联系单位 联系电话 联系地址 联系方式 咨询电话 举报电话 监督电话 投诉电话 责任编辑 发文机关 发文字号 成文日期 发布日期 主题分类 主题词 索引号'.split(
    ' ',
  ),
);
/** Labels of what is written in figures or letters, wherever they stand. */
const OF_FIGURES: ReadonlySet<string> = new Set(
  '电话 手机 传真 邮编 邮箱 网址 微信 联系电话 联系方式 办公电话 咨询电话 举报电话 监督电话 投诉电话 邮政编码 电子邮箱 电子邮件'.split(
    ' ',
  ),
);
const CONTACT = '联系人';
const LONGEST = 4;
/** How many names a label of contact may have before a number to call. */
const NAMES = 4;

/**
 * Finds the dots behind labels: 注.本公报…, 联系人.张明.电话.010-…. A label is a whole clause, and what it labels follows.
 *
 * @returns indices of `dots`, ascending
 */
export function labelColons({ text, dots }: DotContext): number[] {
  const found: number[] = [];
  const contacts: number[] = [];
  for (let index = 0; index < dots.length; index++) {
    const { at } = dots[index];
    let start = at;
    while (at - start <= LONGEST && classAt(text, start - 1) === HAN) start--;
    if (start === at || at - start > LONGEST) continue;
    const before = classAt(text, start - 1);
    if (before !== LINE_BREAK && before !== DOT) continue;
    const label = text.slice(start, at);
    const after = classAt(text, at + 1);
    const isFigure =
      after === DIGIT || after === LATIN || (after === OPENING && classAt(text, at + 2) === DIGIT);
    if (OF_FIGURES.has(label) && isFigure) {
      const contact = contacts.at(-1);
      if (contact !== undefined && index - contact <= NAMES) found.push(contact);
      contacts.length = 0;
      found.push(index);
    } else if (before === LINE_BREAK && after !== LINE_BREAK && OF_LINES.has(label)) found.push(index);
    else if (label === CONTACT) contacts.push(index);
  }
  return [...new Set(found)].sort((a, b) => a - b);
}
