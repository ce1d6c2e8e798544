/**
 * Builds `dictionaries/divisions.tsv` from the areacodes data set (CC0-1.0), which has every division of
 * county level and above since 1981.
 *
 *     npx tsx tools/dictionaries/build-divisions.ts path/to/areacodes/result.csv
 *
 * What the build adds to the data: the code of the division above (the data name it), and the short names
 * under which a division is spoken of (杭州 for 杭州市, 海南州 for 海南藏族自治州).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadTable, packagedDictionaries, tables } from '../../src/dictionary/index.ts';
import { shortNames } from './short-names.ts';

interface Division {
  readonly code: string;
  readonly name: string;
  readonly level: 'province' | 'prefecture' | 'county';
  readonly province: string;
  /** Name of the division above, as the data give it; 直辖 where it is the province. */
  readonly above: string;
  /** First year in which it bore this name and code. */
  readonly from: string;
  /** The year in which that ended; empty where it still holds. */
  readonly to: string;
  readonly successors: string;
}

const levels = { 省级: 'province', 地级: 'prefecture', 县级: 'county' } as const;

function readSource(path: string): Division[] {
  const lines = readFileSync(path, 'utf8')
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r?\n/);
  return lines.slice(1).map((line) => {
    const [code, , above, name, level, , from, to, successors] = line.split(',');
    return {
      code,
      name,
      level: levels[level as keyof typeof levels],
      province: `${code.slice(0, 2)}0000`,
      above,
      from,
      to,
      successors: successors.replaceAll(';', '|'),
    };
  });
}

/** The prefecture of that name and province which was there when the county was; the province where none was. */
function parentOf(county: Division, prefectures: ReadonlyMap<string, readonly Division[]>): string {
  if (county.level === 'province') return '';
  if (county.level === 'prefecture') return county.province;
  const named = prefectures.get(`${county.province}${county.above}`) ?? [];
  const there = named.find((above) => overlap(above, county)) ?? named[0];
  return there?.code ?? county.province;
}

function overlap(a: Division, b: Division): boolean {
  return a.from < (b.to || '9999') && b.from < (a.to || '9999');
}

const [source] = process.argv.slice(2);
if (source === undefined) throw new RangeError('give the path of the areacodes result.csv');
const divisions = readSource(source);
const prefectures = new Map<string, Division[]>();
for (const division of divisions) {
  if (division.level !== 'prefecture') continue;
  const key = division.province + division.name;
  prefectures.set(key, [...(prefectures.get(key) ?? []), division]);
}
const groups = loadTable(join(packagedDictionaries, 'ethnic-groups.tsv'), ['name', 'origin']).rows;
const peoples = groups.map(({ name }) => name);
const rows = divisions.map((division) =>
  [
    division.code,
    division.name,
    division.level === 'province' ? '' : shortNames(division.name, peoples).join('|'),
    division.level,
    parentOf(division, prefectures),
    division.province,
    division.from,
    division.to,
    division.successors,
    'areacodes',
  ].join('\t'),
);
rows.sort((a, b) => (a < b ? -1 : 1));
writeFileSync(
  join(packagedDictionaries, 'divisions.tsv'),
  `${[tables.divisions.columns.join('\t'), ...rows].join('\n')}\n`,
);
process.stdout.write(`${rows.length} divisions\n`);
