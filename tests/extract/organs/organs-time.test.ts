import { describe, expect, test } from 'vitest';
import { normalize } from '../../../src/index.ts';

/** The register's id of each central organ of a text. */
function refsOf(text: string): string[] {
  return normalize(text).entities.flatMap((entity) => (entity.type === 'ministry' ? [entity.ref] : []));
}

describe('organsTime', () => {
  test.each([
    ['铁道部、卫生部和国家药监局今天通报。', ['mor', 'moh', 'sfda']],
    ['人口计生委、国家广电总局联合表彰。', ['npfpc', 'sarft']],
    ['国家卫生计生委、中央网信办发文。', ['nhfpc', 'cac-lg']],
  ])('tells the time of %s', (text, refs) => {
    expect(refsOf(text)).toEqual(refs);
  });

  test.each([
    ['国家药监局今天通报。', ['nmpa']],
    ['农业农村部和国家药监局通报了原铁道部遗留的问题。', ['mara', 'nmpa', 'mor']],
    ['2022年，铁道部旧址旁，国家药监局通报。', ['mor', 'nmpa']],
  ])('leaves %s to the present or to its year', (text, refs) => {
    expect(refsOf(text)).toEqual(refs);
  });
});
