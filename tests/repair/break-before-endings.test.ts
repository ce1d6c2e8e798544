import { describe, expect, test } from 'vitest';
import { type RepairCase, repaired } from './repaired.ts';

const cases: readonly RepairCase[] = [
  {
    what: 'who signs, and the date',
    before: '请认真组织实施。青山县人民政府办公室2015年8月12日',
    after: '请认真组织实施。\n青山县人民政府办公室\n2015年8月12日',
  },
  {
    what: 'two organs, a date in Chinese numerals, a note',
    before: '本通告自发布之日起施行。青山县公安局青山县交通运输局二〇一六年三月一日（此件公开发布）',
    after: '本通告自发布之日起施行。\n青山县公安局\n青山县交通运输局\n二〇一六年三月一日\n（此件公开发布）',
  },
  { what: 'a date alone', before: '特此公告。2015年8月12日', after: '特此公告。\n2015年8月12日' },
  {
    what: 'an attachment',
    before: '逾期不报的予以通报。附件：自查报告样式',
    after: '逾期不报的予以通报。\n附件：自查报告样式',
  },
  {
    what: 'a dateline under the title',
    before: '全市开放十处公园新华社江城9月3日电（记者林渡）十处公园3日全部开放。',
    after: '全市开放十处公园\n新华社江城9月3日电（记者林渡）十处公园3日全部开放。',
  },
  {
    what: 'who wrote it',
    before: '群众普遍表示满意。（责任编辑：顾长河）',
    after: '群众普遍表示满意。\n（责任编辑：顾长河）',
  },
  { what: 'a date within a sentence stays', before: '会议开得很好。工程完成于2015年8月12日' },
  { what: 'a date that a sentence names stays', before: '他说。施行的日期是：2015年8月12日' },
  { what: 'a note that explains stays', before: '群众普遍表示满意。（图为办事大厅）' },
  { what: 'an attachment that a sentence names stays', before: '具体安排见附件：工作方案。' },
  { what: 'an agency in a sentence stays', before: '据新华社北京9月3日电，十处公园全部开放。' },
];

describe('break-before-endings', () => {
  test.each(cases)('$what: $before', ({ before, after = before }) => {
    expect(repaired(before).text).toBe(after);
  });
});
