import { unitTable } from '../dictionary/index.ts';

/** What may stand between an organ and what it does: 水利部要会同…, 教育部具体负责. */
const WAYS =
  '(?:已经|正在?|也|还|又|就|要|应当?|须|需|将|可|已|拟|总|双|共同|联合|具体|总体|统一|负责|统筹|抓紧|及时|率先|为|作为|是|任|担任|充当|当)*[“"‘]?';
/** Kinds of parties, before 单位 or 部门: who leads, and who takes part. */
const LEADING =
  '(?:总?牵头|主办|主责|主管|主导|主承|总?召集|第一责任|首要责任|主要责任|总?组长|主持|领衔|牵头(?:负责|责任|主办|组织|实施))';
const TAKING_PART =
  '(?:配合|参与|参加|参建|共建|协办|协同|协作|协助|协责|协建|协管|联办|联合|承办|成员|责任|支持|支撑|保障|落实|实施|负责|副组长|分工|配套|参编|第[二三四五]责任)';
const PARTY = '(?:单位|部门|机构|责任单位|责任部门|主体|方|人)';
/** 是|这次普查的|主责单位: of what. */
const OF_WHAT = '(?:(?<=[是为系任])[^，。；、]{1,14}的)?';
/** From a label to its list: 为, 包括, a colon, or the white space between two cells. */
const LABELS = '(?:还|另|主要|分别|共)?(?:为|是|有|系|包括|包含|含)|[：:]|[ \\t\\u3000]+';
/** Their last characters: only after one of these a label can stand before a list. */
export const LABEL_ENDS = unitTable('为是有系括含：: \t\u3000');

export const LEADS_AFTER = new RegExp(
  `^${WAYS}(?:牵头|主办(?!的)|主导|主责|主抓|抓总|总抓|挂帅|领衔|负总责|负主责|总负责|总协调|组长单位|总指挥|龙头|责任主体|${OF_WHAT}${LEADING}${PARTY}|召集(?:人|单位))|^[（(](?:牵头|主责|负责|主办)(?:单位|部门)?[）)]|^的?(?:统一|总体|具体)?(?:牵头|主持|主导|召集)(?:组织|协调|推动)?[之以]?下`,
  'u',
);
/** 由教育部主持，…: who chairs a meeting leads no undertaking. */
export const PRESIDES =
  /^主持(?!召开|会议|会|了|座谈|仪式|编|的|工作|并|[一-鿿]{0,6}(?:会议|仪式|座谈|大会))/u;
export const LEADS_BEFORE = new RegExp(`${LEADING}${PARTY}(?:${LABELS})$`, 'u');
/** 在水利部的统筹下，…: under whom those of the next clause work. */
export const UNDER =
  /^的?(?:统一|总体|具体)?(?:统筹|组织|协调|指挥|调度)(?:协调|组织|推动|调度)?[之以]?下[，,]?$/u;
/** 以水利部为主. */
export const MAINLY = /^为(?:主(?![要任管])|牵头|龙头|主体|核心|依托|责任主体)/u;
export const TOGETHER = new RegExp(
  `^${WAYS}(?:牵头)?[，,、]?(?:会同|联合|商|会商|协同|携手|联手|偕同|联同|联袂|牵手|协调|组织|带领|汇同)$`,
  'u',
);
/** 交通运输部同公安部联合部署: alongside whom, where both do it together. */
export const ALONGSIDE = new RegExp(`^${WAYS}(?:同|与|和|跟)$`, 'u');
export const ALONGSIDE_BEFORE = /[同与和跟]$/u;
export const TOGETHER_AFTER =
  /^(?:联合|共同|一道|一起|携手|合作|联手|合力|一同|齐抓共管|建立|组成|成立|联动)/u;
