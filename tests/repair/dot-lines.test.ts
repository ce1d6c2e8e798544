import { describe, expect, test } from 'vitest';
import { type RepairCase, repaired } from './repaired.ts';

const cases: readonly RepairCase[] = [
  {
    what: 'clauses, a line each',
    before:
      '全市各级部门高度重视政务服务\n简化办事流程\n压缩办理时限\n并取得了明显成效\n今后将继续完善平台功能\n让群众少跑腿',
    after:
      '全市各级部门高度重视政务服务，简化办事流程，压缩办理时限，并取得了明显成效，今后将继续完善平台功能，让群众少跑腿。',
  },
  { what: 'verse stays', before: '春眠不觉晓\n处处闻啼鸟\n夜来风雨声\n花落知多少\n白日依山尽\n黄河入海流' },
  {
    what: 'a list of titles stays',
    before:
      '关于加强档案管理的通知\n关于做好防汛工作的通知\n关于清理闲置土地的通知\n关于评选先进单位的决定\n关于调整班次的公告\n关于节日值班的安排',
  },
  {
    what: 'a list of places stays',
    before: '东川市人民政府\n南溪县人民政府\n西河县人民政府\n北山区人民政府\n高新区管委会\n市直各部门',
  },
  {
    what: 'numbered lines stay',
    before: '1.对照检查\n2.从严整改\n3.在线公示\n4.向上报告\n5.按时完成\n6.以案促改',
  },
  {
    what: 'a table stays',
    before: '地区\t数量\n东川市\t31\n南溪县\t22\n西河县\t17\n北山区\t9\n合计\t79',
  },
];

/** Which mark it is, is for others to say: here only where one stands. */
const alike = (text: string) => text.replace(/[，。、；：]/g, '，');

describe('dot-lines', () => {
  test.each(cases)('$what: $before', ({ before, after = before }) => {
    expect(alike(repaired(before).text)).toBe(alike(after));
  });

  test('verse is reported in its place', () => {
    const verse = '春眠不觉晓\n处处闻啼鸟\n夜来风雨声\n花落知多少\n白日依山尽\n黄河入海流';
    const { messages } = repaired(`诗二首如下，供大家欣赏。\n${verse}`);
    const found = messages.filter(({ ruleId }) => ruleId === 'dot-lines');
    expect(found.map(({ sourceSpan }) => sourceSpan!.end - sourceSpan!.start)).toEqual([verse.length]);
  });
});
