import { describe, expect, test } from 'vitest';
import { repaired } from './repaired.ts';

const flattened = '会议听取了汇报.研究部署下一阶段工作.强调要抓好落实.各地要结合实际.制定方案.明确责任.';

describe('doubtful repairs', () => {
  test('are left undone below the confidence asked for, and reported', () => {
    const { edits, messages, text } = repaired(flattened, { minConfidence: 0.99 });
    const all = repaired(flattened).edits;
    expect(all.length).toBeGreaterThan(edits.length);
    expect(edits.every(({ confidence }) => confidence >= 0.99)).toBe(true);
    expect(messages.filter(({ reason }) => reason.startsWith('left undone')).length).toBeGreaterThan(0);
    expect(repaired(text, { minConfidence: 0.99 }).text).toBe(text);
  });
  test('are all made by default', () => {
    expect(repaired(flattened).text).not.toContain('.');
  });
});
