import { describe, expect, test } from 'vitest';
import { defaultDictionaries } from '../../src/dictionary/index.ts';
import { cutWords } from '../../src/segment/cut-words.ts';
import { engineFor } from '../../src/segment/engine.ts';
import { splitSentences } from '../../src/segment/index.ts';

/** A case is a text with its words apart by spaces, in either style: they join to the same text. */
interface Case {
  readonly whole: string;
  readonly parts: string;
}

const cases: Readonly<Record<string, readonly Case[]>> = {
  'a figure and its measure': [
    { whole: '投资 三百元', parts: '投资 三百 元' },
    { whole: '新增 20多个 项目', parts: '新增 20多 个 项目' },
    { whole: '修路 1,234.5公里', parts: '修路 1,234.5 公里' },
    { whole: '历时 两个多小时', parts: '历时 两 个 多 小时' },
    { whole: '下降 三点五个百分点', parts: '下降 三点五 个 百分点' },
    { whole: '占 百分之七十八点四', parts: '占 百分之七十八点四' },
    { whole: '增长 17.5% ， 达到 80亿元', parts: '增长 17.5% ， 达到 80亿 元' },
    { whole: '第五次 会议', parts: '第五 次 会议' },
  ],
  'a date': [
    { whole: '2013年5月6日 印发', parts: '2013年 5月 6日 印发' },
    { whole: '一九九七年十月 开工', parts: '一九九七年 十月 开工' },
    { whole: '今年7月1日 起', parts: '今年 7月 1日 起' },
    { whole: '5月上旬 完成', parts: '5月上旬 完成' },
    { whole: '20世纪 80年代', parts: '20世纪 80年代' },
    { whole: '2015年底 前', parts: '2015年底 前' },
  ],
  'a stretch of time is no date': [
    { whole: '用 三年 建成', parts: '用 三 年 建成' },
    { whole: '5年 前', parts: '5 年 前' },
  ],
  'a determiner': [{ whole: '这个 办法', parts: '这 个 办法' }],
  'what only looks like a figure': [
    { whole: '一定 十分 重要', parts: '一定 十分 重要' },
    { whole: '他们 一起 努力', parts: '他们 一起 努力' },
    { whole: '千方百计 扩大 就业', parts: '千方百计 扩大 就业' },
    { whole: '四川 和 三峡', parts: '四川 和 三峡' },
    { whole: '这里 的 老百姓', parts: '这里 的 老百姓' },
  ],
  names: [
    { whole: '司马迁 和 欧阳修', parts: '司马迁 和 欧阳修' },
    { whole: '让·雅克·卢梭', parts: '让·雅克·卢梭' },
  ],
  'characters that only happen to stand together': [
    { whole: '我 曾 有 过 信心', parts: '我 曾 有 过 信心' },
    { whole: '会议 和 赵福祥', parts: '会议 和 赵福祥' },
  ],
};

const cut = (text: string, style: 'whole' | 'parts'): string => {
  const { starts, ends } = cutWords(text, splitSentences(text), engineFor(defaultDictionaries()), style);
  return Array.from(starts, (start, i) => text.slice(start, ends[i])).join(' ');
};

describe.each(Object.entries(cases))('%s', (_, rows) => {
  test.each(rows)('$whole', ({ whole, parts }) => {
    const text = whole.replaceAll(' ', '');
    expect(parts.replaceAll(' ', '')).toBe(text);
    expect(cut(text, 'whole')).toBe(whole);
    expect(cut(text, 'parts')).toBe(parts);
  });
});
