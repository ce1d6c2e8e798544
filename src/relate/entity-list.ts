import { unitTable } from '../dictionary/index.ts';
import type { PlacedEntity } from './placed-entity.ts';
import type { Sentence } from './relate-context.ts';

/** Entities that a sentence lists one after the other. Positions are UTF-16 units of the text. */
export interface EntityList {
  readonly entities: readonly PlacedEntity[];
  readonly start: number;
  readonly end: number;
}

/** What joins the members of a list: marks and words for "and", with nothing between. */
const JOINT = /^[\s、，,和与及以暨或并]{1,4}$/u;
/** A member that is no entity of ours, between two joints. */
const STRANGER = /^、[^。；，：:;,]{2,16}[、和与及]$/u;

const none: readonly EntityList[] = [];

/** The lists of a sentence's organs, in order; a single one is a list of one. */
export function organListsOf(
  text: string,
  entities: readonly PlacedEntity[],
  { from, to }: Sentence,
): readonly EntityList[] {
  let first = from;
  while (first < to && !entities[first].isOrgan) first++;
  if (first === to) return none;
  const lists: EntityList[] = [];
  let members: PlacedEntity[] = [];
  let end = 0;
  const flush = () => {
    if (members.length > 0) lists.push({ entities: members, start: members[0].start, end });
    members = [];
  };
  for (let i = first; i < to; i++) {
    const entity = entities[i];
    if (!entity.isOrgan || (members.length > 0 && entity.start < end)) continue;
    if (members.length > 0) {
      const gap = entity.start - end;
      const between = gap > 20 ? undefined : text.slice(end, entity.start);
      const joined = between !== undefined && (JOINT.test(between) || STRANGER.test(between));
      const ends =
        !joined ||
        endsWithComma(text, members, between!) ||
        (COMMA.test(between!) && isLabelled(text, members[0]) && opensClause(text, entities, i, to));
      if (ends) flush();
    }
    members.push(entity);
    end = beyondLatin(text, entity.end);
  }
  flush();
  return lists;
}

const COMMA = /^[，,]$/u;
/** What names the parties before a list: 牵头单位为, 责任部门：. */
const LABEL = /(?:单位|部门|机构|方|人|主体)(?:为|是|有|包括|[：:])$/u;

/** True for a list that a label names. */
function isLabelled(text: string, { start }: PlacedEntity): boolean {
  return LABEL.test(text.slice(Math.max(0, start - 5), start));
}

/** True where what begins with an entity is a clause of its own, of which its list is the subject: |丙、丁为参加单位. */
function opensClause(text: string, entities: readonly PlacedEntity[], first: number, to: number): boolean {
  let { end } = entities[first];
  for (let i = first + 1; i < to; i++) {
    const entity = entities[i];
    if (!entity.isOrgan || entity.start < end) continue;
    const between = text.slice(end, Math.min(entity.start, end + 5));
    if (!JOINT.test(between) || COMMA.test(between)) break;
    end = entity.end;
  }
  const after = afterEtCetera(text, end);
  return /^[一-鿿]/u.test(text.slice(after, after + 1));
}

/** Characters that lead into a list without being a verb whose object it is, and those at which clauses begin. */
const OPENS_LIST = /^[^一-鿿]?$|[由经为是据]$/u;

/**
 * True where a comma ends a list of two or more that a verb governs, and the next clause's subject follows:
 * 协调甲、乙，丙会同丁.
 */
function endsWithComma(text: string, members: readonly PlacedEntity[], between: string): boolean {
  if (members.length < 2 || !/^[，,]$/u.test(between)) return false;
  const [{ start }] = members;
  return !OPENS_LIST.test(text.slice(Math.max(0, start - 1), start));
}

/** Beyond the name's Latin form after it: 生态环境部（MEE）. */
function beyondLatin(text: string, at: number): number {
  if (text[at] !== '（' && text[at] !== '(') return at;
  return at + (LATIN.exec(text.slice(at, at + 40))?.[0].length ?? 0);
}

const LATIN = /^[（(][A-Za-z][A-Za-z &.,'-]*[）)]/u;

/** 等部门, 等五部委, 等18个地区 after a list: where it ends; `at` where there is none. */
export function afterEtCetera(text: string, at: number): number {
  if (ET_CETERA_BEGINS[text.charCodeAt(at)] !== 1) return at;
  const found = ET_CETERA.exec(text.slice(at, at + 16));
  return found === null ? at : at + found[0].length;
}

const ET_CETERA =
  /^等?(?:[\d一二两三四五六七八九十]+(?:个|家)?|有关|相关|各|多)?(?:中央|国家|省级|市级)?(?:部门|部委|单位|委办局|厅局|机构|司局|省份|省市|省区市|地方|地区|城市|省|市|地)?(?:和单位|及单位)?/u;
/** Its first characters. */
const ET_CETERA_BEGINS = unitTable('等0123456789一二两三四五六七八九十有相各多中国省市部单委厅机司地城和及');
