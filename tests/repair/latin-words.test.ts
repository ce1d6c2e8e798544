import { describe, expect, test } from 'vitest';
import { type RepairCase, repaired } from './repaired.ts';

const cases: readonly RepairCase[] = [
  {
    what: 'words in a list',
    before: '企业上线了erp.crm等系统.管理水平提高.成本下降.',
    after: '企业上线了erp、crm等系统',
  },
  {
    what: 'three words',
    before: '支持linux.windows.macos三种系统.用户可以自选.不收费用.',
    after: '支持linux、windows、macos三种系统',
  },
  {
    what: 'an address stays',
    before: '请登录www.example.com查询.结果三天内公布.逾期不再受理.',
    after: '请登录www.example.com查询',
  },
  {
    what: 'a file stays',
    before: '填写report.docx并上传.系统自动校验.有错会提示.',
    after: '填写report.docx并上传',
  },
  {
    what: 'a mail address stays',
    before: '来信寄至info@city.example办理.工作日内答复.节假日顺延.',
    after: 'info@city.example办理',
  },
  {
    what: 'an abbreviation stays',
    before: '按照i.e.的解释执行.各单位照办.不得例外.',
    after: '按照i.e',
  },
];

describe('dots between Latin words', () => {
  test.each(cases)('$what: $before', ({ before, after = before }) => {
    expect(repaired(before).text).toContain(after);
  });
});
