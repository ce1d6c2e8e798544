import { afterEtCetera, type EntityList } from './entity-list.ts';

/** What a list of organs does in a joint undertaking. */
export type Role = 'lead' | 'participant';

/** How a list's role was read. */
export interface RoleReading {
  readonly role: Role;
  /** True where the words name nobody who leads: 本月会同财政部, after a clause that did. */
  readonly leaderBefore?: boolean;
  /** Said by a label before the list (配合单位：), so that who leads may stand in the row before. */
  readonly labelled: boolean;
  /** True for the members of a body: who leads it may be said after them. */
  readonly composes?: boolean;
  /** True where only the first of the list leads, as the text says of all such lists. */
  readonly firstLeads?: boolean;
}

/** What may stand between an organ and what it does: 水利部要会同…, 教育部具体负责. */
const WAYS =
  '(?:已经|正在?|也|还|又|就|要|应当?|须|需|将|可|已|拟|总|具体|总体|统一|共同|联合|负责|统筹|抓紧|及时|为|作为)*';
const LEADS_AFTER = new RegExp(
  `^${WAYS}(?:牵头|主办|主导|主责|主抓|抓总|组长单位|(?:担任|任|是)?总?召集(?:人|单位))|^[（(](?:牵头|主责|负责)[）)]`,
  'u',
);
const LEADS_BEFORE =
  /(?:牵头|主办|主管|主责|总?召集)(?:单位|部门|机构|责任单位|责任部门|人)?(?:为|是|有|[：:])$/u;
const TOGETHER = new RegExp(`^${WAYS}(?:牵头)?(?:会同|联合|商|会商|协同)$`, 'u');
/** 交通运输部同公安部联合部署: alongside whom, where both do it together. */
const ALONGSIDE = new RegExp(`^${WAYS}(?:同|与)$`, 'u');
const ALONGSIDE_BEFORE = /[同与]$/u;
const TOGETHER_AFTER = /^(?:联合|共同|一道|一起|携手)/u;
/** 会同有关部门: with whom is not said. */
const WITH_OTHERS = new RegExp(
  `^${WAYS}(?:会同|协调|联合)(?:其他|各)?(?:(?:有关|相关)(?:部门|单位|方面|地方|机构|各方)|地方(?:各级)?(?:人民)?政府|各(?:地区?|省份?)(?![一-鿿]{0,4}[厅局委]))`,
  'u',
);
/** 具体负责, before those who help: 市教育局负责，市财政局配合. */
const IN_CHARGE = /^(?:具体|统筹|组织|全面|主要|总)?负责[^，。；、]{0,12}[，,；;、]$/u;
/** All that a bracket says: （体育总局、教育部负责）. */
const IN_BRACKET = /^负责(?:[）)，,。；;]|落实|实施|推进)/u;
const TAKES_PART_AFTER =
  /^(?:共同|联合|积极|密切|全力|大力|通力|认真|主动|按照?(?:各自)?职责(?:分工)?|协同|分别|予以|各|具体|分工|抓紧|做好)*(?:参建|参与|参加(?!的[^，。；]{0,12}会)|配合|协办|协助|协同|分工负责|负责|落实|共建|承建|参编|支持|的[^，。；、]{0,12}(?:共建|共同建设)|(?:为|是|作为)(?:配合|参与|协办|责任|成员|参加|协助|副组长)(?:单位|部门|机构))/u;
/** What bodies do together when nobody is said to lead: 等9部门共同推进…行动. */
const JOINTLY =
  /^(?:共同|联合)(?:推进|实施|开展|组织|建设|启动|推动|承担|开通|建立|组建|打造|举办|主办|成立|发起|研发|搭建|部署|签署)|^组织(?:开展|实施)(?!的)/u;
/** 由A、B负责，…: those who are in charge lead, where they are several. */
const IN_CHARGE_TOGETHER = /^(?:共同|联合|具体|统筹|组织|全面)?负责(?:[，。；;]|组织|实施|落实|推进)/u;
/** 责任单位：A、B: with nobody said to lead, those who answer for it do. */
const ANSWERS_BEFORE = /(?:责任|负责|承办)(?:单位|部门|机构)(?:为|是|有|[：:])$/u;
/** 联席会议由A、B等部门组成: the members of a body that works together. */
const COMPOSES_BEFORE =
  /(?:联席会议|领导小组|协调小组|工作小组|工作组|专班|协调机制|工作机制|委员会|指挥部|领导机构)(?:主要)?由$/u;
