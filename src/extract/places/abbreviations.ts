import { textSpan } from '../../alignment/index.ts';
import { type Dictionaries, unitTable } from '../../dictionary/index.ts';
import type { FoundEntity } from '../../document/index.ts';
import { Edges } from '../edges.ts';
import type { Recognizer } from '../recognizer.ts';
import { type Division, divisionRegister, isDivision } from './division.ts';

export interface Abbreviations {
  readonly divisions: ReadonlyMap<string, Division>;
  /** Per UTF-16 unit, 1 where it is one of them. */
  readonly isAbbreviation: Uint8Array;
  /** Those that are words of their own (新, 青): only a list makes them places. */
  readonly common: ReadonlySet<string>;
  /** Verbs that are followed by a place: 在京, 赴沪. */
  readonly stay: ReadonlySet<string>;
  /** What makes abbreviations before it the name of another thing: 京沪高铁. */
  readonly line: readonly string[];
}

const key = Symbol('place-abbreviations');

/** The abbreviations of a run, made once. */
export function abbreviationsOf(dictionaries: Dictionaries): Abbreviations {
  return dictionaries.derived(key, (from) => {
    const register = divisionRegister(from);
    const divisions = new Map<string, Division>();
    for (const { alias, code, form } of from.rows('division-aliases')) {
      const division = register.byCode(code);
      if (form === 'abbreviation' && alias.length === 1 && division !== undefined)
        divisions.set(alias, division);
    }
    const words = (use: string) =>
      from
        .rows('place-words')
        .filter((row) => row.use === use)
        .map(({ word }) => word);
    return {
      divisions,
      isAbbreviation: unitTable(divisions.keys()),
      common: new Set(words('common')),
      stay: new Set(words('stay')),
      line: words('line'),
    };
  });
}

/**
 * Places by their one-character names, where the text leaves no doubt: after a verb of place (在京, 赴沪), in a
 * list of places (京、津、沪), and as runs of several (湘鄂), which are groups of regions.
 */
export const abbreviations: Recognizer = {
  name: 'place-abbreviation',
  priority: 45,
  find: ({ text, tokens, dictionaries, beginnings, found }) => {
    const { divisions, common, stay, line } = abbreviationsOf(dictionaries);
    const edges = new Edges(text, tokens);
    // 在京 as two words, as one, or as the beginning of one (在京举行); but no 京 of 京剧.
    const isStay = (at: number, end: number) =>
      !common.has(text[at]) &&
      stay.has(text[at - 1]) &&
      (edges.endsAt(end) || edges.tokenStart(end) === at - 1) &&
      !isAnyAt(line, text, end);
    // Names of places and groups that an abbreviation may stand in: 京津冀, 湘潭.
    const taken = found.filter((entity) => isDivision(entity) || entity.type === 'region-group');
    const places = taken.filter(isDivision);
    const result: FoundEntity[] = [];
    let place = 0;
    let free = 0;
    for (const at of beginnings.of('abbreviations')) {
      if (at < free) continue;
      while (place < taken.length && taken[place].span.end <= at) place++;
      if (place < taken.length && taken[place].span.start <= at) continue;
      let end = at + 1;
      while (end < text.length && divisions.has(text[end])) end++;
      free = end;
      if (end - at > MOST) continue;
      const first = text[at];
      if (end - at > 1) {
        const run = [...text.slice(at, end)];
        const strong = run.length > 2 || run.every((char) => !common.has(char));
        const free = edges.beginsAt(at) && edges.endsAt(end) && !isAnyAt(line, text, end);
        if (strong && free && new Set(run).size === run.length) {
          result.push(
            groupOf(
              text,
              at,
              end,
              run.map((char) => divisions.get(char)!.code),
            ),
          );
        }
      } else if (isInList(text, at, divisions, places) || isStay(at, end)) {
        result.push(placeOf(at, divisions.get(first)!));
      }
    }
    return result;
  },
};

/** True where one of some words stands. */
function isAnyAt(words: readonly string[], text: string, at: number): boolean {
  return words.some((word) => text.startsWith(word, at));
}

/** More abbreviations than this in a row are no run of places. */
const MOST = 8;

/** What may stand before the first of a list, and after the last. */
const OPENS = '，。；：（和与及在 \n';
const CLOSES = '，。；）等和与及三两四五 \n';

/** True between list marks, with a place or another abbreviation on the far side of one of them: 皖、赣等省. */
function isInList(
  text: string,
  at: number,
  divisions: ReadonlyMap<string, Division>,
  places: readonly FoundEntity[],
): boolean {
  const before = text[at - 1] ?? '。';
  const after = text[at + 1] ?? '。';
  if (before !== '、' && after !== '、') return false;
  if (before !== '、' && !OPENS.includes(before)) return false;
  if (after !== '、' && !CLOSES.includes(after)) return false;
  const single = (index: number, beyond: number, edge: string) =>
    divisions.has(text[index]) && (!isHan(text[beyond]) || edge.includes(text[beyond]));
  if (before === '、' && (single(at - 2, at - 3, OPENS) || endsPlace(places, at - 1))) return true;
  return after === '、' && (single(at + 2, at + 3, CLOSES) || beginsPlace(places, at + 2));
}

function isHan(char: string | undefined): boolean {
  return char !== undefined && char >= '一' && char <= '鿿';
}

function endsPlace(places: readonly FoundEntity[], at: number): boolean {
  return indexBy(places, at, ({ span }) => span.end) !== -1;
}

function beginsPlace(places: readonly FoundEntity[], at: number): boolean {
  return indexBy(places, at, ({ span }) => span.start) !== -1;
}

/** Index of the entity whose edge is at a position, or -1; the entities are in text order and apart. */
function indexBy(
  entities: readonly FoundEntity[],
  at: number,
  edge: (entity: FoundEntity) => number,
): number {
  let low = 0;
  let high = entities.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (edge(entities[middle]) < at) low = middle + 1;
    else high = middle;
  }
  return low < entities.length && edge(entities[low]) === at ? low : -1;
}

function placeOf(at: number, { level, code, name, province }: Division): FoundEntity {
  const placed = {
    span: textSpan(at, at + 1),
    confidence: 0.85,
    rule: 'place-abbreviation',
    ref: code,
    name,
  };
  return level === 'province'
    ? { ...placed, type: level, form: 'abbreviation' }
    : { ...placed, type: level, province };
}

function groupOf(text: string, start: number, end: number, members: readonly string[]): FoundEntity {
  return {
    type: 'region-group',
    span: textSpan(start, end),
    confidence: 0.85,
    rule: 'place-abbreviation',
    name: text.slice(start, end),
    count: members.length,
    members,
  };
}
