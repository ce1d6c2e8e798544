import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDocuments } from '../../../src/extract/documents/index.ts';
import { hostileText, LAW_RUNS } from '../../arbitraries.ts';
import { readEntities } from '../read-entities.ts';

const read = (text: string) =>
  readEntities(text).flatMap((entity) =>
    entity.type === 'document'
      ? [
          [
            text.slice(entity.span.start, entity.span.end),
            entity.title,
            entity.number ?? '',
            entity.issuer ?? '',
          ].join(' | '),
        ]
      : [],
  );

describe('documents', () => {
  test.each([
    ['《政务公开办法》施行', ['《政务公开办法》 | 政务公开办法 |  | ']],
    [
      '《关于加快宽带建设的意见》（国发〔2013〕5号）提出',
      ['《关于加快宽带建设的意见》（国发〔2013〕5号） | 关于加快宽带建设的意见 | 国发〔2013〕5号 | 国务院'],
    ],
    [
      '《关于加快宽带建设的意见》(国办发[2013]第12号)提出',
      [
        '《关于加快宽带建设的意见》(国办发[2013]第12号) | 关于加快宽带建设的意见 | 国办发〔2013〕12号 | 国务院办公厅',
      ],
    ],
    ['按照国发(2013)5号文件要求', ['国发(2013)5号 | 国发〔2013〕5号 | 国发〔2013〕5号 | 国务院']],
    ['科技部近日印发了《数据汇交指南》', ['《数据汇交指南》 | 数据汇交指南 |  | 中华人民共和国科学技术部']],
    [
      '《国务院关于印发数据规划的通知》',
      ['《国务院关于印发数据规划的通知》 | 国务院关于印发数据规划的通知 |  | 国务院'],
    ],
    ['农办〔2019〕3号', ['农办〔2019〕3号 | 农办〔2019〕3号 | 农办〔2019〕3号 | 农业农村部办公厅']],
    ['建城〔2005〕12号', ['建城〔2005〕12号 | 建城〔2005〕12号 | 建城〔2005〕12号 | 建设部']],
    ['交规划发〔2006〕7号', ['交规划发〔2006〕7号 | 交规划发〔2006〕7号 | 交规划发〔2006〕7号 | 交通部']],
    ['海政发〔2014〕8号', ['海政发〔2014〕8号 | 海政发〔2014〕8号 | 海政发〔2014〕8号 | ']],
    ['《关于执行〈预算办法〉的通知》', ['《关于执行〈预算办法〉的通知》 | 关于执行〈预算办法〉的通知 |  | ']],
    ['《□》印发', []],
    ['《》', []],
    ['《没有结束的书名', []],
    ['年鉴(2013)5月出版', []],
    ['A〔2013〕5号', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test('hostile text gives ascending, disjoint documents', () => {
    const dictionary = { at: () => undefined } as unknown as Parameters<typeof findDocuments>[1];
    const bracketed = fc
      .array(fc.constantFrom(...'《》〈〉（）()〔〕[]20135号国发办第 '), { maxLength: 40 })
      .map((characters) => characters.join(''));
    fc.assert(
      fc.property(fc.oneof(hostileText(), bracketed), (text) => {
        let at = 0;
        for (const { start, end, title } of findDocuments(text, dictionary)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(title).not.toBe('');
          at = end;
        }
      }),
      { numRuns: LAW_RUNS },
    );
  });

  test('a hundred thousand opening marks are no burden', () => {
    expect(read('《'.repeat(100_000))).toEqual([]);
    expect(read('〔2013〕'.repeat(20_000))).toEqual([]);
  });
});
