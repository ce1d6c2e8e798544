import { isOneOf } from '../characters.ts';

/** Headings that documents have under these very words. */
const USUAL = (
  '总体要求 总体目标 总体思路 总体情况 总体部署 指导思想 基本原则 基本情况 基本概况 基本做法 基本思路 工作目标 工作原则 工作重点 工作任务 工作内容 工作要求 ' +
  '工作措施 工作步骤 工作安排 工作开展情况 工作进展情况 主要目标 主要任务 主要内容 主要做法 主要成效 主要成绩 主要措施 主要问题 主要指标 重点任务 重点工作 重点领域 ' +
  '目标任务 实施步骤 实施范围 实施时间 实施内容 实施方案 组织实施 组织领导 组织保障 保障措施 保障机制 政策措施 政策保障 具体措施 具体要求 具体任务 有关要求 有关事项 ' +
  '其他事项 其他规定 存在问题 存在的问题 存在的主要问题 主要困难 原因分析 意见建议 对策建议 有关建议 下一步打算 下一步工作 下一步工作打算 下一步工作安排 下一步工作计划 ' +
  '经验做法 取得的成效 适用范围 时间安排 进度安排 职责分工 部门职责 监督检查 监督管理 考核评价 宣传引导 资金保障 附则 总则'
).split(' ');
const byFirst = new Map<string, readonly string[]>();
for (const heading of USUAL) {
  byFirst.set(
    heading[0],
    [...(byFirst.get(heading[0]) ?? []), heading].sort((a, b) => b.length - a.length),
  );
}
/** What shows that the words go on: 总体要求是, 主要任务和目标, 组织领导不力. */
const GOES_ON =
  /^(?:[是为和与及或的等不较更仍还也已：、，。；]|有待|到位|得到|落后|滞后|明确|落实|薄弱|明显)/;

/** Where a heading of usual words that begins at `from` ends; -1 where there is none, or where it goes on. */
export function usualHeadingEnd(text: string, from: number): number {
  const heading = byFirst.get(text[from] ?? '')?.find((words) => text.startsWith(words, from));
  if (heading === undefined) return -1;
  const end = from + heading.length;
  return GOES_ON.test(text.slice(end, end + 2)) ? -1 : end;
}

/** What texts begin with and headings do not have: 各地要…, 本规定自…, 全年全市…, 初步核算，…. */
const BEGINS =
  /^(?:各(?:地|级|市|县|区|乡镇|单位|部门|有关|相关|省)|本(?:规定|办法|通知|条例|意见|细则|方案|法)|全(?:年[^工度]|市[^工经]|省[^工经]|县[^工经])|年末|初步核算|近年来|今年以来|一年来|去年以来)/;
const BEGINNINGS = '各本全年初近今一去';

/** True where words begin at `at` that texts begin with: who is told what to do, or the time or place of all that follows. */
export function beginsText(text: string, at: number): boolean {
  return BEGINNINGS.includes(text[at] ?? ' ') && BEGINS.test(text.slice(at, at + 4));
}

const COMMA = '，'.charCodeAt(0);

/** True where a heading from `from` to `at` has two halves of one length: 提高认识，加强领导. */
export function isBalanced(text: string, from: number, at: number): boolean {
  const half = (at - from - 1) / 2;
  if (half < 4 || half > 10 || text.charCodeAt(from + half) !== COMMA) return false;
  for (let i = from; i < at; i++) if (i !== from + half && isOneOf('，。、；：', text, i)) return false;
  return true;
}
