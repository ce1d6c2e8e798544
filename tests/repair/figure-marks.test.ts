import { describe, expect, test } from 'vitest';
import { type RepairCase, repaired } from './repaired.ts';

const cases: readonly RepairCase[] = [
  {
    what: 'months that count on',
    before: '全市接待量在1.2月份有所回落.3月起逐步恢复.市场总体平稳.发展态势良好.',
    after: '1、2月份',
  },
  {
    what: 'days that count on',
    before: '会议于12.13号在江城召开.各地代表参加.交流了经验.明确了任务.',
    after: '12、13号',
  },
  {
    what: 'a time of day',
    before: '报名于10月24日18.00结束.逾期不再受理.请考生注意.做好准备.',
    after: '24日18：00结束',
  },
  {
    what: 'from one time to another',
    before: '咨询时间为每天上午9.00-11.30.节假日除外.请群众提前预约.有序办理.',
    after: '9：00-11：30',
  },
  {
    what: 'a score',
    before: '我市代表队以4.2击败客队.晋级决赛.球迷欢欣鼓舞.气氛热烈.',
    after: '以4：2击败',
  },
  {
    what: 'a day that names something',
    before: "'5.12'防灾减灾日期间.各校开展演练.普及知识.提高能力.",
    after: '“5·12”防灾减灾日',
  },
  {
    what: 'an address',
    before: '服务器地址为192.168.1.1.请勿泄露.全省覆盖率达到85.以上.各地要抓好落实.',
    after: '服务器地址为192.168.1.1，请勿泄露',
  },
  {
    what: 'a version',
    before: '软件版本为2.3.1.4.各单位应当及时更新.全省普及率为91.5.比上年提高2个百分点.',
    after: '软件版本为2.3.1.4，各单位',
  },
  {
    what: 'proportions that make a whole',
    before: '三次产业结构由上年的11.9.49.6.38.5调整为11.5.48.6.39.9.服务业占比提高.结构继续优化.',
    after: '11.9：49.6：38.5调整为11.5：48.6：39.9，',
  },
  {
    what: 'tenths',
    before: '三种作物的种植比例为5.3.2.品种进一步优化.效益提高.农民满意.',
    after: '比例为5：3：2，',
  },
  {
    what: 'a proportion and a date after it',
    before: '城乡人口结构为43.6.56.4.2013年进一步优化.人口流动加快.城镇化提速.',
    after: '43.6：56.4',
  },
  {
    what: 'shares of three are a list',
    before: '占比分别为58.24.18.差距明显.有待缩小.任务较重.',
    after: '分别为58%、24%、18%',
  },
  {
    what: 'a decimal stays',
    before: '气温为11.12度.风力不大.适宜出行.注意防火.',
    after: '气温为11.12度，',
  },
  {
    what: 'a version stays',
    before: '版本2.0.1于6月发布.功能完善.运行稳定.用户满意.',
    after: '版本2.0.1于6月',
  },
  {
    what: 'a quoted decimal stays',
    before: "推出'3.0'版平台.功能完善.运行稳定.用户满意.",
    after: '“3.0”版',
  },
  {
    what: 'sound text stays',
    before: '报名于10月24日18:00结束，1.2月底公布，以4.2亿元成交。',
  },
  {
    what: 'sound decimals stay',
    before: '产业结构由11.9、49.6、38.5变为11.5、48.6、39.9，比上年优化。',
  },
];

describe('figure-marks', () => {
  test.each(cases)('$what: $before', ({ before, after = before }) => {
    expect(repaired(before).text).toContain(after);
  });
});
