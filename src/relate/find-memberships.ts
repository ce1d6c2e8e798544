import { textSpan } from '../alignment/index.ts';
import type { PrefixIndex } from '../dictionary/index.ts';
import type { Entity, MembershipRelation } from '../document/index.ts';
import { clauseAround, clauseEnd, type Stretch, trimmed } from './clause.ts';
import { afterEtCetera, listsOf } from './entity-list.ts';
import type { RelateContext, RelateLexicon } from './relate-context.ts';
import { subjectBefore } from './subject.ts';

const REGIONS: ReadonlySet<Entity['type']> = new Set(['province', 'prefecture', 'county']);
/** How far from a list, in UTF-16 units, the scheme it belongs to may stand. */
const REACH = 120;

/** Finds lists of places under a scheme: 北京、上海等18个地区被确定为首批…试点. */
export function findMemberships(context: RelateContext, lexicon: RelateLexicon): MembershipRelation[] {
  const { text, entities } = context;
  const found: MembershipRelation[] = [];
  for (const sentence of context.sentences) {
    let open: { scheme: Stretch; members: string[] } | undefined;
    for (const list of listsOf(text, entities, sentence, REGIONS)) {
      const from = afterEtCetera(text, list.end);
      if (list.entities.length < 2 && from === list.end) continue;
      const limits = {
        start: Math.max(sentence.start, list.start - REACH),
        end: Math.min(sentence.end, from + REACH),
      };
      const scheme =
        schemeAfter(text, lexicon, from, limits) ?? schemeBefore(text, lexicon, list.start, limits);
      if (scheme === undefined) continue;
      const members = list.entities.map(({ id }) => id);
      if (open !== undefined && open.scheme.start === scheme.start) open.members.push(...members);
      else {
        open = { scheme, members };
        found.push({
          type: 'membership',
          scheme: { text: text.slice(scheme.start, scheme.end), span: textSpan(scheme.start, scheme.end) },
          members: open.members,
        });
      }
    }
  }
  return found;
}

/** …被确定为全国首批…试点示范地区: from the word that chooses to the end of its clause. */
function schemeAfter(
  text: string,
  { projects }: RelateLexicon,
  from: number,
  limits: Stretch,
): Stretch | undefined {
  const pilot = firstOf(text, projects.pilot, { start: from, end: limits.end });
  if (pilot === undefined) return undefined;
  const clause = clauseAround(text, pilot.start, { start: from, end: limits.end });
  let start = clause.start;
  for (let at = clause.start; at < pilot.start; at++) {
    const word = projects.chooses.at(text, at)?.word;
    if (word === undefined || at + word.length > pilot.start) continue;
    start = at + word.length;
    at = start - 1;
  }
  const scheme = trimmed(text, { start, end: clause.end });
  return scheme.end > scheme.start ? scheme : undefined;
}

/** 试点地区包括…: the noun phrase around the word for a pilot, before the list. */
function schemeBefore(
  text: string,
  lexicon: RelateLexicon,
  until: number,
  limits: Stretch,
): Stretch | undefined {
  const pilot = firstOf(text, lexicon.projects.pilot, { start: limits.start, end: until });
  if (pilot === undefined) return undefined;
  const clause = {
    start: clauseAround(text, pilot.start, limits).start,
    end: clauseEnd(text, pilot.end, until),
  };
  const verb = /(?:包括|有|为|是|分别|主要)+$/u.exec(text.slice(clause.start, clause.end));
  const end = verb === null ? clause.end : clause.start + verb.index;
  const scheme = subjectBefore(text, { start: clause.start, end }, lexicon);
  return scheme.end > scheme.start ? scheme : undefined;
}

function firstOf(text: string, words: PrefixIndex<true>, { start, end }: Stretch): Stretch | undefined {
  for (let at = start; at < end; at++) {
    const word = words.at(text, at)?.word;
    if (word !== undefined && at + word.length <= end) return { start: at, end: at + word.length };
  }
  return undefined;
}