/** 会同有关部门: with whom is not said. */
export const WITH_OTHERS = new RegExp(
  `^${WAYS}(?:会同|协调|联合)(?:其他|各)?(?:(?:有关|相关)(?:部门|单位|方面|地方|机构|各方)|地方(?:各级)?(?:人民)?政府|各(?:地区?|省份?)(?![一-鿿]{0,4}[厅局委]))`,
  'u',
);
/** 具体负责, 组织, before those who help: 市教育局负责，市财政局配合. */
export const IN_CHARGE =
  /^(?:已|将|要|应|为主|作为|具体|统筹|组织|全面|主要|总体?|牵头|直接|统一|整体)*(?:负责|组织|统筹|承担|承办|承建|主管|主建|主推|实施|发起|开发|建设|落实|推进|主抓|抓|监管|监督|管理|主推|督办|经办|运营|调度|筹备|筹办|统管|操办|执行|为责任(?:主体|单位|部门)|为主)[^，。；、]{0,14}[，,；;、]$/u;
/** What a body does by itself: 负责资金保障. */
export const OWN_TASK = /^负责(?!落实|实施|推进|配合|[，。；;、）)\s]|$)/u;
/** All that a bracket says: （体育总局、教育部负责）. */
export const IN_BRACKET = /^(?:共同|联合|具体|分别|组织|统筹)*负责(?:[）)，,。；;]|落实|实施|推进)/u;
const PARTAKES =
  '参建|参与|参加(?!的[^，。；]{0,12}会)|配合|协办|协助|协同|协作|协责|协建|协管|协查|协抓|辅助|助力|打(?:好)?(?:配合|下手|支援)|分工负责|负责|落实|支持|保障|共建|承建|承办|参编|跟进|助力|响应|(?:给予|予以|提供|做好|搞好|抓好|加强|强化)[一-鿿]{0,6}?(?:支持|配合|协助|保障|帮助|支撑|服务|指导|衔接|协作|协调)|派(?:员|人|出)|出资|保(?:资金|用地|供应|质量|安全)|各(?:负其责|司其职|尽其责)|为辅|为成员';
export const TAKES_PART_AFTER = new RegExp(
  `^(?:则|也|都|均|要|应当?|共同|联合|积极|密切|全力|全程|大力|通力|认真|主动|按照?(?:各自)?职责(?:分工)?|依职责|根据职责|协同|分别|分头|分段|予以|各|具体|分工|抓紧|做好|负责)*[“"‘]?(?:${PARTAKES}|的[^，。；、]{0,12}(?:共建|共同建设)|(?:为|是|作为|任|担任)?${OF_WHAT}${TAKING_PART}${PARTY})`,
  'u',
);
/** What several do with nobody said to lead: three of them, together, for one another. */
const TOGETHER_WORDS =
  '(?:[\\d两二三四五六七八九十]+个?(?:家|部门|部委|单位|部|委|局|厅|方|地|省|市|县|区|院|家单位))?(?:已|还|先后|日前|近日|一直|也|正在?|将|拟|要|须|需|应当?|随后|今年)*(?:共同|联合|合作|携手|联手|合力|协同|联袂|一道|一起|合)';
export const JOINTLY = new RegExp(
  `^${TOGETHER_WORDS}(?:出资)?(?:推进|推行|推出|推动|实施|开展|组织|建设|建成|建立|组建|启动|承担|承办|承建|开通|开办|兴办|创办|创建|创立|打造|举办|主办|成立|设立|发起|研发|研制|开发|研究|探索|搭建|构建|部署|签署|(?:制定|编制|起草)(?!并?(?:发布|印发|出台)|[^，。；]{0,6}《)|投资|资助|完成|运营|运行|管理|维护|检查|督查|督导|监管|整治|打击|查处|治理|培训|改造|认定|遴选|评选|命名|走访|提供|完善|落实|负责|办|搞|抓|建)(?!印发|发文|组|班|队|室|员)|^组织(?:了)?(?:开展|实施|专家|力量|人员|编写|编制|制定|起草|培训|评审|评估|认定)(?!的)`,
  'u',
);
/** 由A、B负责，…: those who are in charge lead, where they are several. */
export const IN_CHARGE_TOGETHER =
  /^(?:共同|联合|具体|统筹|组织|全面)*负责(?:[，。；;]|$|组织|实施|落实|推进)/u;
