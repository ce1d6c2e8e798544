import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LAW_RUNS } from '../arbitraries.ts';
import { readEntities, textsOf } from './read-entities.ts';

/** Names, parts of names and what stands between them, in any order. */
const names = textsOf(
  ...[
    '北京市',
    '海南州',
    '吉林',
    '朝阳区',
    '省',
    '市',
    '县',
    '京',
    '津',
    '冀',
    '财政',
    '发改委',
    '局',
    '厅',
    '政府',
  ],
  ...[
    '国务院',
    '水利部',
    '部门',
    '新疆生产建设兵团',
    '31个',
    '省（区、市）',
    '等',
    '、',
    '，',
    '。',
    '的',
    '各地',
    '第十三届',
  ],
  ...['人民代表大会', '常务委员会', '委', '办公厅', '东部地区', '和', '2013年', '市民', '路'],
);

describe('recognizing', () => {
  test('takes any text, and places what it finds within it', () => {
    fc.assert(
      fc.property(names, (text) => {
        for (const { span, confidence } of readEntities(text)) {
          expect(span.end).toBeLessThanOrEqual(text.length);
          expect(span.start).toBeLessThan(span.end);
          expect(confidence).toBeGreaterThan(0);
          expect(confidence).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: LAW_RUNS },
    );
  });

  test('gives the same for the same text', () => {
    fc.assert(
      fc.property(names, (text) => {
        expect(readEntities(text)).toEqual(readEntities(text));
      }),
      { numRuns: Math.ceil(LAW_RUNS / 10) },
    );
  });

  test('ten thousand organs, and ten thousand local ones', () => {
    const text = `${'水利部、农业部、发改委、'.repeat(3_400)}${'省财政厅、市发改委、经信委、'.repeat(3_400)}`;
    const found = readEntities(text, 2013);
    expect(found.filter(({ type }) => type === 'ministry').length).toBe(10_200);
    expect(found.filter(({ type }) => type === 'local-organ').length).toBe(10_200);
  });

  test('a line of many provinces, without a mark', () => {
    expect(readEntities('浙江省'.repeat(20_000)).length).toBe(20_000);
  });
});
