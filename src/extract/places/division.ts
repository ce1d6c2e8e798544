import type { Dictionaries } from '../../dictionary/index.ts';
import type { FoundEntity } from '../../document/index.ts';
import { brokenRow } from '../broken-row.ts';

export type DivisionLevel = 'province' | 'prefecture' | 'county';

/** A division under one name and code, and the years in which it had them. */
export interface Division {
  /** Six-digit GB/T 2260 code; empty where the standard has none (in Taiwan, Hong Kong and Macao). */
  readonly code: string;
  readonly name: string;
  readonly level: DivisionLevel;
  /** Code of the division above; empty for a province. */
  readonly parent: string;
  /** Code of the province; its own for a province. */
  readonly province: string;
  /** First year in which it bore this name and code. */
  readonly from: number;
  /** The year in which that ended, `Infinity` where it still holds. Texts of that year may say either. */
  readonly to: number;
  /** Codes of what its area became, where that changed as a whole. */
  readonly successors: readonly string[];
}

/** Under which kind of name a division is spoken of. */
export type NameForm = 'full' | 'short' | 'abbreviation';

/** One thing that a name can mean. */
export interface Reading {
  readonly division: Division;
  readonly form: NameForm;
}

function assertDivision({ code, name, level, from, to }: Division, year: string): void {
  const row = `${code} ${name} ${year}`;
  if (!/^\d{6}$/.test(code)) throw brokenRow('divisions', row, 'the code must have six digits');
  if (!levels.has(level)) throw brokenRow('divisions', row, `there is no level '${level}'`);
  if (name === '' || !(from >= 0) || !(to >= from)) {
    throw brokenRow(
      'divisions',
      row,
      'it needs a name, and years of which the second is not before the first',
    );
  }
}

const levels: ReadonlySet<string> = new Set<DivisionLevel>(['province', 'prefecture', 'county']);

/** What tells one division from another over time: its code, or its name where it has none. */
export function identityOf({ code, name, province }: Division): string {
  return code === '' ? province + name : code;
}

/**
 * Every division since 1981, by code and by name. Rows of one code whose years overlap are all kept: a text of those
 * years means the one with the name it gives.
 *
 * @throws GuiyiError GY402 where a row has no usable code, level or years
 */
export class DivisionRegister {
  readonly divisions: readonly Division[];
  /** Every name, full or short, and what it can mean. */
  readonly names: ReadonlyMap<string, readonly Reading[]>;
  /** The last year that the register tells a change of: the present, to it. */
  readonly lastYear: number;
  readonly #byCode = new Map<string, Division[]>();

  constructor(dictionaries: Dictionaries) {
    const divisions: Division[] = [];
    const names = new Map<string, Reading[]>();
    const add = (name: string, division: Division, form: NameForm) => {
      const readings = names.get(name);
      if (readings === undefined) names.set(name, [{ division, form }]);
      else readings.push({ division, form });
    };
    for (const row of dictionaries.rows('divisions')) {
      const division: Division = {
        code: row.code,
        name: row.name,
        level: row.level as DivisionLevel,
        parent: row.parent,
        province: row.province,
        from: Number(row.valid_from),
        to: row.valid_to === '' ? Number.POSITIVE_INFINITY : Number(row.valid_to),
        successors: row.successors.split('|').filter((code) => /^\d{6}$/.test(code)),
      };
      assertDivision(division, row.valid_from);
      divisions.push(division);
      const same = this.#byCode.get(division.code);
      if (same === undefined) this.#byCode.set(division.code, [division]);
      else same.push(division);
      add(division.name, division, 'full');
      if (row.short !== '') for (const short of row.short.split('|')) add(short, division, 'short');
    }
    for (const { name, short, level, province } of dictionaries.rows('areas')) {
      const area: Division = {
        code: '',
        name,
        level: level as DivisionLevel,
        parent: province,
        province,
        from: 0,
        to: Number.POSITIVE_INFINITY,
        successors: [],
      };
      divisions.push(area);
      add(name, area, 'full');
      if (short !== '') add(short, area, 'short');
    }
    for (const { alias, code, form } of dictionaries.rows('division-aliases')) {
      // A row for a code that the register lacks names nothing; `guiyi check` reports it.
      for (const division of this.#byCode.get(code) ?? []) add(alias, division, form as NameForm);
    }
    this.divisions = divisions;
    this.names = names;
    this.lastYear = divisions.reduce((last, { from }) => Math.max(last, from), 0);
  }

  /** What a code stood for in a year: the division of that year, else the one nearest to it in time. */
  byCode(code: string, year = Number.POSITIVE_INFINITY): Division | undefined {
    let best: Division | undefined;
    for (const division of this.#byCode.get(code) ?? []) {
      if (best === undefined || yearsAway(division, year) < yearsAway(best, year)) best = division;
    }
    return best;
  }
}

/** How many years lie between a year and the years in which the division had its name; 0 where it then had it. */
export function yearsAway({ from, to }: Division, year: number): number {
  if (year === Number.POSITIVE_INFINITY) return to === Number.POSITIVE_INFINITY ? 0 : 10_000 - to;
  if (year < from) return from - year;
  return year > to ? year - to : 0;
}

/** True for entities that name one division. */
export function isDivision(
  entity: FoundEntity,
): entity is Extract<FoundEntity, { type: 'province' | 'prefecture' | 'county' }> {
  return entity.type === 'province' || entity.type === 'prefecture' || entity.type === 'county';
}

const key = Symbol('divisions');

/** The register of a run, made once. */
export function divisionRegister(dictionaries: Dictionaries): DivisionRegister {
  return dictionaries.derived(key, (from) => new DivisionRegister(from));
}
