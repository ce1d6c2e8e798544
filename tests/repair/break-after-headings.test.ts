import { describe, expect, test } from 'vitest';
import { type RepairCase, repaired } from './repaired.ts';

const cases: readonly RepairCase[] = [
  {
    what: 'a heading and a text that begins with a date',
    before: '（一）工作目标到2020年，全市所有街道建成标准化应急物资储备点，储备品种不少于三十种。',
    after: '（一）工作目标\n到2020年，全市所有街道建成标准化应急物资储备点，储备品种不少于三十种。',
  },
  {
    what: 'a heading and a text that begins with 坚持以',
    before: '一、总体要求坚持以习近平新时代中国特色社会主义思想为指导，全面贯彻党的各项决策部署。',
    after: '一、总体要求\n坚持以习近平新时代中国特色社会主义思想为指导，全面贯彻党的各项决策部署。',
  },
  {
    what: 'headings of usual words',
    before:
      '（一）基本情况全县共有行政村一百二十个，农业人口三十六万人，贫困发生率为百分之八。（二）主要做法县委、县政府高度重视，成立了专门班子，层层签订责任书。（三）存在问题部分乡镇重视不够，配套资金不到位，工程进度滞后于计划。',
    after:
      '（一）基本情况\n全县共有行政村一百二十个，农业人口三十六万人，贫困发生率为百分之八。\n（二）主要做法\n县委、县政府高度重视，成立了专门班子，层层签订责任书。\n（三）存在问题\n部分乡镇重视不够，配套资金不到位，工程进度滞后于计划。',
  },
  {
    what: 'usual words that go on stay',
    before: '一、总体要求是坚持以人民为中心，全面推进各项改革，让发展成果惠及全县群众。',
  },
  {
    what: 'usual words with a predicate stay',
    before: '二、组织领导不力，部分单位没有成立专门机构，人员没有到位，工作经费没有落实。',
  },
  {
    what: 'a heading and a text that begins with 近年来',
    before:
      '二、宽带网络稳步推进近年来，各地把宽带作为重要的基础设施，光纤入户的家庭逐年增加，网速明显提高。',
    after:
      '二、宽带网络稳步推进\n近年来，各地把宽带作为重要的基础设施，光纤入户的家庭逐年增加，网速明显提高。',
  },
  {
    what: 'a chapter and its first article',
    before: '第九章附则第七十七条本条例所称主管机关，是指县级以上人民政府的有关部门。',
    after: '第九章附则\n第七十七条本条例所称主管机关，是指县级以上人民政府的有关部门。',
  },
  { what: 'a heading alone stays', before: '（一）巩固壮大实体经济根基，纵深推进产业强省建设' },
  { what: 'a heading with its mark stays', before: '一、总体要求。坚持以需求为导向，统筹推进各项工作。' },
  {
    what: 'a sentence that is numbered stays',
    before: '（二）县级以上地方人民政府有关部门按照各自职责做好相关工作，并接受社会监督。',
  },
  {
    what: 'an article stays',
    before: '第三条县级以上地方人民政府应当将所需经费纳入本级预算，保障工作正常开展。',
  },
];

describe('break-after-headings', () => {
  test.each(cases)('$what: $before', ({ before, after = before }) => {
    expect(repaired(before).text).toBe(after);
  });
});
