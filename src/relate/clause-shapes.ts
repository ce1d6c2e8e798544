import { unitTable } from '../dictionary/index.ts';

/** 一、, （二）, 3. before a task or heading. */
export const NUMBERING =
  /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|第[一二三四五六七八九十]+[、，])\s*/u;
/** A region within so many UTF-16 units of its sentence's start is what the sentence is about. */
export const HEAD = 12;
/** More regions than these are a list of their own, and not whom the next clause is about. */
export const FEW = 3;
/** Nothing but how a figure changed, and against what: 同比增长, 比上年提高. */
export const CHANGE =
  /^(?:其中)?(?:按[年季月]|逐[年季月]|环比|(?:高于|低于|快于|慢于|好于|超过|领先|优于|高出|低出|高过|多出|少于|多于|大于|小于|落后于?)[^，]{1,12}|近[一二三四五六七八九十两几\d]{1,3}年来?|同比|环比|按?(?:可比|自然|相同|同)口径|按(?:可比|不变|现行|当年)价格?(?:计算)?|分别|比上年|比去年|较上年|较去年|比(?!对|例|重|率)[^，]{1,8}|较[^，]{1,8}|与[^，]{1,8}相比|年均|平均|累计|已|也|均|又|再|并){0,3}(?:实际|名义)?(?:增长|提高|上升|提升|增加|下降|降低|减少|回落|上涨|下跌|增幅|降幅|增速|高|低|多|少|增|降|缩短|压缩|压减|压降|精简|缩减|减|扩大|收窄|成长|攀升|爬升|下滑|滑落|跌落|下挫|上调|下调|涨|跌|增产|减产|增收|减收|增值|贬值|升值|提速|放缓|加快|收缩|回升|反弹|走低|走高|跃升|飙升|减亏|多增|少增|净增长?|净增加|净减少?|增长了|下降了|提高了|减少了|增加了)?$/u;
/** Before a region that something is compared with, and that is not what is measured: 低于|东部地区3个百分点. */
export const COMPARED_WITH = /(?:[高低快慢好优多少大小]于|[高低多快]出|超过|领先|落后|(?<![占对之])比|较)$/u;
/** The last characters of that. */
export const COMPARED_ENDS = unitTable('于出过先后比较');
/** Nothing but of what a figure is a share: 占比, 占全国的, 为预算的. 的 stands between this and the figure, but for the first. */
export const SHARE =
  /^(?:其中)?(?:已|约|仅|也|均|分别)?(?:(?:占|为|是|相当于|完成|达到?|超过|不足|不到|高于|低于|超)[^，]{1,16}|占比|占)$/u;
/** How a thing ranks, after what it is: 总量居全国第二位. */
export const RANK = /(?:位?居|位?列|排名?|名列)[^，]{0,6}第[一二三四五六七八九十\d]{1,3}[位名]?$/u;
/** 以上的有天津、山东: after a figure, before the regions that it is said of. */
export const HOLDERS =
  /^(?:以上|以下|左右|及以上)?的(?:省份?|地区|城市|市|县|区|有关地区)?(?:主要)?(?:有|包括|为|是)[：:]?$/u;
/** 百亿元级企业 before a count. */
export const SIZE_CLASS = /^级的?\p{Script=Han}{1,10}$/u;
/** 10亿元以上企业 before a count, and what such a size may follow. */
export const SIZE_FROM = /^及?以[上下内]的?\p{Script=Han}{1,10}$/u;
export const BEFORE_SIZE = /(?:^|[，。；：、\n]|收入|产值|投资|规模|交易额|销售额|用户|人口|面积|金额)$/u;
/** (全省)有 right before how large a share of what: 有近三成的学校. 具有 and the like say what somebody has. */
export const HAS =
  /(?<![具占拥持含享设带没])有(?:将近|接近|超过|不到|不足|至少|约有?|大约|多达|高达|近|逾)?$/u;
/** Parts of a country that are set against each other: 西部 of what is not said by the part named before. */
export const COMPASS = /^[东中西南北](?:部|北|南)/u;
/** A span of time that says how, and is not what is measured: 连续五年. */
export const SPAN_BEFORE = /(?:连续|近|过去|未来|最近|历时|为期|利用|经过|每隔)$/u;
/** Follows a span of time that is part of a name: 九年|义务教育, 三年|行动计划. */
export const SPAN_NAMES =
  /^(?:义务教育|一贯|学制|制(?:度|学校)|期(?:以上|国债|贷款)|行动|攻坚|滚动|规划|计划|免费|健康教育|任期|包干)/u;
/** Between two shares of different things: 的地市和|61.7%的县. */
export const AND_OF_OTHERS = /^的?[^，。；、的]{1,10}(?:和|与|及|以及|、)$/u;
export const JOINT = /^[如\s、，,和与及以]*$/u;
export const LIST_JOINT = /^(?:以上|以下|左右)?[\s、，,和与及]{1,3}$/u;
export const CHANGING_JOINT =
  /^(?:以上|以下|左右)?[\s、，,和与及]{1,3}(?:增长|增加|提高|上升|提升|下降|降低|减少|回落)?(?:了|约|近)?$/u;
/** From one figure to the next of the same thing: 减少到. */
export const GOES_TO =
  /^(?:以上|以下|左右)?(?:逐步|大幅)?(?:增加|减少|提高|提升|降低?|下降|压缩|压减|缩短|缩减|精简|扩大|上升|增长|升|减|增|延长|调整|滑落|回落|跌|下滑|攀升|跃升|爬升|回升|上涨|压降|提速|下调|上调|收窄|扩张)(?:到|至|为)/u;
/** Between a date and the figure that was taken then. */
export const OF_DATE = /^的(?:约|近|不足|超过)?$/u;
/** What belongs to a date, and not to the subject after it: 2020年底前. */
export const AFTER_DATE = /^(?:底|末|初)?(?:之前|以前|前|之后|以后|后|以来|期间|的)?/u;
/** Words of comparison between a figure and what it counts. */
export const TAIL = /^\s*(?:以上|以下|左右|上下|以内|多)?\s*/u;

/** What ends the name of something that is measured in time; all other spans of time say when or how long. */
export const LASTS =
  /时间|时限|周期|期限|工期|寿命|年限|年龄|时长|天数|用时|耗时|工时|刑期|任期|学制|时效|等候|等待|审理|办结|办理|审批|通关|交付|保质|工作日/u;

/** Units of time, by their names in the register of units. */
export const TIMES: ReadonlySet<string> = new Set([
  'year',
  'month',
  'day',
  'week',
  'hour',
  'minute',
  'second',
]);
