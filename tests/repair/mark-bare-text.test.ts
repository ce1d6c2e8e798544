import { describe, expect, test } from 'vitest';
import { repaired } from './repaired.ts';

const bare =
  '各地区各部门要高度重视切实加强组织领导认真落实各项措施确保取得实效为此要建立健全工作机制明确责任分工强化监督检查及时总结经验推广好的做法同时要加大宣传力度营造良好氛围让广大群众了解政策支持改革共同推动经济社会持续健康发展';

const MARKS = /[，、。；：？\n]/g;

describe('mark-bare-text', () => {
  test('a long passage without a mark gets some, its last one final', () => {
    const { text, rules } = repaired(bare);
    expect(text.endsWith('。')).toBe(true);
    expect((text.match(/[，、。；]/g) ?? []).length).toBeGreaterThan(4);
    expect(new Set(rules)).toEqual(new Set(['mark-bare-text']));
    expect(text.replace(MARKS, '')).toBe(bare);
  });
  test.each([
    ['a heading stays', '国务院办公厅关于进一步加强电子政务工作的通知'],
    [
      'a long title stays',
      '某省人民代表大会常务委员会关于批准某市人民代表大会常务委员会关于修改部分地方性法规的决定的决定',
    ],
    ['a passage with one mark stays', `${bare}。`],
  ])('%s', (_what, text) => {
    expect(repaired(text).text).toBe(text);
  });
  test('by option it stays', () => {
    expect(repaired(bare, { bareText: 'never' }).text).toBe(bare);
  });
  test('every edit carries a probability, and the doubtful ones are reported', () => {
    const { edits, messages } = repaired(bare);
    for (const { confidence } of edits) {
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(1);
    }
    expect(messages).toHaveLength(edits.filter(({ confidence }) => confidence < 0.5).length);
  });
  test('asked for sure marks only, it gives fewer, and tells of the rest', () => {
    const all = repaired(bare);
    const sure = repaired(bare, { minConfidence: 0.8 });
    expect(sure.edits.length).toBeLessThan(all.edits.length);
    expect(sure.edits.every(({ confidence }) => confidence >= 0.8)).toBe(true);
    expect(sure.messages.length).toBeGreaterThan(0);
  });
  test('a very long line gets marks all along, and no more the second time', () => {
    const { text } = repaired(bare.repeat(300));
    expect(text.replace(MARKS, '')).toBe(bare.repeat(300));
    expect(Math.max(...text.split(MARKS).map(({ length }) => length))).toBeLessThan(bare.length);
    expect(repaired(text).text).toBe(text);
  });
  test('figures and words in Latin letters stay whole', () => {
    const { text } = repaired(`${bare}全省共有12345个行政村其中86%已经接入5G网络${bare}`);
    for (const whole of ['12345个', '86%', '5G']) expect(text).toContain(whole);
  });
  test('a mark stands right after its word, before a space that followed', () => {
    const { text } = repaired(`${bare} `);
    expect(text.trimEnd().endsWith('发展。')).toBe(true);
  });
});
