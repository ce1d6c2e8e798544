import { unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { clean } from '../../src/clean/index.ts';
import { parse } from '../../src/parse/index.ts';
import { repair } from '../../src/repair/index.ts';

/** Spaces are for `clean` to judge first. */
function restored(text: string) {
  const file = new VFile(text);
  const processor = unified().use(parse).use(clean).use(repair);
  processor.runSync(processor.parse(file), file);
  return { alignment: file.data.guiyi!.alignment, messages: file.messages };
}

/** What, text before, text after both steps. */
const cases: readonly (readonly [what: string, before: string, after: string])[] = [
  [
    'spaces that stand for marks',
    '全市各级部门高度重视政务服务工作 简化办事流程 压缩办理时限 取得了明显成效 今后将继续完善平台功能',
    '全市各级部门高度重视政务服务工作，简化办事流程，压缩办理时限，取得了明显成效，今后将继续完善平台功能。',
  ],
  [
    'figures set apart by spaces stay together',
    '平台覆盖 31 个省区市 接入部门超过 200 家 运行稳定可靠 群众普遍满意 今后将继续完善',
    '平台覆盖31个省区市，接入部门超过200家，运行稳定可靠，群众普遍满意，今后将继续完善。',
  ],
  [
    'words set apart',
    '信息 资源 共享 平台 建设 取得 明显 成效 各 部门 普遍 应用 系统 运行 稳定 可靠 群众 满意',
    '信息资源共享平台建设取得明显成效各部门普遍应用系统运行稳定可靠群众满意',
  ],
  [
    'stray spaces in sound text',
    '平台 初步形成， 并发挥 作用。覆盖 31 个省区市， 接入 200 家部门， 运行稳定。',
    '平台初步形成，并发挥作用。覆盖31个省区市，接入200家部门，运行稳定。',
  ],
  [
    'verse stays',
    '春眠不觉晓 处处闻啼鸟 夜来风雨声 花落知多少',
    '春眠不觉晓 处处闻啼鸟 夜来风雨声 花落知多少',
  ],
  ['names stay', '王小明 李四 欧阳修远 张三', '王小明 李四 欧阳修远 张三'],
];

/** Which mark it is, is for others to say: here only where one stands. */
const alike = (text: string) => text.replace(/[，。、；：]/g, '，');

describe('dot-spaces', () => {
  test.each(cases)('%s', (_what, before, after) => {
    const { alignment } = restored(before);
    expect(alike(alignment.text)).toBe(alike(after));
    expect(alignment.revert()).toBe(before);
    expect(restored(alignment.text).alignment.text).toBe(alignment.text);
  });

  test('verse is reported', () => {
    const { messages } = restored('春眠不觉晓 处处闻啼鸟 夜来风雨声 花落知多少');
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(['dot-spaces']);
  });
});
