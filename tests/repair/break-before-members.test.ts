import { describe, expect, test } from 'vitest';
import { type RepairCase, repaired } from './repaired.ts';

const cases: readonly RepairCase[] = [
  {
    what: 'a series of 方面 with long members',
    before:
      '全年工作有新的进展。在平台建设方面，建成统一的入口和统一的身份认证，原来分散的二十多个系统逐步并入，群众少跑了许多路，部门之间的往来也快了许多。在数据共享方面，梳理出共享目录三百项，凡是能够共享的材料不再要求提交，部门之间的核验由几天缩短为几分钟，查询记录全程留痕。在服务延伸方面，乡镇和社区设立了代办点，老年人可以由代办员帮助办理，偏远村每周有人上门。',
    after:
      '全年工作有新的进展。\n在平台建设方面，建成统一的入口和统一的身份认证，原来分散的二十多个系统逐步并入，群众少跑了许多路，部门之间的往来也快了许多。\n在数据共享方面，梳理出共享目录三百项，凡是能够共享的材料不再要求提交，部门之间的核验由几天缩短为几分钟，查询记录全程留痕。\n在服务延伸方面，乡镇和社区设立了代办点，老年人可以由代办员帮助办理，偏远村每周有人上门。',
  },
  {
    what: 'place by place',
    before:
      '甲山县：完成改造四十公里，余下部分年底完工。乙水市：完成改造九十公里，已经验收。丙川区：尚未开工，正在调整设计方案。',
    after:
      '甲山县：完成改造四十公里，余下部分年底完工。\n乙水市：完成改造九十公里，已经验收。\n丙川区：尚未开工，正在调整设计方案。',
  },
  {
    what: 'a series with short members stays',
    before: '在速度方面，快了一倍。在安全方面，通过了测评。在成本方面，省了一半。',
  },
  {
    what: 'places without a colon stay',
    before: '甲山县完成四成。乙水市完成六成。丙川区完成七成。群众普遍满意。',
  },
  { what: 'two members are no series', before: '甲山县：完成改造四十公里。乙水市：完成改造九十公里。' },
];

describe('break-before-members', () => {
  test.each(cases)('$what: $before', ({ before, after = before }) => {
    expect(repaired(before).text).toBe(after);
  });
});
