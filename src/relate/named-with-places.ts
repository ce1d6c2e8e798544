import { clauseEnd, type Stretch } from './clause.ts';
import type { PlaceList } from './place-list.ts';

/** Kinds of parks and zones that are called after their places. */
const PARK =
  '(?:创业园|产业园|科技园|示范园|孵化园|创意园|物流园|工业园|农业园|软件园|生态园|产业园区|示范园区|先行园区|示范基地|示范区|集聚区|合作区|先导区)';
/** How many there are: 增至14家, 4个. */
const COUNT = '(?:\\d+|[一二两三四五六七八九十]+)(?:个|家|处|座)';
/** 台农创业园增至14家，|: parks and how many of them, right before the list of where they are. */
const PARKS_BEFORE = new RegExp(
  `([一-鿿]{0,10}${PARK})(?:总数|数量)?(?:目前|现)?(?:已|达|增|扩|共|有|建|发展|成|设|扩大|增加|立)*(?:至|到|达|有|成)?${COUNT}[，：:（(—]+(?:分布在|位于|分别[在是为]|落户|设在|包括|即|有|在)?$`,
  'u',
);
/** 漳浦、仙游|等6个台农创业园: after the list. */
const PARKS_AFTER = new RegExp(`^(?:等地?)?(?:的)?${COUNT}([一-鿿]{2,14}?${PARK})(?!管委会)`, 'u');
/** How things go that are named with their places: 北京、陕西等政务云试点|进展顺利. */
const PROGRESS =
  /^等([一-鿿]{3,18}?(?:试点|试验区|先导区|示范区))(?:工作|项目|任务|建设)?(?:均|都|已|正|也)?(?:进展|进行|成效|取得|运行|启动|开展|推进|完成|通过|全面|稳步|顺利|总体|陆续|相继|初见|扎实|有序)/u;
/** How far before a list such a thing may be named, in UTF-16 units. */
const REACH = 40;

/** What the places of a list of two or more have that is called after them: parks that are counted, pilots that go well. */
export function namedWithPlaces(text: string, list: PlaceList, limits: Stretch): Stretch | undefined {
  if (list.members.length < 2) return undefined;
  const from = Math.max(limits.start, list.start - REACH);
  const ahead = text.slice(from, list.start);
  const before = PARKS_BEFORE.exec(ahead);
  if (before !== null) return { start: from + before.index, end: from + before.index + before[1].length };
  const behind = text.slice(list.end, clauseEnd(text, list.end, limits.end));
  const after = PARKS_AFTER.exec(behind) ?? PROGRESS.exec(behind);
  if (after === null) return undefined;
  const start = list.end + after[0].indexOf(after[1]);
  return { start, end: start + after[1].length };
}
