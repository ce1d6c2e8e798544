import { describe, expect, test } from 'vitest';
import { normalize } from '../../src/index.ts';

describe('close-spaces', () => {
  test.each([
    ['a space before a bracket that becomes wide', '各地 (市)区和县.共同负责.', '各地（市）区和县'],
    [
      'a space that a name list needs stays',
      '代表：王小明 李四平 欧阳修文,均已到会.',
      '王小明 李四平 欧阳修文',
    ],
    ['the space of Latin text stays', '采用Big Data,IP address等技术.效果良好.', 'Big Data'],
  ])('%s', (_, before, part) => {
    const { text } = normalize(before);
    expect(text).toContain(part);
    expect(normalize(text).text).toBe(text);
  });
});
