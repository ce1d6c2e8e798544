import { unitTable } from '../dictionary/index.ts';
import { afterEtCetera, type EntityList } from './entity-list.ts';
import * as shape from './organ-role-shapes.ts';

/** What a list of organs does in a joint undertaking. */
export type Role = 'lead' | 'participant';

/** How a list's role was read. */
export interface RoleReading {
  readonly role: Role;
  /** True where the words name nobody who leads: 本月会同财政部, after a clause that did. */
  readonly leaderBefore?: boolean;
  /** Said by a label before the list (配合单位：), so that who leads may stand in the row before. */
  readonly labelled: boolean;
  /** True where who leads may be said after them: for the members of a body, and for who helps the next. */
  readonly composes?: boolean;
  /** True where who leads was said by 会同 and what all of them do: who is named after that has a task of its own. */
  readonly closed?: boolean;
  /** True where only the first of the list leads, as the text says of all such lists. */
  readonly firstLeads?: boolean;
}

/** A list of organs among those of its sentence, and what is known before it. */
export interface RoleSearch {
  readonly list: EntityList;
  readonly previous: EntityList | undefined;
  readonly next: EntityList | undefined;
  /** Whether somebody is known to lead already. */
  readonly led: boolean;
  /** Whether the list before was read as helping this one. */
  readonly helped: boolean;
  /** Whether the text says of its lists that the first in each leads. */
  readonly firstLeads: boolean;
}

/** What a list of organs does, by the words around it; `undefined` where it does nothing in an undertaking. */
export function roleOf(text: string, search: RoleSearch): RoleReading | undefined {
  const { list, next, led, helped, firstLeads } = search;
  const ahead = text.slice(Math.max(0, list.start - 12), list.start);
  const from = afterOthers(text, afterEtCetera(text, list.end));
  const behind = text.slice(from, from + 24);
  const labelled = shape.LABEL_ENDS[text.charCodeAt(list.start - 1)] === 1;
  const last = list.entities[list.entities.length - 1];
  const several = list.entities.length > 1;
  const lastName = text.slice(last.start, last.end);
  if (shape.SUPREME.test(lastName) && shape.ITS_DEPARTMENT.test(behind)) return undefined;
  if (labelled && shape.LEADS_BEFORE.test(ahead)) return { role: 'lead', labelled: true };
  if (several && behind.startsWith('组成') && shape.COMPOSES_BEFORE.test(ahead))
    return { role: 'participant', labelled: false, composes: true };
  if (helped && shape.HELPED_BEFORE.test(ahead)) return { role: 'lead', labelled: false };
  if (led && (shape.JOINED_BEFORE.test(ahead) || shape.WITH_BEFORE.test(ahead)))
    return { role: 'participant', labelled: false };
  if (led && ahead.endsWith('在') && shape.WITH_HELP.test(behind))
    return { role: 'participant', labelled: false };
  const leads = leaderOf(text, search, { ahead, behind, from, several });
  if (leads !== undefined) return leads;
  if ((ahead.endsWith('（') || ahead.endsWith('(')) && shape.IN_BRACKET.test(behind))
    return { role: 'lead', labelled: false, firstLeads };
  if (labelled && !led && shape.ANSWERS_BEFORE.test(ahead))
    return { role: 'lead', labelled: true, firstLeads };
  if (labelled && shape.LABEL_BEFORE.test(ahead)) return { role: 'participant', labelled: true };
  if (shape.JOINED_BEFORE.test(ahead)) return { role: 'participant', labelled: false, leaderBefore: true };
  if (shape.INVITED.test(ahead) && !led) return undefined;
  if (
    several &&
    (shape.JOINT_CHARGE.test(behind) || (ahead.endsWith('由') && shape.IN_CHARGE_TOGETHER.test(behind)))
  )
    return { role: 'lead', labelled: false };
  const beside = shape.ALONGSIDE_BEFORE.test(ahead) && shape.TOGETHER_AFTER.test(behind);
  if (beside && led) return { role: 'participant', labelled: false };
  if (several && shape.JOINTLY.test(behind)) return { role: 'participant', labelled: false };
  const toNext = gapTo(text, from, next);
  if (!led && toNext !== undefined && shape.HELPS_NEXT.test(toNext))
    return { role: 'participant', labelled: false, composes: true };
  if (led ? shape.TAKES_PART_AFTER.test(behind) : several && shape.ALL_PARTAKE.test(behind))
    return { role: 'participant', labelled: false };
  if (led && !shape.HIGHEST.test(lastName) && followsLeader(text, search) && !shape.SPEAKS.test(behind))
    return { role: 'participant', labelled: false };
  return undefined;
}

