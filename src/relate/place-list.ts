import type { PlacedEntity } from './placed-entity.ts';
import type { Sentence } from './relate-context.ts';

/** Places that a sentence lists. Positions are UTF-16 units of the text. */
export interface PlaceList {
  /** The places themselves: 武安市 of 河北省武安市. */
  readonly members: readonly PlacedEntity[];
  readonly start: number;
  readonly end: number;
}

/** What joins the places of a list. */
const JOINT = /^(?:[\s、，,；;和与及以暨或并]{1,4})$/u;
/** 北京市：朝阳区, 重庆市（江津区、…）, 河北省（2个）：行唐县, 广东的从化: what follows lies in the place before. */
const OPENS =
  /^(?:(?:市)?(?:（?(?:共|计)?[\d一二三四五六七八九十]+[个家处项]?[省市县区旗]{0,2}）?)?[：:（(]|的)\s*$/u;
/** …）、 and ；: the next place is beside that one again. */
const CLOSES = /^[）)]?[；;、，,]?\s*$/u;
/** The provinces just named, counted. */
const COUNTS = /^[\d一二三四五六七八九十两]+个?省/u;
/** 甲、乙两省和|丙、丁: how many stand before goes between two parts of one list. */
const COUNTED =
  /^(?:等?[\d一二两三四五六七八九十]+个?(?:[省市县区州旗盟地]+|（[省市县区州旗盟地、]{1,8}）)+(?:（[省市县区州旗盟地、]{1,8}）)?)(?:以及|[、，和与及])$/u;
/** A member that no register has, between two joints: 、雄安新区、. */
const STRANGER = /^(?:、[^。；，：:;,、]{2,16}){1,3}[、和与及]$/u;

const none: readonly PlaceList[] = [];

/** The lists of a sentence's places, in order; a single place is a list of one. */
export function placeListsOf(
  text: string,
  entities: readonly PlacedEntity[],
  { from, to }: Sentence,
): readonly PlaceList[] {
  let first = from;
  while (first < to && !entities[first].isRegion) first++;
  if (first === to) return none;
  const lists: PlaceList[] = [];
  let members: PlacedEntity[] = [];
  let start = 0;
  let end = 0;
  const flush = () => {
    if (members.length > 0) lists.push({ members, start, end });
    members = [];
  };
  for (let i = first; i < to; i++) {
    const entity = entities[i];
    if (!entity.isRegion || (members.length > 0 && entity.start < end)) continue;
    if (isInside(entities, i)) continue;
    if (entity.type === 'region-group' && entity.start === end && COUNTS.test(text.slice(end, entity.end))) {
      // 湖南、广西3个省（区）: says how many were listed.
      end = entity.end;
      continue;
    }
    const near = members.length > 0 && entity.start - end <= 32;
    const between = near ? text.slice(end, entity.start) : undefined;
    const last = members.at(-1);
    if (
      last !== undefined &&
      isWider(last, entity) &&
      between !== undefined &&
      (between === '' || OPENS.test(between))
    ) {
      members[members.length - 1] = entity;
    } else {
      const parted =
        between === undefined ||
        !joins(between) ||
        (isGroup(last) !== isGroup(entity) && PARTS.test(between));
      if (parted) {
        flush();
        start = entity.start;
      }
      members.push(entity);
    }
    end = entity.end;
  }
  flush();
  return lists;
}

/** True for what stands between two places of one list. */
function joins(between: string): boolean {
  return (
    JOINT.test(between) ||
    (between !== '' && CLOSES.test(between)) ||
    STRANGER.test(between) ||
    COUNTED.test(between)
  );
}

const isGroup = (entity: PlacedEntity | undefined) => entity?.type === 'region-group';
/** Between 西部地区 and 镇江 these part clauses, and no list. */
const PARTS = /[，,；;]/u;

const ORDER: Readonly<Record<string, number>> = { province: 3, prefecture: 2, county: 1 };

/** The places without those that only say where the next lies: 凤凰县 of 湘西州凤凰县. */
export function narrowest(places: readonly PlacedEntity[]): readonly PlacedEntity[] {
  if (places.length < 2) return places;
  return places.filter((place, i) => {
    const next = places[i + 1];
    return next === undefined || next.start !== place.end || !isWider(place, next);
  });
}

/** True where the first place can hold the second. */
function isWider(outer: PlacedEntity, inner: PlacedEntity): boolean {
  return (ORDER[outer.type] ?? 0) > (ORDER[inner.type] ?? 9);
}

/** True for a place within an organ's or a document's name. */
function isInside(entities: readonly PlacedEntity[], index: number): boolean {
  const { start, end } = entities[index];
  for (let i = index - 1; i >= 0 && i >= index - 3; i--) {
    const outer = entities[i];
    if (!outer.isRegion && outer.start <= start && end <= outer.end) return true;
  }
  return false;
}
