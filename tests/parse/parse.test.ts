import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blocksOf, textOf } from '../../src/document/index.ts';
import { classifyLine, parseText } from '../../src/parse/index.ts';
import { hostileText, LAW_RUNS } from '../arbitraries.ts';

const kindsOf = (text: string) =>
  blocksOf(parseText(text)).map(({ kind, level, start, end }) => {
    const shown = level === undefined ? kind : `${kind} ${level}`;
    return [shown, text.slice(start, end)];
  });

describe('a line in a document', () => {
  const body = '各地要结合实际抓好落实，确保按期完成各项任务。';
  /** Between two paragraphs; the kind is what the line alone and plain neighbours tell. */
  const cases: [line: string, kind: string, level?: number][] = [
    ['第一编 总则', 'heading', 1],
    ['第三章 监督管理', 'heading', 1],
    ['第三章监督管理', 'heading', 1],
    ['第十二章　附　则', 'heading', 1],
    ['第一节 一般规定', 'heading', 2],
    ['第二部分 重点任务', 'heading', 1],
    ['一、总体要求', 'heading', 1],
    ['三.保障措施', 'heading', 1],
    ['（二）加强组织领导', 'heading', 2],
    ['(二)加強組織領導', 'heading', 2],
    ['1.建立工作台账', 'heading', 3],
    ['２．完善考核办法', 'heading', 3],
    ['（3）统一数据口径', 'heading', 4],
    ['1.2 编制依据', 'heading', 2],
    ['2.3.1 应急响应', 'heading', 3],
    ['【平台建设情况】', 'heading', 1],
    ['附件1', 'heading', 1],
    ['附件：重点任务分工表', 'heading', 1],
    ['来源：省数据局', 'byline'],
    ['發布時間：2014年5月29日', 'byline'],
    ['作者: 林望舒', 'byline'],
    ['本报记者 周一鸣', 'byline'],
    ['国发〔2013〕5号', 'byline'],
    ['2014年5月29日', 'byline'],
    ['二〇一四年五月', 'byline'],
    ['（省信息中心规划研究室主任 林望舒）', 'byline'],
    ['（省信息中心供稿）', 'byline'],
    ['（此件公开发布）', 'byline'],
    ['主题分类：', 'byline'],
    ['（一）加强领导。各地要成立专班，明确责任。', 'list-item'],
    ['1.北京市、天津市于六月底前完成；', 'list-item'],
    ['①落实经费。', 'list-item'],
    ['• 政务外网', 'list-item'],
    ['- 政务外网', 'list-item'],
    // What must stay a paragraph.
    [body, 'paragraph'],
    ['第三章的规定同样适用于本办法所称的各类平台', 'paragraph'],
    ['第五条 本办法自发布之日起施行。', 'paragraph'],
    ['2013年全省投入资金3.5亿元', 'paragraph'],
    ['80.5%的县实现覆盖', 'paragraph'],
    ['3.5亿元资金到位', 'paragraph'],
    ['一是完善制度，二是加强检查', 'paragraph'],
    ['（区、市）和新疆生产建设兵团实现全覆盖。', 'paragraph'],
    ['平台来源：由省数据局统一提供，各市不再另建，已建的逐步并入。', 'paragraph'],
    ['三年来，全省上下共同努力。', 'paragraph'],
  ];
  test.each(cases)('%s', (line, kind, level) => {
    const previous = { kind: 'paragraph', text: body } as const;
    expect(classifyLine(line, { previous, next: body })).toEqual(
      level === undefined ? { kind } : { kind, level },
    );
  });

  test('the first short line without a closing mark is the title', () => {
    expect(kindsOf(`全省政务平台建设情况\n${body}`)[0]).toEqual(['title', '全省政务平台建设情况']);
    expect(kindsOf(`  \n\n全省平台2.0版上线\n${body}`)[0][0]).toBe('title');
  });

  test('a title goes on in the next line', () => {
    expect(kindsOf(`某省人民政府办公厅\n关于推进政务平台建设的通知\n${body}`).slice(0, 2)).toEqual([
      ['title', '某省人民政府办公厅'],
      ['title', '关于推进政务平台建设的通知'],
    ]);
  });

  test('under a title stand its second part, where and when it was said, and who said it', () => {
    const kinds = kindsOf(`政府工作报告\n——2013年1月25日在第一次会议上\n省长 林望舒\n各位代表：\n${body}`);
    expect(kinds.map(([kind]) => kind)).toEqual(['title', 'byline', 'byline', 'paragraph', 'paragraph']);
    expect(
      kindsOf(`平台云端落地\n——年终回顾与展望\n${body}\n——坚持统筹推进。\n${body}`).map(([kind]) => kind),
    ).toEqual(['title', 'title', 'paragraph', 'list-item', 'paragraph']);
  });

  test('the last line of a title before a date is no signature', () => {
    expect(kindsOf(`${body}\n加强防震减灾\n调查和管理工作的通知\n2004年4月27日\n${body}`)[2][0]).toBe(
      'paragraph',
    );
  });

  test('a sentence, a flattened line or the only line is no title', () => {
    for (const text of [`${body}\n${body}`, `5月29日讯)会议举行.平台上线\n${body}`, '全省政务平台建设情况']) {
      expect(kindsOf(text)[0][0]).toBe('paragraph');
    }
  });

  test('short lines numbered alike are items, a number with text below is a heading', () => {
    expect(kindsOf(`${body}\n1.北京市\n2.天津市\n3.河北省\n${body}`).map(([kind]) => kind)).toEqual([
      'paragraph',
      'list-item',
      'list-item',
      'list-item',
      'paragraph',
    ]);
    expect(kindsOf(`${body}\n1.北京市\n${body}\n2.天津市\n${body}`).map(([kind]) => kind)).toEqual([
      'paragraph',
      'heading 3',
      'paragraph',
      'heading 3',
      'paragraph',
    ]);
  });

  test('who signs stands before the date', () => {
    expect(kindsOf(`${body}\n某省数据管理局\n2014年5月29日`).slice(1)).toEqual([
      ['byline', '某省数据管理局'],
      ['byline', '2014年5月29日'],
    ]);
  });
});

describe('line ends', () => {
  test.each(['\n', '\r\n', '\r', '\f', '\v', '\u0085', '\u2028', '\u2029', '\n \u3000\n'])('%j', (end) => {
    expect(kindsOf(`标题在此${end}第一段。${end}`).map(([, text]) => text)).toEqual(['标题在此', '第一段。']);
  });
});

describe('laws', () => {
  test('nothing is lost', () => {
    fc.assert(
      fc.property(hostileText(80), (text) => {
        expect(textOf(parseText(text))).toBe(text);
      }),
      { numRuns: LAW_RUNS },
    );
  });

  test('any line has a kind, and a heading a level', () => {
    fc.assert(
      fc.property(hostileText(12), hostileText(12), (line, next) => {
        const { kind, level } = classifyLine(line, { next });
        expect(level !== undefined).toBe(kind === 'heading');
      }),
      { numRuns: LAW_RUNS },
    );
  });

  test('a line of a million characters is one paragraph', () => {
    const text = '国务院'.repeat(400_000);
    expect(blocksOf(parseText(text))).toEqual([{ kind: 'paragraph', start: 0, end: text.length }]);
  });
});