/** A、B共同负责, whatever stands before. */
export const JOINT_CHARGE = /^(?:共同|联合|一起|一道)(?:牵头)?负责(?![一-鿿]{0,3}(?:人|同志))/u;
/** 责任单位：A、B: with nobody said to lead, those who answer for it do. */
export const ANSWERS_BEFORE = new RegExp(
  `(?:责任|负责|承办|承担|执行|主建|主承)(?:单位|部门|机构|主体)(?:${LABELS})$`,
  'u',
);
/** 联席会议由A、B等部门组成: the members of a body that works together. */
export const COMPOSES_BEFORE =
  /(?:联席会议|领导小组|协调小组|工作小组|工作组|专班|协调机制|工作机制|委员会|指挥部|领导机构)(?:主要)?由$/u;
/** 国务院|交通运输主管部门: a department of the body, and not the body itself. */
export const SUPREME = /^(?:国务院|党中央|中共中央|.*政府|.*[省市县区州]委)$/u;
export const ITS_DEPARTMENT =
  /^(?!等|各|和|及|与|以及|有关|相关|会同|联合|商|要|应|负责|组织|协调|牵头|统一)[一-鿿]{2,14}?(?:部门|机构)/u;
/** 鼓励A、B参与: who may come is no party yet. */
export const INVITED = /(?:鼓励|欢迎|号召|呼吁|邀请)$/u;
export const JOINED_BEFORE =
  /(?:会同|(?<!经)商|联合|协同|携手|联手|偕同|联同|汇同|[（(](?:牵头|主责)[）)][、，])$/u;
/** 牵头，与…: beside whom, after one who leads. */
export const WITH_BEFORE = /[，,、](?:并|还|再|又)?(?:与|同|和|跟|协调|组织)$/u;
export const LABEL_BEFORE = new RegExp(`${TAKING_PART}${PARTY}(?:${LABELS})$`, 'u');
/** 公安部|协助|市场监管总局: whom a body helps leads. */
export const HELPS_NEXT =
  /^(?:已|要|应当?|将|须|也|积极|主动|全力|密切|具体|负责)*(?:配合|协助)(?:好|做好)?$/u;
export const HELPED_BEFORE = /(?:配合|协助)(?:好|做好)?$/u;
/** 海关总署在|商务部、财政部|的支持下: whose work those of the next list help with. */
export const WITH_HELP_NEXT = /^(?:则|也|已|先后)?在$/u;
export const WITH_HELP =
  /^的?(?:大力|积极|密切|通力|鼎力|协同)*(?:支持|配合|协助|帮助|参与|协同|协作)(?:和?(?:支持|配合|协助|帮助|参与|协同|协作))?[之以]?下/u;
/** 牵头， and the like: all that stands between who leads and whom the next clause is about. */
export const LEADS_ONLY_GAP =
  /^[“"‘]?[^，。；：、]{0,10}(?:牵头|主办|主导|主责|主抓|抓总|挂帅|领衔|负总责|总负责|总指挥|为主|下)(?:抓总?|组织|负责|实施|推进|协调|统筹|单位|部门|落实|建设)*[”"’]?[，,、；;]$/u;
/** Bodies that nobody leads. */
export const HIGHEST = /^(?:国务院|党中央|中共中央|中央政府|.{0,4}省(?:人民)?政府|.{0,4}省委)$/u;
/** What makes several take part though nobody is said to lead. */
export const ALL_PARTAKE =
  /^(?:共同|联合|积极|密切|全力|大力|通力|认真|主动|按照?(?:各自)?职责(?:分工)?|协同|分别|予以|各|具体|分工|抓紧|做好)*(?:参建|参与|参加(?!的[^，。；]{0,12}会)|配合|协办|协助|协同|分工负责|共建|承建|参编|的[^，。；、]{0,12}(?:共建|共同建设))/u;
/** What bodies do that is no part in an undertaking. */
export const SPEAKS =
  /^(?:和|与|等|及)?[^，。；]{0,6}?(?:印发|批准|批复|审批|同意|要求|指出|强调|表示|介绍|透露|认为|高度|决定|负责人|负责同志|有关|主要|领导|提出|发布|公布|通报|收到|反映|称|说|的|已于|合并|撤销|更名|党组|官网|网站)/u;
