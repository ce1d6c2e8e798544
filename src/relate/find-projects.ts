import { textSpan } from '../alignment/index.ts';
import type { ProjectRelation } from '../document/index.ts';
import type { Stretch } from './clause.ts';
import { afterEtCetera, type EntityList, organListsOf } from './entity-list.ts';
import { roleOf } from './organ-role.ts';
import { OWN_TASK } from './organ-role-shapes.ts';
import type { PlacedEntity } from './placed-entity.ts';
import type { RelateContext, RelateLexicon, Sentence } from './relate-context.ts';
import { undertakingName } from './undertaking-name.ts';

/** An undertaking whose lists are still being read. */
interface OpenUndertaking {
  readonly lead: PlacedEntity[];
  readonly participants: PlacedEntity[];
  /** True where its participants were named as the members of a body. */
  readonly composed: boolean;
  /** True where 会同 said who does it together: 丙负责宣传 after that is a task of its own. */
  readonly closed: boolean;
  /** From the first organ to the last, in UTF-16 units of the text. */
  readonly start: number;
  end: number;
  /** The sentence in which it begins, and the one before that. */
  readonly sentence: Sentence;
  readonly before: Sentence | undefined;
  /** Its last sentence. */
  last: Sentence;
}

/** How far apart, in UTF-16 units, who leads and who takes part may stand. */
const REACH = 80;
/** What a document says of its lists of organs. */
const FIRST_LEADS = /列(?:在)?第一(?:位|个)?(?:者|的)?(?:单位|部门)?为牵头/u;
/** The last words of that, which few documents have at all. */
const LEADS = '为牵头';

/** Finds joint undertakings: 由X牵头，Y、Z等部门参建, （X、Y负责）, X会同Y, 牵头单位：X；配合单位：Y. */
export function findProjects(context: RelateContext, lexicon: RelateLexicon): ProjectRelation[] {
  const { text, entities } = context;
  const projects: ProjectRelation[] = [];
  let firstLeads: boolean | undefined;
  let before: Sentence | undefined;
  let open: OpenUndertaking | undefined;
  const close = () => {
    if (open !== undefined) {
      const name = undertakingName(context, lexicon, open.sentence, open.before, open);
      if (name !== undefined) projects.push(relationOf(text, name, open));
    }
    open = undefined;
  };
  for (const sentence of context.sentences) {
    const lists = organListsOf(text, entities, sentence);
    for (let index = 0; index < lists.length; index++) {
      const list = lists[index];
      firstLeads ??= text.includes(LEADS) && FIRST_LEADS.test(text);
      const led = open !== undefined && open.lead.length > 0 && isNear(text, open, list.start, sentence);
      const helped = open?.composed === true && open.lead.length === 0 && open.end === lists[index - 1]?.end;
      const reading = roleOf(text, {
        list,
        previous: lists[index - 1],
        next: lists[index + 1],
        led,
        helped,
        firstLeads,
      });
      if (reading === undefined || (open?.closed === true && hasOwnTask(text, list, led))) continue;
      const leader = reading.leaderBefore === true ? leaderBefore(text, lists[index - 1], list) : undefined;
      // Participants join whoever leads, or takes part, before them; a list that leads begins anew.
      const heads = open?.composed === true && open.lead.length === 0 && reading.role === 'lead';
      const joins = heads || (leader === undefined && reading.role !== 'lead');
      if (!joins || !isNear(text, open, list.start, sentence)) {
        close();
        open = {
          lead: leader === undefined ? [] : [...leader.entities],
          participants: [],
          composed: reading.composes === true,
          closed: reading.closed === true || leader !== undefined,
          start: leader?.start ?? list.start,
          end: list.end,
          sentence,
          before,
          last: sentence,
        };
      }
      const { lead, participants } = open!;
      if (reading.role === 'participant') participants.push(...list.entities);
      else if (reading.firstLeads === true) {
        lead.push(list.entities[0]);
        participants.push(...list.entities.slice(1));
      } else lead.push(...list.entities);
      if (heads) removeAll(text, participants, list.entities);
      open!.end = list.end;
      open!.last = sentence;
    }
    before = sentence;
  }
  close();
  return projects;
}

/** True for a list that is near to an undertaking, and has a task by itself: 丙负责宣传. */
function hasOwnTask(text: string, { end }: EntityList, led: boolean): boolean {
  const from = afterEtCetera(text, end);
  return led && OWN_TASK.test(text.slice(from, from + 6));
}

/** The list before whose clause goes on with 会同: 国家发展和改革委员会，本月会同|财政部. */
function leaderBefore(
  text: string,
  before: EntityList | undefined,
  list: EntityList,
): EntityList | undefined {
  if (before === undefined || list.start - before.end > LEADER_REACH) return undefined;
  return GOES_ON.test(text.slice(before.end, list.start)) ? before : undefined;
}

/** How far before 会同 its subject may end, in UTF-16 units. */
const LEADER_REACH = 32;
/** The rest of a clause, and the opening of the next up to 会同, with nobody named in it. */
const GOES_ON =
  /^[^，。；！？]{0,16}[，,](?:本月|近日|日前|今年|明年|去年|目前|随后|同时|还|并|已|又|要|拟|将|也|就|及时|积极|先后|多次)*(?:会同|联合|商)$/u;

/** True where a list may belong to the undertaking that is open: near, and in its sentence or the row after. */
function isNear(text: string, open: OpenUndertaking | undefined, start: number, sentence: Sentence): boolean {
  if (open === undefined || start - open.end > REACH) return false;
  if (sentence === open.last) return true;
  // 牵头单位：X；配合单位：Y and rows of a table are sentences of their own.
  return /^[；;。\s）)]*(?:[一-鿿]{2,6}(?:单位|部门)[：:])?$/u.test(text.slice(open.end, start));
}

function relationOf(text: string, name: Stretch, open: OpenUndertaking): ProjectRelation {
  return {
    type: 'project',
    name: { text: text.slice(name.start, name.end), span: textSpan(name.start, name.end) },
    lead: open.lead.map(({ id }) => id),
    participants: open.participants.map(({ id }) => id),
    evidence: textSpan(open.sentence.start, open.last.end),
  };
}

/** 联席会议由A、B、C组成，A为牵头单位: who leads is one of the members, and is named once. */
function removeAll(text: string, participants: PlacedEntity[], leading: readonly PlacedEntity[]): void {
  const nameOf = ({ start, end }: PlacedEntity) => text.slice(start, end);
  const names = new Set(leading.map(nameOf));
  const left = participants.filter((one) => !names.has(nameOf(one)));
  participants.splice(0, participants.length, ...left);
}
