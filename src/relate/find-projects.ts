import { textSpan } from '../alignment/index.ts';
import type { Entity, ProjectRelation } from '../document/index.ts';
import { clauseAround, type Stretch, trimmed } from './clause.ts';
import { afterEtCetera, type EntityList, listsOf } from './entity-list.ts';
import type { RelateContext, RelateLexicon, Sentence } from './relate-context.ts';
import { subjectBefore } from './subject.ts';

const ORGANS: ReadonlySet<Entity['type']> = new Set(['ministry', 'local-organ', 'organisation']);

/** What a list of organs does in a joint undertaking. */
type Role = 'lead' | 'participant';

const LEADS_AFTER = /^(?:共同|联合|负责|总体|具体|为|作为)?(?:牵头|主办|主导)/u;
const LEADS_BEFORE = /(?:牵头|主办|主管)(?:单位|部门|机构)?(?:为|是|有|[：:])$/u;
const TAKES_PART_AFTER =
  /^(?:共同|联合|积极|按职责|按照职责|协同|分别|予以|各)*(?:参建|参与|参加|配合|协办|协助|协同|分工负责|共建|承建|参编|的[^，。；、]{0,12}(?:共建|共同建设))/u;
const TAKES_PART_BEFORE =
  /(?:会同|商|联合|协同|(?:配合|参与|协办|责任|参建|协助|参加|成员)(?:单位|部门)(?:为|是|有|[：:]))$/u;

/** Finds joint undertakings: 由X牵头，Y、Z等部门参建, 由A、B等部门的…共建工程, X会同Y, 牵头单位：X；配合单位：Y. */
export function findProjects(context: RelateContext, lexicon: RelateLexicon): ProjectRelation[] {
  const projects: ProjectRelation[] = [];
  let before: Sentence | undefined;
  for (const sentence of context.sentences) {
    const lists = listsOf(context.text, context.entities, sentence, ORGANS);
    for (const open of undertakingsOf(context.text, lists)) {
      const name = nameOf(context, lexicon, sentence, before, open);
      if (name !== undefined) projects.push(relationOf(context.text, name, open, sentence));
    }
    before = sentence;
  }
  return projects.filter(
    ({ lead, participants }) => participants.length + lead.length > 1 || lead.length > 0,
  );
}

/** Who does something together, and the stretch from the first of them to the last. */
interface Undertaking extends Stretch {
  readonly lead: readonly Entity[];
  readonly participants: readonly Entity[];
}

/** The undertakings that a sentence's lists of organs tell of: a list that leads opens one, others join it. */
function undertakingsOf(text: string, lists: readonly EntityList[]): readonly Undertaking[] {
  const found: Undertaking[] = [];
  let open: { lead: readonly Entity[]; participants: Entity[]; start: number; end: number } | undefined;
  for (let i = 0; i < lists.length; i++) {
    const list = lists[i];
    const role = roleOf(text, list, lists[i + 1], open !== undefined && open.lead.length > 0);
    if (role === undefined) continue;
    const joins = role === 'participant' && open !== undefined && list.start - open.end <= REACH;
    if (!joins) {
      open = {
        lead: role === 'lead' ? list.entities : [],
        participants: [],
        start: list.start,
        end: list.end,
      };
      found.push(open);
    }
    if (role === 'participant') open!.participants.push(...list.entities);
    open!.end = list.end;
  }
  return found;
}

/** How far apart, in UTF-16 units, who leads and who takes part may stand. */
const REACH = 80;

function roleOf(
  text: string,
  list: EntityList,
  next: EntityList | undefined,
  led: boolean,
): Role | undefined {
  const ahead = text.slice(Math.max(0, list.start - 10), list.start);
  const from = afterEtCetera(text, list.end);
  const behind = text.slice(from, from + 24);
  if (LEADS_AFTER.test(behind) || LEADS_BEFORE.test(ahead)) return 'lead';
  if (next !== undefined && /^(?:会同|联合|商)$/u.test(text.slice(from, next.start))) return 'lead';
  if (TAKES_PART_BEFORE.test(ahead)) return 'participant';
  if (TAKES_PART_AFTER.test(behind)) return list.entities.length > 1 || led ? 'participant' : undefined;
  return undefined;
}

/** What is undertaken: the programme or …工程 named before, or in the sentence before, or after. */
function nameOf(
  { text, entities }: RelateContext,
  lexicon: RelateLexicon,
  sentence: Sentence,
  before: Sentence | undefined,
  open: Stretch,
): Stretch | undefined {
  const from = Math.max(sentence.start, open.start - NAME_REACH);
  for (let i = lastBefore(entities, open.start, sentence); i >= sentence.from; i--) {
    const { type, span } = entities[i];
    if (span.start < from) break;
    if (type === 'programme' && span.end <= open.start && !isPeriod(text, span)) return span;
  }
  return (
    namedIn(text, lexicon, { start: from, end: open.start }) ??
    (before === undefined
      ? undefined
      : namedIn(text, lexicon, { start: Math.max(before.start, before.end - 120), end: before.end })) ??
    namedIn(text, lexicon, { start: open.end, end: Math.min(sentence.end, open.end + 60) }) ??
    firstClause(text, lexicon, sentence, open)
  );
}

/** How far before who leads, in UTF-16 units, what is led may be named. */
const NAME_REACH = 300;

/** The index of the last of a sentence's entities that begins before `at`. */
function lastBefore(entities: readonly Entity[], at: number, { from, to }: Sentence): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (entities[middle].span.start < at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** 十二五 names years, and no undertaking. */
function isPeriod(text: string, { start, end }: Stretch): boolean {
  return /五[”"]?(?:时期|期间)?$/u.test(text.slice(start, end));
}

/** The first noun phrase of a stretch that ends like the name of an undertaking. */
function namedIn(text: string, lexicon: RelateLexicon, { start, end }: Stretch): Stretch | undefined {
  for (let at = start; at < end; at++) {
    const word = lexicon.projects.name.at(text, at)?.word;
    if (word === undefined || at + word.length > end) continue;
    const clause = clauseAround(text, at, { start, end });
    const name = subjectBefore(text, { start: clause.start, end: at + word.length }, lexicon);
    if (
      name.end - name.start <= word.length ||
      /^(?:这|该|此|本|上述|把|将|对|按|以)/u.test(text.slice(name.start, name.end))
    )
      continue;
    return name;
  }
  return undefined;
}

function firstClause(
  text: string,
  lexicon: RelateLexicon,
  sentence: Sentence,
  open: Stretch,
): Stretch | undefined {
  const clause = clauseAround(text, open.start, sentence);
  const ahead = subjectBefore(text, { start: clause.start, end: open.start }, lexicon);
  if (ahead.end - ahead.start > 2) return ahead;
  const behind = trimmed(text, { start: open.end, end: clauseAround(text, open.end, sentence).end });
  if (behind.end - behind.start > 4) return behind;
  return trimmed(text, clauseAround(text, open.start, sentence));
}

function relationOf(
  text: string,
  name: Stretch,
  { lead, participants }: Undertaking,
  sentence: Sentence,
): ProjectRelation {
  return {
    type: 'project',
    name: { text: text.slice(name.start, name.end), span: textSpan(name.start, name.end) },
    lead: lead.map(({ id }) => id),
    participants: participants.map(({ id }) => id),
    evidence: textSpan(sentence.start, sentence.end),
  };
}