/** What surrounds a list: twelve units before, as many as a verb needs behind, and where those begin. */
interface Surroundings {
  readonly ahead: string;
  readonly behind: string;
  readonly from: number;
  readonly several: boolean;
}

/** The reading of a list that leads by what stands behind it. */
function leaderOf(
  text: string,
  { next, led }: RoleSearch,
  { ahead, behind, from }: Surroundings,
): RoleReading | undefined {
  if (shape.LEADS_AFTER.test(behind)) return { role: 'lead', labelled: false };
  if (shape.WITH_OTHERS.test(behind)) return { role: 'lead', labelled: false, closed: true };
  if (ahead.endsWith('以') && shape.MAINLY.test(behind)) return { role: 'lead', labelled: false };
  if (shape.PRESIDES.test(behind) && ahead.endsWith('由')) return { role: 'lead', labelled: false };
  const toNext = gapTo(text, from, next);
  if (toNext === undefined) return undefined;
  if (shape.TOGETHER.test(toNext) && !isOrdered(ahead, toNext))
    return { role: 'lead', labelled: false, closed: true };
  if (shape.ALONGSIDE.test(toNext) && shape.TOGETHER_AFTER.test(afterList(text, next!)))
    return { role: 'lead', labelled: false };
  if (ahead.endsWith('在') && shape.UNDER.test(toNext)) return { role: 'lead', labelled: false };
  if (shape.WITH_HELP_NEXT.test(toNext) && shape.WITH_HELP.test(afterList(text, next!)))
    return { role: 'lead', labelled: false };
  if (led || !helps(text, next!)) return undefined;
  const inCharge = shape.IN_CHARGE.test(toNext) || /^主持[^，。；、]{0,8}[，,；;、]$/u.test(toNext);
  return inCharge && !shape.OWN_TASK.test(afterList(text, next!))
    ? { role: 'lead', labelled: false }
    : undefined;
}

/** 组织 and 协调 join an undertaking only where one is said to: 由水利部组织|财政部. */
function isOrdered(ahead: string, toNext: string): boolean {
  return /(?:组织|协调|带领|商)$/u.test(toNext) && !/[由经]$/u.test(ahead) && toNext.length < 3;
}

/** The text from a list to the next, where that is near. */
function gapTo(text: string, from: number, next: EntityList | undefined): string | undefined {
  return next === undefined || next.start - from > 24 ? undefined : text.slice(from, next.start);
}

/** True where a list is whom the clause after who leads is about, and begins it: 由甲牵头，|乙、丙分段实施. */
function followsLeader(text: string, { previous, list }: RoleSearch): boolean {
  if (previous === undefined) return false;
  const from = afterEtCetera(text, previous.end);
  return list.start - from <= 24 && shape.LEADS_ONLY_GAP.test(text.slice(from, list.start));
}

/** Beyond the rest of a list that no register has: 、各区政府 before 配合. */
function afterOthers(text: string, at: number): number {
  if (OTHERS_BEGIN[text.charCodeAt(at)] !== 1) return at;
  return at + (OTHERS.exec(text.slice(at, at + 24))?.[0].length ?? 0);
}

const OTHERS_BEGIN = unitTable('、，和及与');
const OTHERS =
  /^(?:[、，和及与](?:各|有关|相关|其他)?[^，。；：、]{2,10}?){1,2}(?=等?(?:按职责|配合|参与|参加|协助|协办|负责))/u;

function helps(text: string, list: EntityList): boolean {
  return shape.TAKES_PART_AFTER.test(afterList(text, list));
}

/** The words after a list and after what it says of others. */
function afterList(text: string, { end }: EntityList): string {
  const from = afterOthers(text, afterEtCetera(text, end));
  return text.slice(from, from + 24);
}
