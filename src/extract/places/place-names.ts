import type { Dictionaries } from '../../dictionary/index.ts';
import { NameTrie } from '../name-trie.ts';
import { type DivisionRegister, divisionRegister, type Reading } from './division.ts';
import { alwaysSpeaksAlone, canSpeakAlone } from './find-mentions.ts';

/** The names of places in the form that scanning needs, and the words that tell a name from what looks like one. */
export interface PlaceNames {
  readonly register: DivisionRegister;
  readonly trie: NameTrie;
  /** The names that prose can use without another place before them. */
  readonly leading: readonly string[];
  /** Per number of the trie, what the name can mean. */
  readonly readings: readonly (readonly Reading[])[];
  /** Per number of the trie: 1 where it is a full name. */
  readonly full: Uint8Array;
  /** Per number of the trie: 1 where it needs no place before it, whatever it means. */
  readonly alone: Uint8Array;
  /** Per number of the trie: 1 where the name is an ordinary word too (城区). */
  readonly common: Uint8Array;
  /** Per number of the trie, how far its short name is a county's without a place before it. */
  readonly shortCounties: Uint8Array;
  /** Names of bodies that hold a place's name without naming the place: 新疆生产建设兵团. */
  readonly bodies: NameTrie;
  /** Words that make a bare name before them part of another name: 时间 after 北京. */
  readonly after: NameTrie;
  /** Words that begin as a name's ending does: 市民 in 北京市民. */
  readonly ending: NameTrie;
  /** Exceptions to those: 市民政 in 北京市民政局. */
  readonly kept: NameTrie;
  /** Areas that addresses name in place of a county: 经济技术开发区. */
  readonly zone: NameTrie;
}

const key = Symbol('place-names');

/** Values of `shortCounties`: never, among its sisters only, anywhere. */
export const ShortCounty = { Never: 0, Listed: 1, Alone: 2 } as const;

/** The place names of a run, made once. */
export function placeNames(dictionaries: Dictionaries): PlaceNames {
  return dictionaries.derived(key, makePlaceNames);
}

function makePlaceNames(dictionaries: Dictionaries): PlaceNames {
  const register = divisionRegister(dictionaries);
  const words = {
    after: [] as string[],
    ending: [] as string[],
    kept: [] as string[],
    common: [] as string[],
    zone: [] as string[],
  };
  for (const { word, use } of dictionaries.rows('place-words')) words[use as keyof typeof words]?.push(word);
  const names = [...register.names.keys()];
  const readings = [...register.names.values()];
  const commonWords = new Set(words.common);
  const short = new Map(dictionaries.rows('short-counties').map(({ name, use }) => [name, use] as const));
  // Every county goes by its short name beside its sisters: 隆回、洞口.
  for (const [name, readings] of register.names)
    if (name.length > 1 && !short.has(name) && readings.some(isShortCounty)) short.set(name, 'listed');
  return {
    register,
    trie: new NameTrie(names),
    leading: names.filter((name) => short.has(name) || canSpeakAlone(name, register.names.get(name)!)),
    readings,
    full: Uint8Array.from(readings, (all) => (all.some(({ form }) => form === 'full') ? 1 : 0)),
    alone: Uint8Array.from(readings, (all, i) => (alwaysSpeaksAlone(names[i], all) ? 1 : 0)),
    common: Uint8Array.from(names, (name) => (commonWords.has(name) ? 1 : 0)),
    shortCounties: Uint8Array.from(names, (name) => {
      const use = short.get(name);
      return use === undefined ? ShortCounty.Never : use === 'alone' ? ShortCounty.Alone : ShortCounty.Listed;
    }),
    bodies: new NameTrie(
      dictionaries.rows('named-local-organs').flatMap(({ name, aliases }) => [name, ...aliases.split('|')]),
    ),
    after: new NameTrie(words.after),
    ending: new NameTrie(words.ending),
    kept: new NameTrie(words.kept),
    zone: new NameTrie(words.zone),
  };
}

function isShortCounty({ division, form }: Reading): boolean {
  return form === 'short' && division.level === 'county';
}
