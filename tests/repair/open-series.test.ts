import { describe, expect, test } from 'vitest';
import { type RepairCase, repaired } from './repaired.ts';

const cases: readonly RepairCase[] = [
  {
    what: 'members of a series are sentences',
    before:
      '在基础设施方面.各地统筹建设.在信息资源方面.部门共享推进.在人才队伍方面.培训体系形成.在安全保障方面.制度逐步健全.',
    after: '统筹建设。在信息资源方面，',
  },
  {
    what: 'sound text stays',
    before: '在基础设施方面，各地统筹建设，在信息资源方面，部门共享推进，在人才队伍方面，培训体系形成。',
  },
  {
    what: 'two members are no series',
    before: '工作有序推进.在基础设施方面.各地统筹建设.在信息资源方面.部门共享推进.',
    after: '在基础设施方面，',
  },
];

describe('open-series', () => {
  test.each(cases)('$what: $before', ({ before, after = before }) => {
    expect(repaired(before).text).toContain(after);
  });

  test('openers in a row are a list in one sentence', () => {
    const { text } = repaired('在规划方面.在建设方面.在管理方面.在服务方面.各地都有新的做法.');
    expect(text).not.toContain('方面。');
  });
});
