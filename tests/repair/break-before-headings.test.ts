import { describe, expect, test } from 'vitest';
import { type RepairCase, repaired } from './repaired.ts';

const cases: readonly RepairCase[] = [
  {
    what: 'a series of numbers after final marks',
    before:
      '一、总体要求。各级各部门要把这项工作摆在重要位置，结合实际抓好落实，确保按期完成目标任务。二、主要任务。各级各部门要把这项工作摆在重要位置，结合实际抓好落实，确保按期完成目标任务。三、保障措施。各级各部门要把这项工作摆在重要位置，结合实际抓好落实，确保按期完成目标任务。',
    after:
      '一、总体要求。各级各部门要把这项工作摆在重要位置，结合实际抓好落实，确保按期完成目标任务。\n二、主要任务。各级各部门要把这项工作摆在重要位置，结合实际抓好落实，确保按期完成目标任务。\n三、保障措施。各级各部门要把这项工作摆在重要位置，结合实际抓好落实，确保按期完成目标任务。',
  },
  {
    what: 'numbers in brackets',
    before:
      '（一）加强领导。各级各部门要把这项工作摆在重要位置，结合实际抓好落实，确保按期完成目标任务。重要情况及时报告。（二）落实责任。各级各部门要把这项工作摆在重要位置，结合实际抓好落实，确保按期完成目标任务。重要情况及时报告。',
    after:
      '（一）加强领导。各级各部门要把这项工作摆在重要位置，结合实际抓好落实，确保按期完成目标任务。重要情况及时报告。\n（二）落实责任。各级各部门要把这项工作摆在重要位置，结合实际抓好落实，确保按期完成目标任务。重要情况及时报告。',
  },
  {
    what: 'articles of a law',
    before: '第一条为了规范管理，制定本办法。第二条本办法适用于各级机关。',
    after: '第一条为了规范管理，制定本办法。\n第二条本办法适用于各级机关。',
  },
  {
    what: 'headings in black brackets',
    before: '各部门均已完成。【网站情况】公开范围扩大。',
    after: '各部门均已完成。\n【网站情况】公开范围扩大。',
  },
  {
    what: 'the contents of a document, from a number in their midst',
    before:
      '有关部门修订了改制单位的各项规定三、关于房屋和设备四、关于工资福利五、关于养老六、关于编制七、关于附则',
    after:
      '有关部门修订了改制单位的各项规定\n三、关于房屋和设备\n四、关于工资福利\n五、关于养老\n六、关于编制\n七、关于附则',
  },
  {
    what: 'items that count on under a heading of two clauses',
    before:
      '一、培育主体，壮大队伍（一）引进龙头企业。各级各部门要把这项工作摆在重要位置，结合实际抓好落实，确保按期完成目标任务。二、丰富供给，优化结构（二）办好特色活动。各级各部门要把这项工作摆在重要位置，结合实际抓好落实，确保按期完成目标任务。（三）建设示范基地。各级各部门要把这项工作摆在重要位置，结合实际抓好落实。',
    after: '二、丰富供给，优化结构\n（二）办好特色活动。',
  },
  {
    what: 'numbers that are listed stay',
    before: '会议听取了第三、四、五、六小组的汇报，研究了一、二、三、四季度的安排，讨论了有关事项。',
  },
  {
    what: 'items within a sentence stay',
    before: '应当符合下列条件：（一）有名称；（二）有章程；（三）有经费。',
  },
  { what: 'a short line that counts its points stays', before: '1.加强领导。2.落实责任。' },
  { what: 'a number out of turn stays', before: '修改第三条。第八条不变。' },
  { what: 'one number alone stays', before: '会议讨论了两项工作。二、三季度任务较重。' },
];

describe('break-before-headings', () => {
  test.each(cases)('$what: $before', ({ before, after = before }) => {
    expect(repaired(before).text).toContain(after);
  });
});
