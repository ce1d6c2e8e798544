import { unitTable } from '../../dictionary/index.ts';
import type { OrganMention } from './find-central.ts';
import { isManyBefore, type LocalMention, type LocalNames } from './find-local.ts';
import type { LocalParts } from './local-names.ts';
import type { OrganWords } from './organ-words.ts';

/** How a name is read that central and local bodies share (发改委). */
export interface SharedReading {
  /** `many` speaks of the bodies of many places (各地发改委): no body of its own. */
  readonly as: 'central' | 'local' | 'many';
  readonly confidence: number;
  /** Where the local body's name begins: before 地方 in 地方发改委. UTF-16 units of the text. */
  readonly start: number;
  /** For a local body in a list: the body before it, whose place it has. */
  readonly beside?: LocalMention;
}

/** What shared names are read with; all in text order. */
export interface SharedSearch extends Pick<LocalNames, 'ofMany'> {
  readonly text: string;
  readonly organs: readonly OrganMention[];
  readonly locals: readonly LocalMention[];
  readonly words: OrganWords;
  readonly parts: LocalParts;
}

/** Names that stand in one list, or one name alone, in text order. */
interface Listed {
  readonly start: number;
  readonly end: number;
  readonly organ?: OrganMention;
  readonly local?: LocalMention;
}

/**
 * Reads the names that central and local bodies share.
 *
 * Local after a local word (地方发改委, 当地的发改委) and in a list of local bodies; central in a list with bodies
 * that only the centre has; else as the clause says (各地在发改委设处), and at last as most bodies of the text are.
 */
export function readSharedNames({
  text,
  organs,
  locals,
  ofMany: known,
  words,
  parts,
}: SharedSearch): Map<OrganMention, SharedReading> {
  const readings = new Map<OrganMention, SharedReading>();
  if (!organs.some(({ shared }) => shared)) return readings;
  const all: Listed[] = [
    ...organs.map((organ) => ({ start: organ.start, end: organ.end, organ })),
    ...locals.map((local) => ({ start: local.start, end: local.end, local })),
  ].sort((a, b) => a.start - b.start);
  const manyStarts = new Set(known.map(({ start }) => start));
  const anchored = locals.filter(({ anchor }) => anchor !== 'name').length;
  const usuallyLocal = anchored > organs.filter(({ shared }) => !shared).length;
  for (let first = 0, last = 0; first < all.length; first = last + 1) {
    last = first;
    while (last + 1 < all.length && isListed(text, all[last].end, all[last + 1].start)) last++;
    const list = all.slice(first, last + 1);
    if (!list.some(({ organ }) => organ?.shared === true)) continue;
    const hasCentral = list.some(({ organ }) => organ !== undefined && !organ.shared);
    let beside: LocalMention | undefined;
    let ofMany = false;
    for (const { organ, local, start } of list) {
      beside = local ?? beside;
      // 各地 holds for what follows it in the list: 各地卫健委、医保局.
      ofMany = local === undefined && (ofMany || isManyBefore(text, start, parts));
      if (organ?.shared !== true) continue;
      if (ofMany || manyStarts.has(start)) readings.set(organ, { as: 'many', confidence: 1, start });
      else readings.set(organ, readOne(text, organ, { hasCentral, beside, usuallyLocal, words, list }));
    }
  }
  return readings;
}

function readOne(
  text: string,
  { start }: OrganMention,
  given: {
    readonly hasCentral: boolean;
    readonly beside: LocalMention | undefined;
    readonly usuallyLocal: boolean;
    readonly words: OrganWords;
    readonly list: readonly Listed[];
  },
): SharedReading {
  const { hasCentral, beside, usuallyLocal, words, list } = given;
  const direct = words.local.before(text, start);
  if (direct !== undefined) return { as: 'local', confidence: 0.95, start: start - direct.word.length };
  if (text[start - 1] === '的' && words.local.before(text, start - 1) !== undefined) {
    return { as: 'local', confidence: 0.9, start };
  }
  if (hasCentral) return { as: 'central', confidence: 0.9, start };
  if (list.some(({ local }) => local !== undefined)) {
    return { as: 'local', confidence: 0.85, start, ...(beside === undefined ? {} : { beside }) };
  }
  if (LOCAL_CLAUSE.test(text.slice(Math.max(0, start - CLAUSE), start)))
    return { as: 'local', confidence: 0.7, start };
  return { as: usuallyLocal ? 'local' : 'central', confidence: 0.6, start };
}

/** How far back in the sentence a word for local government still speaks of a name. */
const CLAUSE = 40;
const LOCAL_CLAUSE = /(?:地方|当地|各地|各省|各市|基层|所在地)[^。！？\n]*$/;

/** Between two names of one list: list marks, perhaps with one thing between them that is no name we know. */
const LIST_GAP = /^(?:[、，,；;]|以及|和|与|及|并|等)+(?:[\p{Script=Han}A-Za-z]{2,12}、)?$/u;

const LIST_MARKS = unitTable('、，,；;和与及并等');

function isListed(text: string, from: number, to: number): boolean {
  if (to - from === 1) return LIST_MARKS[text.charCodeAt(from)] === 1;
  return to >= from && to - from <= 16 && LIST_GAP.test(text.slice(from, to));
}
