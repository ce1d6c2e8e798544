import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { Dictionaries, defaultDictionaries, type TableName, tables } from '../../src/dictionary/index.ts';
import { schemas } from '../../src/dictionary/schemas.ts';
import { GuiyiError } from '../../src/errors/index.ts';
import { figureLexicon } from '../../src/extract/figures/lexicon.ts';
import { bearerIn, organRegister } from '../../src/extract/organs/organ.ts';
import { divisionRegister, groupsOf, locate } from '../../src/extract/places/index.ts';

const own: readonly TableName[] = [
  'areas',
  'division-aliases',
  'divisions',
  'ethnic-groups',
  'local-organ-parts',
  'named-local-organs',
  'organ-relations',
  'organ-words',
  'organs',
  'place-words',
  'region-groups',
  'shared-organ-names',
];
const dictionaries = defaultDictionaries();
const register = divisionRegister(dictionaries);
const organs = organRegister(dictionaries);

describe('the tables of places and organs', () => {
  test.each(own)('%s follow their schema, sorted, each key once', (name) => {
    const rows = dictionaries.rows(name);
    for (const row of rows) expect(schemas[name].safeParse(row).error?.message).toBeUndefined();
    const lines = rows.map((row) =>
      tables[name].columns.map((column) => row[column as keyof typeof row]).join('\t'),
    );
    expect(lines).toEqual([...lines].sort());
    const keys = rows.map((row) =>
      tables[name].key.map((column) => row[column as keyof typeof row]).join('\t'),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('divisions lie in divisions that are there', () => {
    for (const { parent, province } of register.divisions) {
      if (parent !== '') expect(register.byCode(parent)).toBeDefined();
      expect(register.byCode(province)?.level).toBe('province');
    }
  });

  test('aliases, groups and bodies point to codes of the register', () => {
    for (const { code } of dictionaries.rows('division-aliases'))
      expect(register.byCode(code), code).toBeDefined();
    for (const { members } of dictionaries.rows('region-groups')) {
      for (const code of members.split('|')) expect(register.byCode(code), code).toBeDefined();
    }
    for (const { region } of dictionaries.rows('named-local-organs'))
      expect(register.byCode(region)).toBeDefined();
  });

  test('certainty is low where a date is wanting and nothing says so', () => {
    for (const { id, valid_from, remark, certainty } of dictionaries.rows('organs')) {
      if (valid_from === '')
        expect([id, certainty === 'low' || remark.includes('left out')]).toEqual([id, true]);
    }
  });

  test('no name of an organ is borne twice in the same month by bodies of one kind', () => {
    const clashes: string[] = [];
    for (const bearers of organs.bearers) {
      for (const [i, one] of bearers.entries()) {
        for (const other of bearers.slice(i + 1)) {
          const shared = Math.min(one.to, other.to) - Math.max(one.from, other.from);
          if (shared > 0 && one.kind === other.kind) clashes.push(`${one.id} ${other.id}`);
        }
      }
    }
    expect(clashes).toEqual([]);
  });

  test('relations join organs, forward in time', () => {
    for (const { from, to, date } of dictionaries.rows('organ-relations')) {
      expect(organs.organs.has(from), from).toBe(true);
      expect(organs.organs.has(to), to).toBe(true);
      expect(from).not.toBe(to);
      expect(date === '' || /^\d{4}/.test(date)).toBe(true);
    }
  });
});

describe('dictionaries of a user', () => {
  const folder = mkdtempSync(join(tmpdir(), 'guiyi-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const withTable = (name: TableName, ...rows: string[]) => {
    const { file, columns } = tables[name];
    const path = mkdtempSync(join(folder, 'own-'));
    writeFileSync(join(path, file), `${[columns.join('\t'), ...rows].join('\n')}\n`);
    return new Dictionaries([path]);
  };

  test.each([
    ['divisions', '11010\t假区\t\tcounty\t110000\t110000\t2001\t\t\tme', 'six digits'],
    ['divisions', '119901\t假区\t\tvillage\t110000\t110000\t2001\t\t\tme', "no level 'village'"],
    ['divisions', '119901\t假区\t\tcounty\t110000\t110000\t2001\t1999\t\tme', 'not before the first'],
    ['divisions', '119901\t假区\t\tcounty\t110000\t110000\tsoon\t\t\tme', 'years'],
    ['organs', 'x\t假部\t\tministry\t2001-03\t1999-03\thigh\t\tme', 'not before the first'],
  ] as const)('a broken row of %s is an error that names it: %s', (table, row, detail) => {
    const broken = withTable(table, row);
    const make = () => (table === 'organs' ? organRegister(broken) : divisionRegister(broken));
    expect(make).toThrow(GuiyiError);
    expect(make).toThrow(detail);
  });

  test.each([
    ['region-groups', '某某三省\t999901|110000\tme', "no division has the code '999901'"],
    ['organ-relations', 'mof\tmerge\tnowhere\t2030-01\tme', "no organ has the id 'nowhere'"],
    ['comparators', '大大超过\tbefore\tmuch\tme', "no comparator is called 'much'"],
  ] as const)('a row of %s that points to nothing is an error that names it: %s', (table, row, detail) => {
    const broken = withTable(table, row);
    const make = () =>
      table === 'region-groups'
        ? groupsOf(broken)
        : table === 'comparators'
          ? figureLexicon(broken)
          : organRegister(broken);
    expect(make).toThrow(GuiyiError);
    expect(make).toThrow(detail);
  });

  test('two organs of one name in the same years: the later one is meant, and nothing breaks', () => {
    const overlapping = withTable(
      'organs',
      'mof2\t新财政部\t财政部\tministry\t2010-01\t\tlow\t\tme',
      'mof3\t旧财政部\t财政部\tministry\t1990\t2012-01\tlow\t\tme',
    );
    const { bearers, trie } = organRegister(overlapping);
    trie.walk('财政部', 0);
    const known = bearers[trie.names[0]];
    expect(known.length).toBeGreaterThan(1);
    expect(bearerIn(known, { year: 2020, month: undefined }).id).toBe('mof2');
  });

  test('rows whose years overlap are all kept', () => {
    const overlapping = withTable('divisions', '110105\t新朝阳区\t\tcounty\t110000\t110000\t2015\t\t\tme');
    expect(locate('北京市新朝阳区', { dictionaries: overlapping })?.county).toEqual({
      code: '110105',
      name: '新朝阳区',
    });
    expect(locate('北京市朝阳区', { dictionaries: overlapping })?.county?.code).toBe('110105');
  });

  test('an alias for a code that no division has names nothing', () => {
    const unknown = withTable('division-aliases', '不存在市\t999999\tfull\tme');
    expect(locate('不存在市', { dictionaries: unknown })).toBeUndefined();
  });
});

describe('years outside the register', () => {
  test.each([1000, 1949, 2099])('%i', (year) => {
    expect(locate('浙江省杭州市', { year })).toMatchObject({
      province: { code: '330000' },
      prefecture: { code: '330100' },
    });
  });
});
