import { describe, expect, test } from 'vitest';
import { readEntities, shown } from '../read-entities.ts';

const provinces = (text: string) => shown(text, readEntities(text), ['province']).join(' ');

describe('place-abbreviation finds', () => {
  test.each([
    ['会议在京举行', '京=110000'],
    ['代表团赴沪考察', '沪=310000'],
    ['京、津、沪、渝四市', '京=110000 津=120000 沪=310000 渝=500000'],
    ['在晋、豫、青三省开展', '晋=140000 豫=410000 青=630000'],
    ['广东三省份以外，山东三市', '广东=440000 山东=370000'],
    ['湖北、湖南、赣等省', '湖北=420000 湖南=430000 赣=360000'],
  ])('%s', (text, expected) => {
    expect(provinces(text)).toBe(expected);
  });

  test('its form', () => {
    expect(readEntities('昨日在京闭幕')[0]).toMatchObject({
      type: 'province',
      form: 'abbreviation',
      name: '北京市',
    });
  });
});

describe('place-abbreviation finds nothing in', () => {
  test.each(['在新的起点上', '京沪高铁通车', '到津贴发放日', '看京剧', '来青年公寓', '苏式园林', '吉祥如意'])(
    '%s',
    (text) => {
      expect(provinces(text)).toBe('');
    },
  );
});