/** 国务院|交通运输主管部门: a department of the body, and not the body itself. */
const SUPREME = /^(?:国务院|.*政府)$/u;
const ITS_DEPARTMENT =
  /^(?!等|各|和|及|与|以及|有关|相关|会同|联合|商|要|应|负责|组织|协调|牵头|统一)[一-鿿]{2,14}?(?:部门|机构)/u;
/** 鼓励A、B参与: who may come is no party yet. */
const INVITED = /(?:鼓励|欢迎|号召|呼吁|邀请)$/u;
const JOINED_BEFORE = /(?:会同|(?<!经)商|联合|协同|[（(](?:牵头|主责)[）)][、，])$/u;
const LABEL_BEFORE =
  /(?:配合|参与|协办|责任|参建|协助|参加|成员|支持|落实|实施|承办|负责)(?:单位|部门|机构)(?:为|是|有|[：:])$/u;

/**
 * What a list of organs does, by the words around it; `undefined` where it does nothing in an undertaking.
 *
 * @param next the next list of the sentence
 * @param led whether somebody is known to lead already
 * @param firstLeads whether the document says of its lists that the first in each leads
 */
export function roleOf(
  text: string,
  list: EntityList,
  next: EntityList | undefined,
  led: boolean,
  firstLeads: boolean,
): RoleReading | undefined {
  const ahead = text.slice(Math.max(0, list.start - 12), list.start);
  const from = afterOthers(text, afterEtCetera(text, list.end));
  const behind = text.slice(from, from + 24);
  const last = list.entities[list.entities.length - 1];
  if (SUPREME.test(text.slice(last.span.start, last.span.end)) && ITS_DEPARTMENT.test(behind))
    return undefined;
  if (LEADS_BEFORE.test(ahead)) return { role: 'lead', labelled: true };
  if (list.entities.length > 1 && behind.startsWith('组成') && COMPOSES_BEFORE.test(ahead))
    return { role: 'participant', labelled: false, composes: true };
  if (JOINED_BEFORE.test(ahead) && led) return { role: 'participant', labelled: false };
  if (LEADS_AFTER.test(behind) || WITH_OTHERS.test(behind)) return { role: 'lead', labelled: false };
  const toNext = next === undefined || next.start - from > 24 ? undefined : text.slice(from, next.start);
  if (toNext !== undefined && TOGETHER.test(toNext)) return { role: 'lead', labelled: false };
  if (toNext !== undefined && ALONGSIDE.test(toNext) && TOGETHER_AFTER.test(afterList(text, next!)))
    return { role: 'lead', labelled: false };
  if (toNext !== undefined && IN_CHARGE.test(toNext) && helps(text, next!))
    return { role: 'lead', labelled: false };
  if (/[（(]$/u.test(ahead) && IN_BRACKET.test(behind)) return { role: 'lead', labelled: false, firstLeads };
  if (ANSWERS_BEFORE.test(ahead) && !led) return { role: 'lead', labelled: true, firstLeads };
  if (LABEL_BEFORE.test(ahead)) return { role: 'participant', labelled: true };
  if (JOINED_BEFORE.test(ahead)) return { role: 'participant', labelled: false, leaderBefore: true };
  if (INVITED.test(ahead) && !led) return undefined;
  const several = list.entities.length > 1;
  if (several && ahead.endsWith('由') && IN_CHARGE_TOGETHER.test(behind))
    return { role: 'lead', labelled: false };
  const beside = ALONGSIDE_BEFORE.test(ahead) && TOGETHER_AFTER.test(behind);
  if (beside && led) return { role: 'participant', labelled: false };
  if (several && JOINTLY.test(behind)) return { role: 'participant', labelled: false };
  if (TAKES_PART_AFTER.test(behind) && (led || (several && !/^(?:负责|落实|支持)/u.test(behind)))) {
    return { role: 'participant', labelled: false };
  }
  return undefined;
}

/** Beyond the rest of a list that no register has: 、各区政府 before 配合. */
function afterOthers(text: string, at: number): number {
  return at + (OTHERS.exec(text.slice(at, at + 24))?.[0].length ?? 0);
}

const OTHERS =
  /^(?:[、，和及与](?:各|有关|相关|其他)?[^，。；：、]{2,10}?){1,2}(?=等?(?:按职责|配合|参与|参加|协助|协办|负责))/u;

function helps(text: string, list: EntityList): boolean {
  return TAKES_PART_AFTER.test(afterList(text, list));
}

/** The words after a list and after what it says of others. */
function afterList(text: string, { end }: EntityList): string {
  const from = afterOthers(text, afterEtCetera(text, end));
  return text.slice(from, from + 24);
}
