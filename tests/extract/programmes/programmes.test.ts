import { describe, expect, test } from 'vitest';
import { readEntities } from '../read-entities.ts';

const read = (text: string) =>
  readEntities(text).flatMap((entity) =>
    entity.type === 'programme'
      ? [`${text.slice(entity.span.start, entity.span.end)} ${entity.from ?? ''}–${entity.to ?? ''}`]
      : [],
  );

describe('programmes', () => {
  test.each([
    ['“十二五”期间', ['十二五 2011–2015']],
    ['十二五以来', ['十二五 2011–2015']],
    ['十三五规划', ['十三五 2016–2020']],
    ['“十五”计划', ['十五 2001–2005']],
    ['“一五”时期', ['一五 1953–1957']],
    ['“三五”计划', ['三五 1966–1970']],
    ['农产品质量监测信息化工程', ['农产品质量监测信息化工程 –']],
    ['能源计量监测信息化工程', ['能源计量监测信息化工程 –']],
    ['“村村有网”工程', ['“村村有网”工程 –']],
    ['加快新基建', ['新基建 –']],
    ['金税工程三期', ['金税工程 –']],
    ['重大工程', []],
    ['十五个项目', []],
    ['三五成群', []],
    ['二十五人', []],
    ['十二五万元', []],
    ['这个工程', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});
