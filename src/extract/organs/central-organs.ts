import { textSpan } from '../../alignment/index.ts';
import type { FoundEntity } from '../../document/index.ts';
import { Edges } from '../edges.ts';
import type { Recognizer } from '../recognizer.ts';
import { findOrganNames, type OrganMention } from './find-central.ts';
import { bearerIn, type Organ, type OrganRegister, organRegister } from './organ.ts';
import { localWordBefore, type OrganWords, organWords } from './organ-words.ts';

/** Central organs by their full and short names, each the body that bore the name in the text's year. */
export const centralOrgans: Recognizer = {
  name: 'central-organ',
  priority: 60,
  find: ({ text, tokens, year, dictionaries, found }) => {
    const register = organRegister(dictionaries);
    const words = organWords(dictionaries);
    const mentions = findOrganNames(text, register, words, new Edges(text, tokens));
    const placeEnds = new Set(found.filter(isPlace).map(({ span }) => span.end));
    const central = listsWithCentral(mentions, text);
    return mentions
      .filter(
        (mention, i) => !mention.shared || (central[i] === 1 && !isLocal(mention, text, placeEnds, words)),
      )
      .map((mention) => toEntity(mention, register, year));
  },
};

function isPlace({ type }: FoundEntity): boolean {
  return type === 'province' || type === 'prefecture' || type === 'county';
}

/** True after a place or a local word: 北京市发改委, 当地的发改委. */
function isLocal(
  { start }: OrganMention,
  text: string,
  placeEnds: ReadonlySet<number>,
  words: OrganWords,
): boolean {
  const from = text[start - 1] === '的' ? start - 1 : start;
  return placeEnds.has(from) || localWordBefore(text, from, words) !== -1;
}

/** Per mention, 1 where it stands in a list with a name that only central organs bear. */
function listsWithCentral(mentions: readonly OrganMention[], text: string): Uint8Array {
  const central = new Uint8Array(mentions.length);
  for (let first = 0; first < mentions.length; ) {
    let last = first;
    while (last + 1 < mentions.length && isListed(text, mentions[last].end, mentions[last + 1].start)) last++;
    const list = mentions.slice(first, last + 1);
    if (list.some(({ shared }) => !shared)) central.fill(1, first, last + 1);
    first = last + 1;
  }
  return central;
}

/** Between two names of one list: list marks, perhaps with one thing between them that is no name we know. */
const LIST_GAP = /^(?:[、，,；;]|以及|和|与|及|并|等)+(?:[\p{Script=Han}A-Za-z]{2,12}、)?$/u;

function isListed(text: string, from: number, to: number): boolean {
  return to - from <= 16 && LIST_GAP.test(text.slice(from, to));
}

function toEntity(
  { start, end, name, shared }: OrganMention,
  register: OrganRegister,
  year?: number,
): FoundEntity {
  const organ: Organ = bearerIn(register.bearers[name], year);
  return {
    type: 'ministry',
    span: textSpan(start, end),
    confidence: shared ? 0.9 : 0.98,
    rule: 'central-organ',
    ref: organ.id,
    name: organ.name,
    kind: organ.kind,
    ...(organ.validFrom === undefined ? {} : { validFrom: organ.validFrom }),
    ...(organ.validTo === undefined ? {} : { validTo: organ.validTo }),
    ...(organ.successors.length === 0 ? {} : { successors: organ.successors }),
  };
}
