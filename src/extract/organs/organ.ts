import type { Dictionaries } from '../../dictionary/index.ts';
import { brokenRow } from '../broken-row.ts';
import { NameTrie } from '../name-trie.ts';
import type { WrittenIn } from '../writing-date.ts';

/** A central organ and when it was. */
export interface Organ {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  /** ISO dates of its register, as precise as they are known; absent where unknown or still open. */
  readonly validFrom?: string;
  readonly validTo?: string;
  /** First and last month, counted from year 0; a text of either may name it. */
  readonly from: number;
  readonly to: number;
  readonly successors: readonly string[];
}

/** Central organs by name; names are read as of a year. */
export interface OrganRegister {
  readonly organs: ReadonlyMap<string, Organ>;
  readonly trie: NameTrie;
  /** Per number of the trie, the organs that bore or bear the name. */
  readonly bearers: readonly (readonly Organ[])[];
  /** Per number of the trie: 1 where local bodies are called so too (发改委). */
  readonly shared: Uint8Array;
  /** The organs that bore or bear a name; `undefined` for a name that none does. */
  readonly named: (name: string) => readonly Organ[] | undefined;
  /** What became an organ. */
  readonly predecessors: (id: string) => readonly Organ[];
}

const key = Symbol('organs');

/** The register of a run, made once. */
export function organRegister(dictionaries: Dictionaries): OrganRegister {
  return dictionaries.derived(key, makeRegister);
}

function makeRegister(dictionaries: Dictionaries): OrganRegister {
  const successors = new Map<string, string[]>();
  for (const { from, to } of dictionaries.rows('organ-relations')) {
    const known = successors.get(from);
    if (known === undefined) successors.set(from, [to]);
    else known.push(to);
  }
  const organs = new Map<string, Organ>();
  const names = new Map<string, Organ[]>();
  for (const row of dictionaries.rows('organs')) {
    const organ: Organ = {
      id: row.id,
      name: row.name,
      kind: row.kind,
      ...(row.valid_from === '' ? {} : { validFrom: row.valid_from }),
      ...(row.valid_to === '' ? {} : { validTo: row.valid_to }),
      from: row.valid_from === '' ? 0 : monthOf(row.valid_from, 1),
      to: row.valid_to === '' ? Number.POSITIVE_INFINITY : monthOf(row.valid_to, 12),
      successors: successors.get(row.id) ?? [],
    };
    if (row.name === '' || !(organ.from >= 0) || !(organ.to >= organ.from)) {
      throw brokenRow(
        'organs',
        row.id,
        'it needs a name, and dates of which the second is not before the first',
      );
    }
    organs.set(organ.id, organ);
    for (const name of namesOf(row.name, row.abbreviations)) {
      const bearers = names.get(name);
      if (bearers === undefined) names.set(name, [organ]);
      else bearers.push(organ);
    }
  }
  for (const { from, to } of dictionaries.rows('organ-relations')) {
    const unknown = [from, to].find((id) => !organs.has(id));
    if (unknown !== undefined) throw brokenRow('organ-relations', from, `no organ has the id '${unknown}'`);
  }
  const earlier = new Map<string, Organ[]>();
  for (const organ of organs.values()) {
    for (const successor of organ.successors) {
      const known = earlier.get(successor);
      if (known === undefined) earlier.set(successor, [organ]);
      else known.push(organ);
    }
  }
  const shared = new Set(dictionaries.rows('shared-organ-names').map(({ name }) => name));
  return {
    organs,
    trie: new NameTrie([...names.keys()]),
    bearers: [...names.values()],
    shared: Uint8Array.from(names.keys(), (name) => (shared.has(name) ? 1 : 0)),
    named: (name) => names.get(name),
    predecessors: (id) => earlier.get(id) ?? [],
  };
}

/** The short name of an office that is the centre's by its first word. */
const OFFICE = /^(?:国务院|中央|国家).+办$/u;

/** A name, the name without the state's, and the abbreviations. */
function namesOf(name: string, abbreviations: string): Set<string> {
  const found = new Set([name, ...abbreviations.split('|').filter((one) => one !== '')]);
  if (name.startsWith('中华人民共和国') && name.length > 9) found.add(name.slice(7));
  // 国务院医改办 is written 国务院医改办公室 as well.
  for (const one of [...found]) if (OFFICE.test(one)) found.add(`${one}公室`);
  return found;
}

/** The number of a month that a date lies in; a year alone has the month given. */
function monthOf(date: string, otherwise: number): number {
  return Number(date.slice(0, 4)) * 12 + (date.length > 4 ? Number(date.slice(5, 7)) : otherwise) - 1;
}

/**
 * The organ that a name meant in a month or year: of those that then bore it the one that did for most of that time,
 * the later one where that is equal; where none did, the one nearest in time, as texts name bodies that are gone.
 */
export function bearerIn(bearers: readonly Organ[], { year, month }: WrittenIn): Organ {
  if (bearers.length === 1) return bearers[0];
  const first = year === undefined ? Number.MAX_SAFE_INTEGER : year * 12 + (month ?? 1) - 1;
  const last = year === undefined ? first : year * 12 + (month ?? 12) - 1;
  const months = (organ: Organ) => Math.min(organ.to, last) - Math.max(organ.from, first);
  return bearers.reduce((best, organ) => {
    const difference = months(organ) - months(best);
    return difference > 0 || (difference === 0 && organ.from > best.from) ? organ : best;
  });
}

/** After how many months a body that is gone is no longer meant by a bare name such as 能源部, but another country's. */
const REMEMBERED = 20 * 12;

/** True where a text of that year no longer means any of the bodies that bore a short name. */
export function isForgotten(bearers: readonly Organ[], { year }: WrittenIn): boolean {
  return year !== undefined && bearers.every(({ to }) => year * 12 - to > REMEMBERED);
}
