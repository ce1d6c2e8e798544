import { describe, expect, test } from 'vitest';
import { repaired } from './repaired.ts';

const bare =
  '各地区各部门要高度重视切实加强组织领导认真落实各项措施确保取得实效为此要建立健全工作机制明确责任分工强化监督检查及时总结经验推广好的做法同时要加大宣传力度营造良好氛围让广大群众了解政策支持改革共同推动经济社会持续健康发展';

describe('mark-bare-text', () => {
  test('a long passage without a mark gets some, its last one final', () => {
    const { text, rules } = repaired(bare);
    expect(text.endsWith('。')).toBe(true);
    expect((text.match(/[，、。；]/g) ?? []).length).toBeGreaterThan(4);
    expect(new Set(rules)).toEqual(new Set(['mark-bare-text']));
    expect(text.replace(/[，、。；：？\n]/g, '')).toBe(bare);
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
});
