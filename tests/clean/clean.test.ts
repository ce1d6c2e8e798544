import fc from 'fast-check';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { type CleanOptions, clean } from '../../src/clean/clean.ts';
import { parse } from '../../src/parse/index.ts';
import { hostileText, LAW_RUNS } from '../arbitraries.ts';

function run(text: string, options: CleanOptions = {}) {
  const file = new VFile(text);
  const processor = unified().use(parse).use(clean, options);
  processor.runSync(processor.parse(file), file);
  const { alignment } = file.data.guiyi as NonNullable<typeof file.data.guiyi>;
  return { alignment, text: alignment.text, messages: file.messages };
}

/** Rule, text before, text after; where both are the same, the rule must leave it alone. */
const cases: readonly (readonly [rule: string, before: string, after: string])[] = [
  ['line-ends', '甲\r\n乙\r丙\u2028丁\u0085戊\f己', '甲\n乙\n丙\n丁\n戊\n己'],
  ['line-ends', '甲\n乙', '甲\n乙'],
  ['line-ends', '甲', '甲'],
  ['line-edges', ' 　甲 \n\n \n　　乙  \n', '甲\n乙'],
  ['line-edges', '甲\n乙', '甲\n乙'],
  ['line-edges', '甲', '甲'],
  // Rows that begin with empty cells keep them; a table that is indented as a whole does not.
  [
    'line-edges',
    '标题\n\n \t上年\t今年\t备注\n甲\t1%\t2%\n丁\t\t2%\t无',
    '标题\n\t上年\t今年\t备注\n甲\t1%\t2%\n丁\t\t2%\t无',
  ],
  ['line-edges', '\t上年\t今年\n甲\t1%\t2%', '\t上年\t今年\n甲\t1%\t2%'],
  ['line-edges', '\t地区\t今年\n\t甲\t2%\n\t\t\t乙\t2%', '地区\t今年\n甲\t2%\n\t\t乙\t2%'],
  ['line-edges', '\t第一段。\n\t第二段。\t完', '第一段。\n第二段。\t完'],
  ['control-characters', '甲\0\u0001乙', '甲乙'],
  ['control-characters', 'a\tb', 'a\tb'],
  ['control-characters', '甲\n乙', '甲\n乙'],
  ['lone-surrogates', '甲\ud800乙\udc00', '甲\ufffd乙\ufffd'],
  ['lone-surrogates', '𠮷野家', '𠮷野家'],
  ['lone-surrogates', '😀', '😀'],
  ['invisible-characters', '国\u200b务\ufeff院\u00ad', '国务院'],
  ['invisible-characters', '👨\u200d👩\u200d👧', '👨\u200d👩\u200d👧'],
  ['invisible-characters', 'می\u200cخواهم', 'می\u200cخواهم'],
  ['variation-selectors', '葛\u{e0100}城\ufe00', '葛城'],
  ['variation-selectors', '❤\ufe0f', '❤\ufe0f'],
  ['variation-selectors', '1\ufe0f\u20e3', '1\ufe0f\u20e3'],
  ['compatibility-ideographs', '\uf900金\ufa19', '豈金神'],
  ['compatibility-ideographs', '﨑﨎', '﨑﨎'],
  ['compatibility-ideographs', '面积5㎡、①、²、½、㈠', '面积5㎡、①、²、½、㈠'],
  ['radicals', '⼈⼤会议⻓⻉', '人大会议长贝'],
  ['radicals', '人大', '人大'],
  ['radicals', '⿰亻尔', '⿰亻尔'],
  ['full-width-forms', '２０１３年ＧＤＰ增长７％', '2013年GDP增长7%'],
  ['full-width-forms', '（一）总则：适用', '（一）总则：适用'],
  ['full-width-forms', '甲，乙；丙！', '甲，乙；丙！'],
  ['full-width-marks', '３．５万亿，２０１２－２０１３', '3.5万亿，2012-2013'],
  ['full-width-marks', '元／吨', '元／吨'],
  ['full-width-marks', '甲．乙', '甲．乙'],
  ['mark-forms', '国务院︐部署︒﹁规划﹂︽通知︾︙︙三︓四', '国务院，部署。「规划」《通知》……三：四'],
  ['mark-forms', '張三﹑李四﹐增長7﹪﹔3﹒5﹙萬﹚', '張三、李四，增長7%；3.5（萬）'],
  ['mark-forms', '甲_乙-丙', '甲_乙-丙'],
  ['private-use', '\ue7c7', '\ue7c7'],
  ['private-use', '\uf06c要点', '●要点'],
  ['private-use', '\ue81e', '龴'],
  ['look-alikes', '省、地巿和县', '省、地市和县'],
  ['look-alikes', '秦人徐巿', '秦人徐巿'],
  ['look-alikes', '二○一三年，二O一四年', '二〇一三年，二〇一四年'],
  ['look-alikes', '○是空圈', '○是空圈'],
  ['look-alikes', '2013•发展', '2013·发展'],
  ['look-alikes', '•加强领导', '•加强领导'],
  ['stray-spaces', '覆盖 31 个省， 县级达到 71 %。 其中', '覆盖31个省，县级达到71%。其中'],
  ['stray-spaces', '使用 Big Data 与 IP address 技术', '使用Big Data与IP address技术'],
  ['stray-spaces', '1 000 2 000', '1 000 2 000'],
  ['stray-spaces', '一、总则。  二、附则', '一、总则。    二、附则'],
  ['stray-spaces', '总则】\u00a0\u00a0\u00a0 附则', '总则】    附则'],
  ['stray-spaces', '通　　　知', '通知'],
  ['stray-spaces', '姓名\t单位', '姓名\t单位'],
  ['stray-spaces', '地区  \t 覆盖率\t\t得分\n湖北省\t91%\t83', '地区\t覆盖率\t得分\n湖北省\t91%\t83'],
  ['stray-spaces', '地区\t上年\t今年\n湖北省 \t \t 35.6%', '地区\t上年\t今年\n湖北省\t\t35.6%'],
  ['stray-spaces', '甲市   91.2%    83分', '甲市\t91.2%\t83分'],
  ['stray-spaces', '工作已经完成。  下面安排明年的任务', '工作已经完成。下面安排明年的任务'],
  ['stray-spaces', '电子  政务', '电子政务'],
  ['stray-spaces', '於    下降三成', '於下降三成'],
  ['stray-spaces', '用 hello    world 问候', '用hello world问候'],
  ['stray-spaces', '见附件）    各地要抓好落实', '见附件）    各地要抓好落实'],
  ['stray-spaces', 'He said “yes” to it', 'He said “yes” to it'],
  ['name-lists', '王小明 李四 欧阳修远 张三', '王小明 李四 欧阳修远 张三'],
  ['name-lists', '出席：张　三　李四光　王　五　欧阳修。', '出席：张三 李四光 王五 欧阳修。'],
  ['name-lists', '张　三　　李　四　　王五六', '张三 李四 王五六'],
  ['name-lists', '国 务 院 关 于 印 发', '国务院关于印发'],
  ['stray-spaces', '特此通知　　　　　　国务院', '特此通知        国务院'],
  ['stray-spaces', '完成投资　　　　120亿元', '完成投资120亿元'],
  ['name-lists', '张　三　　　　李　四　　　　王五六', '张三 李四 王五六'],
  ['spread-lines', '到 2 0 2 5 年 ， G D P 增 长 9 5 . 5 % 以 上 。', '到2025年，GDP增长95.5%以上。'],
  ['spread-lines', '国 办 函 〔 2 0 2 2 〕 1 0 2 号', '国办函〔2022〕102号'],
  ['spread-lines', '甲 1 2 3 4 5 6 7 8 9', '甲1 2 3 4 5 6 7 8 9'],
  ['spread-lines', '表 2 各省 12 13 14 15 16 17 18 19', '表2各省12 13 14 15 16 17 18 19'],
  ['name-lists', '信息 资源 共享 平台', '信息资源共享平台'],
  ['name-lists', '参加单位：教育部 财政部 国家统计局', '参加单位：教育部 财政部 国家统计局'],
  ['name-lists', '由教育部 财政部负责', '由教育部财政部负责'],
  ['name-lists', '张三 信息中心', '张三信息中心'],
];

