import { describe, expect, test } from 'vitest';
import { normalize } from '../../src/index.ts';

describe('Traditional characters left in Simplified clauses', () => {
  test.each([
    ['三項服务依次是农產品价格和就業信息', '三项服务依次是农产品价格和就业信息'],
    ['这项工作由农業部门負责', '这项工作由农业部门负责'],
    ['平台和平臺', '平台和平台'],
  ])('%s', (before, after) => {
    expect(normalize(before).text).toBe(after);
  });

  test.each(['著名学者执著于著作', '乾隆年间的乾安县', '于是后来里程碑上写着'])('%s stays', (text) => {
    expect(normalize(text).text).toBe(text);
  });
});
