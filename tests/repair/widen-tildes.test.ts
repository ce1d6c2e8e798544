import { describe, expect, test } from 'vitest';
import { type RepairCase, repaired } from './repaired.ts';

const cases: readonly RepairCase[] = [
  { what: 'between figures', before: '每班5~10人。', after: '每班5～10人。' },
  { what: 'between shares', before: '利率为3%~5%，每年调整。', after: '利率为3%～5%，每年调整。' },
  { what: 'between months', before: '3月~5月为汛期。', after: '3月～5月为汛期。' },
  { what: 'a wave dash', before: '气温22〜28度，微风。', after: '气温22～28度，微风。' },
  { what: 'a home folder stays', before: '把文件放到~/data目录。' },
  { what: 'a drawn-out word stays', before: '好吃~我还要。' },
  { what: 'a hyphen of a range stays', before: '每班5-10人。' },
];

describe('widen-tildes', () => {
  test.each(cases)('$what: $before', ({ before, after = before }) => {
    expect(repaired(before).text).toBe(after);
  });
});