describe('clean', () => {
  it.each(cases)('%s: %j', (_rule, before, after) => {
    expect(run(before).text).toBe(after);
  });

  it('keeps or puts in spaces around digits and Latin letters as asked', () => {
    expect(run('覆盖 31个省 的 IP 地址', { spacing: 'keep' }).text).toBe('覆盖 31个省的 IP 地址');
    expect(run('覆盖31 个省 的IP地址', { spacing: 'single' }).text).toBe('覆盖 31 个省的 IP 地址');
    expect(run('𠮷2', { spacing: 'single' }).text).toBe('𠮷 2');
  });

  it('reports what it can not know, in the place where the source has it', () => {
    const { messages, alignment } = run('甲\0乙\ue7c7丙\ud800');
    const found = messages.map(({ ruleId, sourceSpan }) => [
      ruleId,
      alignment.source.slice(sourceSpan?.start, sourceSpan?.end),
    ]);
    expect(found).toEqual([
      ['control-characters', '\0'],
      ['private-use', '\ue7c7'],
      ['lone-surrogates', '\ud800'],
    ]);
  });

  it('is reversible, finds nothing more the second time, and leaves no blank line', () => {
    fc.assert(
      fc.property(
        hostileText(),
        fc.constantFrom('strip' as const, 'keep' as const, 'single' as const),
        (source, spacing) => {
          const { alignment, text } = run(source, { spacing });
          expect(alignment.revert()).toBe(source);
          expect(run(text, { spacing }).text).toBe(text);
          // Only rows of tables begin with white space: the tabs of their empty cells.
          expect(text).not.toMatch(/\s$|\s\n/);
          for (const line of text.split('\n')) expect(line).toMatch(/^(?:\t+\S.*\t.*|\S.*|)$/s);
        },
      ),
      { numRuns: LAW_RUNS },
    );
  });

  it('is linear in a line of a million characters', () => {
    const line = '电 子政务２，'.repeat(150_000);
    expect(run(line).text).toHaveLength(150_000 * 6);
  });

  it.each([
    ['blank lines', `甲\t乙${' \n'.repeat(300_000)}丙`, '甲\t乙\n丙'],
    ['rows', '\t甲\t乙\n丙\t1\t2\n'.repeat(80_000), '\t甲\t乙\n丙\t1\t2\n'.repeat(80_000).trimEnd()],
    [
      'rows with tabs for looks',
      '甲\t\t1\t2\n乙\t1\t2\n'.repeat(80_000),
      '甲\t1\t2\n乙\t1\t2\n'.repeat(80_000).trimEnd(),
    ],
  ])('is linear in %s by the hundred thousand', (_, source, expected) => {
    expect(run(source).text === expected).toBe(true);
  });
});
